//! Cuts text into tokens as the Universal Dependencies treebanks of English do: spans over the unchanged text.

mod scanner;
mod split;
mod word;

use super::ModelError;
use super::characters::is_separator;
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use scanner::Scanner;
use serde::Deserialize;

/// The shipped lists of words that the tokenizer knows.
const WORDS: &str = include_str!("../../../ontology/lexicon/tokenization.toml");

/// Cuts text into words, numbers and punctuation marks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokenizer {
    abbreviations: FxHashSet<String>,
    abbreviations_before_number: FxHashSet<String>,
    prefixes: FxHashSet<String>,
    ordinals: FxHashSet<String>,
    magnitudes: FxHashSet<String>,
    clitics: FxHashSet<String>,
    splits: FxHashMap<String, usize>,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test runs them"))]
    examples: Vec<(String, String)>,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test runs them"))]
    counter_examples: Vec<(String, String)>,
}

/// No word of the lists is longer than this, in bytes; longer stretches are not looked up.
const LONGEST: usize = 16;

impl Tokenizer {
    /// The tokenizer with the shipped lists.
    ///
    /// # Errors
    /// If the lists are not what they should be.
    pub fn new() -> Result<Self, ModelError> {
        toml::from_str(WORDS).map_err(|error| ModelError::Words(error.to_string()))
    }

    /// Adds the tokens of one stretch of text, in order. Takes time linear in its length.
    pub fn tokens(&self, text: &str, stretch: Span, tokens: &mut Vec<Span>) {
        let words = text.get(..stretch.end).unwrap_or(text);
        let mut scanner = Scanner { tokenizer: self, text: words, start: stretch.start, tokens };
        let mut at = stretch.start;
        while let Some(character) = scanner.at(at) {
            at = if is_separator(character) { at + character.len_utf8() } else { scanner.token(at, character) };
        }
    }
}

/// True for a word on a list.
fn lists(list: &FxHashSet<String>, word: &str) -> bool {
    word.len() <= LONGEST && list.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<String> {
        spans(text).iter().map(|span| span.of(text).to_owned()).collect()
    }

    fn spans(text: &str) -> Vec<Span> {
        let mut tokens = Vec::new();
        Tokenizer::new().expect("the shipped lists").tokens(text, Span::new(0, text.len()), &mut tokens);
        tokens
    }

    fn assert_cut(text: &str, tokens: &str) {
        assert_eq!(cut(text).join(" "), tokens, "{text}");
    }

    #[test]
    fn the_examples_of_the_lexicon_hold() {
        let tokenizer = Tokenizer::new().expect("the shipped lists");
        assert!(!tokenizer.examples.is_empty() && !tokenizer.counter_examples.is_empty());
        for (text, tokens) in tokenizer.examples.iter().chain(&tokenizer.counter_examples) {
            assert_cut(text, tokens);
        }
    }

    #[test]
    fn clitics_are_tokens() {
        assert_cut("She doesn't, they'll, it’s Ruda's", "She does n't , they 'll , it ’s Ruda 's");
        assert_cut("“Ruda”’s can’t cannot", "“ Ruda ” ’s ca n’t can not");
        assert_cut("O’Brien d'Ivoire N'Djamena the ministers' plan", "O’Brien d'Ivoire N'Djamena the ministers ' plan");
    }

    #[test]
    fn hyphens_are_tokens_but_for_prefixes() {
        assert_cut("a well-known re-elected Jean‑Paul", "a well - known re-elected Jean ‑ Paul");
        assert_cut("pro-European non-profit 2026-02-03 10-12", "pro - European non-profit 2026-02-03 10 - 12");
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        assert_cut("Mr. A. B. Ruda of the U.S. at 5 p.m. met Dr. Lund.", "Mr. A. B. Ruda of the U.S. at 5 p.m. met Dr. Lund .");
        assert_cut("No. 10 said no. Ships Inc. ended...", "No. 10 said no . Ships Inc. ended ...");
    }

    #[test]
    fn numbers_part_from_units() {
        assert_cut("$50bn, 3.5%, US$1,000.50, 5pm, the 20th", "$ 50 bn , 3.5 % , US$ 1,000.50 , 5 pm , the 20th");
        assert_cut("10:30 on 1/2/2026", "10:30 on 1/2/2026");
    }

    #[test]
    fn glued_sentences_part() {
        assert_cut("a statement,Ruda said peace.Harbour towns", "a statement , Ruda said peace . Harbour towns");
        assert_cut("see example.org or J.Lund", "see example.org or J. Lund");
    }

    #[test]
    fn addresses_and_handles_are_one() {
        assert_cut(
            "(https://example.org/a?b=c). Ask @ruda_lund or a.b@example.org #now",
            "( https://example.org/a?b=c ) . Ask @ruda_lund or a.b@example.org #now",
        );
    }

    #[test]
    fn other_scripts_and_signs_are_kept() {
        assert_cut("Київ 👩‍🚀👍🏽 e\u{301}té\u{a0}x", "Київ 👩‍🚀 👍🏽 e\u{301}té x");
    }

    #[test]
    fn a_long_stretch_without_space_takes_linear_time() {
        for pattern in ["a", "1", "a.", "A.", "'", "a'", "a-", "1-", "1,", "@a", "http://", "www.", "\u{301}", "👩‍", "...", "é’s"] {
            let text = pattern.repeat(2_000_000 / pattern.len());
            let begin = std::time::Instant::now();
            spans(&text);
            assert!(begin.elapsed().as_secs() < 20, "{pattern:?} took {:?}", begin.elapsed());
        }
    }

    proptest! {
        #[test]
        fn tokens_are_increasing_and_cover_all_but_separators(text in "(\\PC|[ \n'’.,a-zA-Z0-9@#$%-]){0,60}") {
            let mut end = 0;
            for span in spans(&text) {
                prop_assert!(span.start >= end && span.start < span.end);
                prop_assert!(text[end..span.start].chars().all(is_separator));
                prop_assert!(!span.of(&text).is_empty());
                end = span.end;
            }
            prop_assert!(text[end..].chars().all(is_separator));
        }
    }
}
