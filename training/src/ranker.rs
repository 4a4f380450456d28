//! A log-linear model that chooses one of several things, trained by `AdaGrad` (Duchi et al. 2011).

use crate::softmax::{Settings, scramble, softmax};
use dateline::language::linear::encode;
use rustc_hash::FxHashMap;

/// Things to choose from, each with the hashes of its features and whether it is right; the first stands for none of the others.
#[derive(Debug, Clone)]
pub struct Ranked {
    /// All choices.
    pub choices: Vec<(Vec<u64>, bool)>,
}

/// A trained model: one weight a feature.
#[derive(Debug)]
pub struct Ranker {
    weights: FxHashMap<u64, f32>,
}

impl Ranker {
    /// Trains on examples, in an order that depends on their number alone. Those without a right choice teach nothing.
    #[must_use]
    pub fn train(examples: &[&Ranked], settings: Settings) -> Self {
        let examples: Vec<&Ranked> = examples.iter().copied().filter(|e| e.choices.iter().any(|choice| choice.1)).collect();
        let mut learnt: FxHashMap<u64, (f32, f32)> = FxHashMap::default();
        let mut order: Vec<usize> = (0..examples.len()).collect();
        for epoch in 0..settings.epochs {
            order.sort_by_key(|&i| scramble(i as u64 + (u64::from(epoch) << 32)));
            for &i in &order {
                step(examples[i], settings, &mut learnt);
            }
        }
        Self { weights: learnt.into_iter().map(|(feature, (weight, _))| (feature, weight)).collect() }
    }

    /// How good each choice is.
    #[must_use]
    pub fn scores(&self, example: &Ranked) -> Vec<f32> {
        let score = |features: &[u64]| features.iter().filter_map(|f| self.weights.get(f)).sum();
        example.choices.iter().map(|(features, _)| score(features)).collect()
    }

    /// The shipped form: weights below `least` left out, the others as bytes in units of `scale`.
    #[must_use]
    pub fn encode(&self, least: f32, scale: f32) -> Vec<u8> {
        let kept = self.weights.iter().filter(|(_, weight)| weight.abs() >= least);
        let mut features: Vec<(u64, Vec<(u8, f32)>)> = kept.map(|(&feature, &weight)| (feature, vec![(0, weight)])).collect();
        features.sort_unstable_by_key(|row| row.0);
        encode(&features, 1, scale)
    }
}

/// Moves the weights towards the right choices: by the difference between how probable each is, and how probable among the right ones.
fn step(example: &Ranked, settings: Settings, learnt: &mut FxHashMap<u64, (f32, f32)>) {
    let weight = |f: &u64| learnt.get(f).map_or(0.0, |l| l.0);
    let mut scores: Vec<f32> = example.choices.iter().map(|(features, _)| features.iter().map(weight).sum()).collect();
    softmax(&mut scores);
    let right: f32 = scores.iter().zip(&example.choices).filter(|(_, choice)| choice.1).map(|(p, _)| p).sum();
    for (probability, (features, is_right)) in scores.iter().zip(&example.choices) {
        let gradient = probability - if *is_right { probability / right.max(f32::MIN_POSITIVE) } else { 0.0 };
        if gradient.abs() < LEAST {
            continue;
        }
        for feature in features {
            let (weight, squares) = learnt.entry(*feature).or_insert((0.0, 1e-6));
            let gradient = gradient + settings.decay * *weight;
            *squares += gradient * gradient;
            *weight -= settings.rate * gradient / squares.sqrt();
        }
    }
}

/// A smaller step is not worth the time.
const LEAST: f32 = 1e-3;
