//! Word kinds: which words a very large body of text uses alike, for many more words than the [`clusters`](super::clusters) know.
//!
//! The kinds form a tree of four levels, so that a word's entry holds its finest kind alone.
//!
//! Layout of the section `words`, little-endian: `buckets: u32`, `buckets + 1` entry numbers (`u32`); then entries of three bytes,
//! a 12-bit fingerprint of the word and its 12-bit kind. An unknown word is taken for a known one about once in 250 look-ups.
//! The section `parents` holds three numbers (`u16`) a kind: those of the levels above it, from coarse to fine.

use super::clusters::Ids;
use super::linear::place;
use super::model::{self, ModelError, ModelFile};
use std::borrow::Cow;

/// The kinds of all known words.
#[derive(Debug, Clone)]
pub struct Kinds {
    words: Cow<'static, [u8]>,
    buckets: u32,
    parents: Vec<[u16; 3]>,
}

const LAYER: &str = "kinds";
const WORDS: &str = "words";
const PARENTS: &str = "parents";
const ENTRY: usize = 3;
/// Words a bucket, on average.
const FULL: usize = 16;
/// How many kinds there can be.
pub const MOST: usize = 1 << 12;

impl Kinds {
    /// Opens the layer's file.
    ///
    /// # Errors
    /// If the bytes are not that file.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let file = ModelFile::open(LAYER, bytes)?;
        let words = file.section(WORDS)?;
        let number = |pair: &[u8]| u16::from_le_bytes([pair[0], pair[1]]);
        let parents = file.section(PARENTS)?.chunks_exact(6).map(|six| [number(six), number(&six[2..]), number(&six[4..])]).collect();
        let buckets = words.first_chunk().map_or(0, |first| u32::from_le_bytes(*first));
        let kinds = Self { words, buckets, parents };
        let entries = kinds.first(buckets).filter(|_| buckets > 0).ok_or_else(|| file.unusable(WORDS))?;
        if kinds.words.len() == kinds.start() + ENTRY * entries as usize { Ok(kinds) } else { Err(file.unusable(WORDS)) }
    }

    /// The kinds of a word from coarse to fine, each one higher than in the file; given by the
    /// [`word_hash`](super::linear::word_hash) of its normal form. All zero for an unknown word.
    #[must_use]
    pub fn get(&self, word: u64) -> Ids {
        self.find(word).unwrap_or_default()
    }

    fn find(&self, word: u64) -> Option<Ids> {
        let (bucket, fingerprint) = place(word, self.buckets);
        let at = |entry: u32| self.start() + ENTRY * entry as usize;
        let entries = self.words.get(at(self.first(bucket)?)..at(self.first(bucket + 1)?))?;
        let fingerprint = fingerprint & 0xfff;
        let entry = entries.chunks_exact(ENTRY).find(|e| u16::from(e[0]) | (u16::from(e[1]) & 0xf) << 8 == fingerprint)?;
        let kind = u16::from(entry[1]) >> 4 | u16::from(entry[2]) << 4;
        let [coarse, middle, fine] = *self.parents.get(usize::from(kind))?;
        Some([coarse + 1, middle + 1, fine + 1, kind + 1])
    }

    fn start(&self) -> usize {
        4 * (self.buckets as usize + 2)
    }

    /// The number of the first entry of a bucket.
    fn first(&self, bucket: u32) -> Option<u32> {
        let at = 4 * (bucket as usize + 1);
        Some(u32::from_le_bytes(*self.words.get(at..at + 4)?.first_chunk()?))
    }
}

/// The bytes of the layer's file, from words (by the hash of their normal form) and their kinds below [`MOST`], in any order,
/// and the levels above each kind.
#[must_use]
pub fn encode(words: &[(u64, u16)], parents: &[[u16; 3]]) -> Vec<u8> {
    let buckets = u32::try_from(words.len() / FULL).unwrap_or(u32::MAX).max(1);
    let mut entries: Vec<(u32, u16, u16)> = words
        .iter()
        .map(|&(word, kind)| {
            let (bucket, fingerprint) = place(word, buckets);
            (bucket, fingerprint & 0xfff, kind)
        })
        .collect();
    entries.sort_unstable();
    let first = (0..=buckets).map(|bucket| u32::try_from(entries.partition_point(|e| e.0 < bucket)).unwrap_or(u32::MAX));
    let head = std::iter::once(buckets).chain(first).flat_map(u32::to_le_bytes);
    let packed = entries.iter().flat_map(|&(_, fingerprint, kind)| {
        let both = (u32::from(fingerprint) | u32::from(kind) << 12).to_le_bytes();
        [both[0], both[1], both[2]]
    });
    let parents = parents.iter().flatten().flat_map(|level| level.to_le_bytes()).collect();
    model::write(LAYER, &[(WORDS, head.chain(packed).collect()), (PARENTS, parents)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::linear::word_hash;

    #[test]
    fn every_word_has_its_kind_and_the_levels_above() {
        let words: Vec<(u64, u16)> = (0..300_u16).map(|n| (word_hash(&n.to_string()), n)).collect();
        let parents: Vec<[u16; 3]> = (0..300_u16).map(|n| [n % 3, n % 30, n % 100]).collect();
        let kinds = Kinds::open(Cow::Owned(encode(&words, &parents))).expect("opens");
        let right = words.iter().filter(|(word, n)| kinds.get(*word) == [n % 3 + 1, n % 30 + 1, n % 100 + 1, n + 1]).count();
        assert!(right >= 298, "fingerprints that meet are rare: {right}");
    }

    #[test]
    fn bytes_of_another_length_are_refused() {
        let file = model::write(LAYER, &[(WORDS, vec![1, 0, 0, 0]), (PARENTS, vec![])]);
        assert!(Kinds::open(Cow::Owned(file)).is_err());
    }
}
