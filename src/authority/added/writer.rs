//! Adds an authority row by row, in memory that does not grow with it.

use super::index::Pairs;
use super::{AddedError, INDEX, ROWS, keys};
use crate::authority::Record;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// An authority while it is being added. Nothing is seen of it before it is whole.
pub struct Writer {
    folder: PathBuf,
    name: String,
    first: bool,
    rows: BufWriter<NamedTempFile>,
    pairs: Pairs,
    place: u64,
    count: u64,
}

impl Writer {
    /// Begins an authority of a name in a folder, which is made if it is not there; `first` if its rows go before those of others.
    ///
    /// # Errors
    /// If files cannot be written there.
    pub fn new(folder: &Path, name: &str, first: bool) -> Result<Self, AddedError> {
        let failed = |source| AddedError::Io { path: folder.to_owned(), source };
        std::fs::create_dir_all(folder).map_err(failed)?;
        let rows = BufWriter::with_capacity(1 << 16, NamedTempFile::new_in(folder).map_err(failed)?);
        let pairs = Pairs::new(folder).map_err(failed)?;
        Ok(Self { folder: folder.to_owned(), name: name.to_owned(), first, rows, pairs, place: 0, count: 0 })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// If the disk is full.
    pub fn add(&mut self, record: &Record<'_>) -> Result<(), AddedError> {
        self.write(record).map_err(|source| AddedError::Io { path: self.folder.clone(), source })
    }

    fn write(&mut self, record: &Record<'_>) -> io::Result<()> {
        let line = record.line();
        for name in record.names() {
            for key in keys(name, record.kind) {
                self.pairs.add(key, self.place)?;
            }
        }
        writeln!(self.rows, "{line}")?;
        self.place += line.len() as u64 + 1;
        self.count += 1;
        Ok(())
    }

    /// Makes it seen, in the place of an earlier one of the same name; gives how many rows it has.
    ///
    /// # Errors
    /// If the disk is full.
    pub fn finish(self) -> Result<u64, AddedError> {
        let path = self.folder.clone();
        let finish = || -> io::Result<u64> {
            let index = NamedTempFile::new_in(&self.folder)?;
            self.pairs.finish(self.count, self.first, index.as_file())?;
            let rows = self.rows.into_inner().map_err(io::IntoInnerError::into_error)?;
            rows.persist(self.folder.join(format!("{}.{ROWS}", self.name)))?;
            index.persist(self.folder.join(format!("{}.{INDEX}", self.name)))?;
            Ok(self.count)
        };
        finish().map_err(|source| AddedError::Io { path, source })
    }
}
