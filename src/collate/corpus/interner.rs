//! Names as numbers.

use super::Id;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// The names known so far, each with its number.
#[derive(Debug, Default)]
pub(super) struct Interner {
    numbers: FxHashMap<SmolStr, Id>,
    words: Vec<SmolStr>,
}

impl Interner {
    /// The number of a name, a new one if it has none.
    pub(super) fn number(&mut self, word: &str) -> Id {
        if let Some(number) = self.known(word) {
            return number;
        }
        let number = Id::try_from(self.words.len()).unwrap_or(Id::MAX);
        let word = SmolStr::new(word);
        self.numbers.insert(word.clone(), number);
        self.words.push(word);
        number
    }

    /// The number of a name; none if it has none.
    pub(super) fn known(&self, word: &str) -> Option<Id> {
        self.numbers.get(word).copied()
    }

    /// The name of a number.
    pub(super) fn word(&self, id: Id) -> &str {
        self.words.get(id as usize).map_or("", SmolStr::as_str)
    }

    /// The numbers of several names.
    pub(super) fn all(&mut self, words: &[SmolStr]) -> Box<[Id]> {
        words.iter().map(|word| self.number(word)).collect()
    }

    /// The number of a name that may be missing.
    pub(super) fn maybe(&mut self, word: Option<&SmolStr>) -> Option<Id> {
        word.map(|word| self.number(word))
    }
}
