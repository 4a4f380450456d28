//! Who, what, where and when could belong to an event: the choices that the event model weighs.

use super::features::Target;
use super::scene::{Candidate, Scene};
use crate::extract::{CalendarDate, EntityClass, MentionId, Referent, When};
use crate::language::TokenIndex;
use crate::span::Span;
use std::ops::Range;

/// A referent that may be an argument or the place of an event.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Who or what it is.
    pub referent: Referent,
    /// Whether it can be an agent, target or participant.
    pub is_argument: bool,
    /// Whether it can be a place.
    pub is_place: bool,
    /// What the model sees of it.
    pub features: Vec<u64>,
}

/// No argument is sought farther from the trigger, in tokens.
const FARTHEST: usize = 60;
/// So many names of places in the sentence are looked at.
const NEAREST: usize = 20;
/// Numbers of kinds of targets, beside those of mentions.
const DEMONYM: u64 = 77;
const TIME: u64 = 88;
const SPEAKER: u64 = 100;
const BEFORE: u64 = 210;
const PUBLISHED: u64 = 220;
const AROUND: u64 = 230;

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

    /// What the model sees of a candidate when it asks whether the event happened.
    #[must_use]
    pub fn modality_features(&self, candidate: usize) -> Vec<u64> {
        self.happened(&self.candidates[candidate])
    }

    /// The referents that may belong to a candidate, read as an event of a class.
    #[must_use]
    pub fn referents(&self, candidate: usize, class: u8) -> Vec<Choice> {
        let candidate = &self.candidates[candidate];
        let token = candidate.token;
        let sentence = &self.document.sentences[self.document.sentence_of(token)].tokens;
        let range = sentence.start.max(token.saturating_sub(FARTHEST))..sentence.end.min(token + FARTHEST);
        let speaker = self.speech(token).and_then(|speech| speech.1.clone());
        let mut choices: Vec<Choice> = range.clone().filter_map(|t| self.referent_at(candidate, class, t, speaker.as_ref())).collect();
        if let Some(Referent::Mention(id)) = speaker
            && !range.contains(&self.mentions[id].head)
        {
            choices.push(self.mention(candidate, class, id, SPEAKER));
        }
        choices.extend(self.places_around(candidate, class, &sentence.clone()));
        choices
    }

    /// The times that may be those of a candidate, read as an event of a class.
    #[must_use]
    pub fn whens(&self, candidate: usize, class: u8) -> Vec<(When, Vec<u64>)> {
        let candidate = &self.candidates[candidate];
        let sentence = &self.document.sentences[self.document.sentence_of(candidate.token)].tokens;
        let near = sentence.start.max(candidate.token.saturating_sub(FARTHEST))..sentence.end.min(candidate.token + FARTHEST);
        let first = self.times.partition_point(|time| time.tokens.end <= near.start);
        let times = self.times[first..].iter().take_while(|time| time.tokens.start < near.end);
        let target = |time: &super::scene::Time| Target { tokens: time.tokens.clone(), head: time.head, sort: TIME };
        let mut whens: Vec<(When, Vec<u64>)> = times.map(|time| (time.when, self.pair(candidate, class, &target(time)))).collect();
        if whens.is_empty() {
            whens.extend(self.whens_around(candidate, class, first));
        }
        whens
    }

    /// The last time that was spoken of before the sentence, and the day of publication.
    fn whens_around(&self, candidate: &Candidate, class: u8, first: usize) -> Vec<(When, Vec<u64>)> {
        let here = Target { tokens: candidate.token..candidate.token + 1, head: candidate.token, sort: PUBLISHED };
        let published = self
            .document
            .article
            .published
            .map(|day| (When { begin: CalendarDate::Day(day), end: None }, self.pair(candidate, class, &here)));
        let before = first.checked_sub(1).map(|last| &self.times[last]).map(|time| {
            let sort = BEFORE + self.sentences_between(time.head, candidate.token);
            (time.when, self.pair(candidate, class, &Target { tokens: time.tokens.clone(), head: time.head, sort }))
        });
        before.into_iter().chain(published).collect()
    }

    /// How many sentences one token is before another, up to a few.
    fn sentences_between(&self, before: TokenIndex, after: TokenIndex) -> u64 {
        (self.document.sentence_of(after) - self.document.sentence_of(before)).min(5) as u64
    }

    /// Places outside the sentence where an event may have happened: the article's first, its most frequent, and the last before.
    fn places_around(&self, candidate: &Candidate, class: u8, sentence: &Range<TokenIndex>) -> Vec<Choice> {
        let name = |id: MentionId| self.mentions[id].span.of(&self.document.article.text);
        let last =
            self.places.partition_point(|&id| self.mentions[id].tokens.end <= sentence.start).checked_sub(1).map(|at| self.places[at]);
        let known = [self.places.first().copied(), self.frequent, last];
        let end = self.places.partition_point(|&id| self.mentions[id].tokens.start < sentence.end);
        let inside: Vec<&str> = self.places[..end]
            .iter()
            .rev()
            .take(NEAREST)
            .take_while(|&&id| self.mentions[id].tokens.start >= sentence.start)
            .map(|&id| name(id))
            .collect();
        let mut choices: Vec<Choice> = Vec::new();
        for (number, &id) in known.iter().enumerate().filter_map(|(n, id)| Some((n, id.as_ref()?))) {
            let earlier = known[..number].iter().flatten().any(|&other| name(other) == name(id));
            if earlier || inside.contains(&name(id)) {
                continue;
            }
            let parts = known
                .iter()
                .enumerate()
                .filter(|(_, other)| other.is_some_and(|other| name(other) == name(id)))
                .map(|(n, _)| 1 << n)
                .sum::<u64>();
            let mention = &self.mentions[id];
            let far = last.filter(|&last| last == id).map_or(0, |_| self.sentences_between(mention.head, candidate.token));
            let target = Target { tokens: mention.tokens.clone(), head: mention.head, sort: AROUND + 8 * far + parts };
            choices.push(Choice {
                referent: Referent::Mention(id),
                is_argument: false,
                is_place: true,
                features: self.pair(candidate, class, &target),
            });
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
        Some(Choice {
            referent: Referent::Country(country.into()),
            is_argument: true,
            is_place: true,
            features: self.pair(candidate, class, &target),
        })
    }

    fn mention(&self, candidate: &Candidate, class: u8, id: MentionId, more: u64) -> Choice {
        let mention = &self.mentions[id];
        let sort = mention.class as u64 * 10 + mention.kind as u64 + more;
        let target = Target { tokens: mention.tokens.clone(), head: mention.head, sort };
        let is_place = matches!(mention.class, EntityClass::Place | EntityClass::Organization);
        Choice { referent: Referent::Mention(id), is_argument: true, is_place, features: self.pair(candidate, class, &target) }
    }
}
