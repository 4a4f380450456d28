//! An added authority, open for looking names up.

use super::index::Index;
use super::{AddedError, INDEX, ROWS, keys_of_words};
use crate::authority::Record;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Seek, SeekFrom};
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
    /// The files of both.
    paths: [PathBuf; 2],
}

/// The authorities that were added to a folder, those that go first before the others, each of these by name; none if there is no folder.
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
    let mut layers = names.into_iter().map(|name| Layer::open(folder, name)).collect::<Result<Vec<_>, _>>()?;
    layers.sort_by_key(|layer| !layer.is_first());
    Ok(layers)
}

impl Layer {
    fn open(folder: &Path, name: String) -> Result<Self, AddedError> {
        let paths = [ROWS, INDEX].map(|ending| folder.join(format!("{name}.{ending}")));
        let rows = File::open(&paths[0]).map_err(|source| failed(&paths[0], source))?;
        let rows = Mutex::new(BufReader::with_capacity(1 << 12, rows));
        let index = Index::open(&paths[1]).map_err(|source| failed(&paths[1], source))?;
        let index = index.ok_or_else(|| AddedError::Damaged(paths[1].clone()))?;
        Ok(Self { name, rows, index, paths })
    }

    /// True when its rows go before those of the built-in authority and of other added ones.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.index.first
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.index.rows
    }

    /// The rows that may bear a name, or as people its first and last word, or whose acronym it may be, as lines for
    /// [`super::super::Record::read`]. The name itself must be compared again.
    ///
    /// # Errors
    /// If a file cannot be read, or has no rows where the index says.
    pub fn look_up(&self, name: &str) -> Result<Vec<String>, AddedError> {
        let [path, index] = &self.paths;
        let mut places = Vec::new();
        for key in keys_of_words(name) {
            places.extend(self.index.places(key).map_err(|source| failed(index, source))?);
        }
        places.sort_unstable();
        places.dedup();
        places.truncate(MOST);
        let mut rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        let mut lines = Vec::with_capacity(places.len());
        for place in places {
            let mut line = String::new();
            rows.seek(SeekFrom::Start(place)).and_then(|_| rows.read_line(&mut line)).map_err(|source| failed(path, source))?;
            line.truncate(line.trim_end_matches('\n').len());
            if Record::read(&line).is_err() {
                return Err(AddedError::Damaged(path.clone()));
            }
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

/// Why a file cannot be used: it breaks off or holds something else, or the system keeps it back.
fn failed(path: &Path, source: io::Error) -> AddedError {
    match source.kind() {
        ErrorKind::UnexpectedEof | ErrorKind::InvalidData => AddedError::Damaged(path.to_owned()),
        _ => AddedError::Io { path: path.to_owned(), source },
    }
}
