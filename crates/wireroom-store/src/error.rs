//! What can go wrong with the store, each in one sentence that names the thing and the way out.

use std::path::PathBuf;
use thiserror::Error;

/// Why the store could not do what it was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error(
        "the data folder {folder} cannot be made or written ({source}); choose another with --data or mend its permissions"
    )]
    Folder { folder: PathBuf, source: std::io::Error },
    #[error(
        "the data folder {0} is in use by another wireroom; stop that one or choose another folder with --data"
    )]
    InUse(PathBuf),
    #[error(
        "the database {file} was written by a newer wireroom (its schema is {found}, this program knows {known}); \
         run the newer program or restore a backup made before it"
    )]
    NewerDatabase { file: PathBuf, found: i64, known: i64 },
    #[error(
        "the database {file} could not be copied before its migration ({source}); free some disk space and start again"
    )]
    Backup { file: PathBuf, source: sqlx::Error },
    #[error("the database could not be migrated ({0}); the copy made before it stands beside it")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("the database answered: {0}")]
    Database(#[from] sqlx::Error),
    #[error("{0} was given out to the last number; this database can take no more")]
    SequenceSpent(&'static str),
    #[error("row {row} of {table} holds something unreadable in {column}; run `wireroom verify`")]
    Broken { table: &'static str, row: i64, column: &'static str },
    #[error("a stored page could not be packed or unpacked: {0}")]
    Packing(std::io::Error),
    #[error("the free space of {folder} could not be read: {source}")]
    Disk { folder: PathBuf, source: std::io::Error },
    #[error("what should be stored as JSON could not be written: {0}")]
    Json(#[from] serde_json::Error),
    #[error("{0}")]
    Refused(wireroom_model::Why),
}
