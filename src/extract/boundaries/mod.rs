//! Names as they should be cut: pieces of one name joined, two names in one parted, titles and marks at their edges taken off.

mod lexicon;

pub use lexicon::NameLexicon;

use super::Lexicons;
use crate::language::{Document, NameClass, TokenIndex, Upos};
use std::ops::Range;

/// A name with its class, before it becomes a mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) tokens: Range<TokenIndex>,
    pub(super) class: NameClass,
}

/// The longest that a name grows by joining.
const LONGEST_NAME: usize = 12;

/// The names of a document, cut and joined.
pub(super) fn pieces(document: &Document, lexicons: &Lexicons) -> Vec<Piece> {
    let cutter = Cutter { document, lexicons, words: &lexicons.names };
    let parted = document.names.iter().flat_map(|name| cutter.parted(Piece { tokens: name.tokens.clone(), class: name.class }));
    let mut joined: Vec<Piece> = Vec::with_capacity(document.names.len());
    for piece in parted {
        if joined.last().is_some_and(|last| last.tokens.end > piece.tokens.start) {
            continue;
        }
        match joined.last_mut() {
            Some(last) if cutter.is_one(last, &piece) => {
                last.tokens.end = piece.tokens.end;
                last.class = cutter.class_of(last, &piece);
            }
            _ => joined.push(piece),
        }
        if let Some(last) = joined.last_mut() {
            cutter.grow(last);
        }
    }
    joined.into_iter().map(|piece| cutter.trimmed(piece)).filter(|piece| !piece.tokens.is_empty() && !cutter.is_amount(piece)).collect()
}

struct Cutter<'c> {
    document: &'c Document<'c>,
    lexicons: &'c Lexicons,
    words: &'c NameLexicon,
}

fn is_lower(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}

fn is_capitalized(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

impl Cutter<'_> {
    /// A name parted at commas and, for places and bodies, at possessive endings: "Lima, Peru", "Peru's Supreme Court".
    fn parted(&self, piece: Piece) -> Vec<Piece> {
        let cuts_at = |token: &TokenIndex| match self.document.word(*token) {
            "," | "in" => piece.class == NameClass::Place,
            "'s" | "’s" if self.words.possessors.has(self.document.word(*token - 1)) => false,
            "'s" | "’s" => piece.class != NameClass::Person && (*token + 2 < piece.tokens.end || piece.class == NameClass::Place),
            word => piece.class == NameClass::Person && is_lower(word) && self.document.tokens[*token].upos == Upos::Aux,
        };
        let Some(cut) = piece.tokens.clone().skip(1).find(cuts_at) else { return vec![piece] };
        let first = Piece { tokens: piece.tokens.start..cut, class: piece.class };
        let rest = Piece { tokens: cut + 1..piece.tokens.end, class: piece.class };
        let rest =
            if rest.class != NameClass::Person && self.ends_body(&rest) { Piece { class: NameClass::Organization, ..rest } } else { rest };
        std::iter::once(first).chain(self.parted(rest)).collect()
    }

    fn ends_body(&self, piece: &Piece) -> bool {
        piece.tokens.clone().next_back().is_some_and(|last| self.words.bodies.has(self.document.word(last)))
    }

    /// True when two pieces make one name.
    fn is_one(&self, last: &Piece, next: &Piece) -> bool {
        if self.document.sentence_of(last.tokens.start) != self.document.sentence_of(next.tokens.start)
            || next.tokens.end - last.tokens.start > LONGEST_NAME
        {
            return false;
        }
        let gap = last.tokens.end..next.tokens.start;
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
            0 => body || matches!(word, "of" | "for" | "The"),
            1 | 2 => self.joins_of(last, gap),
            _ => false,
        }
    }

    /// True for a gap of "of" or "of the" after a noun that goes on with it.
    fn joins_of(&self, last: &Piece, gap: Range<TokenIndex>) -> bool {
        let the = gap.len() == 1 || self.document.word(gap.start + 1) == "the";
        the && self.has_subject(gap.start) && last.class != NameClass::Place
    }

    /// True for a preposition between the noun of a body and its subject or place: "Ministry of", "Committee on".
    fn has_subject(&self, preposition: TokenIndex) -> bool {
        let Some(noun) = preposition.checked_sub(1).map(|noun| self.document.word(noun)) else { return false };
        let nouns = match self.document.word(preposition) {
            "of" | "for" => &self.words.with_of,
            "on" => &self.words.with_on,
            _ => return false,
        };
        is_capitalized(noun) && nouns.has(noun)
    }

    /// The class of two pieces joined.
    fn class_of(&self, last: &Piece, next: &Piece) -> NameClass {
        if last.class == NameClass::Person {
            NameClass::Person
        } else if last.class == NameClass::Organization || next.class == NameClass::Organization || self.ends_body(next) {
            NameClass::Organization
        } else {
            next.class
        }
    }

    /// Lets a name grow over capitalized words up to a noun that ends names of its kind: "Varna" + "Harbour Authority".
    fn grow(&self, piece: &mut Piece) {
        self.complete(piece);
        if piece.class == NameClass::Person {
            return;
        }
        let Some(sentence) = self.document.sentences.get(self.document.sentence_of(piece.tokens.start)) else { return };
        let limit = sentence.tokens.end.min(piece.tokens.start + LONGEST_NAME);
        if let Some(last) = super::officials::last_of(self.document, piece, limit, self.lexicons) {
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

    /// Takes the rest of a word of several hyphens, where the name ends after one of them: "Chan-o" + "-cha".
    fn complete(&self, piece: &mut Piece) {
        let is_hyphen = |token: TokenIndex| matches!(self.document.word(token), "-" | "‑");
        let glued = |token: TokenIndex| {
            self.document.tokens.get(token).is_some_and(|next| next.span.start == self.document.tokens[token - 1].span.end)
        };
        while piece.tokens.len() > 2
            && is_hyphen(piece.tokens.end - 2)
            && glued(piece.tokens.end)
            && glued(piece.tokens.end + 1)
            && is_hyphen(piece.tokens.end)
        {
            piece.tokens.end += 2;
        }
    }

    /// The last word of what a body is for: "Ministry" + "of Foreign Affairs". A name of its own after "of" is left to [`Self::is_one`].
    fn subject_after(&self, end: TokenIndex, limit: TokenIndex) -> Option<TokenIndex> {
        if end >= limit || !self.has_subject(end) {
            return None;
        }
        let start = if self.document.word((end + 1).min(limit - 1)) == "the" { end + 2 } else { end + 1 };
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
            matches!(word, "and" | "&" | "-" | "‑") && token + 1 < limit && capitalized(token + 1) && !self.starts_name(token + 1)
        }
    }

    /// True for the first token of a name that the model found.
    fn starts_name(&self, token: TokenIndex) -> bool {
        self.document.names.binary_search_by_key(&token, |name| name.tokens.start).is_ok()
    }

    /// A name without titles, marks and small words at its edges.
    fn trimmed(&self, mut piece: Piece) -> Piece {
        if self.is_facility(&piece) {
            piece.class = NameClass::Place;
        }
        while !piece.tokens.is_empty() && self.is_no_start(&piece) {
            piece.tokens.start += 1;
        }
        while piece.tokens.len() > 1 && self.ends_in_post(&piece) {
            piece.tokens.end -= 1;
        }
        while !piece.tokens.is_empty() && self.words.inside.has(self.document.word(piece.tokens.end - 1)) {
            piece.tokens.end -= 1;
        }
        piece
    }

    /// True for a name whose last word belongs to the post after it: "House Minority" in "House Minority Leader".
    fn ends_in_post(&self, piece: &Piece) -> bool {
        let end = piece.tokens.end;
        self.words.of_posts.has(self.document.word(end - 1))
            && end < self.document.tokens.len()
            && self.lexicons.titles.nouns().ending_at(self.document, end).is_some()
    }

    /// True for a single word with digits that is taken for a person or place: "R20bn".
    fn is_amount(&self, piece: &Piece) -> bool {
        let digits = |token: TokenIndex| self.document.word(token).contains(|c: char| c.is_ascii_digit());
        piece.tokens.len() == 1 && matches!(piece.class, NameClass::Person | NameClass::Place) && digits(piece.tokens.start)
    }

    fn is_facility(&self, piece: &Piece) -> bool {
        let last = piece.tokens.clone().next_back().map(|token| self.document.word(token));
        piece.class == NameClass::Organization && piece.tokens.len() > 1 && last.is_some_and(|word| self.words.facilities.has(word))
    }

    fn is_no_start(&self, piece: &Piece) -> bool {
        let word = self.document.word(piece.tokens.start);
        let titled = piece.class == NameClass::Person
            && piece.tokens.len() > 1
            && (self.lexicons.titles.nouns().ending_at(self.document, piece.tokens.start).is_some()
                || self.lexicons.titles.is_courtesy(word));
        titled
            || word == "."
            || piece.class == NameClass::Place
                && is_lower(word)
                && piece.tokens.clone().skip(1).any(|token| is_capitalized(self.document.word(token)))
            || self.words.never_first.has(word) && !(word == "The" && piece.tokens.len() > 1 && piece.class == NameClass::Organization)
    }
}
