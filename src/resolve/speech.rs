//! Which mentions speak, through which their words come, and which stand in somebody's words.

use crate::extract::{Claims, EntityClass, Lexicons, Mention, MentionId, MentionKind, QuoteKind, Referent, Source};
use crate::language::Document;
use crate::span::Span;
use std::collections::BTreeSet;

/// The mention that stands for the speaker.
fn spoken_by(source: Option<&Source<Referent>>) -> Option<MentionId> {
    match source {
        Some(Source::Known(Referent::Mention(id))) => Some(*id),
        _ => None,
    }
}

/// The mentions that words are attributed to.
pub(super) fn speakers(claims: &Claims<Referent>) -> BTreeSet<MentionId> {
    claims.quotations.iter().filter_map(|claim| spoken_by(claim.what.speaker.as_ref())).collect()
}

/// The mentions through which words came; what goes on is seldom said of a platform.
pub(super) fn channels(claims: &Claims<Referent>) -> BTreeSet<MentionId> {
    claims.quotations.iter().filter_map(|claim| spoken_by(claim.what.via.as_ref())).collect()
}

/// True for a body on which something is told: "in a statement on Telegram".
pub(super) fn is_platform(document: &Document, mention: &Mention, lexicons: &Lexicons) -> bool {
    let before = mention.tokens.start.checked_sub(1);
    let on = before.is_some_and(|before| lexicons.names.on_platforms().has(document.word(before)));
    mention.class == EntityClass::Organization && mention.kind == MentionKind::Name && on
}

/// The quotations in text order, each with the mention of its speaker, as the text goes on.
pub(super) struct Quotes {
    quotes: Vec<(Span, Option<MentionId>)>,
    next: usize,
}

impl Quotes {
    /// Gathers them.
    pub(super) fn new(claims: &Claims<Referent>) -> Self {
        let quotations = claims.quotations.iter().filter(|claim| claim.what.kind != QuoteKind::Indirect);
        let mut quotes: Vec<_> = quotations.map(|claim| (claim.what.text, spoken_by(claim.what.speaker.as_ref()))).collect();
        quotes.sort_by_key(|(span, _)| *span);
        Self { quotes, next: 0 }
    }

    /// The quotation that words stand in. Words must be asked for in text order.
    pub(super) fn around(&mut self, words: Span) -> Option<&(Span, Option<MentionId>)> {
        while self.quotes.get(self.next).is_some_and(|(span, _)| span.end <= words.start) {
            self.next += 1;
        }
        self.quotes.get(self.next).filter(|(span, _)| span.contains(words))
    }
}
