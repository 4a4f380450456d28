//! What is taken off a name at its edges: titles, marks and small words.

use super::{Cutter, Piece, is_capitalized, is_lower};
use crate::language::{NameClass, TokenIndex};

impl Cutter<'_> {
    /// A name without titles, marks and small words at its edges.
    pub(super) fn trimmed(&self, mut piece: Piece) -> Piece {
        if self.is_facility(&piece) {
            piece.class = NameClass::Place;
        }
        while !piece.tokens.is_empty() && self.is_no_start(&piece) {
            piece.tokens.start += 1;
        }
        while piece.tokens.len() > 1 && self.ends_in_post(&piece) {
            piece.tokens.end -= 1;
        }
        while !piece.tokens.is_empty() && self.words.inside.has(self.document.word(piece.tokens.end - 1)) && !self.is_glued_part(&piece) {
            piece.tokens.end -= 1;
        }
        piece
    }

    /// True for a name whose last word a hyphen joins to the one before it: the "in" of "Moon Jae-in".
    fn is_glued_part(&self, piece: &Piece) -> bool {
        let last = piece.tokens.end - 1;
        piece.tokens.len() > 2 && self.is_hyphen(last - 1) && self.is_glued(last) && self.is_glued(last - 1)
    }

    /// True for a name whose last word belongs to the post after it: "House Minority" in "House Minority Leader".
    fn ends_in_post(&self, piece: &Piece) -> bool {
        let end = piece.tokens.end;
        self.words.of_posts.has(self.document.word(end - 1))
            && end < self.document.tokens.len()
            && self.lexicons.titles.nouns().ending_at(self.document, end).is_some()
    }

    /// True for a single word with digits that is taken for a person or place: "R20bn".
    pub(super) fn is_amount(&self, piece: &Piece) -> bool {
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
