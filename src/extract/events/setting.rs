//! What the model sees of an event that has no place or no time, and of the clause that it stands in.

use super::features::Features;
use super::scene::{Candidate, Scene};
use crate::language::{Relation, TokenIndex, Upos};

/// What may be the place or the time of an event, with what the model sees of it; and what it sees of the event if there is none.
#[derive(Debug, Clone)]
pub struct Choices<T> {
    /// The features of an event without one.
    pub none: Vec<u64>,
    /// Each choice with its features.
    pub some: Vec<(T, Vec<u64>)>,
}

/// An event as far as it is read before its place and time: a candidate, the number of its class and that of its modality.
#[derive(Debug, Clone, Copy)]
pub struct Outline {
    /// The number of the candidate.
    pub candidate: usize,
    /// The number of the class.
    pub class: u8,
    /// The number of the modality.
    pub modality: u8,
}

/// A verb is sought so many steps up.
const STEPS: usize = 12;
/// A sentence before this one may belong to the opening of an article.
const OPENING: usize = 3;

/// How many limits a number exceeds.
pub(super) fn bucket(number: usize, limits: &[usize]) -> u64 {
    limits.iter().filter(|&&limit| number > limit).count() as u64
}

impl Scene<'_> {
    /// The verb that governs a token, or the topmost token.
    pub(super) fn clause(&self, token: TokenIndex) -> TokenIndex {
        let mut at = token;
        for _ in 0..STEPS {
            match self.document.tokens[at].head {
                Some(head) if self.document.tokens[at].upos != Upos::Verb => at = head,
                _ => break,
            }
        }
        at
    }

    /// The word before a token, articles left out.
    pub(super) fn word_before(&self, token: TokenIndex) -> u64 {
        let before = |token: TokenIndex| token.checked_sub(1);
        let previous = before(token).filter(|&t| self.document.tokens[t].upos != Upos::Det).or_else(|| before(before(token)?));
        previous.map_or(0, |t| self.lemma(t))
    }

    /// The features of an event without a place or time, `found` of which are in its sentence.
    pub(super) fn absence(&self, outline: Outline, found: usize) -> Vec<u64> {
        let candidate: &Candidate = &self.candidates[outline.candidate];
        let token = candidate.token;
        let this = &self.document.tokens[token];
        let (tag, pos, class, modality) = (this.tag as u64, this.upos as u64, u64::from(outline.class), u64::from(outline.modality));
        let verb = self.clause(token);
        let verb_tag = self.document.tokens[verb].tag as u64;
        let index = self.document.sentence_of(token);
        let kind = self.document.article.blocks.get(self.document.sentences[index].block).map_or(99, |block| block.kind as u64);
        let found = found.min(3) as u64;
        let mut out = Features::default();
        out.add(140, &[]);
        out.add(141, &[class]);
        out.add(142, &[self.lemma(token)]);
        out.add(143, &[tag]);
        out.add(144, &[class, tag]);
        out.add(145, &[self.relation(token), pos]);
        out.add(146, &[verb_tag, u64::from(verb == token)]);
        out.add(147, &[u64::from(self.speech(token).is_some())]);
        out.add(148, &[modality]);
        out.add(149, &[class, modality]);
        out.add(150, &[kind]);
        out.add(151, &[u64::from(index < OPENING)]);
        out.add(152, &[found]);
        out.add(153, &[found, class]);
        out.add(154, &[found, modality]);
        out.add(155, &[found, u64::from(self.document.article.published.is_some())]);
        for &below in self.tree.dependents(verb) {
            if matches!(self.document.tokens[below].relation, Relation::Aux | Relation::AuxPass) {
                out.add(156, &[self.lemma(below), verb_tag]);
            }
        }
        out.0
    }
}
