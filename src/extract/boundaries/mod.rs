//! Names as they should be cut: pieces of one name joined, two names in one parted, titles and marks at their edges taken off.

mod edges;
mod growth;
mod joins;
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
            "," => piece.class == NameClass::Place && !self.is_after_comma(*token + 1),
            "in" => piece.class == NameClass::Place,
            "'s" | "’s" if self.words.possessors.has(self.document.word(*token - 1)) => false,
            "'s" | "’s" => piece.class != NameClass::Person && (*token + 2 < piece.tokens.end || piece.class == NameClass::Place),
            "'" | "’" => piece.class != NameClass::Person && *token + 2 < piece.tokens.end && self.ends_owner(&piece, *token - 1),
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

    /// True for the end of a body that owns another: "House of Representatives" + "’ Foreign Affairs Committee", against "Teachers’ Union".
    fn ends_owner(&self, piece: &Piece, owner: TokenIndex) -> bool {
        let word = self.document.word(owner);
        let body = |token: TokenIndex| self.words.bodies.has(self.document.word(token));
        word.ends_with('s') && !self.words.possessors.has(word) && (piece.tokens.start..owner).any(body)
    }

    /// True for a person's name of two words or more; one with hyphens alone is a surname.
    fn is_full_name(&self, piece: &Piece) -> bool {
        piece.class == NameClass::Person && piece.tokens.clone().skip(1).any(|token| !self.is_glued(token))
    }

    /// True for a token right after the one before it, as after a hyphen.
    fn is_glued(&self, token: TokenIndex) -> bool {
        self.document.tokens.get(token).is_some_and(|next| next.span.start == self.document.tokens[token - 1].span.end)
    }

    fn is_hyphen(&self, token: TokenIndex) -> bool {
        matches!(self.document.word(token), "-" | "‑")
    }

    /// True for a word that belongs to the place before it, after a comma: "Washington, DC".
    fn is_after_comma(&self, token: TokenIndex) -> bool {
        token < self.document.tokens.len() && self.words.after_comma.has(self.document.word(token))
    }
}
