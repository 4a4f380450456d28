//! Relations that a noun states: "Radev's brother Ivo", "Ana, a friend of Radev".

use super::{Tie, side};
use crate::extract::relational::{Reader, holdings};
use crate::extract::{Claim, Referent, RelationClaim};

/// The relations of people to those they are kin, friend or counsel of.
pub(super) fn relations(reader: Reader) -> Vec<Claim<RelationClaim<Referent>>> {
    let mut found = Vec::new();
    for holding in holdings(reader) {
        let phrase = &holding.phrase;
        let Some((rule, group)) = reader.lexicons.relations.noun_group(phrase.group) else { continue };
        let Some(Referent::Mention(object)) = phrase.of else { continue };
        if object == holding.person || !group.object.iter().any(|side| side.is(reader.mentions[object].class)) {
            continue;
        }
        let spans = [reader.document.span(&phrase.tokens), reader.mentions[object].span];
        let evidence = spans.into_iter().fold(reader.mentions[holding.person].span, crate::span::Span::cover);
        let words: Vec<&str> = reader.document.words(&phrase.title).split_whitespace().collect();
        let tie = Tie { subject: side(holding.person), predicate: &group.predicate, object: side(object), detail: Some(words.join(" ")) };
        found.push(tie.claim(rule, evidence, group.confidence));
    }
    found
}
