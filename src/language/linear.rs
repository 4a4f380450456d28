//! A linear model over sparse binary features: the scorer that the tagger, the name finder and the parser share.
//!
//! Feature hashing after Weinberger et al. 2009, with a 16-bit fingerprint a feature so that an unseen feature
//! is taken for a known one at most once in about ten thousand look-ups. Weights are signed bytes times one scale.
//!
//! Layout, little-endian: `buckets: u32`, `classes: u32`, `scale: f32`, `buckets + 1` offsets (`u32`) into the
//! entries; then entries of a 16-bit fingerprint, a count, and that many (class, weight) byte pairs. A row that has a
//! weight for most classes is shorter and added faster as one byte a class: the count [`DENSE`] stands before it.

use std::borrow::Cow;

/// A trained linear model, read in place from its bytes.
#[derive(Debug, Clone)]
pub struct Linear {
    bytes: Cow<'static, [u8]>,
    buckets: u32,
    classes: usize,
    scale: f32,
}

const HEADER: usize = 12;
/// The count that stands before a weight for every class.
const DENSE: u8 = u8::MAX;

impl Linear {
    /// Takes a model's bytes; none if they are not one.
    #[must_use]
    pub fn new(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let word = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let (buckets, classes, scale) = (word(0)?, word(4)? as usize, f32::from_bits(word(8)?));
        let end = word(HEADER + 4 * buckets as usize)? as usize;
        let entries = HEADER + 4 * (buckets as usize + 1);
        (buckets > 0 && classes > 0 && classes <= 256 && bytes.len() == entries + end).then_some(Self { bytes, buckets, classes, scale })
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
        let (bucket, fingerprint) = self.bucket(feature);
        search(bucket, fingerprint, self.classes).add(scores);
    }

    /// Adds the weights of many features. Faster than one by one: the look-ups wait for memory together.
    pub fn add_all(&self, features: &[u64], scores: &mut Sums) {
        let (offsets, entries) = self.parts();
        for group in features.chunks(GROUP) {
            let mut bounds = [(0, 0); GROUP];
            for (slot, &feature) in bounds.iter_mut().zip(group) {
                *slot = pair(offsets, place(feature, self.buckets).0);
            }
            let found = bounds.map(|(start, end)| entries.get(start..end).unwrap_or_default());
            std::hint::black_box(found.iter().fold(0, |touched, bucket| touched ^ bucket.first().copied().unwrap_or_default()));
            for (bucket, &feature) in found.into_iter().zip(group) {
                search(bucket, place(feature, self.buckets).1, self.classes).add(scores);
            }
        }
    }

    /// The entries among which a feature's must be, and its fingerprint.
    fn bucket(&self, feature: u64) -> (&[u8], u16) {
        let (bucket, fingerprint) = place(feature, self.buckets);
        let (offsets, entries) = self.parts();
        let (start, end) = pair(offsets, bucket);
        (entries.get(start..end).unwrap_or_default(), fingerprint)
    }

    /// The offsets of the buckets, and the entries.
    fn parts(&self) -> (&[u8], &[u8]) {
        let offsets = 4 * (self.buckets as usize + 1);
        self.bytes.get(HEADER..).and_then(|rest| rest.split_at_checked(offsets)).unwrap_or_default()
    }
}

/// The scores of all classes that a model can have.
pub type Sums = [i32; 256];

/// Where a bucket's entries begin and end.
fn pair(offsets: &[u8], bucket: u32) -> (usize, usize) {
    let at = 4 * bucket as usize;
    let both = offsets.get(at..at + 8).and_then(|both| both.first_chunk()).map_or(0, |both| u64::from_le_bytes(*both));
    #[expect(clippy::cast_possible_truncation, reason = "the lower half is meant to be cut")]
    let start = both as u32;
    (start as usize, (both >> 32) as usize)
}

/// How many look-ups wait for memory together.
const GROUP: usize = 32;

/// The weights of one feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row<'a> {
    /// One byte a class.
    Dense(&'a [u8]),
    /// Pairs of class and weight.
    Sparse(&'a [u8]),
}

impl Row<'_> {
    fn add(self, scores: &mut Sums) {
        match self {
            Self::Dense(weights) => {
                for (score, weight) in scores.iter_mut().zip(weights) {
                    *score = score.wrapping_add(i32::from(weight.cast_signed()));
                }
            }
            Self::Sparse(pairs) => {
                for &[class, weight] in pairs.as_chunks().0 {
                    let score = &mut scores[usize::from(class)];
                    *score = score.wrapping_add(i32::from(weight.cast_signed()));
                }
            }
        }
    }
}

/// The row with a fingerprint; an empty one if there is none.
fn search(mut entries: &[u8], fingerprint: u16, classes: usize) -> Row<'_> {
    while let [low, high, count, rest @ ..] = entries {
        let length = if *count == DENSE { classes } else { 2 * usize::from(*count) };
        let Some((row, others)) = rest.split_at_checked(length) else { break };
        if u16::from_le_bytes([*low, *high]) == fingerprint {
            return if *count == DENSE { Row::Dense(row) } else { Row::Sparse(row) };
        }
        entries = others;
    }
    Row::Sparse(&[])
}

/// The bytes of a model, from its features (hash and weights a class), in any order.
///
/// `scale` is the worth of one unit: weights are rounded to multiples of it, and those beyond a signed byte are written as several that add up;
/// features whose weights all round to zero are left out.
#[must_use]
pub fn encode(features: &[(u64, Vec<(u8, f32)>)], classes: u32, scale: f32) -> Vec<u8> {
    let buckets = u32::try_from(features.len() / 4).unwrap_or(u32::MAX).max(1);
    let mut rows: Vec<(u32, u16, Vec<u8>)> = Vec::with_capacity(features.len());
    for (hash, weights) in features {
        if let Some(row) = row(weights, classes as usize, scale) {
            let (bucket, fingerprint) = place(*hash, buckets);
            rows.push((bucket, fingerprint, row));
        }
    }
    rows.sort();
    let mut entries = Vec::new();
    let mut offsets = vec![0_u32; buckets as usize + 1];
    for (bucket, fingerprint, row) in rows {
        entries.extend(fingerprint.to_le_bytes());
        entries.extend(row);
        offsets[bucket as usize + 1] = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    }
    for bucket in 1..offsets.len() {
        offsets[bucket] = offsets[bucket].max(offsets[bucket - 1]);
    }
    let header = [buckets, classes, scale.to_bits()];
    header.iter().chain(&offsets).flat_map(|word| word.to_le_bytes()).chain(entries).collect()
}

/// Count and weights of one feature in the shorter of the two forms; none if all round to zero.
fn row(weights: &[(u8, f32)], classes: usize, scale: f32) -> Option<Vec<u8>> {
    let pairs: Vec<[u8; 2]> = weights.iter().flat_map(|&(class, weight)| quantize(weight, scale).map(move |byte| [class, byte])).collect();
    if pairs.is_empty() {
        return None;
    }
    let each_once = pairs.windows(2).all(|two| two[0][0] < two[1][0]);
    if each_once && 2 * pairs.len() >= classes {
        let mut dense = vec![0; classes + 1];
        dense[0] = DENSE;
        for [class, weight] in pairs {
            dense[usize::from(class) + 1] = weight;
        }
        return Some(dense);
    }
    let count = u8::try_from(pairs.len()).ok().filter(|&count| count < DENSE)?;
    Some(std::iter::once(count).chain(pairs.into_iter().flatten()).collect())
}

/// A weight in signed bytes that add up to it.
fn quantize(weight: f32, scale: f32) -> impl Iterator<Item = u8> {
    #[expect(clippy::cast_possible_truncation, reason = "a weight is far smaller than the range")]
    let mut rest = (weight / scale).round() as i32;
    std::iter::from_fn(move || {
        let part = i8::try_from(rest.clamp(-127, 127)).unwrap_or_default();
        rest -= i32::from(part);
        (part != 0).then_some(part.cast_unsigned())
    })
}

/// Bucket (multiply-shift on the upper half) and fingerprint (lower bits) of a feature's hash.
pub(super) fn place(feature: u64, buckets: u32) -> (u32, u16) {
    let bucket = ((feature >> 32) * u64::from(buckets)) >> 32;
    #[expect(clippy::cast_possible_truncation, reason = "below `buckets`, and the fingerprint is meant to be cut")]
    (bucket as u32, feature as u16)
}

/// A stable 64-bit hash of a feature: its template's number and its parts. The same on every machine.
#[must_use]
pub fn feature(template: u32, parts: &[u64]) -> u64 {
    parts.iter().fold(mix(u64::from(template) + 1), |hash, &part| mix(hash.rotate_left(23) ^ part))
}

/// As [`feature`], but cheap: a polynomial over the parts (one multiplication each). Parts of words are hashes already, the others small numbers.
#[must_use]
pub fn combine(template: u32, parts: &[u64]) -> u64 {
    const FACTOR: u64 = 0xf135_7aea_2e62_a9c5;
    let hash = parts
        .iter()
        .fold(u64::from(template).wrapping_mul(0x9e37_79b9_7f4a_7c15), |hash, &part| (hash ^ part).wrapping_mul(FACTOR).rotate_left(20));
    (hash ^ (hash >> 29)).wrapping_mul(FACTOR)
}

/// A stable 64-bit hash of a word (FNV-1a, finished with [`mix`]).
#[must_use]
pub fn word_hash(word: &str) -> u64 {
    mix(word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
}

/// The finalizer of `SplitMix64` (Steele et al. 2014).
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
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
