//! Bodies of a state whose own name, or the adjective before it, says of which: "Peruvian Ministry of Health".

use super::{Tie, side};
use crate::extract::relational::Reader;
use crate::extract::{Claim, EntityClass, MentionKind, Referent, RelationClaim};

/// The bodies of states, each with its country.
pub(super) fn relations(reader: Reader) -> Vec<Claim<RelationClaim<Referent>>> {
    let mut found = Vec::new();
    let names =
        reader.mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name && mention.class == EntityClass::Organization);
    for (id, mention) in names {
        let name = mention.span.of(&reader.document.article.text);
        if !reader.lexicons.relations.is_public(name) {
            continue;
        }
        let first = reader.document.word(mention.tokens.start);
        let before = mention
            .tokens
            .start
            .checked_sub(1)
            .filter(|&token| reader.document.sentence_of(token) == reader.document.sentence_of(mention.head));
        let adjective = before.map(|token| reader.document.word(token));
        let country = [Some(first), adjective].into_iter().flatten().find_map(|word| reader.lexicons.demonyms.country(word));
        if let Some(country) = country {
            let start =
                if reader.lexicons.demonyms.contains(first) { mention.tokens.start } else { mention.tokens.start.saturating_sub(1) };
            let evidence = reader.document.span(&(start..mention.tokens.end));
            let tie = Tie { subject: side(id), predicate: "partOf", object: Referent::Country(country.into()), detail: None };
            found.push(tie.claim("public-body", evidence, 0.8));
        }
    }
    found
}
