//! A linear model over sparse binary features: the scorer that the tagger, the name finder and the parser share.
//!
//! Feature hashing after Weinberger et al. 2009, with a 16-bit fingerprint a feature so that an unseen feature
//! is taken for a known one about once in four thousand look-ups. Weights are signed bytes times one scale.
//! What a look-up costs is waiting for memory: a bucket is one cache line, and many look-ups wait together.
//!
//! Layout, little-endian: `buckets: u32`, `classes: u32`, `scale: f32`, and zeros up to [`LINE`] bytes; a line a bucket:
//! [`SLOTS`] fingerprints of 16 bits (zero in an empty slot alone), [`SLOTS`] row lengths of one byte, and where its rows begin (`u32`); then
//! the rows one after the other. A row of as many bytes as there are classes has a weight for each; any other is pairs of class and weight.

mod encode;
mod hash;

pub use encode::encode;
pub(super) use hash::place;
pub use hash::{combine, feature, word_hash};

use super::model::LINE;
use std::borrow::Cow;

/// A trained linear model, read in place from its bytes.
#[derive(Debug, Clone)]
pub struct Linear {
    bytes: Cow<'static, [u8]>,
    buckets: u32,
    classes: usize,
    scale: f32,
}

/// Features that fit into a bucket.
const SLOTS: usize = 20;
/// Where the lengths begin in a bucket, and where the place of its rows.
const LENGTHS: usize = 2 * SLOTS;
const START: usize = 3 * SLOTS;

impl Linear {
    /// Takes a model's bytes; none if they are not one.
    #[must_use]
    pub fn new(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let word = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let (buckets, classes, scale) = (word(0)?, word(4)? as usize, f32::from_bits(word(8)?));
        let lines = LINE * (buckets as usize + 1);
        let last: &[u8; LINE] = bytes.get(lines.checked_sub(LINE)?..lines)?.try_into().ok()?;
        let end = start(last) + last[LENGTHS..START].iter().map(|&length| usize::from(length)).sum::<usize>();
        (buckets > 0 && classes > 0 && classes <= 256 && bytes.len() == lines + end).then_some(Self { bytes, buckets, classes, scale })
    }

    /// How many classes it chooses between.
    #[must_use]
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// What one unit of the summed integer scores is worth.
    #[must_use]
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// Adds the weights of one feature, given by its hash, to the scores (one a class, in units of [`Self::scale`]).
    pub fn add(&self, feature: u64, scores: &mut Sums) {
        self.add_all(&[feature], scores);
    }

    /// Adds the weights of many features. Faster than one by one: the look-ups wait for memory together.
    pub fn add_all(&self, features: &[u64], scores: &mut Sums) {
        let (lines, rows) = self.parts();
        for group in features.chunks(GROUP) {
            let mut places = [(0, 0); GROUP];
            for (slot, &feature) in places.iter_mut().zip(group) {
                *slot = sought(feature, self.buckets);
            }
            let places = &places[..group.len()];
            touch(places.iter().map(|&(bucket, _)| lines.get(bucket as usize).map_or(0, |line| line[START])));
            let mut found = [(0, 0); GROUP];
            let mut known = 0;
            for &(bucket, fingerprint) in places {
                let Some(line) = lines.get(bucket as usize) else { continue };
                found[known % GROUP] = search(line, fingerprint);
                known += usize::from(found[known % GROUP].1 != 0);
            }
            let found = &found[..known];
            touch(found.iter().map(|&(start, _)| rows.get(start).copied().unwrap_or_default()));
            for &(start, length) in found {
                add(rows.get(start..start + length).unwrap_or_default(), self.classes, scores);
            }
        }
    }

    /// The buckets, and the rows.
    fn parts(&self) -> (&[[u8; LINE]], &[u8]) {
        let (_, rest) = self.bytes.split_at(LINE);
        let (lines, rows) = rest.split_at_checked(LINE * self.buckets as usize).unwrap_or_default();
        (lines.as_chunks().0, rows)
    }
}

/// The scores of all classes that a model can have.
pub type Sums = [i32; 256];

/// How many look-ups wait for memory together.
pub(super) const GROUP: usize = 32;

/// Reads bytes of many places, so that the processor fetches them at once.
pub(super) fn touch(bytes: impl Iterator<Item = u8>) {
    std::hint::black_box(bytes.fold(0, |all, byte| all ^ byte));
}

/// Where a bucket's rows begin.
fn start(line: &[u8; LINE]) -> usize {
    line[START..].first_chunk().map_or(0, |start| u32::from_le_bytes(*start) as usize)
}

/// Where the row with a fingerprint begins, and its length: zero if there is none.
fn search(line: &[u8; LINE], fingerprint: u16) -> (usize, usize) {
    let words: &[[u8; 8]; LINE / 8] = line.as_chunks().0.try_into().unwrap_or(&[[0; 8]; LINE / 8]);
    let words = words.map(u64::from_le_bytes);
    let mut hits = [0; LENGTHS / 8];
    for (hit, word) in hits.iter_mut().zip(words) {
        *hit = zero_lanes(word ^ (u64::from(fingerprint) * LANES));
    }
    if hits.iter().fold(0, |all, hit| all | hit) == 0 {
        return (0, 0);
    }
    let (word, hit) = hits.iter().enumerate().find(|(_, hit)| **hit != 0).unwrap_or((0, &0));
    let slot = 4 * word + hit.trailing_zeros() as usize / 16;
    let before =
        (0..).step_by(8).zip(&words[LENGTHS / 8..]).map(|(first, &word)| sum_of_bytes(low_bytes(word, slot.saturating_sub(first))));
    (start(line) + before.sum::<usize>(), usize::from(line[LENGTHS + slot]))
}

/// One in each 16-bit lane of a word.
const LANES: u64 = 0x0001_0001_0001_0001;

/// The highest bit of each 16-bit lane that is zero; above the first such lane also of others (Warren 2012, §6-1).
fn zero_lanes(word: u64) -> u64 {
    word.wrapping_sub(LANES) & !word & (LANES << 15)
}

/// The lowest bytes of a word, zeros in the place of the others.
fn low_bytes(word: u64, count: usize) -> u64 {
    if count < 8 { word & ((1 << (8 * count)) - 1) } else { word }
}

/// The sum of the bytes of a word: in four lanes, then across them.
fn sum_of_bytes(word: u64) -> usize {
    const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
    let pairs = (word & EVEN) + ((word >> 8) & EVEN);
    (pairs.wrapping_mul(LANES) >> 48) as usize
}

/// Adds the weights of a row.
fn add(row: &[u8], classes: usize, scores: &mut Sums) {
    if row.len() == classes {
        for (score, weight) in scores.iter_mut().zip(row) {
            *score = score.wrapping_add(i32::from(weight.cast_signed()));
        }
    } else {
        for &[class, weight] in row.as_chunks().0 {
            let score = &mut scores[usize::from(class)];
            *score = score.wrapping_add(i32::from(weight.cast_signed()));
        }
    }
}

/// The bucket of a feature, and its fingerprint, which is not that of an empty slot.
fn sought(feature: u64, buckets: u32) -> (u32, u16) {
    let (bucket, fingerprint) = place(feature, buckets);
    (bucket, fingerprint.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(model: &Linear, feature: u64) -> Vec<i32> {
        let (mut one, mut many) = ([0; 256], [0; 256]);
        model.add(feature, &mut one);
        model.add_all(&[feature], &mut many);
        assert_eq!(one, many);
        one[..model.classes()].to_vec()
    }

    #[test]
    fn what_was_encoded_is_scored() {
        let features: Vec<(u64, Vec<(u8, f32)>)> = (0..1000_u64).map(|n| (feature(3, &[n]), vec![(1, 0.5), (2, -0.25)])).collect();
        for classes in [3, 30] {
            let model = Linear::new(Cow::Owned(encode(&features, classes, 0.05))).expect("a model");
            assert_eq!(scored(&model, feature(3, &[77]))[..3], [0, 10, -5]);
            assert_eq!(scored(&model, feature(4, &[77])), vec![0; classes as usize]);
        }
    }

    #[test]
    fn weights_beyond_a_byte_are_kept() {
        let model = Linear::new(Cow::Owned(encode(&[(7, vec![(0, 30.0), (1, -1.0)])], 2, 0.1))).expect("a model");
        assert_eq!(scored(&model, 7), [300, -10]);
    }

    #[test]
    fn bytes_that_are_no_model_are_refused() {
        assert!(Linear::new(Cow::Owned(vec![1, 2, 3])).is_none());
        let mut bytes = encode(&[(1, vec![(0, 1.0)])], 2, 0.1);
        bytes.pop();
        assert!(Linear::new(Cow::Owned(bytes)).is_none());
    }
}
