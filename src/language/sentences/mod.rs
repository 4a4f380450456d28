//! Finds where sentences end among the tokens of one block, with a linear model of what stands around each gap.

mod gaps;

pub use gaps::Gaps;

use super::linear::Linear;
use super::model::{self, ModelError, ModelFile};
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
const WORDS: &str = include_str!("../../../ontology/lexicon/sentences.toml");

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
            let ends = at + 1 == tokens.len() || self.decide(&mut gaps, at, start, &mut features).ends();
            gaps.pass(at, ends);
            if ends {
                sentences.push(start..at + 1);
                start = at + 1;
            }
        }
        sentences
    }

    /// What holds of the gap after token `at` of a sentence that began at token `start`; the features are left where it was weighed.
    pub fn decide(&self, gaps: &mut Gaps<'_>, at: usize, start: usize, features: &mut Vec<u64>) -> Decision {
        match () {
            () if !gaps.may_end(at) || gaps.closes_insertion(at) => Decision::Inside,
            () if gaps.is_glued(at) => Decision::Glued,
            () if self.opens_credit(gaps, at) => Decision::Credit,
            () if self.closes_initials(gaps, at) => Decision::Initials,
            () => Decision::Weighed(self.weigh(gaps.features(at, start, features))),
        }
    }

    /// The weights behind its decisions: the first class goes on, the second ends.
    #[must_use]
    pub fn weights(&self) -> &Linear {
        &self.weights
    }

    /// Whether the credit of a picture begins after token `at`.
    fn opens_credit(&self, gaps: &Gaps<'_>, at: usize) -> bool {
        gaps.word(Some(at + 2)) == ":" && self.credits.contains(gaps.word(Some(at + 1)))
    }

    /// Whether token `at` is letters with stops between them ("U.S.") before a word that has a capital only where a sentence begins.
    fn closes_initials(&self, gaps: &Gaps<'_>, at: usize) -> bool {
        let word = gaps.word(Some(at));
        gaps::dotted(word) == gaps::INITIALS && word.starts_with(char::is_uppercase) && self.openers.contains(gaps.word(Some(at + 1)))
    }

    fn weigh(&self, features: &[u64]) -> i32 {
        let mut scores = [0; 256];
        self.weights.add_all(features, &mut scores);
        scores[1] - scores[0]
    }
}

/// Why a sentence ends at a gap, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It stands between words that no sentence parts.
    Inside,
    /// A full stop touches the word behind it.
    Glued,
    /// The credit of a picture begins.
    Credit,
    /// Initials stand before a word that opens sentences.
    Initials,
    /// By the weights: how far the end is ahead.
    Weighed(i32),
}

impl Decision {
    /// True if a sentence ends here.
    #[must_use]
    pub fn ends(self) -> bool {
        match self {
            Self::Inside => false,
            Self::Glued | Self::Credit | Self::Initials => true,
            Self::Weighed(ahead) => ahead > 0,
        }
    }
}

/// The bytes of the layer's file.
#[must_use]
pub fn encode(weights: Vec<u8>) -> Vec<u8> {
    model::write(LAYER, &[(WEIGHTS, weights)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::shipped::Shipped;
    use crate::language::tokens::Tokenizer;

    fn cut(text: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        Tokenizer::new().expect("the shipped lists").tokens(text, Span::new(0, text.len()), &mut tokens);
        let splitter = Splitter::open(Shipped::SENTENCES.bytes()).expect("the shipped model");
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
    fn words_put_into_a_quotation_end_no_sentence() {
        assert_eq!(
            cut("“It is what the [former chief] Runa Vik asked for,” he said."),
            ["“It is what the [former chief] Runa Vik asked for,” he said."]
        );
        assert_eq!(cut("“It is over [for now.] We go home.”"), ["“It is over [for now.]", "We go home.”"]);
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
