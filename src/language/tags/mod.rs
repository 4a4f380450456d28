//! Parts of speech: an averaged perceptron that goes through a sentence from left to right (Collins 2002),
//! with the words' clusters and a dictionary of what each frequent word can be (Spoustová et al. 2009).

mod dictionary;
mod features;
mod scene;

pub use dictionary::{Dictionary, Known, encode as encode_dictionary};
pub use features::Features;
pub use scene::{Scene, spaced};

use super::linear::Linear;
use super::model::{self, ModelError, ModelFile};
use super::{Tag, Upos};
use std::borrow::Cow;

/// What a word is: the tagger decides on both at once.
pub type Label = (Tag, Upos);

/// The tagger, over its layer.
#[derive(Debug, Clone)]
pub struct Tagger {
    labels: Vec<Label>,
    dictionary: Dictionary,
    weights: Linear,
}

const LAYER: &str = "tags";
const LABELS: &str = "labels";
const DICTIONARY: &str = "dictionary";
const WEIGHTS: &str = "weights";

impl Tagger {
    /// Opens the layer's file.
    ///
    /// # Errors
    /// If the bytes are not that file.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let file = ModelFile::open(LAYER, bytes)?;
        let labels = decode(&file.section(LABELS)?).ok_or_else(|| file.unusable(LABELS))?;
        let dictionary = Dictionary::new(file.section(DICTIONARY)?).ok_or_else(|| file.unusable(DICTIONARY))?;
        let weights = Linear::new(file.section(WEIGHTS)?).filter(|w| w.classes() == labels.len()).ok_or_else(|| file.unusable(WEIGHTS))?;
        Ok(Self { labels, dictionary, weights })
    }

    /// What each word can be.
    #[must_use]
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// The labels that it chooses between.
    #[must_use]
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// The weights behind its decisions, a class a label.
    #[must_use]
    pub fn weights(&self) -> &Linear {
        &self.weights
    }

    /// The tags of a sentence. Takes time linear in its length.
    #[must_use]
    pub fn tag(&self, scene: &Scene) -> Vec<Label> {
        let mut features = Features::new(&self.labels);
        let mut chosen: Vec<u8> = Vec::with_capacity(scene.len());
        for at in 0..scene.len() {
            let label = scene.sure(at).unwrap_or_else(|| self.decide(features.collect(scene, at, &chosen)));
            chosen.push(label);
        }
        let label = |&label: &u8| self.labels.get(usize::from(label)).copied().unwrap_or((Tag::Nn, Upos::X));
        chosen.iter().map(label).collect()
    }

    fn decide(&self, features: &[u64]) -> u8 {
        let mut scores = [0_i32; 256];
        self.weights.add_all(features, &mut scores);
        let best = scores[..self.labels.len()].iter().enumerate().max_by_key(|&(label, &score)| (score, std::cmp::Reverse(label)));
        best.and_then(|(label, _)| u8::try_from(label).ok()).unwrap_or_default()
    }
}

/// The bytes of the layer's file.
#[must_use]
pub fn encode(labels: &[Label], dictionary: Vec<u8>, weights: Vec<u8>) -> Vec<u8> {
    let labels = labels.iter().flat_map(|&(tag, upos)| [tag as u8, upos as u8]).collect();
    model::write(LAYER, &[(LABELS, labels), (DICTIONARY, dictionary), (WEIGHTS, weights)])
}

fn decode(bytes: &[u8]) -> Option<Vec<Label>> {
    let label = |pair: &[u8]| Some((*Tag::ALL.get(usize::from(pair[0]))?, *Upos::ALL.get(usize::from(pair[1]))?));
    bytes.len().is_multiple_of(2).then(|| bytes.chunks_exact(2).map(label).collect())?
}
