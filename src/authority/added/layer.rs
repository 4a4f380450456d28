//! An added authority, open for looking names up.

use super::index::Index;
use super::{AddedError, INDEX, ROWS, key_of_name, key_of_person};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// No more rows are read for one name.
const MOST: usize = 200;

/// An added authority.
#[derive(Debug)]
pub struct Layer {
    /// Its name.
    pub name: String,
    rows: Mutex<BufReader<File>>,
    index: Index,
    path: PathBuf,
}

/// The authorities that were added to a folder, by name; none if there is no folder.
///
/// # Errors
/// If the folder or a file in it cannot be read.
pub fn layers(folder: &Path) -> Result<Vec<Layer>, AddedError> {
    let failed = |source| AddedError::Io { path: folder.to_owned(), source };
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|extension| extension == INDEX) {
            names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    names.into_iter().map(|name| Layer::open(folder, name)).collect()
}

impl Layer {
    fn open(folder: &Path, name: String) -> Result<Self, AddedError> {
        let path = folder.join(format!("{name}.{ROWS}"));
        let failed = |source| AddedError::Io { path: path.clone(), source };
        let rows = Mutex::new(BufReader::with_capacity(1 << 12, File::open(&path).map_err(failed)?));
        let index = Index::open(&folder.join(format!("{name}.{INDEX}"))).map_err(failed)?;
        let index = index.ok_or_else(|| AddedError::Damaged(path.clone()))?;
        Ok(Self { name, rows, index, path })
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.index.rows
    }

    /// The rows that may bear a name, or as people its first and last word, as lines for [`super::super::Record::read`]. The name itself
    /// must be compared again.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn look_up(&self, name: &str) -> Result<Vec<String>, AddedError> {
        let failed = |source| AddedError::Io { path: self.path.clone(), source };
        let mut places = self.index.places(key_of_name(name)).map_err(failed)?;
        if name.contains(' ') {
            places.extend(self.index.places(key_of_person(name)).map_err(failed)?);
        }
        places.sort_unstable();
        places.dedup();
        places.truncate(MOST);
        let mut rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        let mut lines = Vec::with_capacity(places.len());
        for place in places {
            rows.seek(SeekFrom::Start(place)).map_err(failed)?;
            let mut line = String::new();
            rows.read_line(&mut line).map_err(failed)?;
            line.truncate(line.trim_end_matches('\n').len());
            lines.push(line);
        }
        Ok(lines)
    }

    /// Removes an authority from a folder.
    ///
    /// # Errors
    /// If there is none of that name.
    pub fn remove(folder: &Path, name: &str) -> Result<(), AddedError> {
        let index = folder.join(format!("{name}.{INDEX}"));
        if !index.is_file() {
            return Err(AddedError::Unknown { name: name.to_owned(), folder: folder.to_owned() });
        }
        for path in [index, folder.join(format!("{name}.{ROWS}"))] {
            std::fs::remove_file(&path).map_err(|source| AddedError::Io { path, source })?;
        }
        Ok(())
    }
}
