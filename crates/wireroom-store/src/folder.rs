//! The data folder and its lock: one process a folder. The lock is the operating system's, so that it goes
//! with the process however that ends; the file it stands on is never removed.

use crate::{Result, StoreError};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// The file that carries the lock.
const LOCK_FILE: &str = "wireroom.lock";

/// What a restore sets aside begins with this, inside the data folder.
pub const SET_ASIDE: &str = "before-restore-";

/// Held for as long as a process works on a data folder.
#[derive(Debug)]
pub struct Lock {
    folder: PathBuf,
    _file: File,
}

impl Lock {
    /// Makes the folder where it is missing and takes its lock.
    ///
    /// # Errors
    /// [`StoreError::Folder`] where it cannot be made or written, [`StoreError::InUse`] where another holds it.
    pub fn take(folder: &Path) -> Result<Self> {
        let trouble = |source| StoreError::Folder { folder: folder.to_owned(), source };
        std::fs::create_dir_all(folder).map_err(trouble)?;
        let path = folder.join(LOCK_FILE);
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(trouble)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { folder: folder.to_owned(), _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse(folder.to_owned())),
            Err(TryLockError::Error(source)) => Err(trouble(source)),
        }
    }

    /// True where no other process works on the folder now.
    pub fn is_free(folder: &Path) -> bool {
        match OpenOptions::new().write(true).open(folder.join(LOCK_FILE)) {
            Ok(file) => file.try_lock().is_ok(),
            Err(_) => true,
        }
    }

    /// The folder that is locked.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}
