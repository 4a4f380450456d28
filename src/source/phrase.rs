//! Phrases that a line of text is compared with, and the folded form in which both are compared.

use serde::Deserialize;
use std::collections::BTreeMap;

/// A phrase of the layout lexicon: `#` stands for a number, `…` for any words, also none.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
struct Phrase {
    /// The runs of words between the gaps; the first or last is empty where the phrase is open.
    parts: Vec<Vec<String>>,
}

/// A list of phrases, sorted by their first word.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<Phrase>")]
pub(super) struct Phrases {
    by_first: BTreeMap<String, Vec<Phrase>>,
    open: Vec<Phrase>,
}

impl From<Vec<Phrase>> for Phrases {
    fn from(phrases: Vec<Phrase>) -> Self {
        let mut sorted = Self::default();
        for phrase in phrases {
            match phrase.parts.first().and_then(|part| part.first()).filter(|word| *word != "#") {
                Some(word) => sorted.by_first.entry(word.clone()).or_default().push(phrase),
                None => sorted.open.push(phrase),
            }
        }
        sorted
    }
}

impl Phrases {
    /// True if the folded line is one of the phrases.
    pub(super) fn matches(&self, folded: &str) -> bool {
        let words: Vec<&str> = folded.split(' ').collect();
        let first = words.first().and_then(|word| self.by_first.get(*word));
        first.into_iter().flatten().chain(&self.open).any(|phrase| phrase.matches(&words))
    }
}

/// A phrase of one word and a gap says little: it counts on lines up to so many words.
const LONGEST_FOR_ONE_WORD: usize = 8;

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        let words = |part: &str| fold(part).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Self { parts: text.split('…').map(words).collect() }
    }
}

impl Phrase {
    /// True if the words of a folded line are this phrase.
    fn matches(&self, words: &[&str]) -> bool {
        let fixed: usize = self.parts.iter().map(Vec::len).sum();
        if self.parts.len() > 1 && fixed == 1 && words.len() > LONGEST_FOR_ONE_WORD {
            return false;
        }
        let (Some(first), Some(last)) = (self.parts.first(), self.parts.last()) else { return false };
        if self.parts.len() == 1 {
            return words.len() == first.len() && stands_at(first, words, 0);
        }
        let Some(end) = words.len().checked_sub(last.len()).filter(|_| words.len() >= fixed) else { return false };
        if !stands_at(first, words, 0) || !stands_at(last, words, end) {
            return false;
        }
        let mut at = first.len();
        for part in self.parts.iter().take(self.parts.len() - 1).skip(1) {
            let Some(found) = (at..=end).find(|&start| start + part.len() <= end && stands_at(part, words, start)) else { return false };
            at = found + part.len();
        }
        true
    }
}

fn stands_at(part: &[String], words: &[&str], start: usize) -> bool {
    words.get(start..start + part.len()).is_some_and(|window| part.iter().zip(window).all(|(mine, word)| same(mine, word)))
}

fn same(mine: &str, word: &str) -> bool {
    mine == word || (mine == "#" && is_number(word))
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | 'k' | 'm'))
}

/// Lower case, plain quotes, hyphens and spaces; punctuation at either end of a word dropped.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '|' | '•' | '·' | '—' | '–')) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '#' | '©' | '@'));
        if word.is_empty() {
            continue;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase).map(plain));
    }
    folded
}

/// The plain form of typographic quotes and hyphens.
fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2010}'..='\u{2012}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_typography() {
        assert_eq!(fold("  “Editors’ Picks” \u{a0}| Non\u{2011}Stop:"), "editors picks non-stop");
        assert_eq!(fold("— •"), "");
    }

    #[test]
    fn matches_whole_and_open_phrases() {
        let hit = |phrase: &str, line: &str| Phrases::from(vec![Phrase::from(phrase.to_owned())]).matches(&fold(line));
        assert!(hit("# min read", "2 min read"));
        assert!(!hit("# min read", "2 min reading"));
        assert!(hit("read more…", "Read more: the long road"));
        assert!(!hit("read more", "Read more: the long road"));
        assert!(hit("…all rights reserved", "© 2024 Example. All rights reserved."));
        assert!(hit("…our newsletter…", "Sign up to our newsletter today"));
        assert!(hit("share…article", "Share this article"));
        assert!(hit("subscribe…newsletter…", "Subscribe to our daily newsletter for free"));
        assert!(!hit("subscribe…newsletter…", "Subscribe today"));
        assert!(!hit("topics…", "Topics that nobody in the capital dared to raise before"));
        assert!(!hit("a b c", "a b"));
        assert!(!hit("a…a", "a"));
    }
}
