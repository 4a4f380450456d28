//! Laws and documents that the name model passes over: "Section 98", "the Constitution".

use super::{EntityClass, Lexicons, Mention, MentionKind, Mentions};
use crate::language::{Document, TokenIndex};
use std::ops::Range;

/// The digits of a year.
const YEAR: usize = 4;

/// The laws and documents of a document outside its other names.
pub(super) fn documents(document: &Document, names: &Mentions, lexicons: &Lexicons) -> Vec<Mention> {
    let mut list = Vec::new();
    for sentence in &document.sentences {
        for token in sentence.tokens.clone().filter(|&token| names.at(token).is_none()) {
            let free = |token: TokenIndex| token < sentence.tokens.end && names.at(token).is_none();
            let joined = token > sentence.tokens.start && (names.at(token - 1).is_some() || is_capitalized(document, token - 1));
            let found = of_year(document, token, sentence.tokens.start, lexicons);
            let found = found.or_else(|| Some(token..token + 1).filter(|_| alone(document, token, sentence.tokens.start, lexicons)));
            let found = found.or_else(|| numbered(document, token, lexicons).filter(|range| free(range.end - 1)));
            list.extend(found.filter(|_| !joined).map(|tokens| Mention::over(document, tokens, MentionKind::Name, EntityClass::Work)));
        }
    }
    list
}

/// A document with the year before it that tells which is meant: "the 1962 constitution".
fn of_year(document: &Document, token: TokenIndex, start: TokenIndex, lexicons: &Lexicons) -> Option<Range<TokenIndex>> {
    let year = token.checked_sub(1).filter(|&year| year >= start)?;
    let digits = document.word(year);
    let is_year = digits.len() == YEAR && digits.chars().all(|c| c.is_ascii_digit());
    (is_year && lexicons.names.documents().has(document.word(token))).then_some(year..token + 1)
}

/// True for a word that alone names a document; it has a capital that no sentence's beginning gives it.
fn alone(document: &Document, token: TokenIndex, start: TokenIndex, lexicons: &Lexicons) -> bool {
    token > start
        && is_capitalized(document, token)
        && lexicons.names.documents().has(document.word(token))
        && !document.tokens.get(token + 1).is_some_and(|_| is_capitalized(document, token + 1))
}

fn numbered(document: &Document, token: TokenIndex, lexicons: &Lexicons) -> Option<Range<TokenIndex>> {
    let number = document.tokens.get(token + 1).map(|_| document.word(token + 1))?;
    let is_number = number.starts_with(|c: char| c.is_ascii_digit());
    (is_number && lexicons.names.numbered().has(document.word(token))).then_some(token..token + 2)
}

fn is_capitalized(document: &Document, token: TokenIndex) -> bool {
    document.word(token).starts_with(char::is_uppercase)
}
