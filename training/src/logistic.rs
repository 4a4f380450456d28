//! Logistic regression with a penalty on the square of its weights, one model an answer, trained in the dual (Yu, Huang & Lin 2011).

use crate::softmax::Example;
use dateline::language::linear::{encode, feature};
use rustc_hash::FxHashMap;

/// How to train.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// What a wrong example costs against the square of the weights: the smaller, the smoother the model.
    pub cost: f32,
    /// Features seen less often are left out.
    pub least: u32,
    /// Passes over the examples.
    pub epochs: u32,
}

/// A trained model.
#[derive(Debug)]
pub struct Logistic {
    answers: usize,
    rows: FxHashMap<u64, Vec<f32>>,
}

/// Newton steps at one example, and how exact they must be.
const STEPS: usize = 20;
const EXACT: f64 = 1e-4;
/// How far a step that would leave the interval goes instead.
const BACK: f64 = 0.1;

impl Logistic {
    /// Trains on examples with their weights, for `answers` answers: each against the rest, or a single one that is `label > 0`.
    #[must_use]
    pub fn train(examples: &[(&Example, f32)], answers: usize, settings: Settings) -> Self {
        let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
        examples.iter().flat_map(|(e, _)| &e.features).for_each(|&f| *counts.entry(f).or_default() += 1);
        let mut known: Vec<u64> = counts.into_iter().filter(|&(_, n)| n >= settings.least).map(|(f, _)| f).collect();
        known.sort_unstable();
        let numbers: FxHashMap<u64, usize> = known.iter().enumerate().map(|(number, &f)| (f, number)).collect();
        let inputs: Vec<Vec<usize>> = examples.iter().map(|(e, _)| numbered(&e.features, &numbers)).collect();
        let costs: Vec<f64> = examples.iter().map(|(_, weight)| f64::from(settings.cost * weight)).collect();
        let mut rows = vec![vec![0.0; answers]; known.len()];
        for answer in 0..answers {
            let is_it = |label: u8| if answers == 1 { label > 0 } else { usize::from(label) == answer };
            let right: Vec<bool> = examples.iter().map(|(e, _)| is_it(e.label)).collect();
            let weights = descend(&inputs, &right, &costs, known.len(), settings.epochs);
            #[expect(clippy::cast_possible_truncation, reason = "weights are small numbers")]
            rows.iter_mut().zip(weights).for_each(|(row, weight)| row[answer] = weight as f32);
        }
        Self { answers, rows: known.into_iter().zip(rows).collect() }
    }

    /// How probable each answer is.
    #[must_use]
    pub fn probabilities(&self, features: &[u64]) -> Vec<f32> {
        let mut scores = vec![0.0; self.answers];
        for row in features.iter().filter_map(|f| self.rows.get(f)) {
            scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
        }
        dateline::extract::events::logistic(scores)
    }

    /// The shipped form: weights below `least` left out, the others as bytes in units of `scale`.
    #[must_use]
    pub fn encode(&self, least: f32, scale: f32) -> Vec<u8> {
        let heavy = |row: &[f32]| (0..).zip(row.iter().copied()).filter(|w: &(u8, f32)| w.1.abs() >= least).collect();
        let mut features: Vec<(u64, Vec<(u8, f32)>)> = self.rows.iter().map(|(&f, row)| (f, heavy(row))).collect();
        features.sort_unstable_by_key(|row| row.0);
        encode(&features, u32::try_from(self.answers).unwrap_or(u32::MAX), scale)
    }
}

/// The numbers of the features that are known, each once.
fn numbered(features: &[u64], numbers: &FxHashMap<u64, usize>) -> Vec<usize> {
    let mut known: Vec<usize> = features.iter().filter_map(|f| numbers.get(f).copied()).collect();
    known.sort_unstable();
    known.dedup();
    known
}

/// Dual coordinate descent: each example has a multiplier between 0 and its cost, moved to its best place while the others stand.
fn descend(inputs: &[Vec<usize>], right: &[bool], costs: &[f64], features: usize, epochs: u32) -> Vec<f64> {
    let mut weights = vec![0.0_f64; features];
    let sign = |example: usize| if right[example] { 1.0 } else { -1.0 };
    let mut multipliers: Vec<f64> = costs.iter().map(|cost| (0.001 * cost).min(1e-8)).collect();
    for (example, input) in inputs.iter().enumerate() {
        for &f in input {
            weights[f] += sign(example) * multipliers[example];
        }
    }
    let mut order: Vec<usize> = (0..inputs.len()).collect();
    for epoch in 0..epochs {
        order.sort_by_key(|&i| feature(7, &[i as u64 + (u64::from(epoch) << 32)]));
        for &example in &order {
            let input = &inputs[example];
            let margin = sign(example) * input.iter().map(|&f| weights[f]).sum::<f64>();
            #[expect(clippy::cast_precision_loss, reason = "an example has a few hundred features")]
            let moved = best(multipliers[example], costs[example], input.len() as f64, margin);
            let step = sign(example) * (moved - multipliers[example]);
            for &f in input {
                weights[f] += step;
            }
            multipliers[example] = moved;
        }
    }
    weights
}

/// The best multiplier of one example, by Newton's method from whichever end of the interval is safe.
fn best(old: f64, cost: f64, square: f64, margin: f64) -> f64 {
    let upper = 0.5 * square * (cost - 2.0 * old) + margin < 0.0;
    let (start, margin) = if upper { (cost - old, -margin) } else { (old, margin) };
    let mut z = if cost - start < 0.5 * cost { 0.1 * start } else { start };
    let slope = |z: f64| square * (z - start) + margin + (z / (cost - z)).ln();
    for _ in 0..STEPS {
        let gradient = slope(z);
        if gradient.abs() < EXACT {
            break;
        }
        let next = z - gradient / (square + cost / (cost - z) / z);
        z = if next <= 0.0 { z * BACK } else { next.min(cost * (1.0 - 1e-12)) };
    }
    if upper { cost - z } else { z }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_learns_what_parts_the_answers() {
        let example = |features: &[u64], label| Example { features: features.to_vec(), label };
        let examples = [example(&[1, 2], 1), example(&[1, 3], 0), example(&[1, 2, 4], 1), example(&[1, 3, 4], 0)];
        let weighed: Vec<(&Example, f32)> = examples.iter().map(|e| (e, 1.0)).collect();
        let settings = Settings { cost: 10.0, least: 1, epochs: 50 };
        let single = Logistic::train(&weighed, 1, settings);
        assert!(single.probabilities(&[1, 2])[0] > 0.8 && single.probabilities(&[1, 3])[0] < 0.2);
        let both = Logistic::train(&weighed, 2, settings);
        assert!(both.probabilities(&[1, 3])[0] > 0.8);
    }
}
