//! What is stressed, or held of somebody, where no clause follows: "stressed the importance of …", "described the vote as …".

use super::Content;
use super::scene::Scene;
use super::subject::is_passive;
use crate::language::{Relation, TokenIndex};
use std::ops::Range;

/// The words that a verb of stressing or judging reports, with the rule that found them.
pub(super) fn reported(scene: &Scene, verb: TokenIndex, takes: &[Content]) -> Option<(Range<TokenIndex>, &'static str, f32)> {
    let object =
        scene.tree.dependent(scene.document, verb, &[Relation::Obj]).filter(|&object| object > verb && !is_passive(scene, verb))?;
    let stressed = || if takes.contains(&Content::Object) { message(scene, verb, object) } else { None };
    let judged = |content: Content| if takes.contains(&content) { judged(scene, verb, object, content) } else { None };
    let judgement = || judged(Content::Judgement).or_else(|| judged(Content::Charge));
    stressed()
        .map(|words| (words, "quote/indirect-object", 0.6))
        .or_else(|| judgement().map(|words| (words, "quote/indirect-judgement", 0.6)))
}

/// "stressed the importance of peace": a noun for what is thought or wanted, with all that belongs to it.
fn message(scene: &Scene, verb: TokenIndex, object: TokenIndex) -> Option<Range<TokenIndex>> {
    let words = scene.tree.extent(object);
    let end = complement(scene, verb, words.end).unwrap_or(words.end);
    scene.lexicon.is_stance(&scene.lemma(object)).then_some(words.start.max(verb + 1)..end)
}

/// Where a phrase ends that follows the noun at once and tells of what it is, though the tree hangs it on the verb: "for the council" in
/// "voiced support for the council", not "in a speech".
fn complement(scene: &Scene, verb: TokenIndex, start: TokenIndex) -> Option<TokenIndex> {
    let follows = |&&t: &&TokenIndex| scene.document.tokens[t].relation == Relation::Obl && scene.tree.extent(t).start == start;
    let phrase = scene.tree.dependents(verb).iter().find(follows).filter(|_| !scene.lexicon.is_through(&scene.word(start)))?;
    Some(scene.tree.extent(*phrase).end)
}

/// "described the vote as unfair", "accused the council of fraud": who or what is judged, and the judgement.
fn judged(scene: &Scene, verb: TokenIndex, object: TokenIndex, content: Content) -> Option<Range<TokenIndex>> {
    let opens = |t: TokenIndex| scene.lexicon.opens_judgement(content, &scene.word(t));
    let start = scene.tree.extent(object).start.max(verb + 1);
    let end = scene.sentence_end(verb).min(scene.tree.extent(verb).end);
    let opening = (object + 1..end).find(|&t| opens(t)).filter(|&t| t + 1 < end && !scene.is_quoted(t + 1) && !scene.is_quoted(t))?;
    let whole = |t: TokenIndex| scene.tree.extent(t);
    let heads = [verb, object].into_iter().flat_map(|head| scene.tree.dependents(head).iter().copied());
    let last = heads.map(whole).filter(|words| words.start == opening).map(|words| words.end).min()?;
    Some(start..last)
}
