//! What the event model sees of a word that may tell of an event.

use super::features::Features;
use super::scene::{Candidate, Scene};
use crate::extract::MentionKind;
use crate::language::linear::word_hash;
use crate::language::{Relation, TokenIndex, Upos};

/// Names are counted so many tokens to each side.
const WINDOW: usize = 40;

impl Scene<'_> {
    /// The features of a candidate trigger.
    pub(super) fn trigger(&self, candidate: &Candidate) -> Vec<u64> {
        let mut out = Features::default();
        self.word(candidate, &mut out);
        self.above(candidate, &mut out);
        self.below(candidate, &mut out);
        self.around(candidate, &mut out);
        self.position(candidate, &mut out);
        self.modality(candidate.token, &mut out);
        self.repetition(candidate, &mut out);
        self.quotation(candidate, &mut out);
        if self.is_verbal(candidate.token) {
            self.verb_group(candidate, &mut out);
        } else {
            self.noun_phrase(candidate, &mut out);
        }
        self.actors(candidate, &mut out);
        self.meaning(candidate, &mut out);
        out.0
    }

    /// A number for the part of speech, verbs and auxiliaries as one.
    fn sort(&self, token: TokenIndex) -> u64 {
        if self.is_verbal(token) { Upos::Verb as u64 } else { self.document.tokens[token].upos as u64 }
    }

    fn is_verbal(&self, token: TokenIndex) -> bool {
        matches!(self.document.tokens[token].upos, Upos::Verb | Upos::Aux)
    }

    fn word(&self, candidate: &Candidate, out: &mut Features) {
        let token = candidate.token;
        let this = &self.document.tokens[token];
        let (lemma, tag, pos) = (self.lemma(token), this.tag as u64, this.upos as u64);
        out.add(1, &[lemma]);
        out.add(2, &[lemma, tag]);
        out.add(3, &[tag]);
        out.add(4, &[word_hash(&candidate.word)]);
        for size in 1..4_u32 {
            out.add(5 + size, &[self.cluster(token, size as usize), pos]);
        }
        for length in [3, 4] {
            if let Some((at, _)) = this.lemma.char_indices().rev().nth(length - 1) {
                out.add(10, &[word_hash(&this.lemma[at..]), pos]);
            }
        }
        for &class in &candidate.classes {
            out.add(11, &[u64::from(class), pos]);
            out.add(12, &[u64::from(class), tag]);
        }
        out.add(13, &[candidate.classes.len().min(3) as u64, pos]);
        out.add(14, &[]);
    }

    fn above(&self, candidate: &Candidate, out: &mut Features) {
        let token = candidate.token;
        let (relation, pos) = (self.relation(token), self.document.tokens[token].upos as u64);
        out.add(20, &[relation, pos]);
        for &class in &candidate.classes {
            out.add(21, &[relation, u64::from(class)]);
        }
        let Some(head) = self.document.tokens[token].head else { return };
        out.add(22, &[self.lemma(head), relation]);
        out.add(23, &[self.cluster(head, 2), relation]);
        out.add(24, &[self.document.tokens[head].upos as u64, relation, pos]);
        out.add(25, &[self.case(token), pos]);
        let light = self.knowledge.events.is_light(&self.document.tokens[head].lemma);
        out.add(26, &[u64::from(light), relation, u64::from(!candidate.classes.is_empty())]);
    }

    fn below(&self, candidate: &Candidate, out: &mut Features) {
        let token = candidate.token;
        let pos = self.document.tokens[token].upos as u64;
        let light = self.knowledge.events.is_light(&self.document.tokens[token].lemma);
        for &below in self.tree.dependents(token) {
            let relation = self.relation(below);
            out.add(30, &[relation, pos]);
            out.add(31, &[relation, self.lemma(below)]);
            out.add(32, &[relation, self.cluster(below, 1), pos]);
            let named = self.mentions.at(below).map(|id| (self.mentions[id].class as u64, self.mentions[id].kind as u64));
            if let Some((class, kind)) = named {
                out.add(33, &[relation, class, kind]);
                for &event in &candidate.classes {
                    out.add(34, &[relation, class, u64::from(event)]);
                }
            }
            if self.knowledge.demonyms.contains(self.document.word(below)) {
                out.add(35, &[relation, pos]);
            }
            let case = self.case(below);
            if case != 0 {
                out.add(36, &[relation, case, pos]);
                out.add(37, &[case, u64::from(named.is_some()), pos]);
            }
            if light && !self.knowledge.events.noun(&self.document.tokens[below].lemma).is_empty() {
                out.add(38, &[relation]);
            }
            if self.is_time(below) {
                out.add(39, &[pos]);
            }
        }
    }

    fn around(&self, candidate: &Candidate, out: &mut Features) {
        let token = candidate.token;
        let pos = self.document.tokens[token].upos as u64;
        for by in [-2_isize, -1, 1, 2] {
            let place = by.cast_unsigned() as u64;
            let Some(near) = self.near(token, by) else {
                out.add(40, &[place, pos]);
                continue;
            };
            out.add(41, &[place, self.lemma(near)]);
            out.add(42, &[place, self.document.tokens[near].tag as u64, pos]);
            out.add(43, &[place, self.cluster(near, 1), pos]);
            if by.abs() == 1 {
                out.add(44, &[place, self.lemma(near), self.lemma(token)]);
            }
            out.add(45, &[place, u64::from(self.mentions.at(near).is_some()), pos]);
        }
    }

    fn position(&self, candidate: &Candidate, out: &mut Features) {
        let token = candidate.token;
        let document = self.document;
        let pos = document.tokens[token].upos as u64;
        let index = document.sentence_of(token);
        let sentence = &document.sentences[index];
        let kind = document.article.blocks.get(sentence.block).map_or(99, |block| block.kind as u64);
        let depth = [0, 1, 3, 6, 12, 25].iter().take_while(|&&limit| index > limit).count() as u64;
        let near = sentence.tokens.start.max(token.saturating_sub(WINDOW))..sentence.tokens.end.min(token + WINDOW);
        let names = near.filter(|&t| self.mentions.headed_by(t).is_some()).take(5).count() as u64;
        let time = self.times.partition_point(|time| time.tokens.end <= sentence.tokens.start);
        let dated = self.times.get(time).is_some_and(|time| time.tokens.start < sentence.tokens.end);
        let speech = self.speech(token).map_or(0, |speech| 1 + u64::from(speech.speaker.is_some()));
        out.add(50, &[kind, pos]);
        out.add(51, &[depth, pos]);
        out.add(52, &[names, pos]);
        out.add(53, &[u64::from(dated), pos]);
        out.add(54, &[speech, pos]);
        out.add(55, &[(sentence.tokens.len() / 8).min(6) as u64, pos]);
        out.add(56, &[u64::from(candidate.earlier == 0), pos]);
        out.add(57, &[u64::from(document.tokens[token].head.is_none()), kind]);
        for &class in &candidate.classes {
            out.add(58, &[u64::from(candidate.earlier == 0), u64::from(class)]);
            out.add(59, &[speech, u64::from(class)]);
            out.add(60, &[depth, u64::from(class)]);
            out.add(61, &[names.min(2), u64::from(class)]);
        }
    }

    /// How often the article comes back to the word, and to its classes.
    fn repetition(&self, candidate: &Candidate, out: &mut Features) {
        let sort = self.sort(candidate.token);
        let earlier = u64::from(candidate.earlier);
        out.add(150, &[u64::from(self.words.count(candidate.token).min(4)), sort]);
        out.add(151, &[earlier.min(3), sort]);
        out.add(152, &[u64::from(candidate.all.min(4)), earlier.min(2), sort]);
        for &class in &candidate.classes {
            out.add(153, &[earlier.min(2), u64::from(class)]);
        }
        out.add(154, &[u64::from(candidate.class_earlier.min(4)), sort]);
    }

    /// Whether it stands in somebody's words, and whether it introduces them.
    fn quotation(&self, candidate: &Candidate, out: &mut Features) {
        let token = candidate.token;
        let (lemma, sort, relation) = (self.lemma(token), self.sort(token), self.relation(token));
        let voice = self.voice(token);
        let is_cue = self.is_cue(token);
        out.add(160, &[voice, sort]);
        for &class in &candidate.classes {
            out.add(161, &[voice, u64::from(class)]);
        }
        out.add(162, &[u64::from(is_cue), sort]);
        if is_cue {
            out.add(163, &[lemma]);
        }
        let under_cue = self.document.tokens[token].head.is_some_and(|head| self.is_cue(head));
        out.add(164, &[u64::from(under_cue), relation, sort]);
        let form = if self.is_verbal(token) { self.group(token) } else { self.document.tokens[token].tag as u64 };
        out.add(165, &[voice, form]);
        out.add(166, &[voice, relation]);
        out.add(167, &[voice, self.cluster(token, 2)]);
        out.add(168, &[voice, lemma]);
    }

    fn verb_group(&self, candidate: &Candidate, out: &mut Features) {
        let group = self.group(candidate.token);
        out.add(170, &[group]);
        out.add(171, &[group, self.relation(candidate.token)]);
        for &class in &candidate.classes {
            out.add(172, &[group, u64::from(class)]);
        }
        out.add(173, &[group, self.lemma(candidate.token)]);
    }

    fn noun_phrase(&self, candidate: &Candidate, out: &mut Features) {
        let token = candidate.token;
        let (relation, tag) = (self.relation(token), self.document.tokens[token].tag as u64);
        let below = |relation| self.tree.by(self.document, token, relation);
        let determiner = below(Relation::Det).map_or(0, |t| self.words[t].form);
        let owner = below(Relation::NmodPoss).map_or(0, |t| self.who(t));
        out.add(175, &[determiner, tag]);
        out.add(176, &[determiner, owner, u64::from(below(Relation::Nummod).is_some())]);
        out.add(177, &[owner, tag]);
        for &class in &candidate.classes {
            out.add(178, &[determiner, u64::from(class)]);
            out.add(179, &[owner, u64::from(class)]);
        }
        out.add(180, &[determiner, relation, tag]);
        let Some(head) = self.document.tokens[token].head else { return };
        let above = &self.document.tokens[head];
        out.add(181, &[relation, self.lemma(head), tag]);
        out.add(182, &[relation, self.cluster(head, 1), self.cluster(token, 1)]);
        let tells = !self.knowledge.events.verb(&above.lemma).is_empty();
        out.add(183, &[relation, u64::from(tells), above.upos as u64, u64::from(!candidate.classes.is_empty())]);
    }

    /// Who does it and to whom or what.
    fn actors(&self, candidate: &Candidate, out: &mut Features) {
        let token = candidate.token;
        let sort = self.sort(token);
        let dependents = self.tree.dependents(token);
        let first = |fits: fn(Relation) -> bool| dependents.iter().copied().find(|&t| fits(self.document.tokens[t].relation));
        let subject = first(|relation| matches!(relation, Relation::Nsubj | Relation::NsubjPass));
        let object = first(|relation| relation == Relation::Obj);
        let (by, to) = (subject.map_or(0, |t| self.who(t)), object.map_or(0, |t| self.who(t)));
        out.add(190, &[by, sort]);
        out.add(191, &[to, sort]);
        out.add(192, &[by, to, sort]);
        for &class in &candidate.classes {
            out.add(193, &[by, u64::from(class)]);
            out.add(194, &[to, u64::from(class)]);
        }
        out.add(202, &[by, to, self.cluster(token, 2)]);
        if let Some(object) = object {
            out.add(195, &[self.lemma(token), self.lemma(object)]);
            out.add(196, &[self.cluster(token, 1), self.cluster(object, 1)]);
            let tells = !self.knowledge.events.noun(&self.document.tokens[object].lemma).is_empty();
            out.add(197, &[u64::from(tells), self.document.tokens[object].upos as u64]);
        }
        if let Some(subject) = subject {
            out.add(198, &[self.cluster(token, 1), self.cluster(subject, 1)]);
            out.add(199, &[self.words[subject].form, sort]);
        }
        let named = dependents.iter().filter_map(|&t| self.mentions.at(t)).filter(|&id| self.mentions[id].kind == MentionKind::Name);
        let known = named.clone().map(|id| self.words.count(self.mentions[id].head)).max().unwrap_or_default();
        out.add(200, &[u64::from(known.min(6)), sort]);
        out.add(201, &[named.take(2).count() as u64, sort]);
    }

    /// What kind of word it is, by the words that are used alike.
    fn meaning(&self, candidate: &Candidate, out: &mut Features) {
        let token = candidate.token;
        let (relation, tag, sort) = (self.relation(token), self.document.tokens[token].tag as u64, self.sort(token));
        out.add(205, &[self.cluster(token, 0), relation]);
        out.add(206, &[self.cluster(token, 2), tag]);
        out.add(207, &[self.cluster(token, 1), relation]);
        if let Some(head) = self.document.tokens[token].head {
            out.add(208, &[self.cluster(token, 1), self.cluster(head, 1), relation]);
        }
        for (size, cluster) in (0_u64..).zip(self.knowledge.clusters.get(self.lemma(token)).map_or([0; 4], |ids| ids.map(u64::from))) {
            out.add(209, &[size, cluster, sort]);
        }
    }

    /// What somebody is who takes part.
    pub(super) fn who(&self, token: TokenIndex) -> u64 {
        if let Some(id) = self.mentions.at(token) {
            return 100 + 10 * self.mentions[id].class as u64 + self.mentions[id].kind as u64;
        }
        if self.knowledge.demonyms.contains(self.document.word(token)) { 99 } else { 1 + self.document.tokens[token].upos as u64 }
    }

    /// True for a token of a temporal expression.
    fn is_time(&self, token: TokenIndex) -> bool {
        let next = self.times.partition_point(|time| time.tokens.end <= token);
        self.times.get(next).is_some_and(|time| time.tokens.start <= token)
    }
}
