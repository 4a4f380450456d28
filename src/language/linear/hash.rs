//! Hashes of words and features, the same on every machine.

/// Bucket (multiply-shift on the upper half) and fingerprint (lower bits) of a feature's hash.
pub(in crate::language) fn place(feature: u64, buckets: u32) -> (u32, u16) {
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
