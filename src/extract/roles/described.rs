//! Titles of people whom the text calls by them alone: "the Peruvian president", "the Harbour Party leader".

use super::title;
use crate::extract::relational::{Holding, Reader};
use crate::extract::{Claim, EntityClass, MentionKind, Referent, Role};
use smol_str::SmolStr;
use std::collections::BTreeSet;

/// The rule that reads them; a claim of it adds nothing to a title that stands with the name.
pub const RULE: &str = "role/description";

/// The titles of descriptions that say what they are of; whom they describe is found out when they are resolved.
pub(super) fn roles(reader: Reader, holdings: &[Holding]) -> Vec<Claim<Role<Referent>>> {
    let held: BTreeSet<usize> = holdings.iter().map(|holding| holding.phrase.title.start).collect();
    let mut found = Vec::new();
    for (id, mention) in reader.mentions.iter() {
        if mention.kind != MentionKind::Description || mention.class != EntityClass::Person {
            continue;
        }
        let Some(phrase) = mention.tokens.end.checked_sub(1).and_then(|noun| reader.phrase_at(noun)) else { continue };
        let linked = reader.document.tokens.get(phrase.tokens.end).is_some_and(|_| reader.document.word(phrase.tokens.end) == "of");
        let phrase = if linked { reader.extended(phrase) } else { phrase };
        if phrase.plural || phrase.of.is_none() || held.contains(&phrase.title.start) {
            continue;
        }
        let evidence = reader.document.span(&phrase.tokens).cover(mention.span);
        let what = Role { person: Referent::Mention(id), title: title(reader, &phrase), of: phrase.of, status: phrase.status };
        found.push(Claim { what, evidence, rule: SmolStr::new_static(RULE), confidence: 0.55 });
    }
    found
}
