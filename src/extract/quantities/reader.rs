//! What a number counts, by the words around it.

use super::lexicon::{Measure, QuantityLexicon};
use super::number::Number;
use crate::language::{Document, TokenIndex, Upos};
use crate::span::Span;
use smol_str::SmolStr;
use std::ops::Range;

/// How many tokens before or behind a number can say what it counts.
const REACH: usize = 8;

/// How many tokens before its number a toll can stand.
const TOLL_REACH: usize = 20;

/// What a number counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Counted<'a> {
    /// Local name of the property in the ontology.
    pub(super) measure: SmolStr,
    /// "at least"
    pub(super) qualifier: Option<String>,
    /// "people", "USD"
    pub(super) unit: String,
    /// The words that say it.
    pub(super) evidence: Span,
    /// Classes of events that such a number is told of.
    pub(super) events: &'a [String],
}

/// A sentence with the words to read it by.
#[derive(Debug, Clone)]
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) lexicon: &'a QuantityLexicon,
    pub(super) sentence: Range<TokenIndex>,
}

impl<'a> Reader<'a> {
    /// What a number counts, if the words around it say so.
    pub(super) fn counted(&self, number: &Number) -> Option<Counted<'a>> {
        let hedge = self.hedge(self.before_sign(number.tokens.start));
        self.money(number, &hedge).or_else(|| self.percent(number, &hedge)).or_else(|| self.people(number, &hedge))
    }

    fn word(&self, token: TokenIndex) -> String {
        if self.sentence.contains(&token) { self.document.word(token).to_lowercase() } else { String::new() }
    }

    fn is(&self, token: TokenIndex, words: &[String]) -> bool {
        let word = self.word(token);
        words.contains(&word)
    }

    /// Where a number begins with the sign of a currency before it.
    fn before_sign(&self, start: TokenIndex) -> TokenIndex {
        match start.checked_sub(1) {
            Some(before) if self.sentence.contains(&before) && self.lexicon.money.signs.contains_key(self.document.word(before)) => before,
            _ => start,
        }
    }

    /// The longest hedge that ends before a token; empty if there is none.
    fn hedge(&self, end: TokenIndex) -> Range<TokenIndex> {
        let fits = |length: &usize| {
            let Some(start) = end.checked_sub(*length).filter(|start| *start >= self.sentence.start) else { return false };
            let words = (start..end).map(|token| self.word(token)).collect::<Vec<_>>().join(" ");
            self.lexicon.hedges.words.contains(&words)
        };
        let length = [3, 2, 1].into_iter().find(fits).unwrap_or(0);
        end - length..end
    }

    fn money(&self, number: &Number, hedge: &Range<TokenIndex>) -> Option<Counted<'a>> {
        let money = &self.lexicon.money;
        let first = self.document.word(number.tokens.start);
        let sign = first.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
        let before =
            number.tokens.start.checked_sub(1).filter(|token| self.sentence.contains(token)).map_or("", |token| self.document.word(token));
        let behind = [0, 1].into_iter().find_map(|skip| {
            let token = number.tokens.end + skip;
            money.words.get(&self.word(token)).map(|code| (code, token + 1))
        });
        let by_sign = money.signs.get(sign).or_else(|| money.signs.get(before)).map(|code| (code, number.tokens.end));
        let (code, end) = by_sign.or(behind)?;
        Some(self.found("amount", code, hedge, hedge.start..end, &money.events))
    }

    fn percent(&self, number: &Number, hedge: &Range<TokenIndex>) -> Option<Counted<'a>> {
        let percent = &self.lexicon.percent;
        let next = number.tokens.end;
        let two = format!("{} {}", self.word(next), self.word(next + 1));
        let end = if self.document.word(number.tokens.start).ends_with('%') {
            next
        } else if self.is(next, &percent.words) {
            next + 1
        } else if percent.words.contains(&two) {
            next + 2
        } else {
            return None;
        };
        Some(self.found("percentage", "percent", hedge, hedge.start..end, &percent.events))
    }

    /// People or things of which a verb or noun says what became of them.
    fn people(&self, number: &Number, hedge: &Range<TokenIndex>) -> Option<Counted<'a>> {
        let before = hedge.start.checked_sub(1).filter(|token| self.sentence.contains(token));
        if before.is_some_and(|token| self.is(token, &self.lexicon.hedges.parts) && !self.has_toll(token)) {
            return None;
        }
        let unit = self.unit(number.tokens.end);
        let counts = |measure: &Measure| {
            measure.counts.is_empty() || unit.clone().any(|token| measure.counts.contains(&self.document.word(token).to_owned()))
        };
        self.lexicon.measure.iter().filter(|measure| counts(measure)).find_map(|measure| {
            let evidence = if let Some(start) = before.and_then(|token| self.led(token, measure)) {
                start..unit.end
            } else {
                hedge.start..self.followed(number.tokens.end, measure)?
            };
            let words = if unit.is_empty() { &measure.unit } else { self.document.words(&unit) };
            Some(self.found(&measure.name, words, hedge, evidence, &measure.events))
        })
    }

    /// Where a measure's words before the number begin: its verb, or its toll with a link.
    fn led(&self, token: TokenIndex, measure: &Measure) -> Option<TokenIndex> {
        if self.is(token, &measure.before) {
            return Some(token);
        }
        if !self.is(token, &self.lexicon.hedges.links) {
            return None;
        }
        let reach = token.saturating_sub(TOLL_REACH).max(self.sentence.start)..token;
        reach.rev().find(|&token| self.is(token, &measure.tolls))
    }

    fn has_toll(&self, token: TokenIndex) -> bool {
        self.lexicon.measure.iter().any(|measure| self.led(token, measure).is_some())
    }

    /// Where a measure's words behind the number end: "[eight] people were killed".
    fn followed(&self, start: TokenIndex, measure: &Measure) -> Option<TokenIndex> {
        let mut passive = false;
        for token in start..(start + REACH).min(self.sentence.end) {
            if self.is(token, &measure.after) {
                return (passive || !self.has_object(token + 1)).then_some(token + 1);
            }
            let between = self.is(token, &self.lexicon.hedges.between);
            passive |= between && self.document.tokens[token].upos == Upos::Aux;
            if !between && !matches!(self.upos(token), Some(Upos::Adj | Upos::Noun | Upos::Propn | Upos::Adv | Upos::Aux)) {
                return None;
            }
        }
        None
    }

    fn upos(&self, token: TokenIndex) -> Option<Upos> {
        self.document.tokens.get(token).filter(|_| self.sentence.contains(&token)).map(|token| token.upos)
    }

    /// True if an object begins at a token: the word before it then tells what those counted did.
    fn has_object(&self, token: TokenIndex) -> bool {
        matches!(self.upos(token), Some(Upos::Det | Upos::Num | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Pron))
    }

    /// The noun phrase behind a number: "Ukrainian soldiers".
    fn unit(&self, start: TokenIndex) -> Range<TokenIndex> {
        let mut end = start;
        for token in start..(start + 4).min(self.sentence.end) {
            let ends_phrase = self.lexicon.measure.iter().any(|measure| self.is(token, &measure.after));
            match self.upos(token) {
                Some(Upos::Noun | Upos::Propn) if !ends_phrase => end = token + 1,
                Some(Upos::Adj) if !ends_phrase => {}
                _ => break,
            }
        }
        start..end
    }

    fn found(&self, measure: &str, unit: &str, hedge: &Range<TokenIndex>, tokens: Range<TokenIndex>, events: &'a [String]) -> Counted<'a> {
        let qualifier = (!hedge.is_empty()).then(|| self.document.words(hedge).to_lowercase());
        let evidence = self.document.span(&tokens);
        Counted { measure: measure.into(), qualifier, unit: unit.to_owned(), evidence, events }
    }
}
