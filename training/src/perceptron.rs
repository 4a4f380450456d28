//! The averaged perceptron (Collins 2002) over hashed sparse features, with lazy averaging.

use dateline::language::linear::encode;
use rustc_hash::FxHashMap;

/// A model in training.
#[derive(Debug, Default)]
pub struct Perceptron {
    rows: FxHashMap<u64, Vec<Weight>>,
    step: u32,
}

#[derive(Debug, Clone, Copy)]
struct Weight {
    class: u8,
    updated: u32,
    value: f32,
    total: f64,
}

impl Perceptron {
    /// Adds the current weights of one feature to the scores, one a class.
    pub fn add(&self, feature: u64, scores: &mut [f32]) {
        for weight in self.rows.get(&feature).into_iter().flatten() {
            scores[usize::from(weight.class)] += weight.value;
        }
    }

    /// One more example has been seen; averages count in these steps.
    pub fn tick(&mut self) {
        self.step += 1;
    }

    /// Moves the weight of one feature for one class.
    pub fn update(&mut self, feature: u64, class: u8, by: f32) {
        let step = self.step;
        let row = self.rows.entry(feature).or_default();
        let at = row.iter().position(|w| w.class == class).unwrap_or_else(|| {
            row.push(Weight { class, updated: step, value: 0.0, total: 0.0 });
            row.len() - 1
        });
        let weight = &mut row[at];
        weight.total += f64::from(weight.value) * f64::from(step - weight.updated);
        weight.updated = step;
        weight.value += by;
    }

    /// The averaged weights, sorted by feature and class; values below `least` in size are left out.
    #[must_use]
    pub fn averaged(&self, least: f32) -> Vec<(u64, Vec<(u8, f32)>)> {
        let steps = f64::from(self.step.max(1));
        let mut features: Vec<_> = self
            .rows
            .iter()
            .map(|(&feature, row)| {
                let average = |w: &Weight| (w.total + f64::from(w.value) * f64::from(self.step - w.updated)) / steps;
                #[expect(clippy::cast_possible_truncation, reason = "a weight needs no more than f32")]
                let mut kept: Vec<(u8, f32)> = row.iter().map(|w| (w.class, average(w) as f32)).filter(|w| w.1.abs() >= least).collect();
                kept.sort_by_key(|w| w.0);
                (feature, kept)
            })
            .filter(|(_, row)| !row.is_empty())
            .collect();
        features.sort_by_key(|f| f.0);
        features
    }

    /// The shipped form: averaged, pruned below `least`, quantized to a byte in units of `scale`.
    #[must_use]
    pub fn encode(&self, classes: u32, least: f32, scale: f32) -> Vec<u8> {
        encode(&self.averaged(least), classes, scale)
    }
}
