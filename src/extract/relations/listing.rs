//! Places listed as lying in another: "cities in Peru, including Lima, Cusco and Arequipa", "African countries including Mali".

use super::lexicon::PART_OF;
use super::{Tie, side};
use crate::extract::relational::Reader;
use crate::extract::{Claim, EntityClass, Mention, MentionId, MentionKind, Referent, RelationClaim};
use crate::language::{Tag, TokenIndex};
use std::ops::Range;

/// How many tokens may stand between the place and the word before the list.
const REACH: usize = 4;

/// The places of each list, with the place before it.
pub(super) fn relations(reader: Reader) -> Vec<Claim<RelationClaim<Referent>>> {
    let words = reader.lexicons.relations.listing();
    let mut found = Vec::new();
    let places = reader.mentions.iter().filter(|(_, mention)| is_place(mention)).map(|(id, mention)| (side(id), mention.tokens.clone()));
    for (whole, tokens) in places.chain(adjectives(reader)) {
        for part in parts(reader, tokens.end) {
            let evidence = reader.document.span(&tokens).cover(reader.mentions[part].span);
            let tie = Tie { subject: side(part), predicate: PART_OF, object: whole.clone(), detail: None };
            found.push(tie.claim("listing", evidence, words.confidence));
        }
    }
    found
}

/// The countries and parts of the world of the adjectives of nationality before a noun for places: "African countries".
fn adjectives(reader: Reader) -> impl Iterator<Item = (Referent, Range<TokenIndex>)> {
    (0..reader.document.tokens.len()).filter(move |&token| reader.name_at(token).is_none()).filter_map(move |token| {
        let (start, country) = reader.nationality(token)?;
        let noun = reader.document.tokens.get(token + 1)?;
        let places = noun.tag == Tag::Nns && reader.lexicons.relations.listing().nouns.iter().any(|known| *known == noun.lemma);
        places.then(|| (Referent::Country(country.into()), start..token + 1))
    })
}

fn is_place(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name && mention.class == EntityClass::Place
}

/// The places listed after a word such as "including" that follows a token soon.
fn parts(reader: Reader, start: TokenIndex) -> Vec<MentionId> {
    let document = reader.document;
    let end = document.sentences.get(document.sentence_of(start.saturating_sub(1))).map_or(start, |sentence| sentence.tokens.end);
    let introduces = |&token: &TokenIndex| reader.lexicons.relations.listing().words.iter().any(|known| known == document.word(token));
    let near = start..end.min(start + REACH + 1);
    let Some(word) = near.take_while(|&token| reader.name_at(token).is_none()).find(introduces) else { return Vec::new() };
    let mut parts = Vec::new();
    let mut token = word + 1;
    while token < end {
        match reader.name_at(token).filter(|&id| is_place(&reader.mentions[id])) {
            Some(id) => {
                parts.push(id);
                token = reader.mentions[id].tokens.end;
            }
            None if matches!(document.word(token), "," | "and" | "the") => token += 1,
            None => break,
        }
    }
    parts
}
