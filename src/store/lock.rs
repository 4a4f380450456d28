//! One writer or many readers: an advisory lock on a file in the store's folder, in which the writer puts its name.

use super::StoreError;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Write};
use std::path::Path;

pub(super) const FILE: &str = "dateline.lock";

/// A lock that is held as long as the value lives; the system releases it when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    writes: bool,
}

impl Lock {
    /// Takes the store for writing.
    pub(super) fn write(folder: &Path) -> Result<Self, StoreError> {
        let io = |source| StoreError::io(folder, source);
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(folder.join(FILE)).map_err(io)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(held(folder, file)),
            Err(TryLockError::Error(source)) => return Err(io(source)),
        }
        file.set_len(0).map_err(io)?;
        let mut lock = Self { file, writes: true };
        write!(lock.file, "process {} (dateline)", std::process::id()).map_err(io)?;
        Ok(lock)
    }

    /// Takes the store for reading. A store without a lock file, or one whose lock file may not be opened, has no writer to wait for.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, StoreError> {
        let Ok(file) = File::open(folder.join(FILE)) else { return Ok(None) };
        match file.try_lock_shared() {
            Ok(()) => Ok(Some(Self { file, writes: false })),
            Err(TryLockError::WouldBlock) => Err(held(folder, file)),
            Err(TryLockError::Error(source)) => Err(StoreError::io(folder, source)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.writes {
            let _ = self.file.set_len(0);
        }
    }
}

/// Who holds the lock: a writer has put its name into the file, readers leave it empty.
fn held(folder: &Path, mut file: File) -> StoreError {
    let mut holder = String::new();
    let _ = file.read_to_string(&mut holder);
    if holder.is_empty() { StoreError::Read(folder.to_owned()) } else { StoreError::Written { path: folder.to_owned(), holder } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writer_shuts_everybody_out_and_says_who_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let writer = Lock::write(folder.path()).expect("the lock");
        let message = Lock::read(folder.path()).expect_err("held").to_string();
        assert!(message.contains(&format!("process {}", std::process::id())), "{message}");
        assert!(Lock::write(folder.path()).is_err());
        drop(writer);
        assert!(Lock::read(folder.path()).is_ok());
    }

    #[test]
    fn readers_shut_out_writers_only() {
        let folder = tempfile::tempdir().expect("a folder");
        drop(Lock::write(folder.path()).expect("the lock"));
        let first = Lock::read(folder.path()).expect("no writer");
        let second = Lock::read(folder.path()).expect("no writer");
        assert!(matches!(Lock::write(folder.path()), Err(StoreError::Read(_))));
        drop((first, second));
        assert!(Lock::write(folder.path()).is_ok());
    }
}
