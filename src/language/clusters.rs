//! Word clusters: which words are used alike in a large body of news, at four granularities.
//!
//! Layout, little-endian: `buckets: u32`, `buckets + 1` entry numbers (`u32`); then entries of six bytes: a 16-bit
//! fingerprint of the word and its four cluster ids packed into 5, 7, 9 and 11 bits.

use super::linear::place;
use std::borrow::Cow;

/// The clusters of all known words, read in place from their bytes.
#[derive(Debug, Clone)]
pub struct Clusters {
    bytes: Cow<'static, [u8]>,
    buckets: u32,
}

/// The cluster ids of one word, from coarse (32 clusters) to fine (1,500).
pub type Ids = [u16; 4];

const ENTRY: usize = 6;
const WIDTHS: [u32; 4] = [5, 7, 9, 11];

impl Clusters {
    /// Takes the bytes of a cluster table; none if they are not one.
    #[must_use]
    pub fn new(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let buckets = u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?);
        let table = Self { bytes, buckets };
        let entries = table.first(buckets)? as usize;
        (buckets > 0 && table.bytes.len() == table.start() + ENTRY * entries).then_some(table)
    }

    /// The clusters of a word, given by the [`word_hash`](super::linear::word_hash) of its lower-cased form.
    #[must_use]
    pub fn get(&self, word: u64) -> Option<Ids> {
        let (bucket, fingerprint) = place(word, self.buckets);
        let at = |entry: u32| self.start() + ENTRY * entry as usize;
        let entries = self.bytes.get(at(self.first(bucket)?)..at(self.first(bucket + 1)?))?;
        let found = entries.chunks_exact(ENTRY).find(|entry| entry[..2] == fingerprint.to_le_bytes())?;
        Some(unpack(u32::from_le_bytes([found[2], found[3], found[4], found[5]])))
    }

    fn start(&self) -> usize {
        4 * (self.buckets as usize + 2)
    }

    /// The number of the first entry of a bucket.
    fn first(&self, bucket: u32) -> Option<u32> {
        let at = 4 * (bucket as usize + 1);
        Some(u32::from_le_bytes(self.bytes.get(at..at + 4)?.try_into().ok()?))
    }
}

/// The bytes of a cluster table, from words (by the hash of their lower-cased form) and their ids, in any order.
#[must_use]
pub fn encode(words: &[(u64, Ids)]) -> Vec<u8> {
    let buckets = u32::try_from(words.len() / 4).unwrap_or(u32::MAX).max(1);
    let mut entries: Vec<((u32, u16), u32)> = words.iter().map(|&(word, ids)| (place(word, buckets), pack(ids))).collect();
    entries.sort_unstable();
    let first = (0..=buckets).map(|bucket| u32::try_from(entries.partition_point(|e| e.0.0 < bucket)).unwrap_or(u32::MAX));
    let head = std::iter::once(buckets).chain(first).flat_map(u32::to_le_bytes);
    head.chain(entries.iter().flat_map(|&((_, fingerprint), ids)| fingerprint.to_le_bytes().into_iter().chain(ids.to_le_bytes()))).collect()
}

fn pack(ids: Ids) -> u32 {
    ids.iter().zip(WIDTHS).fold(0, |packed, (&id, width)| packed << width | (u32::from(id) & ((1 << width) - 1)))
}

fn unpack(mut packed: u32) -> Ids {
    let mut ids = [0; 4];
    for (id, width) in ids.iter_mut().zip(WIDTHS).rev() {
        #[expect(clippy::cast_possible_truncation, reason = "at most eleven bits")]
        let value = (packed & ((1 << width) - 1)) as u16;
        *id = value;
        packed >>= width;
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::linear::word_hash;

    #[test]
    fn every_word_keeps_its_clusters() {
        let words: Vec<(u64, Ids)> = (0..999_u16).map(|n| (word_hash(&format!("word{n}")), [n % 32, n % 128, n % 512, n])).collect();
        let table = Clusters::new(Cow::Owned(encode(&words))).expect("a table");
        for (word, ids) in words {
            assert_eq!(table.get(word), Some(ids));
        }
        assert_eq!(table.get(word_hash("unknown")), None);
    }

    #[test]
    fn bytes_that_are_no_table_are_refused() {
        assert!(Clusters::new(Cow::Owned(vec![])).is_none());
        let mut bytes = encode(&[(7, [1, 2, 3, 4])]);
        bytes.pop();
        assert!(Clusters::new(Cow::Owned(bytes)).is_none());
    }
}
