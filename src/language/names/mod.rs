//! Finds names with a linear sequence model: a first reading sentence by sentence, and a second one that knows what the whole article says.

pub mod chain;
pub mod features;
pub mod labels;
pub mod look;
pub mod memory;
pub mod path;
pub mod stretch;

use self::features::{Sight, Tables, features};
use self::labels::{CLASSES, COUNT, OUTSIDE, to_names};
use self::memory::Memory;
use self::path::{Lattice, Scores, Transitions, forbid};
use super::classes::WordClasses;
use super::gazetteer::Gazetteer;
use super::linear::Linear;
use super::model::ModelFile;
use super::{ModelError, Name};
use std::borrow::Cow;

/// Finds the names in an article.
#[derive(Debug, Clone)]
pub struct NameFinder {
    tables: Tables,
    weights: Linear,
    transitions: Transitions,
    confidence: [f32; 2],
}

/// The sections of the model's file.
pub mod section {
    /// Weights of features and labels.
    pub const WEIGHTS: &str = "weights";
    /// Weights of pairs of labels, row by row, as `f32`.
    pub const TRANSITIONS: &str = "transitions";
    /// The known names.
    pub const GAZETTEER: &str = "gazetteer";
    /// Offset and slope of the logistic curve from margin to confidence, as `f32`.
    pub const CONFIDENCE: &str = "confidence";
}

/// The layer's name in its file.
pub const LAYER: &str = "names";

/// One sentence in the course of being read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What it looks like.
    pub sight: Sight,
    /// The scores of the sentence's own features.
    scores: Vec<Scores>,
    /// The labels.
    pub labels: Vec<usize>,
    /// How far each label is ahead of its best rival.
    pub margins: Vec<f32>,
}

impl NameFinder {
    /// Opens the layer's file; `classes` are those it was trained with.
    ///
    /// # Errors
    /// If the bytes are not that file.
    pub fn open(bytes: Cow<'static, [u8]>, classes: &WordClasses) -> Result<Self, ModelError> {
        let file = ModelFile::open(LAYER, bytes)?;
        let gazetteer = Gazetteer::new(file.section(section::GAZETTEER)?).ok_or_else(|| file.unusable(section::GAZETTEER))?;
        let weights = Linear::new(file.section(section::WEIGHTS)?).ok_or_else(|| file.unusable(section::WEIGHTS))?;
        let floats = floats(&file.section(section::TRANSITIONS)?);
        if floats.len() != COUNT * COUNT {
            return Err(file.unusable(section::TRANSITIONS));
        }
        let mut transitions: Transitions = [[0.0; COUNT]; COUNT];
        transitions.iter_mut().flatten().zip(floats).for_each(|(slot, worth)| *slot = worth);
        forbid(&mut transitions);
        let curve = self::floats(&file.section(section::CONFIDENCE)?);
        let confidence = curve.try_into().map_err(|_| file.unusable(section::CONFIDENCE))?;
        let tables = Tables { classes: classes.clone(), gazetteer };
        Ok(Self { tables, weights, transitions, confidence })
    }

    /// The names of an article, from the words of each sentence; tokens count through all sentences.
    #[must_use]
    pub fn find<'a, S, W>(&self, sentences: S) -> Vec<Name>
    where
        S: IntoIterator<Item = W>,
        W: IntoIterator<Item = &'a str>,
    {
        let sights = sentences.into_iter().map(|words| Sight::new(words.into_iter(), &self.tables)).collect();
        let mut first = 0;
        let mut names = Vec::new();
        for reading in self.read(sights) {
            for (range, class) in to_names(&reading.labels) {
                let confidence = self.confidence(&reading.margins[range.clone()]);
                names.push(Name { tokens: first + range.start..first + range.end, class: CLASSES[class], confidence });
            }
            first += reading.labels.len();
        }
        names
    }

    /// Reads the sentences of one article twice.
    #[must_use]
    pub fn read(&self, sights: Vec<Sight>) -> Vec<Reading> {
        let mut lattice = Lattice::default();
        let mut hashes = Vec::new();
        let mut memory = Memory::default();
        let mut readings: Vec<Reading> = sights
            .into_iter()
            .map(|sight| {
                let mut scores = vec![[0.0; COUNT]; sight.looks.len()];
                let mut labels = vec![OUTSIDE; sight.looks.len()];
                for stretch in &sight.stretches {
                    for at in stretch.clone() {
                        hashes.clear();
                        features(&sight, at, &mut hashes);
                        scores[at] = self.score(&hashes);
                    }
                    lattice.best(&scores[stretch.clone()], &self.transitions, &mut labels[stretch.clone()]);
                }
                memory.learn(&sight, &labels);
                let margins = vec![0.0; labels.len()];
                Reading { sight, scores, labels, margins }
            })
            .collect();
        for reading in &mut readings {
            self.read_again(reading, &memory, &mut lattice, &mut hashes);
        }
        readings
    }

    /// The second reading of a sentence.
    fn read_again(&self, reading: &mut Reading, memory: &Memory, lattice: &mut Lattice, hashes: &mut Vec<u64>) {
        let Reading { sight, scores, labels, margins } = reading;
        for stretch in &sight.stretches {
            for at in stretch.clone() {
                hashes.clear();
                memory.features(sight, labels, at, hashes);
                let more = self.score(hashes);
                scores[at].iter_mut().zip(more).for_each(|(score, more)| *score += more);
            }
        }
        for stretch in &sight.stretches {
            let (scores, labels) = (&scores[stretch.clone()], &mut labels[stretch.clone()]);
            lattice.best(scores, &self.transitions, labels);
            if labels.iter().any(|&label| label != OUTSIDE) {
                lattice.margins(scores, &self.transitions, labels, &mut margins[stretch.clone()]);
            }
        }
    }

    fn score(&self, hashes: &[u64]) -> Scores {
        let mut sums = [0; 256];
        self.weights.add_all(hashes, &mut sums);
        let scale = self.weights.scale();
        #[expect(clippy::cast_precision_loss, reason = "sums of at most a hundred signed bytes")]
        std::array::from_fn(|label| sums[label] as f32 * scale)
    }

    /// How likely a name is right, from the margins of its tokens.
    fn confidence(&self, margins: &[f32]) -> f32 {
        let margin = margins.iter().copied().fold(f32::INFINITY, f32::min);
        let [offset, slope] = self.confidence;
        1.0 / (1.0 + (-(offset + slope * margin)).exp())
    }

    /// The weight of a feature, given by its hash, for a label.
    #[must_use]
    pub fn weight(&self, feature: u64, label: usize) -> f32 {
        let mut sums = [0; 256];
        self.weights.add(feature, &mut sums);
        #[expect(clippy::cast_precision_loss, reason = "a few signed bytes")]
        sums.get(label).map_or(0.0, |&sum| sum as f32 * self.weights.scale())
    }

    /// The tables that features are made from.
    #[must_use]
    pub fn tables(&self) -> &Tables {
        &self.tables
    }
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}
