//! The annotated articles as training material for names: every form of an entity, found again in the text.

use super::corpus::{Article, Sentence};
use crate::events::gold::{self, Gold};
use anyhow::{Context, Result};
use dateline::language::sentences::Splitter;
use dateline::language::tokens::Tokenizer;
use dateline::span::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::path::Path;

/// The forms of one article by their first word, the longest first: words and the number of a class.
type Forms = FxHashMap<String, Vec<(Vec<String>, usize)>>;

/// The articles of the set to learn from.
///
/// # Errors
/// If an article or its annotation cannot be read.
pub fn read(corpora: &Path, splitter: &Splitter) -> Result<Vec<Article>> {
    let tokenizer = Tokenizer::new()?;
    let mut articles = Vec::new();
    for (gold, path) in gold::read(corpora, "train")? {
        let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let forms = forms(&gold, &tokenizer);
        let mut sentences = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            sentences.extend(of_line(&text, Span::new(start, start + line.len()), &tokenizer, splitter, &forms));
            start += line.len();
        }
        articles.push(Article { sentences, marks_other: false, own_rules: true });
    }
    Ok(articles)
}

fn of_line(text: &str, line: Span, tokenizer: &Tokenizer, splitter: &Splitter, forms: &Forms) -> Vec<Sentence> {
    let mut tokens = Vec::new();
    tokenizer.tokens(text, line, &mut tokens);
    let ranges = splitter.sentences(text, &tokens);
    ranges
        .into_iter()
        .map(|range| {
            let words: Vec<String> = tokens[range].iter().map(|span| span.of(text).to_owned()).collect();
            Sentence { names: names(&words, forms), words }
        })
        .collect()
}

fn forms(gold: &Gold, tokenizer: &Tokenizer) -> Forms {
    let mut forms = Forms::default();
    for entity in &gold.entities {
        let Some(class) = class(&entity.class) else { continue };
        for mention in &entity.mentions {
            let mut spans = Vec::new();
            tokenizer.tokens(mention, Span::new(0, mention.len()), &mut spans);
            let words: Vec<String> = spans.iter().map(|span| span.of(mention).to_owned()).collect();
            if let Some(first) = words.first() {
                forms.entry(first.clone()).or_default().push((words, class));
            }
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "each entry is sorted by itself")]
    for forms in forms.values_mut() {
        forms.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
    }
    forms
}

/// The classes of the annotation; events and works are left out, since demonyms, which share their class elsewhere, are unmarked.
fn class(name: &str) -> Option<usize> {
    match name {
        "Person" => Some(0),
        "Organization" => Some(1),
        "Place" => Some(2),
        _ => None,
    }
}

/// The longest forms that the words hold, from left to right.
fn names(words: &[String], forms: &Forms) -> Vec<(Range<usize>, usize)> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = forms.get(&words[at]).and_then(|forms| forms.iter().find(|(form, _)| words[at..].starts_with(form)));
        let length = found.map_or(0, |(form, _)| form.len());
        names.extend(found.map(|(_, class)| (at..at + length, *class)));
        at += length.max(1);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_form_is_found() {
        let strings = |s: &str| s.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let forms = Forms::from_iter([("Bank".to_owned(), vec![(strings("Bank of Norland"), 1), (strings("Bank"), 1)])]);
        assert_eq!(names(&strings("The Bank of Norland , Bank head"), &forms), [(1..4, 1), (5..6, 1)]);
    }
}
