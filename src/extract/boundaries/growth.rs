//! How a name grows to the right, over words that the name model left out: "Varna" to "Varna Harbour Authority".

use super::{Cutter, LONGEST_NAME, Piece, is_capitalized};
use crate::extract::officials;
use crate::language::{NameClass, TokenIndex, Upos};

impl Cutter<'_> {
    /// Lets a name grow over capitalized words up to a noun that ends names of its kind: "Varna" + "Harbour Authority".
    pub(super) fn grow(&self, piece: &mut Piece) {
        self.complete(piece);
        if piece.class == NameClass::Person {
            self.found(piece);
            return;
        }
        if piece.class == NameClass::Place && self.has_rest_after_comma(piece.tokens.end) {
            piece.tokens.end += 2;
            return;
        }
        let Some(sentence) = self.document.sentences.get(self.document.sentence_of(piece.tokens.start)) else { return };
        let limit = sentence.tokens.end.min(piece.tokens.start + LONGEST_NAME);
        if let Some(last) = officials::last_of(self.document, piece, limit, self.lexicons) {
            *piece = Piece { tokens: piece.tokens.start..last + 1, class: NameClass::Organization };
            return;
        }
        let mut found = None;
        let mut token = piece.tokens.end;
        while token < limit && self.goes_on(token, limit) {
            let word = self.document.word(token);
            if self.words.bodies.has(word) {
                found = Some((token, NameClass::Organization));
            } else if self.words.places.has(word) && piece.class == NameClass::Place {
                found = Some((token, NameClass::Place));
            }
            token += 1;
        }
        let end = found.map_or(piece.tokens.end, |(last, _)| last + 1);
        if let Some(last) = self.subject_after(end, limit).filter(|_| piece.class != NameClass::Place || found.is_some()) {
            found = Some((last, NameClass::Organization));
        } else if found.is_none() && piece.class == NameClass::Place && end < limit && self.words.divisions.has(self.document.word(end)) {
            found = Some((end, NameClass::Place));
        }
        if let Some((last, class)) = found {
            piece.tokens.end = last + 1;
            piece.class = class;
        }
    }

    /// Takes the noun of a body after the full name of the person whose name it bears: "Ana Quispe" + "University".
    fn found(&self, piece: &mut Piece) {
        let end = piece.tokens.end;
        let sentence = self.document.sentences.get(self.document.sentence_of(piece.tokens.start));
        let goes_on = sentence.is_some_and(|sentence| end < sentence.tokens.end);
        if !goes_on || !self.is_full_name(piece) || self.starts_name(end) {
            return;
        }
        let word = self.document.word(end);
        if is_capitalized(word) && self.words.bodies.has(word) {
            *piece = Piece { tokens: piece.tokens.start..end + 1, class: NameClass::Organization };
            self.grow(piece);
        }
    }

    /// True where a name goes on after a comma: "Washington" + ", DC".
    fn has_rest_after_comma(&self, end: TokenIndex) -> bool {
        end < self.document.tokens.len() && self.document.word(end) == "," && self.is_after_comma(end + 1)
    }

    /// Takes the rest of a word of several hyphens, where the name ends after one of them, "Chan-o" + "-cha",
    /// and a small word that a hyphen makes part of a given name: "Moon Jae" + "-in".
    fn complete(&self, piece: &mut Piece) {
        let joined = |end: TokenIndex| self.is_glued(end) && self.is_hyphen(end) && self.is_glued(end + 1);
        while piece.tokens.len() > 2 && self.is_hyphen(piece.tokens.end - 2) && joined(piece.tokens.end) {
            piece.tokens.end += 2;
        }
        let end = piece.tokens.end;
        if piece.class == NameClass::Person && piece.tokens.len() > 1 && joined(end) && self.words.inside.has(self.document.word(end + 1)) {
            piece.tokens.end += 2;
        }
    }

    /// The last word of what a body is for: "Ministry" + "of Foreign Affairs". A name of its own after "of" is left to [`Self::is_one`].
    fn subject_after(&self, end: TokenIndex, limit: TokenIndex) -> Option<TokenIndex> {
        if end >= limit || !self.has_subject(end) {
            return None;
        }
        let start = if self.words.articles.has(self.document.word((end + 1).min(limit - 1))) { end + 2 } else { end + 1 };
        if self.names_somebody(start) {
            return None;
        }
        let mut last = None;
        let mut token = start;
        while token < limit && self.goes_on(token, limit) {
            let can_end = is_capitalized(self.document.word(token)) && self.document.tokens[token].upos != Upos::Adp;
            last = can_end.then_some(token).or(last);
            token += 1;
        }
        last
    }

    /// True for a capitalized word that is no title, or a small word before one.
    fn goes_on(&self, token: TokenIndex, limit: TokenIndex) -> bool {
        let word = self.document.word(token);
        let capitalized = |token: TokenIndex| {
            is_capitalized(self.document.word(token)) && self.lexicons.titles.nouns().ending_at(self.document, token).is_none()
        };
        if is_capitalized(word) {
            capitalized(token)
        } else if matches!(word, "'" | "’" | "'s" | "’s") {
            let owners = self.document.word(token.saturating_sub(1));
            is_capitalized(owners) && self.words.possessors.has(owners) && token + 1 < limit && capitalized(token + 1)
        } else {
            let apart = self.is_hyphen(token) && !self.is_glued(token + 1);
            matches!(word, "and" | "&" | "-" | "‑") && !apart && token + 1 < limit && capitalized(token + 1) && !self.starts_name(token + 1)
        }
    }

    /// True for the first token of somebody's full name.
    fn names_somebody(&self, token: TokenIndex) -> bool {
        let names = &self.document.names;
        let at = names.binary_search_by_key(&token, |name| name.tokens.start).ok().and_then(|at| names.get(at));
        at.is_some_and(|name| name.class == NameClass::Person && name.tokens.len() > 1)
    }

    /// True for the first token of a name that the model found.
    fn starts_name(&self, token: TokenIndex) -> bool {
        self.document.names.binary_search_by_key(&token, |name| name.tokens.start).is_ok()
    }
}
