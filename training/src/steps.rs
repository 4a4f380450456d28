//! An averaged perceptron (Collins 2002) over hashed sparse features for few classes: the kinds of a parser's steps.
//! Its rows stand in one table, found by the feature itself (open addressing): scoring waits for memory once a feature.

use dateline::language::rows::CLASSES;

/// A model in training.
#[derive(Debug)]
pub struct Steps {
    rows: Vec<Row>,
    missed: Vec<[f32; CLASSES]>,
    taken: usize,
    step: f32,
}

/// The weights of one feature; an empty row has the feature 0.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(64))]
struct Row {
    feature: u64,
    weights: [f32; CLASSES],
}

impl Default for Steps {
    fn default() -> Self {
        Self::with_rows(1 << 22)
    }
}

impl Steps {
    fn with_rows(rows: usize) -> Self {
        Self { rows: vec![Row::default(); rows], missed: vec![[0.0; CLASSES]; rows], taken: 0, step: 0.0 }
    }

    /// The row of a feature, or the empty one where it would stand.
    fn place(&self, feature: u64) -> usize {
        let last = self.rows.len() - 1;
        let mut at = (feature >> 20) as usize & last;
        while self.rows[at].feature != feature && self.rows[at].feature != 0 {
            at = (at + 1) & last;
        }
        at
    }

    /// The summed weights of the features.
    #[must_use]
    pub fn score(&self, features: &[u64]) -> [f32; CLASSES] {
        let mut sums = [0.0; CLASSES];
        for &feature in features {
            let row = &self.rows[self.place(feature)];
            sums.iter_mut().zip(row.weights).for_each(|(sum, weight)| *sum += weight);
        }
        sums
    }

    /// One more example has been seen; averages count in these steps.
    pub fn tick(&mut self) {
        self.step += 1.0;
    }

    /// Raises the weights of one class and lowers those of another.
    pub fn update(&mut self, features: &[u64], raised: usize, lowered: usize) {
        for &feature in features.iter().filter(|&&feature| feature != 0) {
            if 4 * self.taken > 3 * self.rows.len() {
                self.grow();
            }
            let at = self.place(feature);
            self.taken += usize::from(self.rows[at].feature == 0);
            self.rows[at].feature = feature;
            for (class, by) in [(raised, 1.0), (lowered, -1.0)] {
                self.rows[at].weights[class] += by;
                self.missed[at][class] += by * self.step;
            }
        }
    }

    fn grow(&mut self) {
        let mut larger = Self { taken: self.taken, step: self.step, ..Self::with_rows(2 * self.rows.len()) };
        for (row, missed) in self.rows.iter().zip(&self.missed).filter(|(row, _)| row.feature != 0) {
            let at = larger.place(row.feature);
            (larger.rows[at], larger.missed[at]) = (*row, *missed);
        }
        *self = larger;
    }

    /// The averaged weights, sorted by feature.
    #[must_use]
    pub fn averaged(&self) -> Vec<(u64, [f32; CLASSES])> {
        let steps = self.step.max(1.0);
        let known = self.rows.iter().zip(&self.missed).filter(|(row, _)| row.feature != 0);
        let mut rows: Vec<(u64, [f32; CLASSES])> =
            known.map(|(row, missed)| (row.feature, std::array::from_fn(|class| row.weights[class] - missed[class] / steps))).collect();
        rows.sort_unstable_by_key(|row| row.0);
        rows
    }
}
