//! Measures tokens and sentence ends against the treebanks.

use crate::conllu::{self, Sentence};
use crate::report::{Counts, Table};
use anyhow::Result;
use dateline::language::sentences::sentences;
use dateline::language::tokens::Tokenizer;
use dateline::span::Span;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// A paragraph of a treebank as plain text, with where its tokens and sentences stand.
struct Paragraph {
    text: String,
    tokens: Vec<Span>,
    sentences: Vec<Span>,
}

/// Scores of each file: from the plain text of its paragraphs, or from its own tokens.
pub fn evaluate(files: &[PathBuf], raw: bool) -> Result<Vec<Table>> {
    let tokenizer = Tokenizer::new()?;
    files
        .iter()
        .map(|file| {
            let (mut tokens, mut ends) = (Counts::default(), Counts::default());
            for paragraph in paragraphs(&conllu::read(file)?) {
                let found = if raw { cut(&tokenizer, &paragraph.text) } else { paragraph.tokens.clone() };
                let found_sentences: Vec<Span> =
                    sentences(&paragraph.text, &found).into_iter().map(|s| found[s.start].cover(found[s.end - 1])).collect();
                tokens.add(compare(&found, &paragraph.tokens));
                ends.add(compare(&found_sentences, &paragraph.sentences));
            }
            Ok(Table { file: file.display().to_string(), rows: vec![ends.row("sentences"), tokens.row("tokens")] })
        })
        .collect()
}

fn cut(tokenizer: &Tokenizer, text: &str) -> Vec<Span> {
    let mut tokens = Vec::new();
    tokenizer.tokens(text, Span::new(0, text.len()), &mut tokens);
    tokens
}

fn compare(found: &[Span], wanted: &[Span]) -> Counts {
    let all: BTreeSet<&Span> = wanted.iter().collect();
    Counts { right: found.iter().filter(|span| all.contains(span)).count(), found: found.len(), wanted: wanted.len() }
}

fn paragraphs(treebank: &[Sentence]) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for sentence in treebank {
        if sentence.begins_paragraph || sentence.begins_document || paragraphs.is_empty() {
            paragraphs.push(Paragraph { text: String::new(), tokens: Vec::new(), sentences: Vec::new() });
        }
        if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push(sentence);
        }
    }
    paragraphs
}

impl Paragraph {
    fn push(&mut self, sentence: &Sentence) {
        let first = self.tokens.len();
        for word in &sentence.words {
            let start = self.text.len();
            self.text.push_str(&word.form);
            self.tokens.push(Span::new(start, self.text.len()));
            if word.space_after {
                self.text.push(' ');
            }
        }
        if let (Some(begin), Some(end)) = (self.tokens.get(first), self.tokens.last()) {
            self.sentences.push(begin.cover(*end));
        }
    }
}
