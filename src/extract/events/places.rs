//! Where an event may have happened: the places of its sentence, those named nearby, and those that the article names most.

use super::atlas::PlaceName;
use super::choices::near_tokens;
use super::features::{Features, Target};
use super::scene::{Candidate, Scene};
use super::setting::{Choices, Outline, bucket};
use crate::extract::{EntityClass, MentionId, Referent};
use crate::language::{TokenIndex, Upos};
use std::ops::Range;

/// So many mentions on each side of the sentence are looked at,
const AROUND: usize = 6;
/// and so many names taken from them;
const NEAREST: usize = 3;
/// and so many of the names that the article has most often.
const FREQUENT: usize = 2;
/// A place that contains another stands no more words apart from it.
const APART: usize = 3;
const DEMONYM: u64 = 77;
/// How far away a place's sentence is: from this number on, more than two sentences before or after.
const FAR_BEFORE: u64 = 10;
const FAR_AFTER: u64 = 20;

impl Scene<'_> {
    /// The places that an event may have.
    #[must_use]
    pub fn somewhere(&self, outline: Outline) -> Choices<Referent> {
        let candidate = &self.candidates[outline.candidate];
        let sentence = self.document.sentences[self.document.sentence_of(candidate.token)].tokens.clone();
        let inside = self.atlas.within(self.mentions, &sentence);
        let named: Vec<usize> = inside.iter().filter_map(|&id| self.place_name(id)).map(|(number, _)| number).collect();
        let near = near_tokens(candidate.token, &sentence);
        let mut some: Vec<(Referent, Vec<u64>)> =
            near.filter_map(|token| self.place_at(candidate, outline.class, token, &sentence)).collect();
        let around = self.places_around(&sentence, &named);
        some.extend(around.into_iter().map(|(id, name)| (Referent::Mention(id), self.place_elsewhere(outline, id, name, inside.len()))));
        Choices { none: self.absence(outline, inside.len()), some }
    }

    fn place_name(&self, id: MentionId) -> Option<(usize, &PlaceName)> {
        self.atlas.name(self.document, self.mentions, id)
    }

    /// What stands at a token of the sentence, if it may be a place.
    fn place_at(&self, candidate: &Candidate, class: u8, token: TokenIndex, sentence: &Range<TokenIndex>) -> Option<(Referent, Vec<u64>)> {
        let Some(id) = self.mentions.at(token) else {
            let country = self.knowledge.demonyms.country(self.document.word(token))?;
            let target = Target { tokens: token..token + 1, head: token, sort: DEMONYM };
            return Some((Referent::Country(country.into()), self.pair(candidate, class, &target)));
        };
        let mention = &self.mentions[id];
        let is_end = mention.tokens.end == token + 1;
        let is_place = matches!(mention.class, EntityClass::Place | EntityClass::Organization);
        if !is_end || !is_place || mention.tokens.contains(&candidate.token) || !sentence.contains(&mention.head) {
            return None;
        }
        let sort = mention.class as u64 * 10 + mention.kind as u64;
        let target = Target { tokens: mention.tokens.clone(), head: mention.head, sort };
        let mut out = Features(self.pair(candidate, class, &target));
        for (template, part) in self.standing(id) {
            out.add(160 + template, &[part, sort]);
        }
        self.nesting(id, u64::from(class), sort, &mut out);
        Some((Referent::Mention(id), out.0))
    }

    /// How an article stands to a name: rank, count, share of all places, whether it is the first.
    fn standing(&self, id: MentionId) -> [(u32, u64); 4] {
        let name = self.place_name(id).map(|(_, name)| name);
        let count = name.map_or(0, |name| name.count);
        let share = bucket(100 * count / self.atlas.len().max(1), &[4, 14, 29, 49]);
        [
            (0, name.map_or(9, |name| name.rank.min(4) as u64)),
            (1, count.min(4) as u64),
            (2, share),
            (3, u64::from(name.is_some_and(|name| name.opens))),
        ]
    }

    /// Country or not, what it is called, and whether it stands inside another place ("Odesa, Ukraine") or around one.
    fn nesting(&self, id: MentionId, class: u64, sort: u64, out: &mut Features) {
        let mention = &self.mentions[id];
        let words = mention.tokens.clone();
        let is_country = self.is_country(id);
        let kind = match mention.class {
            EntityClass::Place => u64::from(is_country),
            _ => 2,
        };
        let case = self.word_before(words.start);
        let (inner, outer) = (self.neighbour(words.end, true), self.neighbour(words.start, false));
        let possessive = self.document.tokens.get(words.end).is_some_and(|t| t.upos == Upos::Part);
        out.add(170, &[kind, class, sort]);
        out.add(171, &[kind, case]);
        out.add(172, &[kind, case, class]);
        out.add(173, &[inner, outer]);
        out.add(174, &[inner, outer, kind]);
        out.add(175, &[self.lemma(words.end - 1)]);
        out.add(176, &[kind, self.relation(mention.head)]);
        out.add(177, &[kind, u64::from(possessive)]);
    }

    fn is_country(&self, id: MentionId) -> bool {
        let name = self.mentions[id].span.of(&self.document.article.text);
        self.knowledge.demonyms.country_named(name).is_some()
    }

    /// Whether another place stands next to one, a few marks and small words apart: 0 no, 1 yes, 2 as its owner.
    fn neighbour(&self, edge: TokenIndex, after: bool) -> u64 {
        let mut owner = 0;
        for step in 0..=APART {
            let token = if after { Some(edge + step) } else { edge.checked_sub(step + 1) };
            let Some(token) = token.filter(|&t| t < self.document.tokens.len()) else { return 0 };
            if let Some(id) = self.mentions.at(token) {
                return if step > 0 && self.mentions[id].class == EntityClass::Place { 1 + owner } else { 0 };
            }
            match self.document.tokens[token].upos {
                Upos::Part => owner = 1,
                Upos::Adp | Upos::Det | Upos::Punct => {}
                _ => return 0,
            }
        }
        0
    }

    /// The places outside a sentence that its events may have, each by its nearest mention.
    fn places_around(&self, sentence: &Range<TokenIndex>, named: &[usize]) -> Vec<(MentionId, &PlaceName)> {
        let (before, after) = self.atlas.around(self.mentions, sentence, AROUND);
        let apart = |id: MentionId| self.document.sentence_of(self.mentions[id].head).abs_diff(self.document.sentence_of(sentence.start));
        let mut near: Vec<MentionId> = before.into_iter().chain(after).collect();
        near.sort_by_key(|&id| apart(id));
        let mut taken: Vec<usize> = named.to_vec();
        let mut found = Vec::new();
        for id in near {
            let Some((number, name)) = self.place_name(id) else { continue };
            if found.len() < NEAREST && !taken.contains(&number) {
                taken.push(number);
                found.push((id, name));
            }
        }
        for (number, name) in self.atlas.most_frequent(FREQUENT) {
            if !taken.contains(&number) {
                found.push((name.first, name));
            }
        }
        found
    }

    /// The features of a place that stands outside the sentence, which holds `inside` others.
    fn place_elsewhere(&self, outline: Outline, id: MentionId, name: &PlaceName, inside: usize) -> Vec<u64> {
        let (token, class) = (self.candidates[outline.candidate].token, u64::from(outline.class));
        let mention = &self.mentions[id];
        let (here, there) = (self.document.sentence_of(token), self.document.sentence_of(mention.head));
        let apart = here.abs_diff(there);
        let far = match (apart, there > here) {
            (0..=2, after) => apart as u64 + if after { 5 } else { 0 },
            (_, false) => FAR_BEFORE + bucket(apart, &[2, 4, 8, 16]),
            (_, true) => FAR_AFTER + bucket(apart, &[2, 4, 8, 16]),
        };
        let case = self.word_before(mention.tokens.start);
        let country = u64::from(self.is_country(id));
        let block = |sentence: usize| self.document.sentences[sentence].block;
        let pos = self.document.tokens[token].upos as u64;
        let [(_, rank), (_, count), (_, share), (_, opens)] = self.standing(id);
        let mut out = Features::default();
        out.add(180, &[far]);
        out.add(181, &[far, class]);
        out.add(182, &[far, case]);
        out.add(183, &[case, class]);
        out.add(184, &[u64::from(block(here) == block(there)), far]);
        out.add(185, &[far, u64::from(inside > 0)]);
        for (template, part) in self.standing(id) {
            out.add(186 + template, &[part]);
            out.add(190 + template, &[part, class]);
        }
        out.add(194, &[rank, opens, far]);
        out.add(195, &[rank, pos]);
        out.add(196, &[rank, u64::from(here < 3)]);
        out.add(197, &[country]);
        out.add(198, &[country, class]);
        out.add(199, &[country, rank, far]);
        out.add(200, &[count, share, u64::from(name.opens)]);
        out.0
    }
}
