//! Who and what could belong to an event: the choices that the event model weighs.

use super::features::Target;
use super::scene::{Candidate, Scene};
use crate::extract::{MentionId, Referent};
use crate::language::TokenIndex;
use crate::span::Span;
use std::ops::Range;

/// A referent that may be an argument of an event.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Who or what it is.
    pub referent: Referent,
    /// What the model sees of it.
    pub features: Vec<u64>,
}

/// No argument is sought farther from the trigger, in tokens.
const FARTHEST: usize = 60;
/// Numbers of kinds of targets, beside those of mentions.
const DEMONYM: u64 = 77;
const SPEAKER: u64 = 100;

impl Scene<'_> {
    /// How many candidates for triggers there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.candidates.len()
    }

    /// True when there is no candidate.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.candidates.is_empty()
    }

    /// The token of a candidate.
    #[must_use]
    pub fn token(&self, candidate: usize) -> TokenIndex {
        self.candidates[candidate].token
    }

    /// The candidate with a trigger.
    pub(super) fn candidate_at(&self, trigger: Span) -> Option<&Candidate> {
        let at = self.candidates.binary_search_by_key(&trigger, |candidate| self.document.tokens[candidate.token].span).ok()?;
        self.candidates.get(at)
    }

    /// The words of a candidate.
    #[must_use]
    pub fn span(&self, candidate: usize) -> Span {
        self.document.tokens[self.token(candidate)].span
    }

    /// What the model sees of a candidate.
    #[must_use]
    pub fn trigger_features(&self, candidate: usize) -> Vec<u64> {
        self.trigger(&self.candidates[candidate])
    }

    /// What the model sees of a candidate, read as an event of a class, when it asks whether it happened.
    #[must_use]
    pub fn modality_features(&self, candidate: usize, class: u8) -> Vec<u64> {
        self.happened(&self.candidates[candidate], class)
    }

    /// The referents that may belong to a candidate, read as an event of a class.
    #[must_use]
    pub fn referents(&self, candidate: usize, class: u8) -> Vec<Choice> {
        let candidate = &self.candidates[candidate];
        let token = candidate.token;
        let sentence = &self.document.sentences[self.document.sentence_of(token)].tokens;
        let range = near_tokens(token, sentence);
        let speaker = self.speech(token).and_then(|speech| speech.speaker.clone());
        let mut choices: Vec<Choice> = range.clone().filter_map(|t| self.referent_at(candidate, class, t, speaker.as_ref())).collect();
        if let Some(Referent::Mention(id)) = speaker
            && !range.contains(&self.mentions[id].head)
        {
            choices.push(self.mention(candidate, class, id, SPEAKER));
        }
        choices
    }

    fn referent_at(&self, candidate: &Candidate, class: u8, token: TokenIndex, speaker: Option<&Referent>) -> Option<Choice> {
        if let Some(id) = self.mentions.at(token) {
            let speaks = speaker == Some(&Referent::Mention(id));
            let is_end = self.mentions[id].tokens.end == token + 1;
            return (is_end && !self.mentions[id].tokens.contains(&candidate.token))
                .then(|| self.mention(candidate, class, id, if speaks { SPEAKER } else { 0 }));
        }
        let country = self.knowledge.demonyms.country(self.document.word(token))?;
        let target = Target { tokens: token..token + 1, head: token, sort: DEMONYM };
        Some(Choice { referent: Referent::Country(country.into()), features: self.pair(candidate, class, &target) })
    }

    fn mention(&self, candidate: &Candidate, class: u8, id: MentionId, more: u64) -> Choice {
        let mention = &self.mentions[id];
        let sort = mention.class as u64 * 10 + mention.kind as u64 + more;
        let target = Target { tokens: mention.tokens.clone(), head: mention.head, sort };
        Choice { referent: Referent::Mention(id), features: self.pair(candidate, class, &target) }
    }
}

/// The tokens of a sentence that are not too far from one of them.
pub(super) fn near_tokens(token: TokenIndex, sentence: &Range<TokenIndex>) -> Range<TokenIndex> {
    sentence.start.max(token.saturating_sub(FARTHEST))..sentence.end.min(token + FARTHEST)
}
