//! Finds whom reported words come from, once the word that reports them is known.

use super::issuer::issuer;
use super::scene::Scene;
use crate::extract::{EntityClass, MentionId, MentionKind, Referent, Source};
use crate::language::{Relation, TokenIndex, Upos};
use crate::span::Span;

/// How many tokens around a cue to look for its source when the syntax gives none.
const REACH: usize = 14;

/// The source that a noun phrase with this head word names or describes.
pub(super) fn source(scene: &Scene, head: TokenIndex) -> Source<Referent> {
    let name = named(scene, head);
    if let Some(owner) = if name.is_none() { issuer(scene, head) } else { None } {
        return source(scene, owner);
    }
    name.or_else(|| scene.mentions.at(head)).map_or_else(|| Source::Unnamed(phrase(scene, head)), known)
}

fn known(mention: MentionId) -> Source<Referent> {
    Source::Known(Referent::Mention(mention))
}

/// The name in a phrase: of the head itself, of its apposition, or of what a title stands before.
fn named(scene: &Scene, head: TokenIndex) -> Option<MentionId> {
    let name = |t: TokenIndex| scene.mentions.at(t).filter(|&id| scene.mentions[id].kind == MentionKind::Name);
    let person = |t: TokenIndex| name(t).filter(|&id| scene.mentions[id].class == EntityClass::Person);
    let next = |id: MentionId| scene.mentions[id].tokens.start == head + 1 && scene.mentions[id].class == EntityClass::Organization;
    let body = |t: TokenIndex| name(t).filter(|&id| next(id));
    let dependents = || scene.tree.dependents(head).iter().copied();
    let related = |t: TokenIndex, relations: &[Relation]| relations.contains(&scene.document.tokens[t].relation);
    let beside = [Relation::Appos, Relation::Flat, Relation::Compound, Relation::NmodDesc, Relation::NmodUnmarked];
    let bare = |t: TokenIndex| scene.tree.dependent(scene.document, t, &[Relation::Case]).is_none();
    person(head)
        .or_else(|| dependents().filter(|&t| related(t, &beside)).find_map(person))
        .or_else(|| name(head))
        // "Peruvian President Ana Lima", where the adjective passes for the subject.
        .or_else(|| dependents().filter(|&t| related(t, &[Relation::Nmod]) && bare(t)).find_map(person))
        // "The activist fund Varna Capital", where the noun is the subject.
        .or_else(|| dependents().filter(|&t| related(t, &[Relation::Appos, Relation::Flat])).find_map(body))
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

/// The person named right before a verb, or right after it in a phrase that follows the reported words: "… Ana Lima said",
/// "…, said Deputy Minister Ana Lima". The words of a title before the name often look like the subject.
pub(super) fn beside(scene: &Scene, verb: TokenIndex) -> Option<MentionId> {
    let sentence = scene.document.sentences.get(scene.document.sentence_of(verb))?.tokens.clone();
    let upos = |t: TokenIndex| scene.document.tokens[t].upos;
    let person = |t: TokenIndex| {
        let id = scene.mentions.at(t).filter(|_| !scene.is_quoted(t))?;
        (scene.mentions[id].kind == MentionKind::Name && scene.mentions[id].class == EntityClass::Person).then_some(id)
    };
    let before = (sentence.start..verb).rev().find(|&t| !matches!(upos(t), Upos::Adv | Upos::Aux)).and_then(person);
    let inverted = verb == sentence.start || upos(verb - 1) == Upos::Punct;
    let in_phrase =
        |t: TokenIndex| matches!(upos(t), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Adp | Upos::Part | Upos::Num);
    let phrase = verb + 1..sentence.end.min(verb + REACH);
    let after = || {
        let end = phrase.clone().find(|&t| person(t).is_some() || !in_phrase(t) && !scene.is_hyphen(t))?;
        person(end).or_else(|| if end > verb + 1 && scene.word(end) == "," && end + 1 < sentence.end { person(end + 1) } else { None })
    };
    before.or_else(|| if inverted { after() } else { None }).or_else(|| described(scene, sentence.start, verb))
}

/// The person whom an apposition between commas parts from the verb: "Ana Lima, mayor of Varna, said".
fn described(scene: &Scene, first: TokenIndex, verb: TokenIndex) -> Option<MentionId> {
    let comma =
        (first + 1..verb).rev().find(|&t| scene.document.tokens[t].upos != Upos::Adv && scene.document.tokens[t].upos != Upos::Aux)?;
    if scene.word(comma) != "," {
        return None;
    }
    let people = (first..comma).rev().filter_map(|t| scene.mentions.headed_by(t).filter(|_| !scene.is_quoted(t)));
    let mut people = people.filter(|&id| {
        let mention = &scene.mentions[id];
        let before = mention.tokens.start.checked_sub(1).filter(|&t| t >= first);
        let inside = before.is_some_and(|t| matches!(scene.document.tokens[t].upos, Upos::Adp | Upos::Cconj | Upos::Part | Upos::Verb));
        let apart = mention.tokens.end == comma || scene.word(mention.tokens.end) == ",";
        mention.kind == MentionKind::Name && mention.class == EntityClass::Person && apart && !inside
    });
    people.next()
}

/// True when words come from somebody who is known to be a person.
pub(super) fn is_person(scene: &Scene, speaker: Option<&Source<Referent>>) -> bool {
    matches!(speaker, Some(Source::Known(Referent::Mention(id))) if scene.mentions[*id].class == EntityClass::Person)
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
