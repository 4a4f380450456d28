//! What was read in this run, noted as each article comes, so that its graph need not be read from the store again.
//!
//! The notes lie in a file without a name in the store's folder; only where each begins is held. Without room for them the graphs are read.

use super::line::{facts, line};
use crate::collate::Facts;
use crate::graph::{self, Base};
use crate::store::Store;
use oxigraph::model::{NamedNode, Quad};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, SeekFrom, Write};

/// What one article says, as a line.
#[derive(Debug)]
pub struct Note(Option<String>);

impl Note {
    /// From all quads of the article's graph, in the order of [`crate::graph::compare`].
    #[must_use]
    pub fn new(article: &NamedNode, hash: &str, quads: &[Quad], base: &Base) -> Self {
        Self(line(article.as_str(), hash, base.as_str(), &graph::facts(article, quads, base)))
    }
}

/// Notes of any number of articles.
#[derive(Debug, Default)]
pub struct Notes {
    file: Option<BufWriter<File>>,
    places: BTreeMap<String, (u64, usize)>,
    end: u64,
}

impl Notes {
    /// No notes yet; none are kept for a store in memory.
    #[must_use]
    pub fn new(store: &Store) -> Self {
        let file = store.folder().and_then(|folder| tempfile::tempfile_in(folder).ok()).map(BufWriter::new);
        Self { file, ..Self::default() }
    }

    /// Keeps a note in place of an earlier one of the article.
    pub fn add(&mut self, article: &NamedNode, note: &Note) {
        self.places.remove(article.as_str());
        let (Some(file), Some(text)) = (&mut self.file, &note.0) else { return };
        if file.write_all(text.as_bytes()).is_err() {
            self.file = None;
            return;
        }
        self.places.insert(article.as_str().to_owned(), (self.end, text.len()));
        self.end += text.len() as u64;
    }

    /// Ends the writing.
    pub(super) fn read(self) -> Noted {
        let file = self.file.and_then(|file| file.into_inner().ok()).map(BufReader::new);
        Noted { file, places: self.places }
    }
}

/// Notes that are read.
pub(super) struct Noted {
    file: Option<BufReader<File>>,
    places: BTreeMap<String, (u64, usize)>,
}

impl Noted {
    /// The line of an article of this text, with what it says.
    pub(super) fn recall(&mut self, article: &str, hash: &str, base: &str) -> Option<(String, Facts)> {
        let &(begin, length) = self.places.get(article)?;
        let file = self.file.as_mut()?;
        file.seek(SeekFrom::Start(begin)).ok()?;
        let mut text = vec![0; length];
        file.read_exact(&mut text).ok()?;
        let text = String::from_utf8(text).ok()?;
        facts(&text, hash, base).map(|facts| (text, facts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxigraph::model::Literal;
    use std::path::Path;

    fn graph(day: u8) -> (NamedNode, Vec<Quad>) {
        let article = NamedNode::new_unchecked(format!("{}article/a", Base::default().as_str()));
        let date = Literal::new_simple_literal(format!("2025-04-{day:02}"));
        let quads = vec![Quad::new(article.clone(), crate::vocab::schema::DATE_PUBLISHED, date, article.clone())];
        (article, quads)
    }

    fn notes(folder: &Path) -> Notes {
        let file = tempfile::tempfile_in(folder).ok().map(BufWriter::new);
        Notes { file, ..Notes::default() }
    }

    #[test]
    fn the_last_note_of_an_article_counts_as_long_as_its_text_is_the_same() {
        let (folder, base) = (tempfile::tempdir().expect("a folder"), Base::default());
        let mut kept = notes(folder.path());
        for (hash, day) in [("1", 3), ("2", 4)] {
            let (article, quads) = graph(day);
            kept.add(&article, &Note::new(&article, hash, &quads, &base));
        }
        let mut noted = kept.read();
        let (article, quads) = graph(4);
        assert!(noted.recall(article.as_str(), "1", base.as_str()).is_none());
        assert!(noted.recall(article.as_str(), "2", "https://example.org/").is_none());
        let (_, told) = noted.recall(article.as_str(), "2", base.as_str()).expect("noted");
        assert_eq!(told, graph::facts(&article, &quads, &base));
        assert!(told.published.is_some());
    }

    #[test]
    fn without_a_file_nothing_is_noted() {
        let (article, quads) = graph(3);
        let mut notes = Notes::new(&Store::in_memory().expect("memory"));
        notes.add(&article, &Note::new(&article, "1", &quads, &Base::default()));
        assert!(notes.read().recall(article.as_str(), "1", Base::default().as_str()).is_none());
    }
}
