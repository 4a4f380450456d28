//! Bodies whose own name begins with that of a place or of another body that the article names: "Varna City Council".

use super::lexicon::PART_OF;
use super::{Tie, side};
use crate::extract::relational::{Reader, is_possessive};
use crate::extract::{Claim, EntityClass, Mention, MentionId, MentionKind, Referent, RelationClaim};
use crate::language::TokenIndex;
use rustc_hash::FxHashMap;

/// The most words of the place or body.
const LONGEST: usize = 6;

/// The bodies that are part of what their name begins with, or of the place right before it.
pub(super) fn relations(reader: Reader) -> Vec<Claim<RelationClaim<Referent>>> {
    let mut owners: FxHashMap<&str, MentionId> = FxHashMap::default();
    for (id, mention) in reader.mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name) {
        if matches!(mention.class, EntityClass::Place | EntityClass::Organization) {
            owners.entry(reader.document.words(&mention.tokens)).or_insert(id);
        }
    }
    let bodies = reader.mentions.iter();
    let bodies = bodies.filter(|(_, mention)| mention.kind == MentionKind::Name && mention.class == EntityClass::Organization);
    bodies.filter_map(|(id, mention)| relation(reader, &owners, id, mention)).collect()
}

fn relation(reader: Reader, owners: &FxHashMap<&str, MentionId>, id: MentionId, body: &Mention) -> Option<Claim<RelationClaim<Referent>>> {
    let (owner, start) = named(reader, owners, body).or_else(|| before(reader, body))?;
    let evidence = reader.document.span(&(start..body.tokens.end));
    let tie = Tie { subject: side(id), predicate: PART_OF, object: side(owner), detail: None };
    Some(tie.claim("unit", evidence, reader.lexicons.relations.units().confidence))
}

/// The place or body that the name begins with.
fn named(reader: Reader, owners: &FxHashMap<&str, MentionId>, body: &Mention) -> Option<(MentionId, TokenIndex)> {
    let tokens = &body.tokens;
    let mut ends = (tokens.start + 1..tokens.end.min(tokens.start + LONGEST + 1)).rev();
    let owner = |end: TokenIndex| {
        let owner = *owners.get(reader.document.words(&(tokens.start..end)))?;
        let rest = if is_possessive(reader.document.word(end)) { end + 1 } else { end };
        is_unit(reader, rest..tokens.end, owner).then_some((owner, tokens.start))
    };
    ends.find_map(owner)
}

/// The place or body whose name ends right before that of the part: "Varna department of health", "HP central committee".
fn before(reader: Reader, body: &Mention) -> Option<(MentionId, TokenIndex)> {
    let last = body.tokens.start.checked_sub(1)?;
    let owner = reader.mentions.at(last).filter(|&id| {
        let mention = &reader.mentions[id];
        let owns = matches!(mention.class, EntityClass::Place | EntityClass::Organization);
        owns && mention.kind == MentionKind::Name && mention.tokens.end == body.tokens.start
    })?;
    let same = reader.document.sentence_of(last) == reader.document.sentence_of(body.tokens.start);
    (same && is_unit(reader, body.tokens.clone(), owner)).then(|| (owner, reader.mentions[owner].tokens.start))
}

/// True if the words of a body, without its owner's, have the noun of one that the owner may have.
fn is_unit(reader: Reader, mut words: std::ops::Range<TokenIndex>, owner: MentionId) -> bool {
    let class = reader.mentions[owner].class;
    words.any(|token| reader.lexicons.relations.units().has(reader.document.word(token), class))
}
