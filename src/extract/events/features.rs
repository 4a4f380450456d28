//! What the event model sees of a trigger with somebody, some place or some time beside it.

use super::scene::{Candidate, Scene};
use super::tree::Path;
use crate::language::linear::feature;
use crate::language::{Relation, TokenIndex, Upos};
use std::ops::Range;

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
        self.words[token].lemma
    }

    pub(super) fn relation(&self, token: TokenIndex) -> u64 {
        self.document.tokens[token].relation as u64
    }

    pub(super) fn cluster(&self, token: TokenIndex, size: usize) -> u64 {
        self.words[token].clusters.get(size).copied().unwrap_or_default()
    }

    /// The preposition before a noun.
    pub(super) fn case(&self, token: TokenIndex) -> u64 {
        self.tree.by(self.document, token, Relation::Case).map_or(0, |case| self.lemma(case))
    }

    /// The token at a distance in the same sentence.
    pub(super) fn near(&self, token: TokenIndex, by: isize) -> Option<TokenIndex> {
        let sentence = &self.document.sentences[self.document.sentence_of(token)].tokens;
        token.checked_add_signed(by).filter(|t| sentence.contains(t))
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
