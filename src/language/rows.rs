//! A linear model with few classes over sparse binary features, laid out so that a look-up touches one place in memory and takes no branch.
//!
//! Layout: buckets of four rows; a row is one signed byte a class and 16 check bits (little-endian), which are zero in an empty row alone.

use super::linear::{GROUP, touch};
use std::borrow::Cow;
use std::cmp::Reverse;

/// How many classes a model has.
pub const CLASSES: usize = 14;
/// Rows of a bucket, and bytes of a row.
const ROWS: usize = 4;
const ROW: usize = CLASSES + 2;
const BUCKET: usize = ROWS * ROW;

/// Sums of weights; what stands behind the classes is without meaning.
pub type Sums = [i16; ROW];

/// A trained model, read in place from its bytes.
#[derive(Debug, Clone)]
pub struct Rows(Cow<'static, [u8]>);

impl Rows {
    /// Takes a model's bytes; none if they are not one.
    #[must_use]
    pub fn new(bytes: Cow<'static, [u8]>) -> Option<Self> {
        (!bytes.is_empty() && bytes.len().is_multiple_of(BUCKET)).then_some(Self(bytes))
    }

    /// The summed weights of the features, in units of the scale that they were written with. Sums of more than 250 features may run over.
    #[must_use]
    pub fn score(&self, features: &[u64]) -> Sums {
        let buckets: &[[u8; BUCKET]] = self.0.as_chunks().0;
        let mut sums: Sums = [0; ROW];
        for group in features.chunks(GROUP) {
            let mut places = [(0, 0); GROUP];
            for (slot, &feature) in places.iter_mut().zip(group) {
                *slot = place(feature, buckets.len());
            }
            let found = places[..group.len()].iter().filter_map(|&(bucket, check)| Some((buckets.get(bucket)?, check)));
            touch(found.clone().map(|(bucket, _)| bucket[0]));
            for (bucket, check) in found {
                let (row, mask) = search(bucket, check);
                for (sum, &weight) in sums.iter_mut().zip(row) {
                    *sum = sum.wrapping_add(i16::from(weight.cast_signed()) & mask);
                }
            }
        }
        sums
    }
}

/// The row with the check bits, and a mask that is zero if there is none.
fn search(bucket: &[u8; BUCKET], check: u16) -> (&[u8; ROW], i16) {
    let rows: &[[u8; ROW]] = bucket.as_chunks().0;
    let (mut at, mut mask) = (0, 0);
    for (number, row) in rows.iter().enumerate() {
        let hit = u16::from_le_bytes([row[CLASSES], row[CLASSES + 1]]) == check;
        at |= if hit { number } else { 0 };
        mask |= if hit { -1 } else { 0 };
    }
    (&rows[at % ROWS], mask)
}

/// Bucket (multiply-shift on the upper half) and check bits of a feature.
#[expect(clippy::cast_possible_truncation, reason = "below the number of buckets, and the check bits are meant to be cut")]
fn place(feature: u64, buckets: usize) -> (usize, u16) {
    let bucket = (feature >> 32).wrapping_mul(buckets as u64) >> 32;
    (bucket as usize, (feature as u16).max(1))
}

/// The bytes of a model of so many buckets, from its features in any order: where too many fall into one bucket, the lightest are left out.
///
/// `scale` is the worth of one unit.
#[must_use]
pub fn encode(features: &[(u64, [f32; CLASSES])], buckets: usize, scale: f32) -> Vec<u8> {
    #[expect(clippy::cast_possible_truncation, reason = "clamped to the range")]
    let unit = |weight: f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
    let weighed = |&(feature, weights): &(u64, [f32; CLASSES])| (feature, weights.map(unit));
    let mut rows: Vec<(u64, [i8; CLASSES])> = features.iter().map(weighed).filter(|row| row.1 != [0; CLASSES]).collect();
    let size = |weights: [i8; CLASSES]| weights.map(i8::unsigned_abs).map(u32::from).iter().sum::<u32>();
    rows.sort_unstable_by_key(|&(feature, weights)| (Reverse(size(weights)), feature));
    let mut bytes = vec![0; buckets.max(1) * BUCKET];
    for (feature, weights) in rows {
        let (bucket, check) = place(feature, buckets.max(1));
        let places = bytes[bucket * BUCKET..(bucket + 1) * BUCKET].as_chunks_mut::<ROW>().0;
        let check = check.to_le_bytes();
        let twin = places.iter().any(|row| row[CLASSES..] == check);
        if let Some(row) = places.iter_mut().find(|row| row[CLASSES..] == [0, 0]).filter(|_| !twin) {
            row[..CLASSES].copy_from_slice(&weights.map(i8::cast_unsigned));
            row[CLASSES..].copy_from_slice(&check);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::linear::combine;

    fn weights(first: f32, second: f32) -> [f32; CLASSES] {
        std::array::from_fn(|class| [first, second].get(class).copied().unwrap_or_default())
    }

    #[test]
    fn what_was_encoded_is_scored() {
        let features: Vec<_> = (0..1000).map(|n| (combine(3, &[n]), weights(0.5, -0.25))).collect();
        let model = Rows::new(Cow::Owned(encode(&features, 500, 0.05))).expect("a model");
        assert_eq!(model.score(&[combine(3, &[77])])[..3], [10, -5, 0]);
        assert_eq!(model.score(&[combine(3, &[77]), combine(3, &[78])])[..3], [20, -10, 0]);
        assert!((0..1000).all(|n| model.score(&[combine(4, &[n])]) == [0; ROW]));
    }

    #[test]
    fn the_heaviest_features_of_a_full_bucket_stay() {
        let features: Vec<_> = (1..=8).map(|n: u8| (u64::from(n), weights(f32::from(n), 0.0))).collect();
        let model = Rows::new(Cow::Owned(encode(&features, 1, 1.0))).expect("a model");
        let kept: Vec<i16> = (1..=8).map(|n| model.score(&[n])[0]).collect();
        assert_eq!(kept, [0, 0, 0, 0, 5, 6, 7, 8]);
    }

    #[test]
    fn bytes_that_are_no_model_are_refused() {
        assert!(Rows::new(Cow::Owned(vec![1, 2, 3])).is_none());
        assert!(Rows::new(Cow::Owned(vec![])).is_none());
    }
}
