//! Reported clauses without quotation marks: "she said that …", "according to her, …".

use super::Content;
use super::occurrence::{Cue, Form};
use super::order;
use super::scene::Scene;
use super::stance;
use crate::extract::{Claim, Quotation, QuoteKind, Referent, Source};
use crate::language::{Relation, Tag, TokenIndex, Upos};
use crate::source::BlockKind;
use std::ops::Range;

/// Reported clauses are at least this many tokens long.
const SHORTEST: usize = 3;
/// The most words of a speaker that a clause takes in.
const LONGEST_SUBJECT: usize = 10;

/// All reported clauses, in the order of their cues.
pub(super) fn claims(scene: &Scene, cues: &[Cue]) -> Vec<Claim<Quotation<Referent>>> {
    let limit = |at: usize| cues.get(at + 1).map_or(usize::MAX, |next| next.token);
    let in_body = cues.iter().enumerate().filter(|(_, cue)| in_body(scene, cue.token));
    in_body.filter_map(|(at, cue)| claim(scene, cue, limit(at))).collect()
}

fn in_body(scene: &Scene, token: TokenIndex) -> bool {
    let block = scene.document.sentences.get(scene.document.sentence_of(token)).and_then(|s| scene.document.article.blocks.get(s.block));
    block.is_some_and(|block| block.kind.is_body() || block.kind == BlockKind::Headline) && !scene.is_quoted(token)
}

fn claim(scene: &Scene, cue: &Cue, next: TokenIndex) -> Option<Claim<Quotation<Referent>>> {
    let (content, rule, confidence) = match &cue.form {
        Form::Verb(takes) => reported(scene, cue.token, takes, next)?,
        Form::Preposition(phrase) => (around(scene, phrase)?, "quote/according-to", 0.83),
    };
    let content = bare(scene, up_to_comma(scene, content, cue.token));
    if content.len() < SHORTEST || is_literal(scene, &content) || is_broken(scene, &content) || names_speaker(scene, cue, &content) {
        return None;
    }
    let text = scene.document.span(&content);
    let what = Quotation {
        text,
        kind: QuoteKind::Indirect,
        speaker: cue.speaker.clone(),
        cue: Some(cue.span),
        addressee: cue.channel.addressee.clone(),
        via: cue.channel.via.clone(),
    };
    Some(Claim { what, evidence: text.cover(cue.span), rule: rule.into(), confidence })
}

/// The clause that a verb reports, with the rule that found it.
fn reported(scene: &Scene, verb: TokenIndex, takes: &[Content], next: TokenIndex) -> Option<(Range<TokenIndex>, &'static str, f32)> {
    let dependent = |relations: &[Relation]| {
        scene.tree.dependents(verb).iter().copied().rev().find(|&t| relations.contains(&scene.document.tokens[t].relation))
    };
    let token = &scene.document.tokens[verb];
    if takes.contains(&Content::Clause) {
        if let Some(clause) = dependent(&[Relation::Ccomp]).filter(|&clause| !is_aside(scene, clause, verb)) {
            return Some((without(scene.tree.extent(clause), verb), "quote/indirect-clause", 0.8));
        }
        let own = scene.tree.extent(verb);
        if let Some(head) = token.head.filter(|&head| token.relation == Relation::Parataxis && head < verb && !is_apart(scene, own.start)) {
            return Some((scene.tree.extent(head).start..own.start, "quote/indirect-clause", 0.8));
        }
    }
    if let Some(clause) =
        takes.contains(&Content::Clause).then(|| order::reported(scene, verb, next, takes.contains(&Content::Bare))).flatten()
    {
        return Some((clause, "quote/indirect-order", 0.5));
    }
    if let Some(found) = stance::reported(scene, verb, takes) {
        return Some(found);
    }
    if !takes.contains(&Content::Infinitive) {
        return None;
    }
    // "urged the council to count": whoever is to do it belongs to what is asked.
    let object = dependent(&[Relation::Obj, Relation::Iobj]).map(|object| scene.tree.extent(object).start).filter(|&start| start > verb);
    let infinitive = dependent(&[Relation::Xcomp]).map(|head| {
        let clause = without(scene.tree.extent(head), verb);
        object.unwrap_or(clause.start).min(clause.start)..clause.end
    });
    Some((infinitive.or_else(|| order::intended(scene, verb, next))?, "quote/indirect-infinitive", 0.35))
}

/// True for a clause that a semicolon parts from the one before it: neither reports the other.
fn is_apart(scene: &Scene, start: TokenIndex) -> bool {
    [Some(start), start.checked_sub(1)].into_iter().flatten().any(|token| scene.word(token) == ";")
}

/// True for a participle after a comma behind the verb: "roads were closed, the agency said, blaming the rain".
fn is_aside(scene: &Scene, clause: TokenIndex, verb: TokenIndex) -> bool {
    let start = scene.tree.extent(clause).start;
    scene.document.tokens[clause].tag == Tag::Vbg && start > verb && [start, start - 1].iter().any(|&token| scene.word(token) == ",")
}

/// Reported words before their verb up to the comma after them, where the clause has taken in words of whoever speaks:
/// "roads were closed, the aid agency" + "Indelo said".
fn up_to_comma(scene: &Scene, content: Range<TokenIndex>, verb: TokenIndex) -> Range<TokenIndex> {
    let punct = |token: TokenIndex| scene.document.tokens[token].upos == Upos::Punct;
    if content.is_empty() || content.end >= verb || punct(content.end) || punct(content.end - 1) {
        return content;
    }
    let comma = (content.start.max(content.end.saturating_sub(LONGEST_SUBJECT))..content.end).rev().find(|&token| scene.word(token) == ",");
    content.start..comma.unwrap_or(content.end)
}

/// The part of a clause on one side of its verb.
fn without(extent: Range<TokenIndex>, verb: TokenIndex) -> Range<TokenIndex> {
    if !extent.contains(&verb) {
        extent
    } else if verb - extent.start > extent.end - verb {
        extent.start..verb
    } else {
        verb + 1..extent.end
    }
}

/// The sentence around "according to her", on the longer side of it.
fn around(scene: &Scene, phrase: &Range<TokenIndex>) -> Option<Range<TokenIndex>> {
    let start = scene.sentence_start(phrase.start);
    let end = scene.sentence_end(phrase.start);
    (start <= phrase.start && phrase.end <= end)
        .then(|| if phrase.start - start > end - phrase.end { start..phrase.start } else { phrase.end..end })
}

/// True for words behind a verb that name whoever speaks: "said the group's director, Ana Lima".
fn names_speaker(scene: &Scene, cue: &Cue, content: &Range<TokenIndex>) -> bool {
    let Some(Source::Known(Referent::Mention(id))) = &cue.speaker else { return false };
    content.start > cue.token && content.contains(&scene.mentions[*id].head)
}

/// True where a semicolon parts mere nouns from a clause that is another's: "advised the buyer; Ana Lima advised the seller".
fn is_broken(scene: &Scene, content: &Range<TokenIndex>) -> bool {
    let verbal = |token: TokenIndex| matches!(scene.document.tokens[token].upos, Upos::Verb | Upos::Aux);
    let semicolon = content.clone().find(|&token| scene.word(token) == ";");
    semicolon.is_some_and(|semicolon| !(content.start..semicolon).any(verbal))
}

/// A clause without "that" before it and marks at its edges.
fn bare(scene: &Scene, mut content: Range<TokenIndex>) -> Range<TokenIndex> {
    let empty = |t: TokenIndex| scene.document.tokens[t].upos == Upos::Punct;
    while !content.is_empty() && (empty(content.start) || is_complementizer(scene, content.start)) {
        content.start += 1;
    }
    while !content.is_empty() && empty(content.end - 1) {
        content.end -= 1;
    }
    content
}

/// True when a clause is nothing but words in quotation marks.
fn is_literal(scene: &Scene, content: &Range<TokenIndex>) -> bool {
    let reporter = content.clone().filter(|&t| !scene.is_quoted(t)).count();
    scene.is_quoted(content.start) && 5 * reporter < content.len()
}

fn is_complementizer(scene: &Scene, token: TokenIndex) -> bool {
    scene.document.tokens[token].relation == Relation::Mark && scene.lexicon.is_opening(&scene.word(token))
}
