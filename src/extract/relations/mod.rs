//! Relations between people, organizations and places.

mod adjacent;
mod affiliation;
mod coordination;
mod joint;
mod kin;
mod lexicon;
mod listing;
mod origin;
mod parties;
mod public;
#[cfg(test)]
mod tests;
mod units;
mod verbs;

use super::relational::Reader;
use super::{Claim, Lexicons, MentionId, Mentions, Referent, RelationClaim, Role};
use crate::language::Document;
use crate::span::Span;
pub use lexicon::RelationLexicon;
use parties::Parties;
use smol_str::{SmolStr, format_smolstr};

/// Finds the relations that the document states between its mentions; `roles` are those it states of its people.
#[must_use]
pub(super) fn relations(
    document: &Document,
    mentions: &Mentions,
    roles: &[Claim<Role<Referent>>],
    lexicons: &Lexicons,
) -> Vec<Claim<RelationClaim<Referent>>> {
    let reader = Reader { document, mentions, lexicons, nouns: lexicons.relations.nouns() };
    let parties = Parties::new(reader);
    let mut found = kin::relations(reader);
    found.extend(adjacent::relations(reader, &parties));
    found.extend(affiliation::relations(reader, &parties, roles));
    found.extend(public::relations(reader));
    found.extend(units::relations(reader));
    found.extend(origin::relations(reader));
    found.extend(listing::relations(reader));
    found.extend(verbs::relations(reader));
    found.extend(coordination::relations(reader, &found));
    found.sort_by_key(|claim| (claim.evidence, claim.rule.clone(), claim.what.subject.clone()));
    found
}

/// Subject, predicate and object, before it is known how sure they are.
struct Tie<'t> {
    subject: Referent,
    predicate: &'t str,
    object: Referent,
    detail: Option<String>,
}

impl Tie<'_> {
    fn claim(self, rule: &str, evidence: Span, confidence: f32) -> Claim<RelationClaim<Referent>> {
        let Self { subject, predicate, object, detail } = self;
        let what = RelationClaim { subject, predicate: SmolStr::new(predicate), object, detail };
        Claim { what, evidence, rule: format_smolstr!("relation/{rule}"), confidence }
    }
}

/// A mention as one side of a relation.
fn side(id: MentionId) -> Referent {
    Referent::Mention(id)
}
