//! Known names and name parts: which lists of the authority a run of words stands on.
//!
//! Layout, little-endian: `buckets: u32`, `buckets + 1` entry numbers (`u32`); then entries of four bytes: a 16-bit
//! fingerprint of the words and the 16-bit set of lists. The words of an entry are hashed in lower case, one after the other.

use super::linear::{feature, place};
use std::borrow::Cow;

/// The table of known names, read in place from its bytes.
#[derive(Debug, Clone)]
pub struct Gazetteer {
    bytes: Cow<'static, [u8]>,
    buckets: u32,
}

/// A set of lists, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lists(pub u16);

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

    /// How many lists there are; list `n` is bit `n`.
    pub const COUNT: u16 = 15;

    /// Both sets together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
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
const ENTRY: usize = 4;

impl Gazetteer {
    /// Takes the bytes of a gazetteer; none if they are not one.
    #[must_use]
    pub fn new(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let buckets = u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?);
        let table = Self { bytes, buckets };
        let entries = table.first(buckets)? as usize;
        (buckets > 0 && table.bytes.len() == table.start() + ENTRY * entries).then_some(table)
    }

    /// The lists that a key (see [`key`]) stands on.
    #[must_use]
    pub fn get(&self, key: u64) -> Lists {
        self.find(key).unwrap_or_default()
    }

    fn find(&self, key: u64) -> Option<Lists> {
        let (bucket, fingerprint) = place(key, self.buckets);
        let at = |entry: u32| self.start() + ENTRY * entry as usize;
        let entries = self.bytes.get(at(self.first(bucket)?)..at(self.first(bucket + 1)?))?;
        let found = entries.chunks_exact(ENTRY).find(|entry| entry[..2] == fingerprint.to_le_bytes())?;
        Some(Lists(u16::from_le_bytes([found[2], found[3]])))
    }

    fn start(&self) -> usize {
        4 * (self.buckets as usize + 2)
    }

    fn first(&self, bucket: u32) -> Option<u32> {
        let at = 4 * (bucket as usize + 1);
        Some(u32::from_le_bytes(self.bytes.get(at..at + 4)?.try_into().ok()?))
    }
}

/// The key of a run of words: of the words so far (0 for none) and the hash of the next word in lower case.
#[must_use]
pub fn key(so_far: u64, lower: u64) -> u64 {
    feature(7_001, &[so_far, lower])
}

/// The bytes of a gazetteer, from keys and their lists, one entry a key, in any order.
#[must_use]
pub fn encode(entries: &[(u64, Lists)]) -> Vec<u8> {
    let buckets = u32::try_from(entries.len() / 4).unwrap_or(u32::MAX).max(1);
    let mut rows: Vec<((u32, u16), u16)> = entries.iter().map(|&(key, lists)| (place(key, buckets), lists.0)).collect();
    rows.sort_unstable();
    let first = (0..=buckets).map(|bucket| u32::try_from(rows.partition_point(|e| e.0.0 < bucket)).unwrap_or(u32::MAX));
    let head = std::iter::once(buckets).chain(first).flat_map(u32::to_le_bytes);
    head.chain(rows.iter().flat_map(|&((_, fingerprint), lists)| fingerprint.to_le_bytes().into_iter().chain(lists.to_le_bytes())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::linear::word_hash;

    #[test]
    fn every_entry_is_found_on_its_lists() {
        let entries: Vec<(u64, Lists)> = (0..500_u16).map(|n| (key(0, word_hash(&n.to_string())), Lists(n))).collect();
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
