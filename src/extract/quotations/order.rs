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
    let inverted = comma + 1 == verb && scene.document.tokens[verb].tag != Tag::Vbg && !has_that(scene, verb, end);
    let tail = end - verb < 8 && scene.document.tokens[verb].tag != Tag::Vbg;
    let content = start..comma;
    ((inverted || tail) && content.len() >= SHORTEST && has_verb(scene, &content) && !scene.is_quoted(comma - 1)).then_some(content)
}

/// "She said …", up to the end of the sentence or the next participle that reports.
fn after(scene: &Scene, verb: TokenIndex, next: TokenIndex, bare: bool) -> Option<Range<TokenIndex>> {
    let end = scene.sentence_end(verb);
    let that = has_that(scene, verb, end);
    let tagged =
        verb.checked_sub(1).is_some_and(|before| (scene.sentence_start(verb)..=before).rev().take(TAG_LENGTH).any(|t| scene.is_quoted(t)));
    if !that && (!bare || tagged) {
        return None;
    }
    let participle = next < end && scene.document.tokens[next].tag == Tag::Vbg && scene.word(next - 1) == ",";
    let content = verb + 1..if participle { next - 1 } else { end };
    (content.len() >= SHORTEST && has_verb(scene, &content)).then_some(content)
}

fn has_that(scene: &Scene, verb: TokenIndex, end: TokenIndex) -> bool {
    (verb + 1..end.min(verb + THAT_REACH)).any(|t| scene.word(t) == "that" && scene.document.tokens[t].tag == Tag::In)
}

fn has_verb(scene: &Scene, content: &Range<TokenIndex>) -> bool {
    content.clone().any(|t| matches!(scene.document.tokens[t].upos, Upos::Verb | Upos::Aux))
}

/// True for a passive or a participle after its noun: "territory claimed by …".
fn is_reduced(scene: &Scene, verb: TokenIndex) -> bool {
    let perfect = || {
        (verb.saturating_sub(4)..verb)
            .any(|t| matches!(scene.word(t).as_str(), "has" | "have" | "had" | "’ve" | "'ve" | "'s" | "’s" | "'d"))
    };
    let passive = || {
        (verb.saturating_sub(3)..verb)
            .any(|t| scene.lemma(t) == "be" || matches!(scene.word(t).as_str(), "is" | "are" | "was" | "were" | "been" | "being"))
    };
    scene.document.tokens[verb].tag == Tag::Vbn && (passive() || !perfect())
}

fn is_negated(scene: &Scene, verb: TokenIndex) -> bool {
    verb.checked_sub(1).is_some_and(|before| matches!(scene.word(before).as_str(), "not" | "n't" | "n’t" | "never"))
}
