//! Why a store cannot be opened, read or written: what happened, where, and what to do about it.

use oxigraph::store::StorageError;
use std::io;
use std::path::{Path, PathBuf};

/// A reason why a store cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Nothing is there.
    #[error("there is no store at {}: make one with `dateline ingest FILES --store {}`", .0.display(), .0.display())]
    Missing(PathBuf),
    /// Something else is there.
    #[error("{} is not a store: it holds other files; name a new folder with --store", .0.display())]
    NotAStore(PathBuf),
    /// Something stands where a copy is to go.
    #[error("{} is there already: name a folder that does not exist, so that nothing is overwritten", .0.display())]
    Exists(PathBuf),
    /// Another process writes to it.
    #[error("the store {} is being written by {holder}: wait until it is done, then run this again", path.display())]
    Written {
        /// Where the store lies.
        path: PathBuf,
        /// Who holds it, as it wrote itself down.
        holder: String,
    },
    /// Another process reads it.
    #[error("the store {} is being read by another process: wait until it is done, then run this again", .0.display())]
    Read(PathBuf),
    /// The program was built to keep nothing.
    #[error("this build keeps nothing on disk: build with the feature `rocksdb`, or use `dateline extract`, which needs no store")]
    NoDisk,
    /// The folder cannot be made or its files not used.
    #[error("cannot use the store {}: check that you may write there", path.display())]
    Io {
        /// Where the store lies.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The disk is full. What was committed before is kept.
    #[error("the disk is full: cannot write to the store {}; free some space and run this again (what is stored already is kept)", path.display())]
    DiskFull {
        /// Where the store lies.
        path: PathBuf,
        /// What the storage said.
        source: StorageError,
    },
    /// The storage failed.
    #[error("the store {} failed", path.display())]
    Storage {
        /// Where the store lies.
        path: PathBuf,
        /// What the storage said.
        source: StorageError,
    },
}

impl StoreError {
    /// Names what a failure of the file system means.
    #[cfg(any(feature = "rocksdb", test))]
    pub(super) fn io(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path, source: StorageError::Io(source) },
            _ => Self::Io { path, source },
        }
    }

    /// Names what a failure of the storage means.
    pub(super) fn storage(path: &Path, source: StorageError) -> Self {
        let path = path.to_owned();
        let message = source.to_string();
        if message.contains("No space left on device") || message.contains("File too large") {
            Self::DiskFull { path, source }
        } else if message.contains("Column family not found") {
            // The very first opening was cut off before the store was made whole: nothing is in it, and the next opening for writing completes it.
            Self::Missing(path)
        } else if message.contains("While mkdir") {
            Self::Io { path, source: io::Error::other(source) }
        } else if message.contains("LOCK") {
            Self::Written { path, holder: "another program".to_owned() }
        } else {
            Self::Storage { path, source }
        }
    }
}
