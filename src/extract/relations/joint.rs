//! Words between two names that say what the two are to each other, as patterns.

use super::lexicon::Side;
use crate::extract::lexicon::MarkedText;
use serde::Deserialize;

/// Stands for some words in a pattern, or none.
const GAP: &str = "…";
/// How many words it stands for at most.
const LONGEST_GAP: usize = 4;

/// Words between two names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Joint {
    pub(super) predicate: String,
    pub(super) subject: Vec<Side>,
    pub(super) object: Vec<Side>,
    #[serde(default)]
    pub(super) backward: bool,
    pub(super) only: Option<Only>,
    between: Vec<Pattern>,
    /// Words of which some must follow the second name; none for no matter what follows.
    #[serde(default)]
    followed: Vec<String>,
    pub(super) confidence: f32,
    pub(super) examples: Vec<MarkedText>,
    pub(super) counter_examples: Vec<MarkedText>,
}

/// What one side must be besides its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Only {
    /// The object a party.
    Party,
    /// The subject without a title before the name, the object neither a body of a state nor a company or school.
    Fellow,
    /// The subject a body of a state.
    Public,
    /// The subject no country, which is no part of what is named beside it.
    Part,
}

impl Joint {
    /// True if it asks for words after the second name.
    pub(super) fn is_followed(&self) -> bool {
        !self.followed.is_empty()
    }

    /// True if the words after the second name, by their place, are such as it asks for.
    pub(super) fn goes_on<'d>(&self, word: impl Fn(usize) -> Option<&'d str>) -> bool {
        let stands = |phrase: &String| phrase.split(' ').enumerate().all(|(at, known)| word(at) == Some(known));
        self.followed.is_empty() || self.followed.iter().any(stands)
    }

    /// True if the words between two names, in lower case, are one of its patterns.
    pub(super) fn stands_in(&self, between: &[String]) -> bool {
        self.between.iter().any(|pattern| pattern.fits(between))
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(from = "String")]
struct Pattern(Vec<String>);

impl From<String> for Pattern {
    fn from(words: String) -> Self {
        Self(words.split(' ').map(str::to_owned).collect())
    }
}

impl Pattern {
    fn fits(&self, words: &[String]) -> bool {
        fits(&self.0, words)
    }
}

fn fits(pattern: &[String], words: &[String]) -> bool {
    match pattern.split_first() {
        None => words.is_empty(),
        Some((part, rest)) if part == GAP => {
            let open = words.iter().take(LONGEST_GAP).take_while(|word| is_word(word)).count();
            (0..=open).any(|passed| fits(rest, &words[passed..]))
        }
        Some((part, rest)) => words.split_first().is_some_and(|(word, after)| word == part && fits(rest, after)),
    }
}

/// True for words and hyphens, not for other marks.
fn is_word(word: &str) -> bool {
    word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '‑' | '\'' | '’'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stands(pattern: &str, words: &str) -> bool {
        let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        Pattern::from(pattern.to_owned()).fits(&words)
    }

    #[test]
    fn an_ellipsis_stands_for_up_to_four_words() {
        assert!(stands(", a … in", ", a in") && stands(", a … in", ", a large trade city in"));
        assert!(stands("in north …", "in north - western") && stands("in", "in"));
        assert!(!stands(", a … in", ", a city , in") && !stands(", a … in", ", a very large old trade city in") && !stands("in", "in the"));
    }
}
