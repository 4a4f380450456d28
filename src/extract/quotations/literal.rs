//! Quotations in quotation marks.

use super::attribution::Attribution;
use super::marks::Quoted;
use super::scene::Scene;
use crate::extract::{Claim, Quotation, QuoteKind, Referent};

/// Fewer words than this, without a full stop at the end, are a fragment of the reporter's sentence.
const CLAUSE_WORDS: usize = 5;

/// How sure it is that somebody is quoted when a few words stand in marks without a cue: titles, coinages, distance.
pub(super) const SCARE: f32 = 0.3;

/// A quoted stretch as a claim, with what is known of its speaker.
pub(super) fn claim(scene: &Scene, quoted: Quoted, attribution: Option<Attribution>) -> Claim<Quotation<Referent>> {
    let kind = kind(quoted.inner.of(&scene.document.article.text));
    let name = if kind == QuoteKind::Direct { "direct" } else { "fragment" };
    let alone = if kind == QuoteKind::Direct { 0.7 } else { SCARE };
    let (rule, confidence) = attribution.as_ref().map_or(("unattributed", alone), |found| (found.how.name(), found.how.confidence(kind)));
    let (speaker, cue, channel) = attribution.map_or_else(Default::default, |found| (found.speaker, found.cue, found.channel));
    let what = Quotation { text: quoted.inner, kind, speaker, cue, addressee: channel.addressee, via: channel.via };
    let evidence = cue.map_or(quoted.outer, |cue| quoted.outer.cover(cue));
    Claim { what, evidence, rule: format!("quote/{name}/{rule}").into(), confidence }
}

fn kind(words: &str) -> QuoteKind {
    let sentence = words.starts_with(char::is_uppercase) && words.ends_with([',', '.', '!', '?', '…']);
    if sentence || words.split_whitespace().count() >= CLAUSE_WORDS { QuoteKind::Direct } else { QuoteKind::Fragment }
}
