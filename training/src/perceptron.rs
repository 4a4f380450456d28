//! The averaged perceptron (Collins 2002) over hashed sparse features, with lazy averaging.

use dateline::language::linear::encode;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A model in training.
#[derive(Debug, Default)]
pub struct Perceptron {
    rows: FxHashMap<u64, Row>,
    step: u32,
}

/// The weights of one feature, and what their averages fall short of them by, in steps (Daumé 2006).
#[derive(Debug, Default)]
struct Row {
    weights: Vec<(u8, f32)>,
    missed: Vec<f64>,
}

impl Perceptron {
    /// Adds the current weights of one feature to the scores, one a class.
    pub fn add(&self, feature: u64, scores: &mut [f32]) {
        if let Some(row) = self.rows.get(&feature) {
            for &(class, weight) in &row.weights {
                scores[usize::from(class)] += weight;
            }
        }
    }

    /// One more example has been seen; averages count in these steps.
    pub fn tick(&mut self) {
        self.step += 1;
    }

    /// Moves the weight of one feature for one class.
    pub fn update(&mut self, feature: u64, class: u8, by: f32) {
        let row = self.rows.entry(feature).or_default();
        let at = row.weights.iter().position(|w| w.0 == class).unwrap_or_else(|| {
            row.weights.push((class, 0.0));
            row.missed.push(0.0);
            row.missed.len() - 1
        });
        row.weights[at].1 += by;
        row.missed[at] += f64::from(by) * f64::from(self.step);
    }

    /// The averaged weights, sorted by feature and class; single weights below `least` in size are left out,
    /// and features whose weights come to less than `whole` together.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a weight is kept as f32")]
    pub fn averaged(&self, least: f32, whole: f32) -> Vec<(u64, Vec<(u8, f32)>)> {
        let steps = f64::from(self.step.max(1));
        let mut features: Vec<_> = self
            .rows
            .iter()
            .map(|(&feature, row)| {
                let average = |(weight, missed): (&(u8, f32), &f64)| (weight.0, (f64::from(weight.1) - missed / steps) as f32);
                let mut kept: Vec<(u8, f32)> = row.weights.iter().zip(&row.missed).map(average).filter(|w| w.1.abs() >= least).collect();
                kept.sort_by_key(|w| w.0);
                (feature, kept)
            })
            .filter(|(_, row)| !row.is_empty() && row.iter().map(|w| w.1.abs()).sum::<f32>() >= whole)
            .collect();
        features.sort_by_key(|f| f.0);
        features
    }

    /// The shipped form: averaged, pruned as by [`Self::averaged`], quantized to a byte in units of `scale`.
    #[must_use]
    pub fn encode(&self, classes: u32, (least, whole): (f32, f32), scale: f32) -> Vec<u8> {
        encode(&self.averaged(least, whole), classes, scale)
    }
}

/// Weights of features, sorted by feature and class.
pub type Weights = Vec<(u64, Vec<(u8, f32)>)>;

/// The mean of several runs that saw the same examples in different orders.
pub fn mean(runs: &[Perceptron]) -> Weights {
    let share = 1.0 / f32::from(u8::try_from(runs.len()).unwrap_or(u8::MAX));
    let mut sums: BTreeMap<u64, BTreeMap<u8, f32>> = BTreeMap::new();
    for (feature, row) in runs.iter().flat_map(|run| run.averaged(0.0, 0.0)) {
        let sums = sums.entry(feature).or_default();
        for (class, weight) in row {
            *sums.entry(class).or_default() += share * weight;
        }
    }
    sums.into_iter().map(|(feature, row)| (feature, row.into_iter().collect())).collect()
}

/// The shipped form of weights that takes at most so many bytes: single weights below `least` are left out, then the features whose
/// weights come to less than `whole` together, which rises until the rest is small enough.
pub fn encode_within(most: usize, weights: &Weights, classes: u32, (least, mut whole): (f32, f32), scale: f32) -> Vec<u8> {
    loop {
        let bytes = encode(&pruned(weights, least, whole), classes, scale);
        if bytes.len() <= most {
            return bytes;
        }
        whole += scale / 2.0;
    }
}

fn pruned(weights: &Weights, least: f32, whole: f32) -> Weights {
    let heavy = |row: &[(u8, f32)]| row.iter().copied().filter(|w| w.1.abs() >= least).collect::<Vec<_>>();
    let rows = weights.iter().map(|(feature, row)| (*feature, heavy(row)));
    rows.filter(|(_, row)| !row.is_empty() && row.iter().map(|w| w.1.abs()).sum::<f32>() >= whole).collect()
}
