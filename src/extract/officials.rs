//! Official bodies that a text names in small letters after a country or place: "Bulgarian foreign ministry", "Varna police".

use super::Lexicons;
use super::boundaries::Piece;
use crate::language::{Document, NameClass, TokenIndex, Upos};

/// How many words may stand between the country or place and the noun.
const BETWEEN: usize = 2;

/// The last token of the body that begins with a piece.
pub(super) fn last_of(document: &Document, piece: &Piece, limit: TokenIndex, lexicons: &Lexicons) -> Option<TokenIndex> {
    let by_adjective = piece.class == NameClass::Other && lexicons.demonyms.contains(document.words(&piece.tokens));
    if !by_adjective && piece.class != NameClass::Place {
        return None;
    }
    for token in piece.tokens.end..limit.min(piece.tokens.end + BETWEEN + 1) {
        let word = document.word(token);
        if !word.chars().all(char::is_lowercase) {
            return None;
        }
        if lexicons.names.ministries().has(word)
            && let Some(last) = field_after(document, token, limit, lexicons)
        {
            return Some(last);
        }
        if lexicons.names.officials().has(word) {
            return ends_there(document, token, limit, lexicons).then_some(token);
        }
        if !matches!(document.tokens[token].upos, Upos::Adj | Upos::Noun) {
            return None;
        }
    }
    None
}

/// The last word of the fields that a ministry works in, after its noun: "ministry" + "of foreign affairs".
fn field_after(document: &Document, noun: TokenIndex, limit: TokenIndex, lexicons: &Lexicons) -> Option<TokenIndex> {
    let field = |token: TokenIndex| token < limit && lexicons.names.fields().has(document.word(token));
    let mut last =
        Some(noun + 2).filter(|&first| first < limit && lexicons.names.leads_to_subject(document.word(noun + 1)) && field(first))?;
    loop {
        last = match last + 1 {
            next if field(next) => next,
            next if next < limit && document.word(next) == "and" && field(next + 1) => next + 1,
            _ => return Some(last),
        };
    }
}

/// False where the noun describes another one, unless that is a post: "police car" against "army chief".
fn ends_there(document: &Document, token: TokenIndex, limit: TokenIndex, lexicons: &Lexicons) -> bool {
    let next = token + 1;
    next >= limit || document.tokens[next].upos != Upos::Noun || lexicons.titles.nouns().ending_at(document, next).is_some()
}
