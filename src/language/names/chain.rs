//! Chains of capitalised words: what stands first and last in them tells what those between belong to.

use super::look::Look;
use crate::language::gazetteer::Lists;

/// The ends of the chain that a token stands in, as token numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chain {
    /// First and last of the capitalised words around the token.
    pub tight: Option<(usize, usize)>,
    /// The same when small words that stand inside names ("of", "and") may join them.
    pub loose: Option<(usize, usize)>,
}

/// The chains of a sentence, one a token.
#[must_use]
pub fn chains(looks: &[Look], alone: &[Lists]) -> Vec<Chain> {
    let mut chains = vec![Chain::default(); looks.len()];
    for (start, end) in runs(looks, |_| false) {
        chains[start..end].iter_mut().for_each(|chain| chain.tight = Some((start, end - 1)));
    }
    for (start, end) in runs(looks, |at| alone[at].has(Lists::LINK)) {
        chains[start..end].iter_mut().for_each(|chain| chain.loose = Some((start, end - 1)));
    }
    chains
}

/// Runs of capitalised words, joined by up to two that `joins` allows.
fn runs(looks: &[Look], joins: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in (0..looks.len()).filter(|&at| looks[at].is_capital()) {
        match runs.last_mut() {
            Some((_, end)) if at - *end <= 2 && (*end..at).all(&joins) => *end = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    runs
}
