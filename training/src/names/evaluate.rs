//! Measures the name model: strict spans and classes.

use super::corpus::{self, Article};
use crate::report::{Counts, Table};
use anyhow::Result;
use dateline::language::names::NameFinder;
use dateline::language::names::labels::CLASSES;
use std::ops::Range;
use std::path::PathBuf;

/// Scores of each file, from its own tokens.
pub fn evaluate(files: &[PathBuf], finder: &NameFinder) -> Result<Vec<Table>> {
    files.iter().map(|file| Ok(table(&file.display().to_string(), finder, &corpus::read(file)?))).collect()
}

fn table(file: &str, finder: &NameFinder, articles: &[Article]) -> Table {
    let mut counts = [Counts::default(); 4];
    for article in articles {
        let found = finder.find(article.sentences.iter().map(|s| s.words.iter().map(String::as_str)));
        let found: Vec<(Range<usize>, usize)> =
            found.into_iter().map(|name| (name.tokens, CLASSES.iter().position(|&class| class == name.class).unwrap_or(0))).collect();
        let mut first = 0;
        let mut wanted = Vec::new();
        for sentence in &article.sentences {
            wanted.extend(sentence.names.iter().map(|(range, class)| (first + range.start..first + range.end, *class)));
            first += sentence.words.len();
        }
        for (class, counts) in counts.iter_mut().enumerate() {
            let of = |names: &[(Range<usize>, usize)]| names.iter().filter(|name| name.1 == class).cloned().collect::<Vec<_>>();
            let (found, wanted) = (of(&found), of(&wanted));
            let right = found.iter().filter(|name| wanted.contains(name)).count();
            counts.add(Counts { right, found: found.len(), wanted: wanted.len() });
        }
    }
    let mut all = Counts::default();
    counts[..3].iter().for_each(|&count| all.add(count));
    let rows = [("PER+LOC+ORG", all), ("PER", counts[0]), ("ORG", counts[1]), ("LOC", counts[2]), ("MISC", counts[3])];
    Table { file: file.to_owned(), rows: rows.into_iter().map(|(name, counts)| counts.row(name)).collect() }
}
