//! What a server has been given: a line a graph, added as soon as the server has it, so that an interrupted push goes on from there.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What stands in place of a hash while a graph is on its way.
const UNKNOWN: &str = "?";
/// What stands in place of a hash when a graph is gone.
const GONE: &str = "-";

/// The journal of one server, held by one program at a time.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    /// The hash of each graph that the server may have.
    known: BTreeMap<String, String>,
}

/// Why a journal cannot be kept.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// Another program keeps it.
    #[error("another push to the same server is under way: wait until it is done ({} is locked)", .0.display())]
    Held(PathBuf),
    /// It cannot be read or written.
    #[error("cannot keep the journal {}: check that you may write there and that the disk is not full, or name another with --journal", path.display())]
    Io {
        /// Where it stands.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Journal {
    /// Opens a journal, or begins one. A last line that was cut off is left out.
    ///
    /// # Errors
    /// If another program holds it, or it cannot be read or written.
    pub fn open(path: &Path) -> Result<Self, JournalError> {
        let failed = |source| JournalError::Io { path: path.to_owned(), source };
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(JournalError::Held(path.to_owned())),
            Err(TryLockError::Error(source)) => return Err(failed(source)),
        }
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(failed)?;
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        file.set_len(whole as u64).map_err(failed)?;
        let mut known = BTreeMap::new();
        for (hash, graph) in text.get(..whole).unwrap_or_default().lines().filter_map(|line| line.split_once('\t')) {
            if hash == GONE {
                known.remove(graph)
            } else {
                known.insert(graph.to_owned(), hash.to_owned())
            };
        }
        Ok(Self { path: path.to_owned(), file, known })
    }

    /// True when the server has a graph with this content.
    #[must_use]
    pub fn has(&self, graph: &str, hash: &str) -> bool {
        self.known.get(graph).is_some_and(|known| known == hash)
    }

    /// All graphs that the server may have.
    #[must_use]
    pub fn graphs(&self) -> Vec<String> {
        self.known.keys().cloned().collect()
    }

    /// Notes that nobody knows which content the server has of any graph.
    ///
    /// # Errors
    /// If the journal cannot be written.
    pub fn forget(&mut self) -> Result<(), JournalError> {
        let graphs = self.graphs();
        self.begin(&graphs.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Notes that graphs are on their way, so that nobody knows which content the server has.
    pub(super) fn begin(&mut self, graphs: &[&str]) -> Result<(), JournalError> {
        self.note(graphs.iter().map(|graph| (*graph, UNKNOWN)))
    }

    /// Notes that the server has graphs with these hashes.
    pub(super) fn done(&mut self, graphs: &[(&str, &str)]) -> Result<(), JournalError> {
        self.note(graphs.iter().copied())
    }

    /// Notes that the server no longer has graphs.
    pub(super) fn gone(&mut self, graphs: &[&str]) -> Result<(), JournalError> {
        self.note(graphs.iter().map(|graph| (*graph, GONE)))
    }

    fn note<'a>(&mut self, lines: impl Iterator<Item = (&'a str, &'a str)>) -> Result<(), JournalError> {
        let mut text = String::new();
        for (graph, hash) in lines {
            text.extend([hash, "\t", graph, "\n"]);
            if hash == GONE {
                self.known.remove(graph)
            } else {
                self.known.insert(graph.to_owned(), hash.to_owned())
            };
        }
        let written = self.file.write_all(text.as_bytes()).and_then(|()| self.file.sync_data());
        written.map_err(|source| JournalError::Io { path: self.path.clone(), source })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_whole_line_of_a_graph_counts() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal");
        let mut journal = Journal::open(&path).expect("new");
        journal.done(&[("a", "1"), ("b", "2"), ("c", "3")]).expect("room");
        journal.begin(&["b"]).expect("room");
        journal.gone(&["c"]).expect("room");
        assert!(matches!(Journal::open(&path), Err(JournalError::Held(_))));
        drop(journal);
        let mut file = OpenOptions::new().append(true).open(&path).expect("there");
        file.write_all(b"9\ta").expect("room");
        let mut journal = Journal::open(&path).expect("there");
        assert!(journal.has("a", "1") && !journal.has("b", "2"));
        assert_eq!(journal.graphs(), ["a", "b"]);
        journal.done(&[("b", "4")]).expect("room");
        drop(journal);
        assert!(Journal::open(&path).expect("there").has("b", "4"));
    }
}
