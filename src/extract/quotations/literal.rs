//! Quotations in quotation marks.

use super::marks::Quoted;
use crate::extract::{Claim, Quotation, QuoteKind, Referent};
use crate::language::Document;

/// Fewer words than this, without a full stop at the end, are a fragment of the reporter's sentence.
const CLAUSE_WORDS: usize = 5;

/// A quoted stretch as a claim without a speaker.
pub(super) fn claim(document: &Document, quoted: Quoted) -> Claim<Quotation<Referent>> {
    let kind = kind(quoted.inner.of(&document.article.text));
    let rule = match kind {
        QuoteKind::Direct => "quote/direct",
        QuoteKind::Fragment | QuoteKind::Indirect => "quote/fragment",
    };
    let what = Quotation { text: quoted.inner, more: Vec::new(), kind, speaker: None, cue: None, addressee: None, via: None };
    Claim { what, evidence: quoted.outer, rule: rule.into(), confidence: 0.9 }
}

fn kind(words: &str) -> QuoteKind {
    let sentence = words.starts_with(char::is_uppercase) && words.ends_with([',', '.', '!', '?', '…']);
    if sentence || words.split_whitespace().count() >= CLAUSE_WORDS { QuoteKind::Direct } else { QuoteKind::Fragment }
}
