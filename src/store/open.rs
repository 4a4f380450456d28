//! Opening a store: for one writer, or for readers.

use super::{Store, StoreError};
use std::path::Path;

/// Stands in the folder while a database is being made there: a reader cannot open one that is half made, a writer completes it.
#[cfg(feature = "rocksdb")]
const UNFINISHED: &str = "dateline.unfinished";

#[cfg(feature = "rocksdb")]
impl Store {
    /// Opens a store for writing, and makes one if nothing is there.
    ///
    /// # Errors
    /// If another process holds it, the folder holds something else, or the disk fails.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        let io = |source| StoreError::io(path, source);
        if path.exists() && !is_unused(path) && !is_store(path) {
            return Err(StoreError::NotAStore(path.to_owned()));
        }
        std::fs::create_dir_all(path).map_err(io)?;
        let lock = super::lock::Lock::write(path)?;
        let is_new = !is_store(path);
        if is_new {
            std::fs::write(path.join(UNFINISHED), "").map_err(io)?;
        }
        remove_orphans(path).map_err(io)?;
        let inner = oxigraph::store::Store::open(path).map_err(|source| StoreError::storage(path, source))?;
        if is_new {
            std::fs::remove_file(path.join(UNFINISHED)).map_err(io)?;
        }
        Ok(Self { inner, path: path.to_owned(), _lock: Some(lock) })
    }

    /// Opens a store for writing that is there already.
    ///
    /// # Errors
    /// If there is none, another process holds it, or the disk fails.
    pub fn change(path: &Path) -> Result<Self, StoreError> {
        there(path)?;
        Self::create(path)
    }

    /// Opens a store for reading.
    ///
    /// # Errors
    /// If there is none, or a process is writing to it.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        there(path)?;
        let lock = super::lock::Lock::read(path)?;
        let inner = oxigraph::store::Store::open_read_only(path).map_err(|source| StoreError::storage(path, source))?;
        Ok(Self { inner, path: path.to_owned(), _lock: lock })
    }
}

#[cfg(not(feature = "rocksdb"))]
impl Store {
    /// A build without a store on disk cannot open one.
    ///
    /// # Errors
    /// Always.
    pub fn create(_: &Path) -> Result<Self, StoreError> {
        Err(StoreError::NoDisk)
    }

    /// A build without a store on disk cannot open one.
    ///
    /// # Errors
    /// Always.
    pub fn change(_: &Path) -> Result<Self, StoreError> {
        Err(StoreError::NoDisk)
    }

    /// A build without a store on disk cannot open one.
    ///
    /// # Errors
    /// Always.
    pub fn read(_: &Path) -> Result<Self, StoreError> {
        Err(StoreError::NoDisk)
    }
}

/// An error if there is no store.
#[cfg(feature = "rocksdb")]
pub(super) fn there(path: &Path) -> Result<(), StoreError> {
    if !path.exists() || is_unused(path) {
        // One that is being made has a writer to wait for.
        super::lock::Lock::read(path)?;
        return Err(StoreError::Missing(path.to_owned()));
    }
    if is_store(path) { Ok(()) } else { Err(StoreError::NotAStore(path.to_owned())) }
}

/// True when a folder holds a database.
#[cfg(feature = "rocksdb")]
fn is_store(path: &Path) -> bool {
    path.join("CURRENT").is_file() && !path.join(UNFINISHED).exists()
}

/// True when a folder is empty but for what an interrupted first run left.
#[cfg(feature = "rocksdb")]
pub(super) fn is_unused(path: &Path) -> bool {
    if path.join(UNFINISHED).is_file() {
        return true;
    }
    let Ok(mut entries) = std::fs::read_dir(path) else { return false };
    entries.all(|entry| entry.is_ok_and(|entry| entry.file_name() == super::lock::FILE))
}

/// Removes what an interrupted bulk load leaves behind; nothing refers to it.
#[cfg(feature = "rocksdb")]
fn remove_orphans(path: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(path)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("bulk-") && name.ends_with(".sst") {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(all(test, feature = "rocksdb"))]
mod tests {
    use super::*;

    #[test]
    fn a_database_that_was_half_made_is_completed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("kg");
        drop(Store::create(&path).expect("a store"));
        assert!(!path.join(UNFINISHED).exists());
        for entry in std::fs::read_dir(&path).expect("a folder") {
            std::fs::remove_file(entry.expect("an entry").path()).expect("removed");
        }
        std::fs::write(path.join("MANIFEST-000001"), "half").expect("a file");
        std::fs::write(path.join(UNFINISHED), "").expect("a file");
        assert!(matches!(Store::read(&path), Err(StoreError::Missing(_))));
        assert!(matches!(Store::change(&path), Err(StoreError::Missing(_))));
        assert_eq!(Store::create(&path).expect("completed").len().expect("readable"), 0);
        assert_eq!(Store::read(&path).expect("a store").len().expect("readable"), 0);
    }

    #[test]
    fn a_database_that_is_being_made_has_a_writer() {
        let folder = tempfile::tempdir().expect("a folder");
        let writer = super::super::lock::Lock::write(folder.path()).expect("the lock");
        std::fs::write(folder.path().join(UNFINISHED), "").expect("a file");
        for open in [Store::create, Store::change, Store::read] {
            assert!(matches!(open(folder.path()), Err(StoreError::Written { .. })));
        }
        drop(writer);
        assert!(matches!(Store::read(folder.path()), Err(StoreError::Missing(_))));
    }
}
