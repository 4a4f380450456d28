//! Finds the places where a cue reports words, and their source.

use super::Content;
use super::channel::{Channel, channel};
use super::representative;
use super::scene::Scene;
use super::speaker::{beside, is_person, is_verb, nearby, source};
use super::subject::{is_passive, subject};
use crate::extract::{Referent, Source};
use crate::language::{Relation, Tag, TokenIndex, Upos};
use crate::span::Span;
use std::ops::Range;

/// A cue in the text.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// Its first word: the verb, or the first word of the preposition.
    pub(super) token: TokenIndex,
    /// Its words.
    pub(super) span: Span,
    /// How it reports.
    pub(super) form: Form,
    /// Whose words it reports.
    pub(super) speaker: Option<Source<Referent>>,
    /// The head word of the phrase that names the source.
    pub(super) head: Option<TokenIndex>,
    /// True for a passive, which reports in its own sentence but names nobody: "is seen as …".
    pub(super) passive: bool,
    /// To whom, and through what.
    pub(super) channel: Channel,
}

/// How a cue reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// A verb, with the ways in which reported words may follow.
    Verb(Vec<Content>),
    /// A preposition before the source: the tokens of preposition and source.
    Preposition(Range<TokenIndex>),
}

/// All cues of a document, in text order.
pub(super) fn cues(scene: &Scene) -> Vec<Cue> {
    let tokens = 0..scene.document.tokens.len();
    let mut cues: Vec<Cue> = tokens.filter_map(|token| verb(scene, token).or_else(|| preposition(scene, token))).collect();
    representative::carry_on(scene, &mut cues);
    cues
}

fn verb(scene: &Scene, token: TokenIndex) -> Option<Cue> {
    if !is_verb(scene, token) {
        return None;
    }
    let particle = scene.word(token + 1);
    let (takes, long) = scene.lexicon.verb(&scene.lemma(token), &particle)?;
    let span = scene.document.span(&(token..token + 1 + usize::from(long)));
    let by_place = || if is_passive(scene, token) { None } else { nearby(scene, token) };
    let passive = is_passive(scene, token);
    let head = subject(scene, token).or_else(by_place);
    let found = head.map(|head| source(scene, head));
    let named = if passive || is_person(scene, found.as_ref()) { None } else { beside(scene, token) };
    let speaker = named.map(|id| Source::Known(Referent::Mention(id))).or(found);
    Some(Cue { token, span, form: Form::Verb(takes.to_vec()), speaker, head, passive, channel: channel(scene, token) })
}

fn preposition(scene: &Scene, token: TokenIndex) -> Option<Cue> {
    let length = scene.lexicon.preposition(|at| scene.word(token + at))?;
    let after = token + length;
    let sentence = scene.document.sentences.get(scene.document.sentence_of(token))?;
    let by_syntax = (token..after)
        .filter_map(|t| scene.document.tokens[t].head.filter(|_| scene.document.tokens[t].relation == Relation::Case))
        .find(|&head| head >= after && head < sentence.tokens.end);
    let by_place = || (after..sentence.tokens.end.min(after + 8)).find(|&t| scene.mentions.headed_by(t).is_some());
    let by_tag = || {
        (after..sentence.tokens.end.min(after + 8))
            .find(|&t| matches!(scene.document.tokens[t].upos, Upos::Noun | Upos::Propn | Upos::Pron))
    };
    let head = by_syntax.or_else(by_place).or_else(by_tag)?;
    if is_measure(scene, head) {
        return None;
    }
    let end = scene.tree.extent(head).end.clamp(head + 1, sentence.tokens.end);
    let span = scene.document.span(&(token..after));
    Some(Cue {
        token,
        span,
        form: Form::Preposition(token..end),
        speaker: Some(source(scene, head)),
        head: Some(head),
        passive: false,
        channel: Channel::default(),
    })
}

/// True for a lone noun in the singular, which is what things go by and not who says them: "according to size".
fn is_measure(scene: &Scene, head: TokenIndex) -> bool {
    let alone = scene.tree.dependents(head).iter().all(|&t| matches!(scene.document.tokens[t].relation, Relation::Case | Relation::Punct));
    alone && scene.document.tokens[head].tag == Tag::Nn && scene.mentions.at(head).is_none()
}
