//! Syntax: a transition parser with linear models, trained with a dynamic oracle (Goldberg & Nivre 2013).
//! One model decides on the kind of each step, another names the relation of each arc that a step makes, among those of the kind.

mod beam;
mod features;
pub mod kinds;
mod relations;
mod state;

pub use features::Features;
pub use state::{Position, State, Step};

use super::Relation;
use super::linear::Linear;
use super::model::{self, ModelError, ModelFile};
use super::rows::{CLASSES, Rows};
use super::tags::Label;
use super::word::Word;
use kinds::Kind;
use std::borrow::Cow;

/// The parser, over its layer.
#[derive(Debug, Clone)]
pub struct Parser {
    steps: Rows,
    relations: Linear,
    /// What the arcs of each kind can be.
    named: [Vec<Relation>; CLASSES],
}

const LAYER: &str = "syntax";
const STEPS: &str = "steps";
const RELATIONS: &str = "relations";

impl Parser {
    /// Opens the layer's file.
    ///
    /// # Errors
    /// If the bytes are not that file.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let file = ModelFile::open(LAYER, bytes)?;
        let steps = Rows::new(file.section(STEPS)?).ok_or_else(|| file.unusable(STEPS))?;
        let complete = |weights: &Linear| weights.classes() == Relation::ALL.len();
        let relations = Linear::new(file.section(RELATIONS)?).filter(complete).ok_or_else(|| file.unusable(RELATIONS))?;
        Ok(Self { steps, relations, named: std::array::from_fn(kinds::relations) })
    }

    /// The head and the relation of each word of a sentence; the root of the sentence has no head.
    /// Takes two steps a word, whatever the words.
    #[must_use]
    pub fn parse(&self, words: &[Word], labels: &[Label]) -> Vec<(Option<Position>, Relation)> {
        self.search(words, labels).state.arcs().collect()
    }

    /// Parses, and shows each decision to `watcher`: the state, the features, and the kind of step chosen.
    pub fn watch(
        &self,
        words: &[Word],
        labels: &[Label],
        mut watcher: impl FnMut(&State, &Features, Kind),
    ) -> Vec<(Option<Position>, Relation)> {
        let mut features = Features::new(words, labels);
        let mut state = State::new(words.len());
        for kind in self.search(words, labels).decided {
            state.settle();
            features.step(&state);
            watcher(&state, &features, kind);
            self.take(&mut state, kind, &mut features);
        }
        state.settle();
        state.arcs().collect()
    }

    /// Takes a step of a kind.
    fn take(&self, state: &mut State, kind: Kind, features: &mut Features) {
        match state.arc(kinds::step(kind)) {
            Some((word, head)) => {
                let relation = match self.named[kind].as_slice() {
                    [only] => *only,
                    several => self.name(features.relation(state, word, head), several),
                };
                state.attach(head, relation);
            }
            None => state.shift(),
        }
    }

    /// The weights behind its steps, a class a kind of step.
    #[must_use]
    pub fn weights(&self) -> &Rows {
        &self.steps
    }

    /// The best of several relations.
    fn name(&self, features: &[u64], several: &[Relation]) -> Relation {
        let mut scores = [0_i32; 256];
        self.relations.add_all(features, &mut scores);
        let score = |relation: Relation| scores[relation as usize];
        several.iter().copied().reduce(|best, other| if score(other) > score(best) { other } else { best }).unwrap_or(Relation::Dep)
    }
}

/// The bytes of the layer's file.
#[must_use]
pub fn encode(steps: Vec<u8>, relations: Vec<u8>) -> Vec<u8> {
    model::write(LAYER, &[(STEPS, steps), (RELATIONS, relations)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::word::Writing;
    use crate::language::{Tag, Upos, linear, rows};

    #[test]
    fn every_sentence_gets_one_tree_whatever_the_weights() {
        let word = Word { form: 9, clusters: [0; 4], kinds: [0; 4], writing: Writing::Small, shape: 1 };
        let (words, labels) = ([word; 40], [(Tag::Nn, Upos::Noun); 40]);
        let classes = u32::try_from(Relation::ALL.len()).expect("few");
        for kind in 0..CLASSES {
            let mut features = Features::new(&words, &labels);
            let weights: Vec<_> = features
                .step(&State::new(40))
                .iter()
                .map(|&feature| (feature, std::array::from_fn(|class| f32::from(u8::from(class == kind)))))
                .collect();
            let bytes = encode(rows::encode(&weights, 64, 0.5), linear::encode(&[(0, vec![(2, 1.0)])], classes, 0.5));
            let parser = Parser::open(Cow::Owned(bytes)).expect("opens");
            let arcs = parser.parse(&words, &labels);
            assert_eq!(arcs.len(), 40);
            assert_eq!(arcs.iter().filter(|arc| arc.0.is_none()).count(), 1);
            assert!(arcs.iter().all(|arc| arc.0.is_none() == (arc.1 == Relation::Root)));
            let reaches_root = |from| std::iter::successors(Some(from), |&at: &usize| arcs[at].0).take(41).count() <= 40;
            assert!((0..40).all(reaches_root));
            assert!(parser.parse(&[], &[]).is_empty());
        }
    }

    #[test]
    fn a_layer_with_other_relations_is_refused() {
        let steps = rows::encode(&[], 1, 0.5);
        assert!(Parser::open(Cow::Owned(encode(steps, linear::encode(&[], 2, 0.5)))).is_err());
    }
}
