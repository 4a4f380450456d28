//! What services answered before, in a file beside the store: a second run asks nobody.

use super::{Answer, Question};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The answers of one service, by question.
#[derive(Debug)]
pub struct Cache {
    answers: BTreeMap<Question, Answer>,
    manifest: Option<String>,
    file: Option<(PathBuf, File)>,
}

/// Why answers cannot be kept.
#[derive(Debug, thiserror::Error)]
#[error("cannot use {}, where the answers of the service are kept: check that you may write there and that the disk is not full", path.display())]
pub struct CacheError {
    path: PathBuf,
    source: io::Error,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Answered { question: Question, answer: Answer },
    Manifest { manifest: String },
}

impl Cache {
    /// One that lasts as long as the value.
    #[must_use]
    pub fn in_memory() -> Self {
        Self { answers: BTreeMap::new(), manifest: None, file: None }
    }

    /// The answers that a file holds; with `forget` none of them, until new ones stand behind them. Lines that cannot be read, such as the last one of a run that was
    /// interrupted, are asked for again.
    ///
    /// # Errors
    /// If the file cannot be made or read.
    pub fn open(path: &Path, forget: bool) -> Result<Self, CacheError> {
        let failed = |source| CacheError { path: path.to_owned(), source };
        let known = std::fs::read(path).or_else(missing).map_err(failed)?;
        let mut cache = Self::in_memory();
        for line in String::from_utf8_lossy(&known).lines().filter(|_| !forget) {
            match serde_json::from_str(line) {
                Ok(Line::Answered { question, answer }) => drop(cache.answers.insert(question, answer)),
                Ok(Line::Manifest { manifest }) => cache.manifest = Some(manifest),
                Err(_) => {}
            }
        }
        let mut file = OpenOptions::new().create(true).append(true).open(path).map_err(failed)?;
        if known.last().is_some_and(|&byte| byte != b'\n') {
            file.write_all(b"\n").map_err(failed)?;
        }
        cache.file = Some((path.to_owned(), file));
        Ok(cache)
    }

    /// What the service answered to a question.
    #[must_use]
    pub fn answer(&self, question: &Question) -> Option<&Answer> {
        self.answers.get(question)
    }

    /// What the service said of itself.
    #[must_use]
    pub fn manifest(&self) -> Option<&str> {
        self.manifest.as_deref()
    }

    /// Keeps an answer.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn keep(&mut self, question: &Question, answer: Answer) -> Result<(), CacheError> {
        self.answers.insert(question.clone(), answer.clone());
        self.write(&Line::Answered { question: question.clone(), answer })
    }

    /// Keeps what the service says of itself.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn keep_manifest(&mut self, manifest: &str) -> Result<(), CacheError> {
        self.manifest = Some(manifest.to_owned());
        self.write(&Line::Manifest { manifest: manifest.to_owned() })
    }

    fn write(&mut self, line: &Line) -> Result<(), CacheError> {
        let Some((path, file)) = &mut self.file else { return Ok(()) };
        let text = serde_json::to_string(line).map_err(io::Error::other);
        let written = text.and_then(|text| file.write_all(format!("{text}\n").as_bytes()));
        written.map_err(|source| CacheError { path: path.clone(), source })
    }
}

/// A file that is not there holds nothing.
fn missing(error: io::Error) -> io::Result<Vec<u8>> {
    if error.kind() == io::ErrorKind::NotFound { Ok(Vec::new()) } else { Err(error) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_outlive_a_run_that_was_cut_off() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("answers.jsonl");
        let question = |name: &str| Question { name: name.to_owned(), class: None, limit: 3 };
        let mut cache = Cache::open(&path, false).expect("a file");
        cache.keep_manifest("{}").expect("kept");
        cache.keep(&question("a"), Answer::default()).expect("kept");
        drop(cache);
        let text = std::fs::read_to_string(&path).expect("a file");
        std::fs::write(&path, text + "{\"question\":{\"na").expect("written");
        let mut cache = Cache::open(&path, false).expect("a file");
        assert_eq!((cache.manifest(), cache.answer(&question("a"))), (Some("{}"), Some(&Answer::default())));
        assert_eq!(cache.answer(&question("b")), None);
        cache.keep(&question("b"), Answer::default()).expect("kept");
        let cache = Cache::open(&path, false).expect("a file");
        assert!(cache.answer(&question("a")).is_some() && cache.answer(&question("b")).is_some());
        assert!(Cache::open(&path, true).expect("a file").answer(&question("a")).is_none());
        assert!(Cache::open(&path, false).expect("a file").answer(&question("a")).is_some(), "only what is answered anew is replaced");
    }
}
