//! What the event model sees: of a candidate trigger, and of a trigger with somebody, some place or some time beside it.

use super::lexicon::Place;
use super::scene::{Candidate, Scene};
use super::tree::Path;
use crate::language::linear::{feature, word_hash};
use crate::language::{Relation, TokenIndex, Upos};
use std::ops::Range;

/// Names are counted so many tokens to each side.
const WINDOW: usize = 40;

/// Features in the making: hashes of a template's number and its parts.
#[derive(Debug, Default)]
pub(super) struct Features(pub(super) Vec<u64>);

impl Features {
    pub(super) fn add(&mut self, template: u32, parts: &[u64]) {
        self.0.push(feature(template, parts));
    }
}

/// What stands at the other end of a pair: its tokens, its head, and what kind of thing it is.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) tokens: Range<TokenIndex>,
    pub(super) head: TokenIndex,
    /// A number for its class and kind.
    pub(super) sort: u64,
}

impl Scene<'_> {
    pub(super) fn lemma(&self, token: TokenIndex) -> u64 {
        word_hash(&self.document.tokens[token].lemma.to_lowercase())
    }

    pub(super) fn relation(&self, token: TokenIndex) -> u64 {
        self.document.tokens[token].relation as u64
    }

    fn cluster(&self, token: TokenIndex, size: usize) -> u64 {
        let word = word_hash(&self.document.word(token).to_lowercase());
        self.knowledge.clusters.get(word).map_or(u64::MAX, |ids| u64::from(ids[size]))
    }

    /// The preposition before a noun.
    fn case(&self, token: TokenIndex) -> u64 {
        self.tree.by(self.document, token, Relation::Case).map_or(0, |case| self.lemma(case))
    }

    /// The token at a distance in the same sentence.
    fn near(&self, token: TokenIndex, by: isize) -> Option<TokenIndex> {
        let sentence = &self.document.sentences[self.document.sentence_of(token)].tokens;
        token.checked_add_signed(by).filter(|t| sentence.contains(t))
    }

    /// The features of a candidate trigger.
    pub(super) fn trigger(&self, candidate: &Candidate) -> Vec<u64> {
        let mut out = Features::default();
        self.word(candidate, &mut out);
        self.above(candidate, &mut out);
        self.below(candidate, &mut out);
        self.around(candidate, &mut out);
        self.position(candidate, &mut out);
        self.modality(candidate, &mut out);
        out.0
    }

    /// The features that tell whether an event happened: words of modality, tense, and who speaks.
    pub(super) fn happened(&self, candidate: &Candidate) -> Vec<u64> {
        let mut out = Features::default();
        let token = candidate.token;
        let tag = self.document.tokens[token].tag as u64;
        let speech = self.speech(token).map_or(0, |speech| 1 + u64::from(speech.1.is_some()));
        self.modality(candidate, &mut out);
        out.add(14, &[]);
        out.add(90, &[tag]);
        out.add(91, &[tag, speech]);
        out.add(92, &[self.relation(token), tag]);
        for by in 1..=3 {
            let Some(before) = self.near(token, -by) else { break };
            out.add(93, &[self.lemma(before), tag]);
            out.add(94, &[self.document.tokens[before].tag as u64, tag, by.cast_unsigned() as u64]);
        }
        if let Some(head) = self.document.tokens[token].head {
            out.add(95, &[self.lemma(head), self.relation(token)]);
            out.add(96, &[self.document.tokens[head].tag as u64, self.relation(token)]);
        }
        candidate.classes.iter().for_each(|&class| out.add(97, &[u64::from(class), speech]));
        out.0
    }

    fn word(&self, candidate: &Candidate, out: &mut Features) {
        let token = candidate.token;
        let this = &self.document.tokens[token];
        let (lemma, tag, pos) = (self.lemma(token), this.tag as u64, this.upos as u64);
        out.add(1, &[lemma]);
        out.add(2, &[lemma, tag]);
        out.add(3, &[tag]);
        out.add(4, &[word_hash(&candidate.word)]);
        for size in 1..4 {
            out.add(5 + u32::try_from(size).unwrap_or(0), &[self.cluster(token, size), pos]);
        }
        let text = this.lemma.to_lowercase();
        for length in [3, 4] {
            if let Some((at, _)) = text.char_indices().rev().nth(length - 1) {
                out.add(10, &[word_hash(&text[at..]), pos]);
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
            let demonym = self.knowledge.demonyms.contains(self.document.word(below));
            if demonym {
                out.add(35, &[relation, pos]);
            }
            let case = self.case(below);
            if case != 0 {
                out.add(36, &[relation, case, pos]);
                out.add(37, &[case, u64::from(named.is_some()), pos]);
            }
            let noun = self.knowledge.events.noun(&self.document.tokens[below].lemma);
            if noun.first().is_some_and(|_| self.knowledge.events.is_light(&self.document.tokens[token].lemma)) {
                out.add(38, &[relation]);
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
        let speech = self.speech(token).map_or(0, |speech| 1 + u64::from(speech.1.is_some()));
        let length = (sentence.tokens.len() / 8).min(6) as u64;
        let root = document.tokens[token].head.is_none();
        out.add(50, &[kind, pos]);
        out.add(51, &[depth, pos]);
        out.add(52, &[names, pos]);
        out.add(53, &[u64::from(dated), pos]);
        out.add(54, &[speech, pos]);
        out.add(55, &[length, pos]);
        out.add(56, &[u64::from(candidate.first), pos]);
        out.add(57, &[u64::from(root), kind]);
        for &class in &candidate.classes {
            out.add(58, &[u64::from(candidate.first), u64::from(class)]);
            out.add(59, &[speech, u64::from(class)]);
            out.add(60, &[depth, u64::from(class)]);
            out.add(61, &[names.min(2), u64::from(class)]);
        }
    }

    /// The words of modality around a trigger.
    fn modality(&self, candidate: &Candidate, out: &mut Features) {
        let token = candidate.token;
        let cues = |place, word: TokenIndex| {
            let lemma = self.document.tokens[word].lemma.to_lowercase();
            let form = self.document.word(word).to_lowercase();
            let mut found: Vec<u8> = self.knowledge.events.cues(place, &lemma).chain(self.knowledge.events.cues(place, &form)).collect();
            found.dedup();
            found
        };
        let mut add = |number, place, word| cues(place, word).into_iter().for_each(|cue| out.add(number, &[u64::from(cue)]));
        let mut clause = Some(token);
        for step in 0..3_u32 {
            let Some(at) = clause else { break };
            for &below in self.tree.dependents(at) {
                match self.document.tokens[below].relation {
                    Relation::Aux | Relation::Advmod | Relation::AuxPass => add(70 + step, Place::Auxiliary, below),
                    Relation::Mark | Relation::Case | Relation::Cc => add(73 + step, Place::Marker, below),
                    _ => {}
                }
                if step == 0 {
                    add(76, Place::Modifier, below);
                }
            }
            clause = self.document.tokens[at].head;
            if let Some(head) = clause {
                add(77 + step, Place::Governor, head);
            }
        }
        for by in 1..=4 {
            if let Some(before) = self.near(token, -by) {
                add(80, Place::Auxiliary, before);
                add(81, Place::Governor, before);
                add(82, Place::Modifier, before);
            }
        }
    }

    /// The features of a trigger, read as an event of a class, with a target.
    pub(super) fn pair(&self, candidate: &Candidate, class: u8, target: &Target) -> Vec<u64> {
        let mut out = Features::default();
        let (token, class, sort) = (candidate.token, u64::from(class), target.sort);
        let pos = self.document.tokens[token].upos as u64;
        let lemma = self.lemma(token);
        let passive = u64::from(self.is_passive(token));
        let case = self.case(target.head);
        let path = self.path(token, target.head);
        out.add(100, &[]);
        out.add(101, &[sort, class]);
        out.add(102, &[path, pos, sort]);
        out.add(103, &[path, case, sort, passive]);
        out.add(104, &[path, case, class]);
        out.add(105, &[path, lemma]);
        out.add(106, &[path, class, sort, passive]);
        out.add(107, &[case, class, sort]);
        out.add(108, &[case, sort, pos]);
        out.add(109, &[path, case, lemma, sort]);
        self.path_parts(token, target, class, &mut out);
        self.distance(token, target, class, &mut out);
        out.0
    }

    fn is_passive(&self, token: TokenIndex) -> bool {
        let dependents = self.tree.dependents(token).iter();
        dependents
            .into_iter()
            .any(|&t| matches!(self.document.tokens[t].relation, Relation::AuxPass | Relation::NsubjPass | Relation::OblAgent))
    }

    /// A hash of the way through the syntax.
    fn path(&self, from: TokenIndex, to: TokenIndex) -> u64 {
        Path::new(self.document, from, to).map_or(1, |path| {
            let up = path.up.iter().map(|&r| r as u64 + 100);
            feature(99, &up.chain(path.down.iter().map(|&r| r as u64)).collect::<Vec<_>>())
        })
    }

    fn path_parts(&self, token: TokenIndex, target: &Target, class: u64, out: &mut Features) {
        let Some(path) = Path::new(self.document, token, target.head) else { return };
        let (up, down) = (path.up.len() as u64, path.down.len() as u64);
        out.add(120, &[up, down, target.sort]);
        let last = path.down.last().map_or(99, |&r| r as u64);
        let first = path.up.first().map_or(99, |&r| r as u64);
        out.add(121, &[last, up.min(3), target.sort, class]);
        out.add(122, &[first, last, target.sort]);
        out.add(123, &[last, down.min(3), up.min(2), self.case(target.head)]);
        for &between in path.between.iter().take(5) {
            out.add(124, &[self.lemma(between), up.min(2), down.min(2)]);
        }
    }

    fn distance(&self, token: TokenIndex, target: &Target, class: u64, out: &mut Features) {
        let before = target.head < token;
        let gap = if before { token.saturating_sub(target.tokens.end) } else { target.tokens.start.saturating_sub(token + 1) };
        let size = [0, 1, 2, 4, 7, 12, 20].iter().take_while(|&&limit| gap > limit).count() as u64;
        let pos = self.document.tokens[token].upos as u64;
        out.add(130, &[u64::from(before), size, target.sort, pos]);
        out.add(131, &[u64::from(before), size, class, target.sort]);
        let sentence = &self.document.sentences[self.document.sentence_of(token)].tokens;
        let edge = if before { target.tokens.start == sentence.start } else { target.tokens.end + 1 >= sentence.end };
        out.add(132, &[u64::from(before), u64::from(edge), target.sort]);
        let between = if before { target.tokens.end..token } else { token + 1..target.tokens.start };
        let verbs = between.clone().filter(|&t| self.document.tokens[t].upos == Upos::Verb).take(3).count() as u64;
        let names = between.clone().filter(|&t| self.mentions.headed_by(t).is_some()).take(3).count() as u64;
        out.add(133, &[verbs, u64::from(before), target.sort, pos]);
        out.add(134, &[names, u64::from(before), target.sort]);
        if between.len() <= 3 {
            let words: Vec<u64> = between.map(|t| self.lemma(t)).collect();
            out.add(135, &[feature(98, &words), u64::from(before), pos]);
        }
        if let Some(previous) = self.near(target.tokens.start, -1) {
            out.add(136, &[self.lemma(previous), u64::from(before), target.sort, class]);
            out.add(137, &[self.lemma(previous), u64::from(before), target.sort]);
        }
        if let Some(next) = self.near(target.tokens.end.saturating_sub(1), 1) {
            out.add(138, &[self.lemma(next), u64::from(before), target.sort]);
        }
    }
}
