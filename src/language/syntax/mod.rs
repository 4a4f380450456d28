//! Syntax: a greedy transition parser with a linear model, trained with a dynamic oracle (Goldberg & Nivre 2013).

mod features;
mod state;

pub use features::Features;
pub use state::{Action, Position, State};

use super::Relation;
use super::linear::Linear;
use super::model::{self, ModelError, ModelFile};
use super::tags::Label;
use super::word::Word;
use std::borrow::Cow;

/// The parser, over its layer.
#[derive(Debug, Clone)]
pub struct Parser {
    actions: Vec<Action>,
    weights: Linear,
}

const LAYER: &str = "syntax";
const ACTIONS: &str = "actions";
const WEIGHTS: &str = "weights";

impl Parser {
    /// Opens the layer's file.
    ///
    /// # Errors
    /// If the bytes are not that file.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let file = ModelFile::open(LAYER, bytes)?;
        let actions = decode(&file.section(ACTIONS)?).filter(|a| is_complete(a)).ok_or_else(|| file.unusable(ACTIONS))?;
        let weights = Linear::new(file.section(WEIGHTS)?).filter(|w| w.classes() == actions.len()).ok_or_else(|| file.unusable(WEIGHTS))?;
        Ok(Self { actions, weights })
    }

    /// The head and the relation of each word of a sentence; the root of the sentence has no head.
    /// Takes two steps a word, whatever the words.
    #[must_use]
    pub fn parse(&self, words: &[Word], labels: &[Label]) -> Vec<(Option<Position>, Relation)> {
        let mut features = Features::new(words, labels);
        let mut state = State::new(words.len());
        while !state.is_finished() {
            let action = state.forced().unwrap_or_else(|| self.decide(&state, features.collect(&state)));
            state.step(action);
        }
        state.arcs().collect()
    }

    fn decide(&self, state: &State, features: &[u64]) -> Action {
        let mut scores = [0_i32; 256];
        self.weights.add_all(features, &mut scores);
        let allowed = self.actions.iter().zip(scores).filter(|(action, _)| state.allows(**action));
        let best = allowed.reduce(|best, other| if other.1 > best.1 { other } else { best });
        best.map_or(Action::Shift, |(&action, _)| action)
    }
}

/// The bytes of the layer's file.
#[must_use]
pub fn encode(actions: &[Action], weights: Vec<u8>) -> Vec<u8> {
    let pair = |&action: &Action| match action {
        Action::Shift => [0, 0],
        Action::Left(relation) => [1, relation as u8],
        Action::Right(relation) => [2, relation as u8],
    };
    model::write(LAYER, &[(ACTIONS, actions.iter().flat_map(pair).collect()), (WEIGHTS, weights)])
}

fn decode(bytes: &[u8]) -> Option<Vec<Action>> {
    let action = |pair: &[u8]| {
        let relation = *Relation::ALL.get(usize::from(pair[1]))?;
        match pair[0] {
            0 => Some(Action::Shift),
            1 => Some(Action::Left(relation)),
            2 => Some(Action::Right(relation)),
            _ => None,
        }
    };
    bytes.len().is_multiple_of(2).then(|| bytes.chunks_exact(2).map(action).collect())?
}

/// With these, some step is possible in every state.
fn is_complete(actions: &[Action]) -> bool {
    let right = actions.iter().any(|action| matches!(action, Action::Right(relation) if *relation != Relation::Root));
    right && actions.contains(&Action::Shift) && actions.contains(&Action::Left(Relation::Root))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::word::Writing;
    use crate::language::{Tag, Upos, linear};

    #[test]
    fn every_sentence_gets_one_tree_whatever_the_weights() {
        let actions = [Action::Shift, Action::Left(Relation::Root), Action::Left(Relation::Det), Action::Right(Relation::Flat)];
        for weights in [vec![], vec![(0, vec![(2, 1.0)])]] {
            let parser = Parser::open(Cow::Owned(encode(&actions, linear::encode(&weights, 4, 0.5)))).expect("opens");
            let word = Word { form: 9, clusters: [0; 4], writing: Writing::Small, shape: 1 };
            let arcs = parser.parse(&[word; 40], &[(Tag::Nn, Upos::Noun); 40]);
            assert_eq!(arcs.len(), 40);
            assert_eq!(arcs.iter().filter(|arc| arc.0.is_none()).count(), 1);
            let reaches_root = |from| std::iter::successors(Some(from), |&at: &usize| arcs[at].0).take(41).count() <= 40;
            assert!((0..40).all(reaches_root));
        }
        let parser = Parser::open(Cow::Owned(encode(&actions, linear::encode(&[], 4, 0.5)))).expect("opens");
        assert!(parser.parse(&[], &[]).is_empty());
    }

    #[test]
    fn a_layer_without_the_needed_steps_is_refused() {
        let actions = [Action::Shift, Action::Left(Relation::Det)];
        assert!(Parser::open(Cow::Owned(encode(&actions, linear::encode(&[], 2, 0.5)))).is_err());
    }
}
