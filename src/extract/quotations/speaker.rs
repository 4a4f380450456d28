//! Finds whom reported words come from, once the word that reports them is known.

use super::scene::Scene;
use crate::extract::{EntityClass, MentionId, MentionKind, Referent, Source};
use crate::language::{Relation, TokenIndex, Upos};
use crate::span::Span;

/// How many verbs up the sentence to look for a subject.
const CLIMB: usize = 6;
/// How many tokens around a cue to look for its source when the syntax gives none.
const REACH: usize = 14;

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

/// What a relative pronoun stands for: the noun that its clause belongs to.
fn antecedent(scene: &Scene, subject: TokenIndex, verb: TokenIndex) -> TokenIndex {
    let token = &scene.document.tokens[verb];
    let relative = matches!(scene.word(subject).as_str(), "who" | "which" | "that");
    token.head.filter(|_| relative && token.relation == Relation::AclRelcl).unwrap_or(subject)
}

/// The source that a noun phrase with this head word names or describes.
pub(super) fn source(scene: &Scene, head: TokenIndex) -> Source<Referent> {
    if let Some(owner) = issuer(scene, head) {
        return source(scene, owner);
    }
    named(scene, head).or_else(|| scene.mentions.at(head)).map_or_else(|| Source::Unnamed(phrase(scene, head)), known)
}

fn known(mention: MentionId) -> Source<Referent> {
    Source::Known(Referent::Mention(mention))
}

/// The owner or sender of a document: "the ministry" in "a statement from the ministry".
fn issuer(scene: &Scene, head: TokenIndex) -> Option<TokenIndex> {
    if !scene.lexicon.is_document(&scene.lemma(head)) || named(scene, head).is_some() {
        return None;
    }
    let owner = scene.tree.dependents(head).iter().copied().find(|&t| scene.document.tokens[t].relation == Relation::NmodPoss);
    let sender = || {
        scene.tree.dependents(head).iter().copied().find(|&t| {
            scene.document.tokens[t].relation == Relation::Nmod
                && scene.tree.dependents(t).iter().any(|&case| matches!(scene.word(case).as_str(), "from" | "by" | "of"))
        })
    };
    owner.or_else(sender).filter(|&t| t != head && scene.mentions.at(t).is_some())
}

/// The name in a phrase: of the head itself, of its apposition, or of what a title stands before.
fn named(scene: &Scene, head: TokenIndex) -> Option<MentionId> {
    let name = |t: TokenIndex| scene.mentions.at(t).filter(|&id| scene.mentions[id].kind == MentionKind::Name);
    let person = |t: TokenIndex| name(t).filter(|&id| scene.mentions[id].class == EntityClass::Person);
    let beside = |relations: &[Relation]| {
        let dependents = scene.tree.dependents(head).iter().copied();
        dependents.filter(|&t| relations.contains(&scene.document.tokens[t].relation)).find_map(person)
    };
    person(head)
        .or_else(|| beside(&[Relation::Appos, Relation::Flat, Relation::Compound, Relation::NmodDesc, Relation::NmodUnmarked]))
        .or_else(|| name(head))
}

/// The words of a phrase around its head, without what follows but an "of" phrase.
pub(super) fn phrase(scene: &Scene, head: TokenIndex) -> Span {
    let before = [Relation::Det, Relation::Amod, Relation::Compound, Relation::Nummod, Relation::NmodPoss, Relation::NmodDesc];
    let mut span = scene.document.tokens[head].span;
    for &t in scene.tree.dependents(head) {
        let token = &scene.document.tokens[t];
        let of = || token.relation == Relation::Nmod && scene.tree.dependents(t).iter().any(|&case| scene.word(case) == "of");
        if t < head && before.contains(&token.relation) || t > head && of() {
            span = span.cover(scene.document.span(&scene.tree.extent(t)));
        }
    }
    span
}

/// The nearest possible source around a cue, in its sentence and outside quotation marks: before it, else just after it.
pub(super) fn nearby(scene: &Scene, cue: TokenIndex) -> Option<TokenIndex> {
    let sentence = scene.document.sentences.get(scene.document.sentence_of(cue))?.tokens.clone();
    let can_speak = |&t: &TokenIndex| {
        let class = scene.mentions.headed_by(t).map(|id| scene.mentions[id].class);
        !scene.is_quoted(t) && matches!(class, Some(EntityClass::Person | EntityClass::Organization))
    };
    let after = (cue + 1..sentence.end.min(cue + 6)).find(can_speak);
    let inverted = cue.checked_sub(1).is_some_and(|before| scene.is_quoted(before) || cue == sentence.start);
    let before = (sentence.start.max(cue.saturating_sub(REACH))..cue).rev().find(can_speak);
    if inverted { after.or(before) } else { before.or(after) }
}

/// True when a token is a verb that is not an auxiliary.
pub(super) fn is_verb(scene: &Scene, token: TokenIndex) -> bool {
    scene.document.tokens[token].upos == Upos::Verb
}
