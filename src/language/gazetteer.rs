//! Known names and name parts: which lists of the authority a run of words stands on.

use super::linear::feature;
use super::table::{self, Table};
use std::borrow::Cow;

/// The table of known names. The words of an entry are hashed in their normal form, one after the other.
#[derive(Debug, Clone)]
pub struct Gazetteer(Table);

/// A set of lists, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lists(pub u32);

impl Lists {
    /// The beginning of a longer entry.
    pub const PREFIX: Self = Self(1);
    /// Countries and territories.
    pub const COUNTRY: Self = Self(1 << 1);
    /// First-level regions.
    pub const REGION: Self = Self(1 << 2);
    /// Large cities and capitals.
    pub const LARGE_CITY: Self = Self(1 << 3);
    /// Other cities.
    pub const CITY: Self = Self(1 << 4);
    /// Seas, rivers, mountains.
    pub const PHYSICAL: Self = Self(1 << 5);
    /// Organizations.
    pub const ORGANIZATION: Self = Self(1 << 6);
    /// Media.
    pub const MEDIUM: Self = Self(1 << 7);
    /// Demonyms.
    pub const DEMONYM: Self = Self(1 << 8);
    /// First names of persons.
    pub const GIVEN: Self = Self(1 << 9);
    /// Last names of persons.
    pub const FAMILY: Self = Self(1 << 10);
    /// Whole names of persons.
    pub const PERSON: Self = Self(1 << 11);
    /// Last words of organizations' names.
    pub const BODY: Self = Self(1 << 12);
    /// Words that news writes with a small letter.
    pub const COMMON: Self = Self(1 << 13);
    /// Words that news writes with a capital letter.
    pub const PROPER: Self = Self(1 << 14);
    /// Words that stand with a small letter inside names.
    pub const LINK: Self = Self(1 << 15);

    /// How many lists there are; list `n` is bit `n`.
    pub const COUNT: u32 = 16;

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True when one of `other` is among these.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The longest entry that is looked for, in words.
pub const LONGEST: usize = 6;

impl Gazetteer {
    /// Takes the bytes of a gazetteer; none if they are not one.
    #[must_use]
    pub fn new(bytes: Cow<'static, [u8]>) -> Option<Self> {
        Table::new(bytes).map(Self)
    }

    /// The lists that a key (see [`key`]) stands on.
    #[must_use]
    pub fn get(&self, key: u64) -> Lists {
        Lists(self.0.get(key).unwrap_or_default())
    }
}

/// The key of a run of words: of the words so far (0 for none) and the hash of the next word's normal form.
#[must_use]
pub fn key(so_far: u64, form: u64) -> u64 {
    feature(7_001, &[so_far, form])
}

/// The bytes of a gazetteer, from keys and their lists, one entry a key, in any order.
#[must_use]
pub fn encode(entries: &[(u64, Lists)]) -> Vec<u8> {
    table::encode(&entries.iter().map(|&(key, lists)| (key, lists.0)).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::linear::word_hash;

    #[test]
    fn every_entry_is_found_on_its_lists() {
        let entries: Vec<(u64, Lists)> = (0..500_u32).map(|n| (key(0, word_hash(&n.to_string())), Lists(n))).collect();
        let table = Gazetteer::new(Cow::Owned(encode(&entries))).expect("a table");
        for (key, lists) in entries {
            assert_eq!(table.get(key), lists);
        }
        assert_eq!(table.get(key(0, word_hash("unknown"))), Lists::default());
    }

    #[test]
    fn bytes_that_are_no_gazetteer_are_refused() {
        assert!(Gazetteer::new(Cow::Owned(vec![1])).is_none());
    }
}
