//! Reported clauses by the order of the words alone, for cues whose syntax gives none.

use super::scene::Scene;
use crate::language::{Tag, TokenIndex, Upos};
use std::ops::Range;

/// How far before its verb the comma after a reported clause may stand.
const TAG_LENGTH: usize = 14;
/// How far after its verb "that" may stand.
const THAT_REACH: usize = 6;
/// A clause before its cue has at least this many tokens.
const SHORTEST: usize = 4;
/// So few tokens after a cue verb tell when and where it was said.
const TAIL: usize = 7;

/// The words that a verb reports; `next` is the next cue, `bare` says that its clause needs no "that".
pub(super) fn reported(scene: &Scene, verb: TokenIndex, next: TokenIndex, bare: bool) -> Option<Range<TokenIndex>> {
    if is_reduced(scene, verb) || is_negated(scene, verb) {
        return None;
    }
    let before = if bare { before(scene, verb) } else { None };
    before.or_else(|| after(scene, verb, next, bare))
}

/// "…, she said." and "…, said Ana Lima."
fn before(scene: &Scene, verb: TokenIndex) -> Option<Range<TokenIndex>> {
    let (start, end) = (scene.sentence_start(verb), scene.sentence_end(verb));
    let comma = (start..verb).rev().take(TAG_LENGTH).find(|&t| scene.word(t) == ",")?;
    let content = start..comma;
    if content.len() < SHORTEST || has_that(scene, verb, end) || scene.is_quoted(comma - 1) || !has_main_verb(scene, &content) {
        return None;
    }
    let rest = verb + 1..end;
    let participle = scene.document.tokens[verb].tag == Tag::Vbg;
    let inverted = !participle && comma + 1 == verb && !has_main_verb(scene, &rest);
    let breaks =
        rest.is_empty() || matches!(scene.document.tokens[verb + 1].tag, Tag::In | Tag::Vbg | Tag::Comma) && content.len() > rest.len();
    (inverted || !participle && comma + 1 < verb && (rest.len() < TAIL || breaks)).then_some(content)
}

/// "She said …", up to the end of the sentence or the next cue that goes on with the report.
fn after(scene: &Scene, verb: TokenIndex, next: TokenIndex, bare: bool) -> Option<Range<TokenIndex>> {
    let end = scene.sentence_end(verb);
    let start = scene.sentence_start(verb);
    let tagged = (start..verb).rev().take(TAG_LENGTH).any(|t| scene.is_quoted(t));
    let that = that(scene, verb, end);
    if that.is_none() && (!bare || tagged) {
        return None;
    }
    let content = that.unwrap_or(verb) + 1..cut(scene, next, end);
    (content.len() >= SHORTEST && (that.is_some() || has_main_verb(scene, &content))).then_some(content)
}

/// Where a report ends: before ", adding" or "and said", else with the sentence.
fn cut(scene: &Scene, next: TokenIndex, end: TokenIndex) -> TokenIndex {
    let participle = next < end && scene.document.tokens[next].tag == Tag::Vbg;
    let joined = next < end && scene.lexicon.is_joining(&scene.word(next - 1));
    if participle && scene.word(next - 1) == "," || joined { next - 1 } else { end }
}

fn has_that(scene: &Scene, verb: TokenIndex, end: TokenIndex) -> bool {
    that(scene, verb, end).is_some()
}

fn that(scene: &Scene, verb: TokenIndex, end: TokenIndex) -> Option<TokenIndex> {
    (verb + 1..end.min(verb + THAT_REACH)).find(|&t| scene.lexicon.is_declaring(&scene.word(t)) && scene.document.tokens[t].tag != Tag::Dt)
}

/// True when there is a finite verb outside relative clauses, which are taken to end with a comma.
fn has_main_verb(scene: &Scene, content: &Range<TokenIndex>) -> bool {
    let mut relative = false;
    content.clone().any(|t| {
        let tag = scene.document.tokens[t].tag;
        relative = matches!(tag, Tag::Wp | Tag::Wdt) && t > content.start || relative && tag != Tag::Comma;
        !relative && matches!(tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)
    })
}

/// True for a passive, and for a participle after its noun: "territory claimed by …".
fn is_reduced(scene: &Scene, verb: TokenIndex) -> bool {
    let tags = |t: TokenIndex| scene.document.tokens.get(t).map(|token| token.tag);
    let be = |t: TokenIndex| scene.lexicon.is_passive(&scene.lemma(t));
    let participle = matches!(tags(verb), Some(Tag::Vbn | Tag::Vbd));
    let passive = (verb.saturating_sub(2).max(scene.sentence_start(verb))..verb).any(be);
    let modified = tags(verb) == Some(Tag::Vbn) && tags(verb + 1) == Some(Tag::In) && !scene.lexicon.is_declaring(&scene.word(verb + 1));
    let end = scene.sentence_end(verb);
    let silent = passive && !has_main_verb(scene, &(verb + 1..end)) || modified;
    participle && silent && !has_that(scene, verb, end)
}

/// "She vowed to count every vote", "she urged the council to count every vote".
pub(super) fn intended(scene: &Scene, verb: TokenIndex, next: TokenIndex) -> Option<Range<TokenIndex>> {
    let end = scene.sentence_end(verb);
    let to =
        (verb + 1..end.min(verb + 10)).find(|&t| scene.document.tokens[t].tag == Tag::To || scene.document.tokens[t].upos == Upos::Verb)?;
    let infinitive =
        scene.document.tokens.get(to + 1).is_some_and(|after| after.tag == Tag::Vb) && scene.document.tokens[to].tag == Tag::To;
    let tense = matches!(scene.document.tokens[verb].tag, Tag::Vbd | Tag::Vbz | Tag::Vbg | Tag::Vbp | Tag::Vbn);
    let content = verb + 1..cut(scene, next, end);
    (infinitive && tense && !is_reduced(scene, verb) && !is_negated(scene, verb)).then_some(content)
}

fn is_negated(scene: &Scene, verb: TokenIndex) -> bool {
    verb.checked_sub(1).is_some_and(|before| scene.lexicon.is_negation(&scene.word(before)))
}
