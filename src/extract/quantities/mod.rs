//! Numbers that the text gives: the killed, the wounded, the arrested, amounts and shares, each tied to its event.

mod lexicon;
mod number;
mod reader;

pub use lexicon::QuantityLexicon;

use super::{Claim, Event, Quantity, Referent};
use crate::language::Document;
use crate::span::Span;
use number::Number;
use reader::{Counted, Reader};
use smol_str::format_smolstr;

/// How many events on each side of a number are looked at.
const NEAR: usize = 6;

/// All numbers that say what they count, in text order; `events` are those of the document.
pub(super) fn quantities(document: &Document, events: &[Claim<Event<Referent>>], lexicon: &QuantityLexicon) -> Vec<Claim<Quantity>> {
    let mut order: Vec<(usize, usize)> = events.iter().enumerate().map(|(index, event)| (event.what.trigger.start, index)).collect();
    order.sort_unstable();
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let reader = Reader { document, lexicon, sentence: sentence.tokens.clone() };
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let Some(number) = Number::at(document, at, sentence.tokens.end, lexicon) else {
                at += 1;
                continue;
            };
            at = number.tokens.end;
            if let Some(counted) = reader.counted(&number) {
                let event = event(events, &order, &counted, document.span(&sentence.tokens));
                found.push(claim(number, counted, event));
            }
        }
    }
    found
}

fn claim(number: Number, counted: Counted, event: Option<usize>) -> Claim<Quantity> {
    let rule = format_smolstr!("quantity/{}", counted.measure);
    let what = Quantity { event, measure: counted.measure, value: number.value, qualifier: counted.qualifier, unit: Some(counted.unit) };
    Claim { what, evidence: counted.evidence, rule, confidence: 0.8 }
}

/// The nearest event of a fitting class: in the sentence, else the last one before it.
fn event(events: &[Claim<Event<Referent>>], order: &[(usize, usize)], counted: &Counted, sentence: Span) -> Option<usize> {
    let at = order.partition_point(|&(start, _)| start < counted.evidence.start);
    let near = order.get(at.saturating_sub(NEAR)..(at + NEAR).min(order.len()))?;
    let fits = |index: usize| events.get(index).is_some_and(|event| counted.events.iter().any(|class| *class == event.what.class));
    let mut fitting = near.iter().filter(|&&(_, index)| fits(index));
    let inside = fitting.clone().filter(|&&(start, _)| sentence.start <= start && start < sentence.end);
    let nearest = inside.min_by_key(|&&(start, _)| start.abs_diff(counted.evidence.start));
    nearest.or_else(|| fitting.rfind(|&&(start, _)| start < sentence.start)).map(|&(_, index)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lexicon::{Lexicon, MarkedText};
    use crate::language::Language;
    use crate::source::read_text;

    /// What the lexicon finds in a sentence: measure and words.
    fn found(language: &Language, lexicon: &QuantityLexicon, example: &MarkedText, measure: &str) -> Vec<String> {
        let article = read_text("example", example.text.clone());
        let document = language.analyse(&article);
        let all = quantities(&document, &[], lexicon);
        all.iter().filter(|claim| claim.what.measure == measure).map(|claim| claim.what.value.clone()).collect()
    }

    /// The values of the marked numbers.
    fn marked(language: &Language, lexicon: &QuantityLexicon, example: &MarkedText) -> Vec<String> {
        let values = example.marked("number").map(|words| {
            let article = read_text("number", words.to_owned());
            let document = language.analyse(&article);
            let all = (0..document.tokens.len()).filter_map(|at| Number::at(&document, at, document.tokens.len(), lexicon));
            all.map(|number| number.value).next().expect("a number is marked")
        });
        values.collect()
    }

    #[test]
    fn the_examples_of_the_lexicon_hold() {
        let lexicon = QuantityLexicon::embedded().expect("it can be read");
        let language = Language::load().expect("the model can be read");
        let mut wrong = Vec::new();
        for group in lexicon.groups() {
            for example in group.examples.iter().chain(group.counter_examples) {
                let (found, marked) = (found(&language, &lexicon, example, group.name), marked(&language, &lexicon, example));
                if found != marked {
                    wrong.push(format!("{}: {:?} gives {found:?}, not {marked:?}", group.name, example.text));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
