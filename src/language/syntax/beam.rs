//! The search for a tree: the likeliest way to read a sentence is followed, and the second as long as it is nearly as likely
//! (beam search after Zhang & Clark 2008, which branches only where it is unsure).

use super::kinds::{self, Kind};
use super::{Features, Parser, State, Step};
use crate::language::tags::Label;
use crate::language::word::Word;

/// How many ways are followed at once.
const WIDTH: usize = 2;
/// A way is left when another is likelier by so much (natural logarithm).
const MARGIN: f64 = 0.7;
/// By so many units a step's weights must win to make it e times as likely as another. Chosen on the development files, as the margin is.
const UNITS: f64 = 60.0;

/// A way to read the beginning of a sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Way {
    /// Where it has come to.
    pub(super) state: State,
    /// The steps that it decided on.
    pub(super) decided: Vec<Kind>,
    /// How likely it is (natural logarithm).
    likelihood: f64,
}

/// A step that one of the ways can take; no kind where it needs no decision.
#[derive(Debug, Clone, Copy)]
struct Choice {
    way: usize,
    kind: Option<Kind>,
    likelihood: f64,
}

impl Parser {
    /// The likeliest way through a sentence that is found. All ways take two steps a word.
    pub(super) fn search(&self, words: &[Word], labels: &[Label]) -> Way {
        let mut features = Features::new(words, labels);
        let mut ways = vec![Way { state: State::new(words.len()), ..Way::default() }];
        let mut choices = Vec::with_capacity(2 * WIDTH);
        while !ways[0].state.is_finished() {
            choices.clear();
            for way in 0..ways.len() {
                self.choose(&ways, way, &mut features, &mut choices);
            }
            choices.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood));
            choices.truncate(WIDTH);
            let least = choices[0].likelihood - MARGIN;
            choices.retain(|choice| choice.likelihood >= least);
            self.go_on(&mut ways, &choices, &mut features);
        }
        ways.swap_remove(0)
    }

    /// Adds the two likeliest steps that a way can take.
    fn choose(&self, ways: &[Way], way: usize, features: &mut Features, choices: &mut Vec<Choice>) {
        let Way { state, likelihood, .. } = &ways[way];
        if !state.is_open() {
            choices.push(Choice { way, kind: None, likelihood: *likelihood });
            return;
        }
        let sums = self.weights().score(features.step(state));
        let allowed = || Step::ALL.into_iter().filter(|&step| state.allows(step)).flat_map(kinds::kinds);
        let better = |best: Kind, kind: Kind| if sums[kind] > sums[best] { kind } else { best };
        let best = allowed().reduce(better).unwrap_or(kinds::SHIFT);
        let second = allowed().filter(|&kind| kind != best).reduce(better);
        let behind = |kind: Kind| f64::from(sums[best] - sums[kind]) / UNITS;
        let clear = second.is_none_or(|second| behind(second) > MARGIN);
        // How likely the only way is compares with nothing.
        let whole = if clear && ways.len() == 1 { 1.0 } else { allowed().map(|kind| (-behind(kind)).exp()).sum::<f64>() };
        for kind in std::iter::once(best).chain(second.filter(|_| !clear)) {
            choices.push(Choice { way, kind: Some(kind), likelihood: likelihood - behind(kind) - whole.ln() });
        }
    }

    /// Takes the steps that were chosen.
    fn go_on(&self, ways: &mut Vec<Way>, choices: &[Choice], features: &mut Features) {
        let before = std::mem::take(ways);
        let mut before: Vec<Option<Way>> = before.into_iter().map(Some).collect();
        for (number, choice) in choices.iter().enumerate() {
            let again = choices[number + 1..].iter().any(|other| other.way == choice.way);
            let from = &mut before[choice.way];
            let Some(mut way) = (if again { from.clone() } else { from.take() }) else { continue };
            match choice.kind {
                Some(kind) => {
                    self.take(&mut way.state, kind, features);
                    way.decided.push(kind);
                }
                None => way.state.take_only(),
            }
            way.likelihood = choice.likelihood;
            ways.push(way);
        }
    }
}
