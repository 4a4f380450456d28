//! Titles that a verb states: "who heads the bank".

use crate::extract::relational::Reader;
use crate::extract::{Claim, EntityClass, MentionKind, Referent, Role, RoleStatus};
use crate::language::{Relation, TokenIndex, Upos};
use smol_str::SmolStr;

/// The roles of those who head, lead or chair something.
pub(super) fn roles(reader: Reader) -> Vec<Claim<Role<Referent>>> {
    let verbs = reader.document.tokens.iter().enumerate().filter(|(_, token)| token.upos == Upos::Verb);
    verbs.filter_map(|(verb, _)| role(reader, verb)).collect()
}

fn role(reader: Reader, verb: TokenIndex) -> Option<Claim<Role<Referent>>> {
    let title = reader.lexicons.titles.doer(&reader.document.tokens[verb].lemma)?;
    let person = reader.subject(verb)?;
    let object = reader.dependent(verb, Relation::Obj).and_then(|token| reader.mentions.headed_by(token))?;
    let of = &reader.mentions[object];
    if of.kind != MentionKind::Name || !matches!(of.class, EntityClass::Organization | EntityClass::Place) {
        return None;
    }
    let evidence = reader.mentions[person].span.cover(of.span);
    let what = Role {
        person: Referent::Mention(person),
        title: title.to_owned(),
        of: Some(Referent::Mention(object)),
        status: RoleStatus::Current,
    };
    Some(Claim { what, evidence, rule: SmolStr::new_static("role/doing"), confidence: 0.5 })
}
