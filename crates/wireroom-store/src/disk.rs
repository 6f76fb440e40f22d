//! What the data folder uses and what is left on its disk. Everything is kept for ever by default, so the use is shown;
//! the pipeline stops fetching before the disk is full and the database could fail.

use crate::{Result, Store, StoreError};
use std::path::{Path, PathBuf};

/// Fetching stops when less than this is free, unless the owner says otherwise (`low-disk-mb`): room for the log and
/// for a copy of some days' writing. The setting's own default is the same number.
pub const LOW_DISK_BYTES: u64 = 512 << 20;

/// How many folders deep the use is counted.
const MAX_DEPTH: usize = 8;

/// What takes the space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiskUse {
    /// The whole data folder.
    pub folder_bytes: u64,
    /// The database with its log.
    pub database_bytes: u64,
    /// Raw pages inside the database, packed.
    pub page_bytes: u64,
    /// Texts of versions inside the database.
    pub text_bytes: u64,
    /// Everything else in the folder (the index, copies made before migrations).
    pub other_bytes: u64,
    /// Free on the disk for this program.
    pub free_bytes: u64,
}

/// Bytes free for this program on the disk that holds `folder`.
///
/// # Errors
/// Where the disk cannot be asked.
pub fn free(folder: &Path) -> Result<u64> {
    fs4::available_space(folder).map_err(|source| StoreError::Disk { folder: folder.to_owned(), source })
}

impl Store {
    /// Bytes of the database's files and of the whole data folder, asked of the disk alone.
    pub async fn file_bytes(&self) -> (u64, u64) {
        let folder = self.folder().to_owned();
        let (whole, database) = tokio::task::spawn_blocking(move || measure(&folder)).await.unwrap_or((0, 0));
        (database, whole)
    }

    /// What the data folder uses.
    pub async fn disk_use(&self) -> Result<DiskUse> {
        let (database_bytes, folder_bytes) = self.file_bytes().await;
        let texts: Option<i64> = sqlx::query_scalar("SELECT SUM(LENGTH(text) + LENGTH(html)) FROM versions")
            .fetch_one(&self.read)
            .await?;
        Ok(DiskUse {
            folder_bytes,
            database_bytes,
            page_bytes: self.page_bytes().await?,
            text_bytes: texts.unwrap_or(0).unsigned_abs(),
            other_bytes: folder_bytes.saturating_sub(database_bytes),
            free_bytes: free(self.folder())?,
        })
    }
}

/// The whole folder's bytes and those of the database's files. What cannot be read counts nothing.
fn measure(folder: &Path) -> (u64, u64) {
    let mut waiting: Vec<(PathBuf, usize)> = vec![(folder.to_owned(), 0)];
    let (mut all, mut database) = (0_u64, 0_u64);
    while let Some((folder, depth)) = waiting.pop() {
        let Ok(listing) = std::fs::read_dir(&folder) else { continue };
        for entry in listing.flatten() {
            let Ok(facts) = entry.metadata() else { continue };
            if facts.is_dir() && depth < MAX_DEPTH {
                waiting.push((entry.path(), depth + 1));
            } else if facts.is_file() {
                all += facts.len();
                let name = entry.file_name();
                if depth == 0 && name.to_string_lossy().starts_with(crate::open::DATABASE_FILE) {
                    database += facts.len();
                }
            }
        }
    }
    (all, database)
}
