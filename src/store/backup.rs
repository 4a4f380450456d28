//! Copies of a store: made while it is open, and turned into a store again.

use super::{Store, StoreError};
use std::path::Path;

#[cfg(feature = "rocksdb")]
impl Store {
    /// Copies the store as it is now to a folder that does not exist yet. On the same disk unchanged files are shared, not copied.
    ///
    /// # Errors
    /// If the folder exists, or the disk is full or fails.
    pub fn backup(&self, target: &Path) -> Result<(), StoreError> {
        if target.exists() {
            return Err(StoreError::Exists(target.to_owned()));
        }
        self.inner.backup(target).map_err(|source| StoreError::storage(target, source))
    }

    /// Makes a store from a backup and opens it for reading. It appears only when it is whole.
    ///
    /// # Errors
    /// If there is no backup, a store stands in the way, or the disk is full or fails.
    pub fn restore(backup: &Path, path: &Path) -> Result<Self, StoreError> {
        super::open::there(backup)?;
        if path.exists() && !super::open::is_unused(path) {
            return Err(StoreError::Exists(path.to_owned()));
        }
        copy(backup, path).map_err(|source| StoreError::io(path, source))?;
        Self::read(path)
    }
}

/// Copies a folder's files to a folder beside the target, then renames that.
#[cfg(feature = "rocksdb")]
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    let parent = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent)?;
    let beside = tempfile::Builder::new().prefix(".dateline-").tempdir_in(parent)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            std::fs::copy(entry.path(), beside.path().join(entry.file_name()))?;
        }
    }
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    // Once it is renamed there is nothing left to remove.
    std::fs::rename(beside.keep(), to)
}

#[cfg(not(feature = "rocksdb"))]
impl Store {
    /// A build without a store on disk cannot copy one.
    ///
    /// # Errors
    /// Always.
    pub fn backup(&self, _: &Path) -> Result<(), StoreError> {
        Err(StoreError::NoDisk)
    }

    /// A build without a store on disk cannot make one.
    ///
    /// # Errors
    /// Always.
    pub fn restore(_: &Path, _: &Path) -> Result<Self, StoreError> {
        Err(StoreError::NoDisk)
    }
}
