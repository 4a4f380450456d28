//! Bodies and places whose own name, or the adjective before it, says of which country: "Peruvian Ministry of Health".

use super::lexicon::PART_OF;
use super::{Tie, side};
use crate::extract::relational::Reader;
use crate::extract::{Claim, EntityClass, Mention, MentionId, MentionKind, Referent, RelationClaim};
use crate::language::{TokenIndex, Upos};

/// The bodies of states and the places with an adjective of nationality, each with its country.
pub(super) fn relations(reader: Reader) -> Vec<Claim<RelationClaim<Referent>>> {
    let names = reader.mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name);
    names.filter_map(|(id, mention)| relation(reader, id, mention)).collect()
}

fn relation(reader: Reader, id: MentionId, mention: &Mention) -> Option<Claim<RelationClaim<Referent>>> {
    let (rule, start, country) = match mention.class {
        EntityClass::Organization => body(reader, mention).map(|(start, country)| ("public-body", start, country)),
        EntityClass::Place => place(reader, mention).map(|(start, country)| ("national-place", start, country)),
        _ => None,
    }?;
    let evidence = reader.document.span(&(start..mention.tokens.end));
    let tie = Tie { subject: side(id), predicate: PART_OF, object: Referent::Country(country.into()), detail: None };
    Some(tie.claim(rule, evidence, reader.lexicons.relations.public_confidence()))
}

/// The country in the name of a body of a state, or in the adjective before it.
fn body(reader: Reader, mention: &Mention) -> Option<(TokenIndex, &'static str)> {
    if !reader.lexicons.relations.is_public(mention.span.of(&reader.document.article.text)) {
        return None;
    }
    let tokens = mention.tokens.clone();
    let named = |token: TokenIndex| {
        let two = (token + 1 < tokens.end).then(|| reader.document.words(&(token..token + 2)));
        let two = two.and_then(|words| reader.lexicons.demonyms.country_named(words));
        two.or_else(|| reader.lexicons.demonyms.country_named(reader.document.word(token)))
    };
    let opens = |token: TokenIndex| token == tokens.start || reader.document.tokens[token - 1].upos != Upos::Propn;
    let inside: Vec<&str> = tokens.clone().filter(|&token| opens(token)).filter_map(named).collect();
    if inside.iter().any(|label| reader.lexicons.relations.is_region(label)) {
        return None;
    }
    match inside.as_slice() {
        [] => before(reader, tokens.start),
        [country, others @ ..] => others.iter().all(|other| other == country).then_some((tokens.start, country)),
    }
}

/// The country in the adjective before a place, or before "city of".
fn place(reader: Reader, mention: &Mention) -> Option<(TokenIndex, &'static str)> {
    let start = mention.tokens.start;
    let of = start.checked_sub(2).filter(|&noun| reader.document.word(noun + 1) == "of" && reader.is_place_noun(noun));
    before(reader, of.unwrap_or(start))
}

/// The nationality that ends right before a token of the same sentence.
fn before(reader: Reader, token: TokenIndex) -> Option<(TokenIndex, &'static str)> {
    let last = token.checked_sub(1).filter(|&last| reader.document.sentence_of(last) == reader.document.sentence_of(token))?;
    let known = reader.nationality(last).filter(|_| reader.name_at(last).is_none());
    known.filter(|(_, country)| !reader.lexicons.relations.is_region(country))
}
