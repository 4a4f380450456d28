//! Who does what a verb says.

use super::scene::Scene;
use crate::language::{Relation, Tag, TokenIndex, Upos};

/// How many verbs up the sentence to look for a subject.
const CLIMB: usize = 6;
/// The head word of a verb's subject: its own, or that of the verb it is joined or subordinate to.
pub(super) fn subject(scene: &Scene, verb: TokenIndex) -> Option<TokenIndex> {
    let mut verb = verb;
    for climbed in 0..CLIMB {
        let passive = is_passive(scene, verb);
        let own = narrated(scene, verb, &[Relation::Nsubj, Relation::NsubjOuter]);
        let by = || narrated(scene, verb, &[Relation::OblAgent]);
        let undergoer = || narrated(scene, verb, &[Relation::NsubjPass]).filter(|_| climbed > 0);
        if let Some(subject) = own.or_else(by).or_else(undergoer) {
            return Some(antecedent(scene, subject, verb));
        }
        let token = &scene.document.tokens[verb];
        match token.relation {
            Relation::Acl | Relation::AclRelcl if passive => return None,
            Relation::Acl | Relation::AclRelcl => return token.head,
            Relation::Conj | Relation::Advcl | Relation::Xcomp | Relation::Parataxis | Relation::Dep if !passive => verb = token.head?,
            Relation::Conj => verb = token.head?,
            _ => return None,
        }
    }
    None
}

/// A dependent outside quotation marks, unless the verb itself stands in them.
fn narrated(scene: &Scene, verb: TokenIndex, relations: &[Relation]) -> Option<TokenIndex> {
    let quoted = scene.is_quoted(verb);
    scene.tree.dependent(scene.document, verb, relations).filter(|&t| quoted || !scene.is_quoted(t))
}

/// True for a verb in the passive.
pub(super) fn is_passive(scene: &Scene, verb: TokenIndex) -> bool {
    scene.tree.dependent(scene.document, verb, &[Relation::AuxPass, Relation::NsubjPass]).is_some()
}

/// What a relative pronoun stands for: the noun that its clause belongs to, or else the one right before it.
fn antecedent(scene: &Scene, subject: TokenIndex, verb: TokenIndex) -> TokenIndex {
    if !matches!(scene.document.tokens[subject].tag, Tag::Wp | Tag::Wdt) {
        return subject;
    }
    let token = &scene.document.tokens[verb];
    let before = || {
        let last = (scene.sentence_start(subject)..subject).rev().find(|&t| scene.document.tokens[t].upos != Upos::Punct)?;
        matches!(scene.document.tokens[last].upos, Upos::Noun | Upos::Propn).then_some(last)
    };
    token.head.filter(|_| token.relation == Relation::AclRelcl).or_else(before).unwrap_or(subject)
}
