//! The bytes of a linear model, from its features.

use super::{LENGTHS, SLOTS, START, sought};
use crate::language::model::LINE;
use std::cmp::Reverse;

/// How many features a bucket has on average: few overflow.
const FILL: usize = 16;

/// The bytes of a model, from its features (hash and weights a class), in any order: where too many fall into one bucket, the lightest are left out.
///
/// `scale` is the worth of one unit: weights are rounded to multiples of it, and those beyond a signed byte are written as several that add up;
/// features whose weights all round to zero are left out.
#[must_use]
pub fn encode(features: &[(u64, Vec<(u8, f32)>)], classes: u32, scale: f32) -> Vec<u8> {
    let written = |(hash, weights): &(u64, Vec<(u8, f32)>)| Some((*hash, row(weights, classes as usize, scale)?));
    let mut rows: Vec<(u64, Vec<u8>)> = features.iter().filter_map(written).collect();
    let buckets = u32::try_from(rows.len() / FILL).unwrap_or(u32::MAX).max(1);
    rows.sort_unstable_by_key(|(hash, row)| (sought(*hash, buckets).0, Reverse(weight(row, classes as usize)), *hash));
    let mut lines = Vec::with_capacity(LINE * (buckets as usize + 1));
    lines.extend([buckets, classes, scale.to_bits()].iter().flat_map(|word| word.to_le_bytes()));
    lines.resize(LINE, 0);
    let mut entries = Vec::new();
    for bucket in 0..buckets {
        let first = rows.partition_point(|row| sought(row.0, buckets).0 < bucket);
        let own = rows[first..].iter().take_while(|row| sought(row.0, buckets).0 == bucket);
        lines.extend(line(own.map(|(hash, row)| (sought(*hash, buckets).1, row.as_slice())), &mut entries));
    }
    lines.extend(entries);
    lines
}

/// The line of a bucket whose rows are added to `entries`: those that come first, each fingerprint once.
fn line<'a>(rows: impl Iterator<Item = (u16, &'a [u8])>, entries: &mut Vec<u8>) -> [u8; LINE] {
    let mut line = [0; LINE];
    line[START..].copy_from_slice(&u32::try_from(entries.len()).unwrap_or(u32::MAX).to_le_bytes());
    let mut used = 0;
    for (fingerprint, row) in rows {
        let fingerprint = fingerprint.to_le_bytes();
        let twin = line[..2 * used].as_chunks::<2>().0.contains(&fingerprint);
        let Some(length) = u8::try_from(row.len()).ok().filter(|_| used < SLOTS && !twin) else { continue };
        line[2 * used..2 * used + 2].copy_from_slice(&fingerprint);
        line[LENGTHS + used] = length;
        entries.extend(row);
        used += 1;
    }
    line
}

/// What the weights of a row come to, whatever their signs.
fn weight(row: &[u8], classes: usize) -> u32 {
    let step = if row.len() == classes { 1 } else { 2 };
    row.iter().rev().step_by(step).map(|weight| u32::from(weight.cast_signed().unsigned_abs())).sum()
}

/// The weights of one feature in the shorter of the two forms; none if all round to zero.
fn row(weights: &[(u8, f32)], classes: usize, scale: f32) -> Option<Vec<u8>> {
    let mut pairs: Vec<[u8; 2]> =
        weights.iter().flat_map(|&(class, weight)| quantize(weight, scale).map(move |byte| [class, byte])).collect();
    let &[class, _] = pairs.first()?;
    let each_once = pairs.windows(2).all(|two| two[0][0] < two[1][0]);
    if each_once && 2 * pairs.len() >= classes {
        let mut dense = vec![0; classes];
        for [class, weight] in pairs {
            dense[usize::from(class)] = weight;
        }
        return Some(dense);
    }
    if 2 * pairs.len() == classes {
        // Pairs of this length would be taken for one weight a class.
        pairs.push([class, 0]);
    }
    Some(pairs.into_flattened())
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
