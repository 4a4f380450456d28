//! Which tokens can be part of a name at all: those with a capital in reach. The others are not scored, which saves most of the work.

use super::look::Look;
use crate::language::gazetteer::Lists;
use std::ops::Range;

/// How many tokens beside a capital can still be part of its name.
const REACH: usize = 2;
/// Lists whose words can be names even when written small.
const TELLING: Lists = Lists::PROPER.with(Lists::COUNTRY).with(Lists::LARGE_CITY);

/// The runs of tokens that can be part of a name, from what the words look like and the lists that they are on.
#[must_use]
pub fn stretches(looks: &[Look], alone: &[Lists]) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for (at, (look, lists)) in looks.iter().zip(alone).enumerate() {
        if !look.is_capital() && (!lists.has(TELLING) || lists.has(Lists::COMMON)) {
            continue;
        }
        let (start, end) = (at.saturating_sub(REACH), (at + 1 + REACH).min(looks.len()));
        match stretches.last_mut() {
            Some(last) if last.end >= start => last.end = end,
            _ => stretches.push(start..end),
        }
    }
    stretches
}
