//! What the name model sees of a word: what the other layers see, and its ends.

use crate::language::classes::WordClasses;
use crate::language::linear::word_hash;
use crate::language::word::{Word, Writing};

/// The properties of one word, as numbers that are the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// What the other layers see.
    pub word: Word,
    /// Hash of the word as it stands.
    pub exact: u64,
    /// Hashes of the first one to four characters of its normal form; 0 where it has fewer.
    pub prefixes: [u64; 4],
    /// Hashes of the last one to four characters.
    pub suffixes: [u64; 4],
    /// The first character of its normal form.
    pub initial: char,
}

impl Look {
    /// Looks at a word; `buffer` is scratch space.
    #[must_use]
    pub fn new(word: &str, classes: &WordClasses, buffer: &mut String) -> Self {
        let reduced = Word::new(word, classes, buffer);
        Self {
            word: reduced,
            exact: word_hash(word),
            prefixes: prefixes(buffer),
            suffixes: suffixes(buffer),
            initial: buffer.chars().next().unwrap_or_default(),
        }
    }

    /// True when there is a capital in the word.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        matches!(self.word.writing, Writing::Initial | Writing::Capitals | Writing::Mixed)
    }
}

fn prefixes(form: &str) -> [u64; 4] {
    let mut ends = form.char_indices().skip(1).map(|(at, _)| at).chain([form.len()]);
    std::array::from_fn(|_| ends.next().map_or(0, |end| word_hash(&form[..end])))
}

fn suffixes(form: &str) -> [u64; 4] {
    let mut starts = form.char_indices().rev().map(|(at, _)| at);
    std::array::from_fn(|_| starts.next().map_or(0, |start| word_hash(&form[start..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_have_no_long_affixes() {
        assert_eq!(prefixes("été")[2..], [word_hash("été"), 0]);
        assert_eq!(suffixes("été")[1..], [word_hash("té"), word_hash("été"), 0]);
    }
}
