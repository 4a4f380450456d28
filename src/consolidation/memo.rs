//! What was read of each article in the last run, in a file beside the database: a shortcut that may be deleted at any time.
//!
//! One line an article, sorted, so that it is read and written in one pass. Whatever is wrong with it, the article is read again.

use super::line::{article, facts, line};
use super::notes::{Noted, Notes};
use crate::collate::Facts;
use crate::graph::Base;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Lines, Write};
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

const FILE: &str = "dateline.facts";

/// The lines of the last run as they pass, and those of this one.
pub(super) struct Memo {
    old: Option<Peekable<Lines<BufReader<File>>>>,
    noted: Noted,
    new: Option<BufWriter<NamedTempFile>>,
    target: Option<PathBuf>,
    base: String,
    read: usize,
}

impl Memo {
    /// The memo in the folder of a store, with what was noted since; one that remembers nothing if the store is in memory.
    pub(super) fn open(folder: Option<&Path>, notes: Notes, base: &Base) -> Self {
        let target = folder.map(|folder| folder.join(FILE));
        let old = target.as_ref().and_then(|path| File::open(path).ok()).map(|file| BufReader::new(file).lines().peekable());
        let new = folder.and_then(|folder| NamedTempFile::new_in(folder).ok()).map(BufWriter::new);
        Self { old, noted: notes.read(), new, target, base: base.as_str().to_owned(), read: 0 }
    }

    /// Removes the memo in the folder of a store.
    pub(super) fn remove(folder: Option<&Path>) {
        if let Some(folder) = folder {
            let _ = std::fs::remove_file(folder.join(FILE));
        }
    }

    /// What was read of an article of this text. Articles must be asked for in order.
    pub(super) fn recall(&mut self, article: &str, hash: &str) -> Option<Facts> {
        let old = self.old(article);
        let noted = self.noted.recall(article, hash, &self.base);
        let known = noted.or_else(|| old.and_then(|text| facts(&text, hash, &self.base).map(|facts| (text, facts))));
        let (text, facts) = known?;
        self.write(&text);
        Some(facts)
    }

    /// The line of an article in the last run.
    fn old(&mut self, wanted: &str) -> Option<String> {
        loop {
            let name = article(self.old.as_mut()?.peek()?.as_ref().ok()?)?;
            if name > wanted {
                return None;
            }
            let is_it = name == wanted;
            let text = self.old.as_mut()?.next()?.ok()?;
            if is_it {
                return Some(text);
            }
        }
    }

    /// Notes what was read of an article.
    pub(super) fn note(&mut self, article: &str, hash: &str, facts: &Facts) {
        self.read += 1;
        match line(article, hash, &self.base, facts) {
            Some(text) => self.write(&text),
            None => self.new = None,
        }
    }

    fn write(&mut self, text: &str) {
        if self.new.as_mut().is_some_and(|new| writeln!(new, "{text}").is_err()) {
            self.new = None;
        }
    }

    /// Keeps the new lines in place of the old ones, and gives how many articles were read.
    pub(super) fn close(self) -> usize {
        if let (Some(new), Some(target)) = (self.new, self.target)
            && let Ok(file) = new.into_inner()
        {
            let _ = file.persist(target);
        }
        self.read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(folder: &Path, articles: &[(&str, &str)]) -> usize {
        let mut memo = Memo::open(Some(folder), Notes::default(), &Base::default());
        for (article, hash) in articles {
            let facts = Facts { article: (*article).into(), published: Some(7), ..Facts::default() };
            match memo.recall(article, hash) {
                Some(known) => assert_eq!(known, facts),
                None => memo.note(article, hash, &facts),
            }
        }
        memo.close()
    }

    #[test]
    fn only_what_is_new_or_changed_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(run(folder.path(), &[("b", "1"), ("d", "1")]), 2);
        assert_eq!(run(folder.path(), &[("b", "1"), ("d", "1")]), 0);
        assert_eq!(run(folder.path(), &[("a", "1"), ("b", "1"), ("c", "1"), ("d", "2"), ("e", "1")]), 4);
        assert_eq!(run(folder.path(), &[("c", "1"), ("e", "1")]), 0);
        assert_eq!(run(folder.path(), &[("b", "1"), ("c", "1")]), 1);
    }

    #[test]
    fn what_is_damaged_is_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        run(folder.path(), &[("a", "1"), ("b", "1")]);
        std::fs::write(folder.path().join(FILE), "{\"article\":\"a\",\"hash\"\nnonsense\n").expect("written");
        assert_eq!(run(folder.path(), &[("a", "1"), ("b", "1")]), 2);
        Memo::remove(Some(folder.path()));
        assert_eq!(run(folder.path(), &[("a", "1")]), 1);
    }
}
