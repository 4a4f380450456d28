//! Finds where sentences end among the tokens of one block, with a linear model of what stands around each gap.

use super::characters::{is_closing, is_opening};
use super::linear::{Linear, feature, word_hash};
use super::model::{self, ModelError, ModelFile};
use super::word::normalize;
use crate::span::Span;
use rustc_hash::FxHashSet;
use serde::Deserialize;
use std::borrow::Cow;
use std::ops::Range;

/// The sentence splitter, over its layer.
#[derive(Debug, Clone)]
pub struct Splitter {
    weights: Linear,
    credits: FxHashSet<String>,
    openers: FxHashSet<String>,
}

/// The shipped lists of words that tell sentences apart.
const WORDS: &str = include_str!("../../ontology/lexicon/sentences.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    credits: FxHashSet<String>,
    openers: FxHashSet<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test runs them"))]
    examples: Vec<(String, Vec<String>)>,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test runs them"))]
    counter_examples: Vec<(String, Vec<String>)>,
}

const LAYER: &str = "sentences";
const WEIGHTS: &str = "weights";

impl Splitter {
    /// Opens the layer's file.
    ///
    /// # Errors
    /// If the bytes are not that file.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let file = ModelFile::open(LAYER, bytes)?;
        let weights = Linear::new(file.section(WEIGHTS)?).filter(|w| w.classes() == 2).ok_or_else(|| file.unusable(WEIGHTS))?;
        let words: Words = toml::from_str(WORDS).map_err(|error| ModelError::Words(error.to_string()))?;
        Ok(Self { weights, credits: words.credits, openers: words.openers })
    }

    /// The sentences of one block, as ranges of its tokens: each token is in exactly one, in order.
    #[must_use]
    pub fn sentences(&self, text: &str, tokens: &[Span]) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut features = Vec::new();
        let mut gaps = Gaps::new(text, tokens);
        let mut start = 0;
        for at in 0..tokens.len() {
            let last = at + 1 == tokens.len();
            let ends = last
                || (gaps.may_end(at)
                    && (gaps.is_glued(at)
                        || self.opens_credit(&gaps, at)
                        || self.closes_initials(&gaps, at)
                        || self.ends(gaps.features(at, start, &mut features))));
            gaps.pass(at, ends);
            if ends {
                sentences.push(start..at + 1);
                start = at + 1;
            }
        }
        sentences
    }

    /// Whether the credit of a picture begins after token `at`.
    fn opens_credit(&self, gaps: &Gaps, at: usize) -> bool {
        gaps.word(Some(at + 2)) == ":" && self.credits.contains(gaps.word(Some(at + 1)))
    }

    /// Whether token `at` is letters with stops between them ("U.S.") before a word that has a capital only where a sentence begins.
    fn closes_initials(&self, gaps: &Gaps, at: usize) -> bool {
        let word = gaps.word(Some(at));
        dotted(word) == INITIALS && word.starts_with(char::is_uppercase) && self.openers.contains(gaps.word(Some(at + 1)))
    }

    fn ends(&self, features: &[u64]) -> bool {
        let mut scores = [0; 256];
        self.weights.add_all(features, &mut scores);
        scores[1] > scores[0]
    }
}

/// The bytes of the layer's file.
#[must_use]
pub fn encode(weights: Vec<u8>) -> Vec<u8> {
    model::write(LAYER, &[(WEIGHTS, weights)])
}

/// The gaps between the tokens of a block, gone through from left to right.
#[derive(Debug)]
pub struct Gaps<'a> {
    text: &'a str,
    tokens: &'a [Span],
    brackets: u32,
    /// The token that opened the quotation that token is in.
    quoted: Option<usize>,
    buffer: String,
}

/// How a token begins and ends, to a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    None,
    Small,
    Capital,
    Number,
    Final,
    Abbreviation,
    Opening,
    Closing,
    Comma,
    Colon,
    Other,
}

impl<'a> Gaps<'a> {
    /// The gaps of a block.
    #[must_use]
    pub fn new(text: &'a str, tokens: &'a [Span]) -> Self {
        Self { text, tokens, brackets: 0, quoted: None, buffer: String::new() }
    }

    fn word(&self, at: Option<usize>) -> &'a str {
        at.and_then(|at| self.tokens.get(at)).map_or("", |token| token.of(self.text))
    }

    /// Whether a sentence may end after token `at` at all: not between two words of which the second has no capital.
    #[must_use]
    pub fn may_end(&self, at: usize) -> bool {
        let (here, next) = (kind(self.word(Some(at))), kind(self.word(Some(at + 1))));
        let plain = |kind| matches!(kind, Kind::Small | Kind::Capital | Kind::Number | Kind::Comma);
        !(plain(here) && matches!(next, Kind::Small | Kind::Comma | Kind::Final | Kind::Closing)) && here != Kind::Comma
    }

    /// A full stop that touches the capitalised word behind it.
    #[must_use]
    pub fn is_glued(&self, at: usize) -> bool {
        let next = self.word(Some(at + 1));
        let touches = self.tokens.get(at).zip(self.tokens.get(at + 1)).is_some_and(|(here, next)| here.end == next.start);
        let mut letters = next.chars();
        touches
            && self.word(Some(at)) == "."
            && letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    }

    /// Goes past token `at`, after which a sentence ends or does not.
    pub fn pass(&mut self, at: usize, ends: bool) {
        match self.word(Some(at)) {
            "(" | "[" => self.brackets += 1,
            ")" | "]" => self.brackets = self.brackets.saturating_sub(1),
            "“" | "``" => self.quoted = Some(at),
            "”" | "''" => self.quoted = None,
            "\"" => self.quoted = if self.quoted.is_some() { None } else { Some(at) },
            _ => {}
        }
        if ends {
            self.brackets = 0;
        }
    }

    /// The features of the gap after token `at` of a sentence that began at token `start`.
    pub fn features<'f>(&mut self, at: usize, start: usize, found: &'f mut Vec<u64>) -> &'f [u64] {
        found.clear();
        let words = [at.checked_sub(1), Some(at), Some(at + 1), Some(at + 2)].map(|at| self.word(at));
        let [k1, k, n, n2] = words.map(|word| kind(word) as u64);
        let hashes = words.map(|word| self.hash(word));
        let [w1, w, next, next2] = hashes;
        let space = self.space(at);
        let before = at.checked_sub(1).map_or(4, |before| self.space(before));
        let length = match at + 1 - start {
            0..=2 => 0,
            3..=5 => 1,
            6..=12 => 2,
            13..=30 => 3,
            _ => 4,
        };
        let closed = u64::from(k == Kind::Final as u64)
            + 2 * u64::from(k1 == Kind::Final as u64 && matches!(words[1].chars().next(), Some(c) if is_closing(c)));
        let quoted = self.quoted.map_or(0, |opened| 1 + 3 * u64::from(opened > start));
        let inside = quoted + 2 * u64::from(self.brackets > 0);
        let mut add = |template: u32, parts: &[u64]| found.push(feature(template, parts));
        add(0, &[]);
        add(1, &[w]);
        add(2, &[next, k]);
        add(3, &[w, n]);
        add(4, &[w1, k1]);
        add(5, &[w, next]);
        add(6, &[k1, k, n, n2]);
        add(7, &[k, n, space]);
        add(8, &[k, n, space, inside, k1]);
        add(9, &[k, n, length]);
        add(10, &[k, n2, next2]);
        add(11, &[w1, w, n]);
        add(12, &[k, n, inside, next2]);
        add(13, &[words[1].len().min(6) as u64, k, n]);
        add(14, &[w1, k, n]);
        add(15, &[space, k, length, n]);
        add(16, &[k, next, next2]);
        add(17, &[closed, n]);
        add(18, &[closed, n, inside, n2]);
        add(19, &[closed, quoted, k, n]);
        let dotted = dotted(words[1]);
        add(20, &[dotted, next]);
        add(21, &[dotted, n, k1]);
        add(22, &[k1, k, next]);
        add(23, &[before, space, w, n]);
        add(24, &[before, space, k1, k, n]);
        found
    }

    fn hash(&mut self, word: &str) -> u64 {
        normalize(word, &mut self.buffer);
        word_hash(&self.buffer)
    }

    /// What stands between token `at` and the next: nothing, a space, more, a line's end.
    fn space(&self, at: usize) -> u64 {
        let gap = self.tokens.get(at).zip(self.tokens.get(at + 1)).and_then(|(here, next)| self.text.get(here.end..next.start));
        match gap.unwrap_or_default() {
            "" => 0,
            " " => 1,
            gap if gap.bytes().take(64).any(|b| b == b'\n') => 3,
            _ => 2,
        }
    }
}

/// Letters with stops between them.
const INITIALS: u64 = 2;

/// How an abbreviation is made: not at all, an initial ("J."), letters with stops between them ("U.S."), otherwise ("Mr.").
fn dotted(word: &str) -> u64 {
    let Some(body) = word.strip_suffix('.') else { return 0 };
    match body.chars().count() {
        0 => 0,
        1 => 1,
        _ if body.contains('.') => INITIALS,
        _ => 3,
    }
}

fn kind(word: &str) -> Kind {
    let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) else { return Kind::None };
    if first.is_alphanumeric() && last == '.' {
        return Kind::Abbreviation;
    }
    match first {
        _ if first.is_uppercase() => Kind::Capital,
        _ if first.is_numeric() => Kind::Number,
        _ if first.is_alphabetic() => Kind::Small,
        '.' | '!' | '?' | '…' | '。' | '؟' | '।' => Kind::Final,
        ',' => Kind::Comma,
        ':' | ';' | '-' | '–' | '—' => Kind::Colon,
        '"' | '\'' => Kind::Other,
        _ if is_opening(first) => Kind::Opening,
        _ if is_closing(first) => Kind::Closing,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokens::Tokenizer;

    fn cut(text: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        Tokenizer::new().expect("the shipped lists").tokens(text, Span::new(0, text.len()), &mut tokens);
        let splitter = Splitter::open(Cow::Borrowed(include_bytes!("../../models/sentences.dlm"))).expect("the shipped model");
        splitter
            .sentences(text, &tokens)
            .into_iter()
            .map(|range| text[tokens[range.start].start..tokens[range.end - 1].end].to_owned())
            .collect()
    }

    #[test]
    fn the_examples_of_the_lexicon_hold() {
        let words: Words = toml::from_str(WORDS).expect("the shipped words");
        assert!(!words.examples.is_empty() && !words.counter_examples.is_empty());
        for (text, sentences) in words.examples.iter().chain(&words.counter_examples) {
            assert_eq!(cut(text), *sentences);
        }
    }

    #[test]
    fn full_stops_end_sentences_and_abbreviations_do_not() {
        assert_eq!(
            cut("Mr. Ruda left. He met J. Lund of Ships Inc. in Oslo."),
            ["Mr. Ruda left.", "He met J. Lund of Ships Inc. in Oslo."]
        );
    }

    #[test]
    fn closing_quotes_belong_to_the_sentence_before() {
        assert_eq!(cut("“It is over.” The envoy left. “Is it?” she asked."), ["“It is over.”", "The envoy left.", "“Is it?” she asked."]);
    }

    #[test]
    fn initials_end_a_sentence_before_a_word_that_opens_one() {
        assert_eq!(cut("Ruda flew to the U.S. The envoy stayed."), ["Ruda flew to the U.S.", "The envoy stayed."]);
        assert_eq!(cut("The U.S. Navy stayed."), ["The U.S. Navy stayed."]);
    }

    #[test]
    fn glued_sentences_part() {
        assert_eq!(cut("They want peace.Harbour towns agree."), ["They want peace.", "Harbour towns agree."]);
    }
}
