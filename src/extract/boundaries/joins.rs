//! Which pieces make one name: "Ministry" and "Foreign Affairs", a body and its place.

use super::{Cutter, LONGEST_NAME, Piece, is_capitalized};
use crate::language::{NameClass, TokenIndex, Upos};
use std::ops::Range;

impl Cutter<'_> {
    /// True when two pieces make one name.
    pub(super) fn is_one(&self, last: &Piece, next: &Piece) -> bool {
        if self.document.sentence_of(last.tokens.start) != self.document.sentence_of(next.tokens.start)
            || next.tokens.end - last.tokens.start > LONGEST_NAME
        {
            return false;
        }
        let gap = last.tokens.end..next.tokens.start;
        if self.is_founder(last, next) || self.is_branch(last, next) {
            return true;
        }
        let word = self.document.word(last.tokens.end - 1);
        if last.class == NameClass::Person || next.class == NameClass::Person {
            let initial = word.chars().count() == 1 && gap.len() == 1 && self.document.word(gap.start) == ".";
            return last.class == next.class && initial;
        }
        if matches!(self.document.word(next.tokens.start), "'s" | "’s" | "'" | "’") {
            return false;
        }
        let body = self.ends_body(next) || next.class == NameClass::Organization;
        match gap.len() {
            0 => body || self.words.of_words.has(word) || self.words.on_words.has(word) || self.words.articles.has(word),
            1 | 2 => self.joins_of(last, gap),
            _ => false,
        }
    }

    /// True for the full name of a person right before the noun of a body, which bears it: "Ana Quispe" + "University of Science".
    fn is_founder(&self, last: &Piece, next: &Piece) -> bool {
        let first = self.document.word(next.tokens.start);
        last.tokens.end == next.tokens.start
            && self.is_full_name(last)
            && next.class == NameClass::Organization
            && is_capitalized(first)
            && (self.words.bodies.has(first) || self.words.possessors.has(first))
    }

    /// True for a body and the place right after it that belongs to its name, as "Blockade" + "Australia"; after an acronym the place
    /// may belong to a noun behind it: "the NATO Kosovo mission".
    fn is_branch(&self, last: &Piece, next: &Piece) -> bool {
        let plain = |token: TokenIndex| self.document.word(token).chars().all(char::is_alphanumeric);
        let acronym = last.tokens.len() == 1 && self.document.word(last.tokens.start).chars().all(char::is_uppercase);
        let noun = self.document.tokens.get(next.tokens.end).is_some_and(|after| matches!(after.upos, Upos::Noun | Upos::Propn));
        last.tokens.end == next.tokens.start
            && last.class == NameClass::Organization
            && next.class == NameClass::Place
            && last.tokens.clone().all(plain)
            && !(acronym && noun)
    }

    /// True for a gap of "of" or "of the" after a noun that goes on with it.
    fn joins_of(&self, last: &Piece, gap: Range<TokenIndex>) -> bool {
        let the = gap.len() == 1 || self.words.articles.has(self.document.word(gap.start + 1));
        the && self.has_subject(gap.start) && last.class != NameClass::Place
    }

    /// True for a preposition between the noun of a body and its subject or place: "Ministry of", "Committee on".
    pub(super) fn has_subject(&self, preposition: TokenIndex) -> bool {
        let Some(noun) = preposition.checked_sub(1).map(|noun| self.document.word(noun)) else { return false };
        let word = self.document.word(preposition);
        let goes_with =
            self.words.of_words.has(word) && self.words.with_of.has(noun) || self.words.on_words.has(word) && self.words.with_on.has(noun);
        is_capitalized(noun) && goes_with
    }

    /// The class of two pieces joined.
    pub(super) fn class_of(&self, last: &Piece, next: &Piece) -> NameClass {
        if last.class == NameClass::Person && next.class == NameClass::Person {
            NameClass::Person
        } else if last.class == NameClass::Organization || next.class == NameClass::Organization || self.ends_body(next) {
            NameClass::Organization
        } else {
            next.class
        }
    }
}
