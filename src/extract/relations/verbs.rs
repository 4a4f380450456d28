//! Relations that a verb states: "Varna Steel is based in Sofia".

use super::lexicon::VerbGroup;
use super::{Tie, side};
use crate::extract::relational::Reader;
use crate::extract::{Claim, MentionId, Referent, RelationClaim};
use crate::language::{Relation, TokenIndex, Upos};

/// The relations of verbs to their subjects, objects and prepositional phrases.
pub(super) fn relations(reader: Reader) -> Vec<Claim<RelationClaim<Referent>>> {
    let mut found = Vec::new();
    for (verb, token) in reader.document.tokens.iter().enumerate().filter(|(_, token)| token.upos == Upos::Verb) {
        for (rule, group) in reader.lexicons.relations.verbs(&token.lemma) {
            let Some(subject) = subject(reader, verb, group) else { continue };
            let Some(object) = object(reader, verb, group).filter(|&object| object != subject) else { continue };
            let evidence = reader.mentions[subject].span.cover(reader.mentions[object].span);
            let (subject, object) = if group.backward { (object, subject) } else { (subject, object) };
            let tie = Tie { subject: side(subject), predicate: &group.predicate, object: side(object), detail: None };
            found.push(tie.claim(rule, evidence, 0.6));
        }
    }
    found
}

fn subject(reader: Reader, verb: TokenIndex, group: &VerbGroup) -> Option<MentionId> {
    let sides = if group.backward { &group.object } else { &group.subject };
    let fits = |&id: &MentionId| sides.iter().any(|side| side.is(reader.mentions[id].class));
    let token = &reader.document.tokens[verb];
    let own = [Relation::Nsubj, Relation::NsubjPass].into_iter().find_map(|relation| reader.dependent(verb, relation));
    let above = matches!(token.relation, Relation::Acl | Relation::AclRelcl).then_some(token.head).flatten();
    let id = own.and_then(|token| reader.mentions.at(token)).filter(fits);
    id.or_else(|| above.and_then(|token| reader.mentions.at(token)).filter(fits))
}

fn object(reader: Reader, verb: TokenIndex, group: &VerbGroup) -> Option<MentionId> {
    let sides = if group.backward { &group.subject } else { &group.object };
    let fits = |&id: &MentionId| sides.iter().any(|side| side.is(reader.mentions[id].class));
    let dependents = reader.document.dependents(verb).filter(|&token| match reader.document.tokens[token].relation {
        Relation::Obj => group.prepositions.is_empty(),
        Relation::Obl => reader.document.dependents(token).any(|case| {
            reader.document.tokens[case].relation == Relation::Case
                && group.prepositions.iter().any(|known| known.eq_ignore_ascii_case(reader.document.word(case)))
        }),
        _ => false,
    });
    dependents.filter_map(|token| reader.mentions.at(token)).find(fits)
}
