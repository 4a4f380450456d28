//! Multinomial logistic regression over hashed sparse features, trained by `AdaGrad` (Duchi et al. 2011).

use dateline::language::linear::encode;
use rustc_hash::FxHashMap;

/// Features and the right answer.
#[derive(Debug, Clone)]
pub struct Example {
    /// Hashes of the features that hold.
    pub features: Vec<u64>,
    /// The number of the answer.
    pub label: u8,
}

/// A trained model.
#[derive(Debug)]
pub struct Softmax {
    classes: usize,
    rows: FxHashMap<u64, Vec<f32>>,
}

/// How to train.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// Passes over the examples.
    pub epochs: u32,
    /// Step size.
    pub rate: f32,
    /// Shrinks weights towards zero, per step and feature that holds.
    pub decay: f32,
    /// Features seen less often are left out.
    pub least: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { epochs: 8, rate: 0.1, decay: 1e-4, least: 2 }
    }
}

impl Softmax {
    /// Trains on examples, in an order that depends on their number alone.
    #[must_use]
    pub fn train(examples: &[&Example], classes: usize, settings: Settings) -> Self {
        let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
        examples.iter().flat_map(|e| &e.features).for_each(|&f| *counts.entry(f).or_default() += 1);
        let numbers: FxHashMap<u64, usize> =
            counts.iter().filter(|(_, n)| **n >= settings.least).map(|(&f, _)| f).enumerate().map(|(n, f)| (f, n)).collect();
        let (mut weights, mut squares) = (vec![0.0_f32; numbers.len() * classes], vec![1e-6_f32; numbers.len() * classes]);
        let known: Vec<Vec<usize>> = examples.iter().map(|e| e.features.iter().filter_map(|f| numbers.get(f).copied()).collect()).collect();
        let mut order: Vec<usize> = (0..examples.len()).collect();
        for epoch in 0..settings.epochs {
            order.sort_by_key(|&i| scramble(i as u64 + (u64::from(epoch) << 32)));
            for &i in &order {
                step(&known[i], usize::from(examples[i].label), classes, settings, &mut weights, &mut squares);
            }
        }
        let rows = numbers.into_iter().map(|(f, n)| (f, weights[n * classes..(n + 1) * classes].to_vec())).collect();
        Self { classes, rows }
    }

    /// How probable each answer is.
    #[must_use]
    pub fn probabilities(&self, features: &[u64]) -> Vec<f32> {
        let mut scores = vec![0.0; self.classes];
        for row in features.iter().filter_map(|f| self.rows.get(f)) {
            scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
        }
        softmax(&mut scores);
        scores
    }

    /// The shipped form: weights below `least` left out, the others as bytes in units of `scale`.
    #[must_use]
    pub fn encode(&self, least: f32, scale: f32) -> Vec<u8> {
        let mut features: Vec<(u64, Vec<(u8, f32)>)> = self
            .rows
            .iter()
            .map(|(&f, row)| (f, (0..).zip(row.iter().copied()).filter(|w: &(u8, f32)| w.1.abs() >= least).collect()))
            .collect();
        features.sort_unstable_by_key(|row| row.0);
        encode(&features, u32::try_from(self.classes).unwrap_or(u32::MAX), scale)
    }
}

fn step(known: &[usize], label: usize, classes: usize, settings: Settings, weights: &mut [f32], squares: &mut [f32]) {
    let mut scores = vec![0.0; classes];
    for &feature in known {
        let row = &weights[feature * classes..(feature + 1) * classes];
        scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
    }
    softmax(&mut scores);
    scores[label] -= 1.0;
    for &feature in known {
        for (class, gradient) in scores.iter().enumerate() {
            let at = feature * classes + class;
            let gradient = gradient + settings.decay * weights[at];
            squares[at] += gradient * gradient;
            weights[at] -= settings.rate * gradient / squares[at].sqrt();
        }
    }
}

/// Turns scores into probabilities.
pub(crate) fn softmax(scores: &mut [f32]) {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    for score in &mut *scores {
        *score = (*score - highest).exp();
    }
    let sum: f32 = scores.iter().sum();
    for score in &mut *scores {
        *score /= sum;
    }
}

/// A fixed shuffle.
pub(crate) fn scramble(value: u64) -> u64 {
    dateline::language::linear::feature(7, &[value])
}
