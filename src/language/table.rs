//! A read-only map from word hashes to numbers, compact and read in place.
//!
//! Layout, little-endian: `buckets: u32`, `buckets + 1` entry numbers (`u32`); then entries of six bytes, a 16-bit
//! fingerprint of the key and its 32-bit value. An unknown key is taken for a known one about once in ten thousand look-ups.

use super::linear::place;
use std::borrow::Cow;

/// The map, over its bytes.
#[derive(Debug, Clone)]
pub struct Table {
    bytes: Cow<'static, [u8]>,
    buckets: u32,
}

const ENTRY: usize = 6;

impl Table {
    /// Takes the bytes of a table; none if they are not one.
    #[must_use]
    pub fn new(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let buckets = u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?);
        let table = Self { bytes, buckets };
        let entries = table.first(buckets)? as usize;
        (buckets > 0 && table.bytes.len() == table.start() + ENTRY * entries).then_some(table)
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: u64) -> Option<u32> {
        let (bucket, fingerprint) = place(key, self.buckets);
        let at = |entry: u32| self.start() + ENTRY * entry as usize;
        let entries = self.bytes.get(at(self.first(bucket)?)..at(self.first(bucket + 1)?))?;
        let found = entries.chunks_exact(ENTRY).find(|entry| entry[..2] == fingerprint.to_le_bytes())?;
        Some(u32::from_le_bytes([found[2], found[3], found[4], found[5]]))
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

/// The bytes of a table, from its keys and values in any order.
#[must_use]
pub fn encode(values: &[(u64, u32)]) -> Vec<u8> {
    let buckets = u32::try_from(values.len() / 4).unwrap_or(u32::MAX).max(1);
    let mut entries: Vec<((u32, u16), u32)> = values.iter().map(|&(key, value)| (place(key, buckets), value)).collect();
    entries.sort_unstable();
    let first = (0..=buckets).map(|bucket| u32::try_from(entries.partition_point(|e| e.0.0 < bucket)).unwrap_or(u32::MAX));
    let head = std::iter::once(buckets).chain(first).flat_map(u32::to_le_bytes);
    head.chain(entries.iter().flat_map(|&((_, fingerprint), value)| fingerprint.to_le_bytes().into_iter().chain(value.to_le_bytes())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::linear::word_hash;

    #[test]
    fn every_key_keeps_its_value() {
        let values: Vec<(u64, u32)> = (0..999).map(|n| (word_hash(&format!("word{n}")), n)).collect();
        let table = Table::new(Cow::Owned(encode(&values))).expect("a table");
        for (key, value) in values {
            assert_eq!(table.get(key), Some(value));
        }
        assert_eq!(table.get(word_hash("unknown")), None);
    }

    #[test]
    fn bytes_that_are_no_table_are_refused() {
        assert!(Table::new(Cow::Owned(vec![])).is_none());
        let mut bytes = encode(&[(7, 1)]);
        bytes.pop();
        assert!(Table::new(Cow::Owned(bytes)).is_none());
    }
}
