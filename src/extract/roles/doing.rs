//! Titles that a verb states: "who heads the bank", "a bank headed by Ana Quispe", "he is in charge of the bank".

use crate::extract::relational::Reader;
use crate::extract::{Claim, EntityClass, MentionId, MentionKind, Referent, Role, RoleStatus};
use crate::language::{Relation, TokenIndex, Upos};
use smol_str::SmolStr;

/// The roles of those who head, lead or chair something, or are in charge of it.
pub(super) fn roles(reader: Reader) -> Vec<Claim<Role<Referent>>> {
    let tokens = reader.document.tokens.iter().enumerate();
    tokens
        .filter_map(|(token, entry)| match entry.upos {
            Upos::Verb => active(reader, token).or_else(|| passive(reader, token)),
            Upos::Noun => in_charge(reader, token),
            _ => None,
        })
        .collect()
}

/// "Ana Quispe heads the bank"
fn active(reader: Reader, verb: TokenIndex) -> Option<Claim<Role<Referent>>> {
    let title = reader.lexicons.titles.doer(&reader.document.tokens[verb].lemma)?;
    let person = reader.subject(verb)?;
    let object = reader.dependent(verb, Relation::Obj)?;
    Some(claim(reader, person, title, body(reader, object)?))
}

/// "the bank headed by Ana Quispe"
fn passive(reader: Reader, verb: TokenIndex) -> Option<Claim<Role<Referent>>> {
    let entry = &reader.document.tokens[verb];
    let title = reader.lexicons.titles.doer(&entry.lemma)?;
    let doers = reader
        .document
        .dependents(verb)
        .filter(|&token| matches!(reader.document.tokens[token].relation, Relation::Obl | Relation::OblAgent));
    let person = doers.filter(|&token| reader.has_case(token, "by")).find_map(|token| {
        let id = reader.mentions.headed_by(token)?;
        (reader.mentions[id].class == EntityClass::Person && reader.mentions[id].kind == MentionKind::Name).then_some(id)
    })?;
    let described = entry.head.filter(|_| matches!(entry.relation, Relation::Acl | Relation::AclRelcl));
    let subject = reader.dependent(verb, Relation::NsubjPass);
    let led = subject.filter(|&token| reader.document.tokens[token].upos != Upos::Pron).or(described)?;
    Some(claim(reader, person, title, body(reader, led)?))
}

/// "Ana Quispe is in charge of the bank"
fn in_charge(reader: Reader, noun: TokenIndex) -> Option<Claim<Role<Referent>>> {
    let start = noun.checked_sub(1)?;
    let title = reader.lexicons.titles.being(reader.document.words(&(start..noun + 1)))?;
    let person = reader.subject(noun)?;
    let object = reader.document.dependents(noun).find(|&token| reader.document.tokens[token].relation == Relation::Nmod);
    let of = object.and_then(|object| body(reader, object)).unwrap_or(person);
    Some(claim(reader, person, title, of))
}

/// The organization or place that a noun phrase names by its head or by what owns it.
fn body(reader: Reader, noun: TokenIndex) -> Option<MentionId> {
    let fits = |id: &MentionId| {
        let mention = &reader.mentions[*id];
        mention.kind == MentionKind::Name && matches!(mention.class, EntityClass::Organization | EntityClass::Place)
    };
    let owner = |relation| reader.dependent(noun, relation).and_then(|token| reader.mentions.headed_by(token)).filter(fits);
    reader.mentions.headed_by(noun).filter(fits).or_else(|| owner(Relation::NmodPoss)).or_else(|| owner(Relation::Compound))
}

/// The claim; of nothing, where nothing but the person is named.
fn claim(reader: Reader, person: MentionId, title: &str, of: MentionId) -> Claim<Role<Referent>> {
    let evidence = reader.mentions[person].span.cover(reader.mentions[of].span);
    let of = Some(Referent::Mention(of)).filter(|_| of != person);
    let what = Role { person: Referent::Mention(person), title: title.to_owned(), of, status: RoleStatus::Current };
    Claim { what, evidence, rule: SmolStr::new_static("role/doing"), confidence: 0.7 }
}
