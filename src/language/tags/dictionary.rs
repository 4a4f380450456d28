//! What each frequent word can be, counted in the treebanks.

use crate::language::table::{self, Table};
use std::borrow::Cow;

/// The words that are frequent enough to know.
#[derive(Debug, Clone)]
pub struct Dictionary(Table);

/// What is known of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// Number of the set of labels that the word is found with; 0 for an unknown word.
    pub class: u32,
    /// The one label it practically always has.
    pub sure: Option<u8>,
}

impl Dictionary {
    /// Takes a dictionary's bytes; none if they are not one.
    #[must_use]
    pub fn new(bytes: Cow<'static, [u8]>) -> Option<Self> {
        Table::new(bytes).map(Self)
    }

    /// What is known of a word, given by the hash of its normal form.
    #[must_use]
    pub fn get(&self, form: u64) -> Known {
        let value = self.0.get(form).unwrap_or_default();
        let [.., sure] = value.to_be_bytes();
        Known { class: value >> 8, sure: sure.checked_sub(1) }
    }
}

/// The bytes of a dictionary.
#[must_use]
pub fn encode(words: &[(u64, Known)]) -> Vec<u8> {
    let value = |known: &Known| known.class << 8 | known.sure.map_or(0, |label| u32::from(label) + 1);
    table::encode(&words.iter().map(|(form, known)| (*form, value(known))).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_kept() {
        let words = [(1, Known { class: 300, sure: None }), (2, Known { class: 1, sure: Some(0) })];
        let dictionary = Dictionary::new(Cow::Owned(encode(&words))).expect("a dictionary");
        assert_eq!(dictionary.get(1), words[0].1);
        assert_eq!(dictionary.get(2), words[1].1);
        assert_eq!(dictionary.get(3), Known::default());
    }
}
