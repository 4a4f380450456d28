//! Trains the sentence splitter, and measures tokens and sentence ends against the treebanks.

use crate::conllu::{self, Sentence};
use crate::perceptron::{Perceptron, encode_within, mean};
use crate::report::{Counts, Table};
use crate::shuffle::shuffle;
use anyhow::Result;
use dateline::language::sentences::{Gaps, Splitter, encode};
use dateline::language::tokens::Tokenizer;
use dateline::span::Span;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A paragraph of a treebank as plain text, with where its tokens and sentences stand.
pub struct Paragraph<'a> {
    /// The plain text.
    pub text: String,
    /// Where its tokens stand.
    pub tokens: Vec<Span>,
    /// Where its sentences stand.
    pub sentences: Vec<Span>,
    /// The sentences as annotated.
    pub annotated: Vec<&'a Sentence>,
}

/// Passes over the treebanks.
const EPOCHS: usize = 10;
/// How many runs there are, whose mean is shipped.
const RUNS: u64 = 2;
/// So many bytes the shipped weights may take.
const MOST_BYTES: usize = 250_000;
/// The right answer must win by so much, or its weights are raised.
const MARGIN: f32 = 5.0;
/// The worth of one unit of a shipped weight.
const SCALE: f32 = 0.1;

/// The layer's file, learnt from the treebanks of a folder.
pub fn train(folder: &Path) -> Result<Vec<u8>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.sort();
    let treebanks: Vec<Vec<Sentence>> = files.iter().map(|file| conllu::read(file)).collect::<Result<_>>()?;
    let all: Vec<Paragraph<'_>> = treebanks.iter().flat_map(|treebank| paragraphs(treebank)).collect();
    let runs: Vec<Perceptron> = (0..RUNS).map(|run| learn_all(&all, run)).collect();
    Ok(encode(encode_within(MOST_BYTES, &mean(&runs), 2, (SCALE, SCALE), SCALE)))
}

/// One run, in an order that is shuffled, but always in the same way for the same run.
fn learn_all(paragraphs: &[Paragraph<'_>], run: u64) -> Perceptron {
    let mut perceptron = Perceptron::default();
    let mut order: Vec<&Paragraph<'_>> = paragraphs.iter().collect();
    for epoch in 0..EPOCHS {
        shuffle(&mut order, epoch as u64 + 100 * run);
        for paragraph in &order {
            learn(paragraph, &mut perceptron);
        }
    }
    perceptron
}

fn learn(paragraph: &Paragraph<'_>, perceptron: &mut Perceptron) {
    let ends: BTreeSet<usize> = paragraph.sentences.iter().map(|sentence| sentence.end).collect();
    let mut gaps = Gaps::new(&paragraph.text, &paragraph.tokens);
    let mut features = Vec::new();
    let mut start = 0;
    for (at, token) in paragraph.tokens.iter().enumerate() {
        let gold = ends.contains(&token.end);
        if at + 1 < paragraph.tokens.len() && gaps.may_end(at) {
            perceptron.tick();
            let mut scores: [f32; 2] = [0.0, 0.0];
            gaps.features(at, start, &mut features).iter().for_each(|&feature| perceptron.add(feature, &mut scores));
            let found = scores[1] > scores[0];
            if found != gold || (scores[1] - scores[0]).abs() < MARGIN {
                for &feature in &features {
                    perceptron.update(feature, u8::from(gold), 1.0);
                    perceptron.update(feature, u8::from(!gold), -1.0);
                }
            }
        }
        gaps.pass(at, gold);
        if gold {
            start = at + 1;
        }
    }
}

/// Scores of each file: from the plain text of its paragraphs, or from its own tokens.
pub fn evaluate(files: &[PathBuf], splitter: &Splitter, raw: bool) -> Result<Vec<Table>> {
    let tokenizer = Tokenizer::new()?;
    files
        .iter()
        .map(|file| {
            let (mut tokens, mut ends) = (Counts::default(), Counts::default());
            for paragraph in paragraphs(&conllu::read(file)?) {
                let found = if raw { cut(&tokenizer, &paragraph.text) } else { paragraph.tokens.clone() };
                let found_sentences: Vec<Span> =
                    splitter.sentences(&paragraph.text, &found).into_iter().map(|s| found[s.start].cover(found[s.end - 1])).collect();
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

/// The paragraphs of a treebank, in order.
pub fn paragraphs(treebank: &[Sentence]) -> Vec<Paragraph<'_>> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for sentence in treebank {
        if sentence.begins_paragraph || sentence.begins_document || paragraphs.is_empty() {
            paragraphs.push(Paragraph { text: String::new(), tokens: Vec::new(), sentences: Vec::new(), annotated: Vec::new() });
        }
        if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push(sentence);
        }
    }
    paragraphs
}

impl<'a> Paragraph<'a> {
    fn push(&mut self, sentence: &'a Sentence) {
        self.annotated.push(sentence);
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
