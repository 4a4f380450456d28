//! The best sequence of labels for a sentence (Viterbi), and how much better each label is than its rivals.

use super::labels::{COUNT, OUTSIDE, continues, may_follow, opens};

/// The worth of each pair of labels in a row.
pub type Transitions = [[f32; COUNT]; COUNT];
/// The scores of one token's labels.
pub type Scores = [f32; COUNT];

const NEVER: f32 = -1e9;

/// Sets what may not follow to "never".
pub fn forbid(transitions: &mut Transitions) {
    for (before, row) in transitions.iter_mut().enumerate() {
        for (after, worth) in row.iter_mut().enumerate() {
            if !may_follow(before, after) {
                *worth = NEVER;
            }
        }
    }
}

/// The labels that may follow each label.
fn followers() -> [Vec<usize>; COUNT] {
    std::array::from_fn(|before| (0..COUNT).filter(|&after| may_follow(before, after)).collect())
}

/// The lattice of one sentence.
#[derive(Debug)]
pub struct Lattice {
    followers: [Vec<usize>; COUNT],
    forward: Vec<Scores>,
    back: Vec<[u8; COUNT]>,
}

impl Default for Lattice {
    fn default() -> Self {
        Self { followers: followers(), forward: Vec::new(), back: Vec::new() }
    }
}

impl Lattice {
    /// The best labels for the tokens whose label scores are given.
    pub fn best(&mut self, scores: &[Scores], transitions: &Transitions, labels: &mut [usize]) {
        self.run(scores, transitions);
        let Some(last) = self.forward.last() else { return };
        let ends = |label: usize| if opens(label) { NEVER } else { last[label] };
        let mut label = (0..COUNT).fold(OUTSIDE, |best, label| if ends(label) > ends(best) { label } else { best });
        for (slot, back) in labels.iter_mut().zip(&self.back).rev() {
            *slot = label;
            label = usize::from(back[label]);
        }
    }

    fn run(&mut self, scores: &[Scores], transitions: &Transitions) {
        self.forward.clear();
        self.back.clear();
        let mut before = [NEVER; COUNT];
        for (token, own) in scores.iter().enumerate() {
            let (mut here, mut back) = ([2.0 * NEVER; COUNT], [0_u8; COUNT]);
            if token == 0 {
                for label in 0..COUNT {
                    here[label] = own[label] + if continues(label) { NEVER } else { transitions[OUTSIDE][label] };
                }
            } else {
                for from in 0..COUNT {
                    for &to in &self.followers[from] {
                        let worth = before[from] + transitions[from][to];
                        if worth > here[to] {
                            here[to] = worth;
                            #[expect(clippy::cast_possible_truncation, reason = "below seventeen")]
                            let from = from as u8;
                            back[to] = from;
                        }
                    }
                }
                for label in 0..COUNT {
                    here[label] += own[label];
                }
            }
            self.forward.push(here);
            self.back.push(back);
            before = here;
        }
    }

    /// For each token, how much worse the best sequence becomes when the token may not have its label.
    /// Call it after [`Self::best`], with its result.
    pub fn margins(&self, scores: &[Scores], transitions: &Transitions, labels: &[usize], margins: &mut [f32]) {
        let mut after: Scores = std::array::from_fn(|label| if opens(label) { NEVER } else { 0.0 });
        for token in (0..labels.len()).rev() {
            let total: Scores = std::array::from_fn(|label| self.forward[token][label] + after[label]);
            let rival = (0..COUNT).filter(|&label| label != labels[token]).map(|label| total[label]).fold(2.0 * NEVER, f32::max);
            margins[token] = total[labels[token]] - rival;
            let own = &scores[token];
            after = std::array::from_fn(|from| {
                self.followers[from].iter().map(|&to| transitions[from][to] + own[to] + after[to]).fold(2.0 * NEVER, f32::max)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::labels::{Position, label};
    use super::*;

    #[test]
    fn the_best_sequence_obeys_the_order_of_labels() {
        let mut transitions = [[0.0; COUNT]; COUNT];
        forbid(&mut transitions);
        let (begin, end, single) = (label(0, Position::Begin), label(0, Position::End), label(1, Position::Single));
        let mut scores = vec![[0.0; COUNT]; 3];
        scores[0][begin] = 2.0;
        scores[1][single] = 1.5;
        scores[1][end] = 1.0;
        let (mut lattice, mut labels) = (Lattice::default(), [OUTSIDE; 3]);
        lattice.best(&scores, &transitions, &mut labels);
        assert_eq!(labels, [begin, end, OUTSIDE]);
        let mut margins = [0.0; 3];
        lattice.margins(&scores, &transitions, &labels, &mut margins);
        assert!((margins[1] - 1.0).abs() < 1e-3, "{margins:?}");
        assert!((margins[2] - 0.0).abs() < 1e-3, "{margins:?}");
    }

    #[test]
    fn an_empty_sentence_has_no_labels() {
        let mut lattice = Lattice::default();
        lattice.best(&[], &[[0.0; COUNT]; COUNT], &mut []);
        assert!(lattice.forward.is_empty());
    }
}
