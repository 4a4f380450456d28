//! A linear-chain conditional random field (Lafferty et al. 2001), trained by averaged `AdaGrad` (Duchi et al. 2011) with dropout of features.

use crate::shuffle::Chance;
use dateline::language::names::labels::{COUNT, OUTSIDE, may_follow, opens};
use dateline::language::names::path::{Lattice, Scores, Transitions, forbid};

/// A stretch of a sentence as numbers: the features of each token, and its labels.
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

/// What the learning is tuned by.
#[derive(Debug, Clone, Copy)]
pub struct Tuning {
    /// How far one step goes.
    pub rate: f32,
    /// How many of a thousand features are left out at a time.
    pub dropped: usize,
}

/// The weights of one feature, one a label, and what is known of their past.
#[derive(Debug, Clone, Copy)]
struct Row {
    weights: Scores,
    squares: Scores,
    sums: Scores,
}

const EMPTY: Row = Row { weights: [0.0; COUNT], squares: [0.0; COUNT], sums: [0.0; COUNT] };

/// Weights in training. A row a feature, a column a label; the pairs of labels come last, a row a label before.
#[derive(Debug)]
pub struct Learner {
    rows: Vec<Row>,
    features: usize,
    step: f32,
    tuning: Tuning,
    chance: Chance,
    active: Vec<Vec<u32>>,
}

/// The first label of the fourth class.
const FIRST_OTHER: usize = 13;
/// Gradients smaller than this are not worth a step.
const SMALL: f32 = 0.005;

impl Learner {
    /// All weights zero; the runs differ in the features that they leave out at a time.
    pub fn new(features: usize, tuning: Tuning, run: u64) -> Self {
        Self { rows: vec![EMPTY; features + COUNT], features, step: 1.0, tuning, chance: Chance::new(7 + run), active: Vec::new() }
    }

    /// Learns from one stretch; with what the article says, or without.
    pub fn learn(&mut self, example: &Example, with_article: bool) {
        self.choose(example, with_article);
        let mut scores: Vec<Scores> = self.active.iter().map(|features| self.score(features)).collect();
        for scores in &mut scores {
            for (label, score) in scores.iter_mut().enumerate() {
                if !example.marks_other && label >= FIRST_OTHER {
                    *score = -1e4;
                }
            }
        }
        let transitions = self.transitions();
        let beliefs = Beliefs::new(&scores, &transitions);
        self.step += 1.0;
        let active = std::mem::take(&mut self.active);
        let mut pairs = [[0.0; COUNT]; COUNT];
        for (at, (features, &gold)) in active.iter().zip(&example.labels).enumerate() {
            let gradient: Scores = std::array::from_fn(|label| f32::from(u8::from(label == gold)) - beliefs.label(at, label));
            for &feature in features {
                self.move_row(feature as usize, &gradient);
            }
            beliefs.pairs(at, &mut pairs, if at == 0 { OUTSIDE } else { example.labels[at - 1] }, gold);
        }
        for (before, gradient) in pairs.iter().enumerate() {
            self.move_row(self.features + before, gradient);
        }
        self.active = active;
    }

    /// Draws the features that take part.
    fn choose(&mut self, example: &Example, with_article: bool) {
        self.active.clear();
        for at in 0..example.labels.len() {
            let (chance, dropped) = (&mut self.chance, self.tuning.dropped);
            self.active
                .push(features(example, at, with_article).copied().filter(|_| dropped == 0 || chance.below(1000) >= dropped).collect());
        }
    }

    fn move_row(&mut self, row: usize, gradient: &Scores) {
        if gradient.iter().all(|g| g.abs() < SMALL) {
            return;
        }
        let (rate, step) = (self.tuning.rate, self.step);
        let row = &mut self.rows[row];
        let columns = row.weights.iter_mut().zip(&mut row.squares).zip(&mut row.sums);
        for (((weight, square), sum), &gradient) in columns.zip(gradient) {
            if gradient != 0.0 {
                *square += gradient * gradient;
                let by = rate * gradient / (square.sqrt() + 0.1);
                *weight += by;
                *sum += by * step;
            }
        }
    }

    fn score(&self, features: &[u32]) -> Scores {
        let mut scores = [0.0; COUNT];
        for &feature in features {
            scores.iter_mut().zip(&self.rows[feature as usize].weights).for_each(|(score, weight)| *score += weight);
        }
        scores
    }

    /// Puts the averages over all steps in the place of the weights.
    pub fn average(&mut self) {
        for row in &mut self.rows {
            row.weights.iter_mut().zip(&row.sums).for_each(|(weight, sum)| *weight -= sum / self.step);
        }
    }

    /// The mean of several learners of the same features.
    pub fn mean(mut learners: Vec<Self>) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a handful")]
        let count = learners.len() as f32;
        let mut mean = learners.swap_remove(0);
        for (number, row) in mean.rows.iter_mut().enumerate() {
            for learner in &learners {
                row.weights.iter_mut().zip(&learner.rows[number].weights).for_each(|(weight, other)| *weight += other);
            }
            row.weights.iter_mut().for_each(|weight| *weight /= count);
        }
        mean
    }

    /// The labels that the weights give to a stretch, without what the article says.
    pub fn labels(&self, example: &Example) -> Vec<usize> {
        let scores: Vec<Scores> = example.own.iter().map(|features| self.score(features)).collect();
        let mut found = vec![OUTSIDE; scores.len()];
        Lattice::default().best(&scores, &self.transitions(), &mut found);
        found
    }

    /// The weights of a feature.
    pub fn row(&self, feature: usize) -> &Scores {
        &self.rows[feature].weights
    }

    /// The weights of pairs of labels.
    pub fn transitions(&self) -> Transitions {
        let mut transitions = std::array::from_fn(|before| self.rows[self.features + before].weights);
        forbid(&mut transitions);
        transitions
    }
}

fn features(example: &Example, at: usize, with_article: bool) -> impl Iterator<Item = &u32> {
    let more = if with_article { example.more.get(at) } else { None };
    example.own[at].iter().chain(more.into_iter().flatten())
}

/// How probable each label of each token is (forward–backward, rescaled at each token).
struct Beliefs {
    worths: Transitions,
    own: Vec<Scores>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
}

impl Beliefs {
    fn new(scores: &[Scores], transitions: &Transitions) -> Self {
        let worths: Transitions = transitions.map(|row| row.map(f32::exp));
        let own: Vec<Scores> = scores
            .iter()
            .map(|scores| {
                let most = scores.iter().copied().fold(f32::MIN, f32::max);
                scores.map(|score| (score - most).exp())
            })
            .collect();
        let mut beliefs = Self { worths, own, forward: Vec::new(), backward: Vec::new() };
        beliefs.run_forward();
        beliefs.run_backward();
        beliefs
    }

    fn run_forward(&mut self) {
        let mut before: Scores = std::array::from_fn(|label| f32::from(u8::from(label == OUTSIDE)));
        for own in &self.own {
            let mut here = [0.0; COUNT];
            for (from, &mass) in before.iter().enumerate().filter(|(_, mass)| **mass > 0.0) {
                here.iter_mut().zip(&self.worths[from]).for_each(|(slot, worth)| *slot += mass * worth);
            }
            here.iter_mut().zip(own).for_each(|(slot, own)| *slot *= own);
            scale(&mut here);
            self.forward.push(here);
            before = here;
        }
    }

    fn run_backward(&mut self) {
        let mut after: Scores = std::array::from_fn(|label| f32::from(u8::from(!opens(label))));
        self.backward = vec![after; self.own.len()];
        for at in (0..self.own.len()).rev() {
            self.backward[at] = after;
            let mass: Scores = std::array::from_fn(|label| after[label] * self.own[at][label]);
            after = std::array::from_fn(|from| self.worths[from].iter().zip(&mass).map(|(worth, mass)| worth * mass).sum());
            scale(&mut after);
        }
    }

    fn label(&self, at: usize, label: usize) -> f32 {
        let all: f32 = self.forward[at].iter().zip(&self.backward[at]).map(|(f, b)| f * b).sum();
        if all > 0.0 { self.forward[at][label] * self.backward[at][label] / all } else { 0.0 }
    }

    /// Adds the gradient of the pair of labels that ends at a token.
    fn pairs(&self, at: usize, gradient: &mut Transitions, gold_before: usize, gold: usize) {
        let first: Scores = std::array::from_fn(|label| f32::from(u8::from(label == OUTSIDE)));
        let before = if at == 0 { &first } else { &self.forward[at - 1] };
        let mass: Scores = std::array::from_fn(|label| self.own[at][label] * self.backward[at][label]);
        let joint = |from: usize, to: usize| before[from] * self.worths[from][to] * mass[to];
        let all: f32 = (0..COUNT).flat_map(|from| (0..COUNT).map(move |to| (from, to))).map(|(from, to)| joint(from, to)).sum();
        for (from, row) in gradient.iter_mut().enumerate() {
            for (to, slope) in row.iter_mut().enumerate() {
                if all > 0.0 && may_follow(from, to) {
                    *slope -= joint(from, to) / all;
                }
            }
        }
        gradient[gold_before][gold] += 1.0;
    }
}

fn scale(values: &mut Scores) {
    let sum: f32 = values.iter().sum();
    if sum > 0.0 {
        for value in values.iter_mut() {
            *value /= sum;
        }
    }
}
