//! Measures the name model: strict spans and classes, from the tokens of the corpus or from plain text.

use super::corpus::{self, Article};
use crate::report::{Counts, Table};
use anyhow::Result;
use dateline::language::Name;
use dateline::language::names::NameFinder;
use dateline::language::names::labels::CLASSES;
use dateline::language::sentences::Splitter;
use dateline::language::tokens::Tokenizer;
use dateline::span::Span;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Where names stand, each with the number of its class. Counted in tokens, or in bytes of the plain text.
type Names = BTreeSet<(usize, usize, usize)>;

/// Scores of each file: from its own tokens, or with a splitter from its plain text.
pub fn evaluate(files: &[PathBuf], finder: &NameFinder, splitter: Option<&Splitter>) -> Result<Vec<Table>> {
    let tokenizer = Tokenizer::new()?;
    let read = |article: &Article| match splitter {
        Some(splitter) => raw(article, finder, &tokenizer, splitter),
        None => tokenized(article, finder),
    };
    files.iter().map(|file| Ok(table(&file.display().to_string(), corpus::read(file)?.iter().map(read)))).collect()
}

/// The scores, from the names found and wanted in each article.
fn table(file: &str, articles: impl Iterator<Item = (Names, Names)>) -> Table {
    let mut counts = [Counts::default(); 4];
    for (found, wanted) in articles {
        for (class, counts) in counts.iter_mut().enumerate() {
            let count = |names: &mut dyn Iterator<Item = &(usize, usize, usize)>| names.filter(|name| name.2 == class).count();
            let right = count(&mut found.intersection(&wanted));
            counts.add(Counts { right, found: count(&mut found.iter()), wanted: count(&mut wanted.iter()) });
        }
    }
    let mut all = Counts::default();
    counts[..3].iter().for_each(|&count| all.add(count));
    let rows = [("PER+LOC+ORG", all), ("PER", counts[0]), ("ORG", counts[1]), ("LOC", counts[2]), ("MISC", counts[3])];
    Table { file: file.to_owned(), rows: rows.into_iter().map(|(name, counts)| counts.row(name)).collect() }
}

fn class(name: &Name) -> usize {
    CLASSES.iter().position(|&class| class == name.class).unwrap_or(0)
}

/// The names found and wanted, in tokens.
fn tokenized(article: &Article, finder: &NameFinder) -> (Names, Names) {
    let found = finder.find(article.sentences.iter().map(|s| s.words.iter().map(String::as_str)));
    let mut first = 0;
    let mut wanted = Names::new();
    for sentence in &article.sentences {
        wanted.extend(sentence.names.iter().map(|(range, class)| (first + range.start, first + range.end, *class)));
        first += sentence.words.len();
    }
    (found.iter().map(|name| (name.tokens.start, name.tokens.end, class(name))).collect(), wanted)
}

/// The names found and wanted, in bytes of the plain text.
fn raw(article: &Article, finder: &NameFinder, tokenizer: &Tokenizer, splitter: &Splitter) -> (Names, Names) {
    let (text, wanted) = plain(article);
    let mut tokens = Vec::new();
    tokenizer.tokens(&text, Span::new(0, text.len()), &mut tokens);
    let sentences = splitter.sentences(&text, &tokens);
    let found = finder.find(sentences.into_iter().map(|range| tokens[range].iter().map(|span| span.of(&text))));
    let bytes = |name: &Name| (tokens[name.tokens.start].start, tokens[name.tokens.end - 1].end, class(name));
    (found.iter().map(bytes).collect(), wanted)
}

/// The words as text again, one sentence after the other, and where the names stand in it.
fn plain(article: &Article) -> (String, Names) {
    let (mut text, mut names) = (String::new(), Names::new());
    for sentence in &article.sentences {
        let mut spans = Vec::new();
        for word in &sentence.words {
            let apart = !text.is_empty() && !text.ends_with(OPENING) && !word.starts_with(CLOSING);
            text.push_str(if apart { " " } else { "" });
            spans.push((text.len(), text.len() + word.len()));
            text.push_str(word);
        }
        names.extend(sentence.names.iter().map(|(range, class)| (spans[range.start].0, spans[range.end - 1].1, *class)));
    }
    (text, names)
}

/// Signs that nothing parts from the word after them.
const OPENING: [char; 3] = ['(', '[', '“'];
/// Signs that nothing parts from the word before them.
const CLOSING: [char; 12] = [',', '.', ';', ':', '?', '!', ')', ']', '”', '%', '\'', '’'];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::corpus::Sentence;

    #[test]
    fn words_become_text_again() {
        let words = ["Ruda", "'s", "(", "old", ")", "car"].map(str::to_owned).to_vec();
        let sentence = Sentence { words, names: vec![(0..1, 0)] };
        let article = Article { sentences: vec![sentence.clone(), sentence], marks_other: true, own_rules: false };
        let (text, names) = plain(&article);
        assert_eq!(text, "Ruda's (old) car Ruda's (old) car");
        assert_eq!(names, Names::from([(0, 4, 0), (17, 21, 0)]));
    }
}
