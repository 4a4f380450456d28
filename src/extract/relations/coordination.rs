//! Places listed together lie in the same: "China's Zhejiang and Fujian provinces", "the Peruvian cities of Lima and Cusco".

use super::lexicon::PART_OF;
use super::side;
use crate::extract::relational::Reader;
use crate::extract::{Claim, EntityClass, MentionId, MentionKind, Referent, RelationClaim};
use crate::language::{Tag, TokenIndex};
use std::ops::Range;

/// What is said of one place in a list, of the others in it.
pub(super) fn relations(reader: Reader, stated: &[Claim<RelationClaim<Referent>>]) -> Vec<Claim<RelationClaim<Referent>>> {
    let mut found = Vec::new();
    for claim in stated.iter().filter(|claim| claim.what.predicate == PART_OF) {
        let Referent::Mention(first) = claim.what.subject else { continue };
        for other in listed(reader, first) {
            let evidence = claim.evidence.cover(reader.mentions[other].span);
            found.push(Claim { what: RelationClaim { subject: side(other), ..claim.what.clone() }, evidence, ..claim.clone() });
        }
    }
    found
}

/// The other places of the list that a place stands in, if a noun for all of them says that it is one.
fn listed(reader: Reader, id: MentionId) -> Vec<MentionId> {
    let mut list = vec![id];
    let mut around = reader.mentions[id].tokens.clone();
    while let Some(next) = [1, 2].into_iter().find_map(|gap| place_at(reader, around.end..around.end + gap, around.end + gap)) {
        list.push(next);
        around.end = reader.mentions[next].tokens.end;
    }
    while let Some(previous) = [1, 2].into_iter().find_map(|gap| {
        let start = around.start.checked_sub(gap)?;
        place_at(reader, start..around.start, start.checked_sub(1)?)
    }) {
        list.push(previous);
        around.start = reader.mentions[previous].tokens.start;
    }
    let before = around.start.checked_sub(2).filter(|&noun| reader.document.word(noun + 1) == "of");
    let many = before.is_some_and(|noun| is_places(reader, noun)) || is_places(reader, around.end);
    list.retain(|&other| other != id && many);
    list
}

/// The place at a token, where "and" or a comma is all that stands between.
fn place_at(reader: Reader, between: Range<TokenIndex>, token: TokenIndex) -> Option<MentionId> {
    let document = reader.document;
    let known = token < document.tokens.len() && document.sentence_of(between.start) == document.sentence_of(token);
    let joined = known && matches!(document.words(&between), "," | "and" | ", and");
    let id = reader.mentions.at(token).filter(|_| joined)?;
    let mention = &reader.mentions[id];
    (mention.kind == MentionKind::Name && mention.class == EntityClass::Place).then_some(id)
}

/// True for "provinces", "cities".
fn is_places(reader: Reader, token: TokenIndex) -> bool {
    reader.document.tokens.get(token).is_some_and(|noun| noun.tag == Tag::Nns) && reader.is_place_noun(token)
}
