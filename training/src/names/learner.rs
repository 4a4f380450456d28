//! The averaged structured perceptron (Collins 2002) over numbered features and pairs of labels.

use dateline::language::names::labels::COUNT;
use dateline::language::names::path::{Lattice, Scores, Transitions, forbid};

/// A sentence as numbers: the features of each token, and its labels.
#[derive(Debug, Clone, Default)]
pub struct Example {
    /// The numbers of each token's own features.
    pub own: Vec<Vec<u32>>,
    /// The numbers of the features that the rest of the article gives.
    pub more: Vec<Vec<u32>>,
    /// The right labels.
    pub labels: Vec<usize>,
    /// False if names of the fourth class are not marked here.
    pub marks_other: bool,
}

/// Weights in training. A row a feature, a column a label.
#[derive(Debug)]
pub struct Learner {
    weights: Vec<Scores>,
    sums: Vec<Scores>,
    transitions: Transitions,
    transition_sums: Transitions,
    step: f32,
    lattice: Lattice,
    cost: f32,
    missed: f32,
}

impl Learner {
    /// All weights zero. `cost` is added to each wrong label while learning, `missed` also to "outside" where there is a name.
    pub fn new(features: usize, cost: f32, missed: f32) -> Self {
        let zero = [0.0; COUNT];
        Self {
            weights: vec![zero; features],
            sums: vec![zero; features],
            transitions: [zero; COUNT],
            transition_sums: [zero; COUNT],
            step: 1.0,
            lattice: Lattice::default(),
            cost,
            missed,
        }
    }

    /// Learns from one sentence; with what the article says, or without.
    pub fn learn(&mut self, example: &Example, with_article: bool) {
        let mut scores: Vec<Scores> = Vec::with_capacity(example.labels.len());
        for (at, &gold) in example.labels.iter().enumerate() {
            let mut own = self.score(features(example, at, with_article));
            for (label, score) in own.iter_mut().enumerate() {
                if label != gold {
                    *score += self.cost + if label == 0 { self.missed } else { 0.0 };
                }
                if !example.marks_other && label >= FIRST_OTHER {
                    *score = -1e6;
                }
            }
            scores.push(own);
        }
        let mut transitions = self.transitions;
        forbid(&mut transitions);
        let mut found = Vec::new();
        self.lattice.best(&scores, &transitions, &mut found);
        self.step += 1.0;
        if found != example.labels {
            self.correct(example, &found, with_article);
        }
    }

    fn correct(&mut self, example: &Example, found: &[usize], with_article: bool) {
        let (mut gold_before, mut found_before) = (0, 0);
        for (at, (&gold, &found)) in example.labels.iter().zip(found).enumerate() {
            if gold != found {
                for &feature in features(example, at, with_article) {
                    for (label, by) in [(gold, 1.0), (found, -1.0)] {
                        self.weights[feature as usize][label] += by;
                        self.sums[feature as usize][label] += by * self.step;
                    }
                }
            }
            if (gold, gold_before) != (found, found_before) {
                for (from, to, by) in [(gold_before, gold, 1.0), (found_before, found, -1.0)] {
                    self.transitions[from][to] += by;
                    self.transition_sums[from][to] += by * self.step;
                }
            }
            (gold_before, found_before) = (gold, found);
        }
    }

    fn score<'a>(&self, features: impl Iterator<Item = &'a u32>) -> Scores {
        let mut scores = [0.0; COUNT];
        for &feature in features {
            scores.iter_mut().zip(&self.weights[feature as usize]).for_each(|(score, weight)| *score += weight);
        }
        scores
    }

    /// Puts the averages over all steps in the place of the weights.
    pub fn average(&mut self) {
        let average = |weight: &mut f32, sum: &f32, step: f32| *weight -= sum / step;
        for (weights, sums) in self.weights.iter_mut().zip(&self.sums).chain(self.transitions.iter_mut().zip(&self.transition_sums)) {
            weights.iter_mut().zip(sums).for_each(|(weight, sum)| average(weight, sum, self.step));
        }
        self.sums = Vec::new();
    }

    /// The labels that the weights give to a sentence, without what the article says.
    pub fn labels(&mut self, example: &Example) -> Vec<usize> {
        let scores: Vec<Scores> = (0..example.own.len()).map(|at| self.score(features(example, at, false))).collect();
        let mut transitions = self.transitions;
        forbid(&mut transitions);
        let mut found = Vec::new();
        self.lattice.best(&scores, &transitions, &mut found);
        found
    }

    /// The weights of a feature.
    pub fn row(&self, feature: usize) -> &Scores {
        &self.weights[feature]
    }

    /// The weights of pairs of labels.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }
}

/// The first label of the fourth class.
const FIRST_OTHER: usize = 13;

fn features(example: &Example, at: usize, with_article: bool) -> impl Iterator<Item = &u32> {
    let more = if with_article { example.more.get(at) } else { None };
    example.own[at].iter().chain(more.into_iter().flatten())
}
