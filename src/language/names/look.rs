//! What a word looks like: the properties that the features of all layers are made of.

use super::clusters::{Clusters, Ids};
use super::linear::word_hash;

/// The properties of one word, as numbers that stay the same on every machine.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Hash of the word as it stands.
    pub exact: u64,
    /// Hash of the word in lower case.
    pub lower: u64,
    /// Hashes of its first one to four characters.
    pub prefixes: [u64; 4],
    /// Hashes of its last one to four characters.
    pub suffixes: [u64; 4],
    /// Its pattern of capitals, small letters, digits and marks, runs shortened ("Xx", "d-d").
    pub shape: u64,
    /// Its first character in lower case.
    pub initial: char,
    /// Its letter case.
    pub case: Case,
    /// Its clusters, if it has any.
    pub clusters: Option<Ids>,
}

/// The letter case of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Case {
    /// No letters.
    #[default]
    None,
    /// Small letters only, or scripts without case.
    Lower,
    /// A capital, then small letters.
    Title,
    /// A single capital letter.
    Letter,
    /// Capitals only, two or more.
    Upper,
    /// Small letters and capitals in another order.
    Mixed,
}

impl Look {
    /// The properties of a word.
    #[must_use]
    pub fn new(word: &str, clusters: &Clusters) -> Self {
        if word.is_ascii() {
            let mut small = [0; 32];
            if let Some(lower) = lowered(word, &mut small) {
                return Self::of(word, lower, clusters);
            }
        }
        Self::of(word, &word.replace('\u{2019}', "'").to_lowercase(), clusters)
    }

    fn of(word: &str, lower: &str, clusters: &Clusters) -> Self {
        let hash = word_hash(lower);
        Self {
            exact: word_hash(word),
            lower: hash,
            prefixes: prefixes(lower),
            suffixes: suffixes(lower),
            shape: shape(word),
            initial: lower.chars().next().unwrap_or_default(),
            case: Case::of(word),
            clusters: clusters.get(hash),
        }
    }
}

fn lowered<'a>(word: &str, small: &'a mut [u8; 32]) -> Option<&'a str> {
    let target = small.get_mut(..word.len())?;
    target.copy_from_slice(word.as_bytes());
    target.make_ascii_lowercase();
    std::str::from_utf8(target).ok()
}

fn prefixes(lower: &str) -> [u64; 4] {
    let mut ends = lower.char_indices().skip(1).map(|(at, _)| at).chain([lower.len()]);
    std::array::from_fn(|_| ends.next().map_or(0, |end| word_hash(&lower[..end])))
}

fn suffixes(lower: &str) -> [u64; 4] {
    let mut starts = lower.char_indices().rev().map(|(at, _)| at);
    std::array::from_fn(|_| starts.next().map_or(0, |start| word_hash(&lower[start..])))
}

/// Hash of the run-shortened pattern: at most the first twelve changes of kind count.
fn shape(word: &str) -> u64 {
    let (mut pattern, mut last) = (0, 0);
    for c in word.chars().take(64) {
        let kind = match c {
            'A'..='Z' => 1,
            'a'..='z' => 2,
            '0'..='9' => 3,
            _ if c.is_uppercase() => 1,
            _ if c.is_alphabetic() => 2,
            _ => 4 + u64::from(u32::from(c) & 0x7f),
        };
        if kind != last && pattern < 1 << 56 {
            pattern = pattern << 7 | kind;
            last = kind;
        }
    }
    pattern
}

impl Case {
    /// The case of a word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let (mut upper, mut lower, mut first_upper) = (0, 0, false);
        for c in word.chars().filter(|c| c.is_alphabetic()).take(64) {
            if c.is_uppercase() {
                first_upper |= lower == 0 && upper == 0;
                upper += 1;
            } else {
                lower += 1;
            }
        }
        match (upper, lower) {
            (0, 0) => Self::None,
            (0, _) => Self::Lower,
            (1, 0) => Self::Letter,
            (_, 0) => Self::Upper,
            (1, _) if first_upper => Self::Title,
            _ => Self::Mixed,
        }
    }

    /// True when the word begins like a name.
    #[must_use]
    pub fn is_capital(self) -> bool {
        matches!(self, Self::Title | Self::Letter | Self::Upper | Self::Mixed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    #[test]
    fn cases_are_told_apart() {
        let cases = ["Ruda", "OSCE", "U", "ruda", "McRuda", "10", "O’Ruda"].map(Case::of);
        assert_eq!(cases, [Case::Title, Case::Upper, Case::Letter, Case::Lower, Case::Mixed, Case::None, Case::Mixed]);
    }

    #[test]
    fn short_words_have_no_long_affixes() {
        let clusters = Clusters::new(Cow::Owned(super::super::clusters::encode(&[]))).expect("a table");
        let look = Look::new("Été", &clusters);
        assert_eq!((look.prefixes[3], look.suffixes[3]), (0, 0));
        assert_eq!(look.prefixes[2], look.lower);
    }
}
