//! From the names, pronouns and descriptions of a document to its mentions.

use super::boundaries::{Piece, pieces};
use super::{EntityClass, Lexicons, Mention, MentionKind, Mentions};
use crate::language::{Document, NameClass, TokenIndex, Upos};
use crate::source::Stated;
use std::ops::Range;

/// Finds every place where the document refers to somebody or something.
#[must_use]
pub(super) fn mentions(document: &Document, lexicons: &Lexicons) -> Mentions {
    let mut list = super::joint_names::parted(document, names(document, lexicons));
    list.extend(stated(document, &list));
    list.sort_by_key(|mention| mention.tokens.start);
    let named = Mentions::new(list.clone(), document.tokens.len());
    list.extend(super::documents::documents(document, &named, lexicons));
    list.sort_by_key(|mention| mention.tokens.start);
    let named = Mentions::new(list.clone(), document.tokens.len());
    list.extend(super::short_forms::short_forms(document, &named, lexicons));
    list.sort_by_key(|mention| mention.tokens.start);
    let named = Mentions::new(list.clone(), document.tokens.len());
    list.extend(super::bodies::bodies(document, &named, lexicons));
    list.sort_by_key(|mention| mention.tokens.start);
    let named = Mentions::new(list.clone(), document.tokens.len());
    list.extend(super::description::pronouns(document, lexicons, &named));
    list.extend(super::description::descriptions(document, lexicons, &named));
    list.sort_by_key(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)));
    Mentions::new(apart(list), document.tokens.len())
}

/// Keeps the first of mentions that overlap.
fn apart(list: Vec<Mention>) -> Vec<Mention> {
    let mut kept: Vec<Mention> = Vec::with_capacity(list.len());
    for mention in list {
        if kept.last().is_none_or(|last| last.tokens.end <= mention.tokens.start) {
            kept.push(mention);
        }
    }
    kept
}

fn names(document: &Document, lexicons: &Lexicons) -> Vec<Mention> {
    let mut list = Vec::with_capacity(document.names.len());
    for name in pieces(document, lexicons) {
        let tokens = trimmed(document, name.tokens.clone(), lexicons);
        if let Some(class) = class(document, &name, &tokens, lexicons).filter(|_| !tokens.is_empty()) {
            list.push(Mention::over(document, tokens, MentionKind::Name, class));
        }
    }
    list
}

/// A name without the determiner before it and the possessive ending after it.
fn trimmed(document: &Document, mut tokens: Range<TokenIndex>, lexicons: &Lexicons) -> Range<TokenIndex> {
    while !tokens.is_empty() && lexicons.descriptions.is_determiner(document.word(tokens.start)) && tokens.len() > 1 {
        tokens.start += 1;
    }
    while !tokens.is_empty() && matches!(document.word(tokens.end - 1), "'s" | "’s" | "'" | "’") {
        tokens.end -= 1;
    }
    tokens
}

fn class(document: &Document, name: &Piece, tokens: &Range<TokenIndex>, lexicons: &Lexicons) -> Option<EntityClass> {
    let noun = head_noun(document, tokens, lexicons)?.to_lowercase();
    if matches!(name.class, NameClass::Person | NameClass::Place) && is_body(document, name, tokens, lexicons) {
        return Some(EntityClass::Organization);
    }
    let by_noun = (tokens.len() > 1).then(|| lexicons.descriptions.name_class(&noun)).flatten();
    match name.class {
        NameClass::Person => Some(EntityClass::Person),
        NameClass::Organization if is_titled(document, tokens, lexicons) => Some(EntityClass::Person),
        NameClass::Organization if lexicons.names.is_body(&noun) => Some(EntityClass::Organization),
        NameClass::Organization => by_noun.or(Some(EntityClass::Organization)),
        NameClass::Place if is_adjective(document, tokens, lexicons) => None,
        NameClass::Place if is_of_money(document, tokens, lexicons) => None,
        NameClass::Place => Some(EntityClass::Place),
        NameClass::Other => by_noun.filter(|_| !lexicons.demonyms.contains(document.words(tokens))),
    }
}

/// True for a name that the text calls a body, or that of the publisher.
fn is_body(document: &Document, name: &Piece, tokens: &Range<TokenIndex>, lexicons: &Lexicons) -> bool {
    let bare = |name: &str| match name.split_once(' ') {
        Some((first, rest)) if lexicons.descriptions.is_determiner(first) => rest.to_owned(),
        _ => name.to_owned(),
    };
    let publisher = document.article.publisher.as_ref().is_some_and(|publisher| bare(&publisher.value) == bare(document.words(tokens)));
    publisher || super::beside::called(document, tokens, name.class, lexicons) == Some(EntityClass::Organization)
}

/// True for an adjective of nationality before a noun, where the name model took it for a country: "Czech President".
fn is_adjective(document: &Document, tokens: &Range<TokenIndex>, lexicons: &Lexicons) -> bool {
    let noun = document.tokens.get(tokens.end).is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj));
    noun && lexicons.demonyms.contains(document.words(tokens))
}

/// True for a country that tells whose money is meant: "U.S. dollars".
fn is_of_money(document: &Document, tokens: &Range<TokenIndex>, lexicons: &Lexicons) -> bool {
    let next = document.tokens.get(tokens.end).filter(|next| matches!(next.upos, Upos::Noun | Upos::Propn));
    next.is_some_and(|_| lexicons.names.is_currency(document.word(tokens.end)))
}

/// The noun that tells what a name names: the one before the first small word inside, or else the last.
fn head_noun<'d>(document: &'d Document, tokens: &Range<TokenIndex>, lexicons: &Lexicons) -> Option<&'d str> {
    let last = tokens.clone().next_back().map(|token| document.word(token))?;
    if lexicons.descriptions.name_class(&last.to_lowercase()).is_some() {
        return Some(last);
    }
    let small = tokens.clone().skip(1).find(|&token| document.word(token).chars().all(char::is_lowercase));
    Some(small.map_or(last, |token| document.word(token - 1)))
}

/// True for a name of two or three words after the capitalized title of an office: "Interior Minister Ana Quispe".
fn is_titled(document: &Document, tokens: &Range<TokenIndex>, lexicons: &Lexicons) -> bool {
    let capital = |token: TokenIndex| document.word(token).starts_with(char::is_uppercase);
    let Some(title) = tokens.start.checked_sub(1).filter(|&title| document.sentence_of(title) == document.sentence_of(tokens.start)) else {
        return false;
    };
    let found = lexicons.titles.nouns().ending_at(document, title);
    let office = found.is_some_and(|found| !found.plural && lexicons.titles.is_office(found.group));
    office
        && capital(title)
        && matches!(tokens.len(), 2 | 3)
        && tokens.clone().all(capital)
        && tokens.clone().all(|token| document.tokens[token].upos == Upos::Propn)
}

/// The authors and the publisher where the text states them and the name model passed them over.
fn stated(document: &Document, names: &[Mention]) -> Vec<Mention> {
    let article = document.article;
    let authors = article.authors.iter().map(|author| (author, EntityClass::Person));
    let publisher = article.publisher.iter().map(|publisher| (publisher, EntityClass::Organization));
    let mut list = Vec::new();
    for (value, class) in authors.chain(publisher) {
        let Some(tokens) = tokens_of(document, value) else { continue };
        let after = names.partition_point(|m| m.tokens.end <= tokens.start);
        if names.get(after).is_none_or(|m| m.tokens.start >= tokens.end) {
            list.push(Mention::over(document, tokens, MentionKind::Name, class));
        }
    }
    list
}

/// The tokens that make up a stated value; none if it cuts through one.
fn tokens_of(document: &Document, value: &Stated) -> Option<Range<TokenIndex>> {
    let span = value.span?;
    let start = document.tokens.partition_point(|t| t.span.start < span.start);
    let end = document.tokens.partition_point(|t| t.span.end <= span.end);
    let exact = start < end && document.tokens[start].span.start == span.start && document.tokens[end - 1].span.end == span.end;
    exact.then_some(start..end)
}
