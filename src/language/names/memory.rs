//! What a whole article says of a word: the evidence from its clear mentions that decides its unclear ones.

use super::features::Sight;
use super::labels::{CLASSES, OUTSIDE, Position, class, position, to_names};
use crate::language::linear::{feature, word_hash};
use crate::language::word::Writing;
use rustc_hash::FxHashMap;

/// How often a word was what, in a first reading of the article.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    /// In a name of each class.
    named: [u16; CLASSES.len()],
    /// Last of several words of a name of each class.
    last: [u16; CLASSES.len()],
    /// First of several words of a name of each class.
    first: [u16; CLASSES.len()],
    /// With a capital, but in no name and not at the beginning of a sentence.
    capital: u16,
    /// With a small letter.
    lower: u16,
}

/// The evidence of one article.
#[derive(Debug, Default)]
pub struct Memory {
    words: FxHashMap<u64, Evidence>,
    pairs: FxHashMap<u64, [u16; CLASSES.len()]>,
    initials: FxHashMap<u64, [u16; CLASSES.len()]>,
}

impl Memory {
    /// Takes up a sentence as first read.
    pub fn learn(&mut self, sight: &Sight, labels: &[usize]) {
        for (at, (look, &label)) in sight.looks.iter().zip(labels).enumerate() {
            if look.word.writing != Writing::Sign && !sight.shouted {
                bump(self.words.entry(look.word.form).or_default(), label, look.word.writing, at, true);
            }
        }
        for (range, class) in to_names(labels) {
            for pair in sight.looks[range.clone()].windows(2) {
                change(&mut self.pairs.entry(pair_key(pair[0].word.form, pair[1].word.form)).or_default()[class], true);
            }
            if let Some(key) = initials_key(sight, range) {
                change(&mut self.initials.entry(key).or_default()[class], true);
            }
        }
    }

    /// Adds the features that the rest of the article gives to token `at`, whose sentence was first read as `labels`.
    pub fn features(&self, sight: &Sight, labels: &[usize], at: usize, found: &mut Vec<u64>) {
        let look = &sight.looks[at];
        if look.word.writing == Writing::Sign {
            return;
        }
        let case = look.word.writing as u64;
        let mut evidence = self.words.get(&look.word.form).copied().unwrap_or_default();
        if !sight.shouted {
            bump(&mut evidence, labels[at], look.word.writing, at, false);
        }
        let mut add = |template: u32, parts: &[u64]| found.push(feature(template, parts));
        let (named, last, first) = (verdict(evidence.named), verdict(evidence.last), verdict(evidence.first));
        let plain = u64::from(evidence.capital.min(2)) + 3 * u64::from(evidence.lower.min(2));
        add(60, &[named, case]);
        add(61, &[last, case]);
        add(62, &[first, case]);
        add(63, &[plain, case]);
        add(64, &[named, last, first, plain, case]);
        add(65, &[named, u64::from(at == 0), u64::from(sight.titled || sight.shouted)]);
        for (template, other) in [(66, at.checked_sub(1)), (67, Some(at + 1))] {
            if let Some(pair) = other.and_then(|other| self.pair(sight, labels, at, other)) {
                add(template, &[pair, case]);
            }
        }
        if look.word.writing == Writing::Capitals {
            let known = self.initials.get(&look.word.form).map_or(0, |votes| verdict(*votes));
            add(68, &[known]);
        }
    }

    fn pair(&self, sight: &Sight, labels: &[usize], at: usize, other: usize) -> Option<u64> {
        let (left, right) = (at.min(other), at.max(other));
        let (first, second) = (sight.looks.get(left)?, sight.looks.get(right)?);
        let mut votes = *self.pairs.get(&pair_key(first.word.form, second.word.form))?;
        let joined = matches!(position(labels[left]), Some(Position::Begin | Position::Inside));
        if let (true, Some(class)) = (joined, class(labels[left])) {
            change(&mut votes[class], false);
        }
        let verdict = verdict(votes);
        (verdict != 0).then_some(verdict)
    }
}

fn pair_key(first: u64, second: u64) -> u64 {
    feature(7_002, &[first, second])
}

/// The hash of the initials of a name of several words, as a word in lower case.
fn initials_key(sight: &Sight, range: std::ops::Range<usize>) -> Option<u64> {
    let initials: String = sight.looks[range].iter().filter(|look| look.is_capital()).map(|look| look.initial).collect();
    (initials.len() > 1).then(|| word_hash(&initials))
}

fn bump(evidence: &mut Evidence, label: usize, writing: Writing, at: usize, up: bool) {
    if label == OUTSIDE {
        if writing == Writing::Small {
            change(&mut evidence.lower, up);
        } else if at > 0 {
            change(&mut evidence.capital, up);
        }
        return;
    }
    let Some(class) = class(label) else { return };
    change(&mut evidence.named[class], up);
    match position(label) {
        Some(Position::Begin) => change(&mut evidence.first[class], up),
        Some(Position::End) => change(&mut evidence.last[class], up),
        _ => {}
    }
}

fn change(count: &mut u16, up: bool) {
    *count = if up { count.saturating_add(1) } else { count.saturating_sub(1) };
}

/// The class with most votes, how many (one, two or three, more), and whether another class has any; 0 without votes.
fn verdict(votes: [u16; CLASSES.len()]) -> u64 {
    let (mut best, mut total) = (0, 0_u64);
    for (class, &count) in votes.iter().enumerate() {
        total += u64::from(count);
        if count > votes[best] {
            best = class;
        }
    }
    if total == 0 {
        return 0;
    }
    let most = u64::from(votes[best]);
    let size = match most {
        1 => 0,
        2..=3 => 1,
        _ => 2,
    };
    1 + best as u64 + 4 * size + 12 * u64::from(total != most)
}
