//! Temporal expressions: where a text says when, and which days, months or years that means.

mod calendar;
mod lexicon;
mod pattern;
mod piece;

pub use lexicon::{DateLexicon, DateLexiconError};

use super::When;
use crate::language::{Document, Sentence};
use crate::span::Span;
use pattern::Context;
use piece::Piece;

/// So many words may stand before the day that opens a sentence.
const OPENING: usize = 2;
/// So far the look ahead goes, in words and marks.
const AHEAD: usize = 16;

/// The temporal expressions of one sentence, in text order, not overlapping.
///
/// Relative ones ("on Saturday") count from the article's day of publication and are left out when it is unknown.
#[must_use]
pub fn find(document: &Document, sentence: &Sentence, lexicon: &DateLexicon) -> Vec<(Span, When)> {
    let span = document.span(&sentence.tokens);
    find_in(span.of(&document.article.text), document.article.published, lexicon)
        .into_iter()
        .map(|(found, when)| (Span::new(span.start + found.start, span.start + found.end), when))
        .collect()
}

/// The temporal expressions of a text that is one sentence or less, counted from `published`.
#[must_use]
pub fn find_in(text: &str, published: Option<time::Date>, lexicon: &DateLexicon) -> Vec<(Span, When)> {
    let pieces = piece::split(text, lexicon);
    let (mut at, mut future, mut found) = (0, false, Vec::new());
    while let Some(piece) = pieces.get(at) {
        future = (future && !piece.ends_clause()) || lexicon.is_future(&pieces, at);
        let context = Context { published, future: future || (at <= OPENING && looks_ahead(&pieces, at, lexicon)) };
        match longest(&pieces, at, context, lexicon) {
            Some((start, end, when)) => {
                found.push((pieces[start].span.cover(pieces[end - 1].span), when));
                at = end;
            }
            None => at += 1,
        }
    }
    join(text, found)
}

/// True when the clause after an opening day speaks of what is to come ("On Friday, they will meet").
fn looks_ahead(pieces: &[Piece], at: usize, lexicon: &DateLexicon) -> bool {
    let clause = at + 1..pieces.len().min(at + AHEAD);
    let next = clause.into_iter().find(|&i| lexicon.is_future(pieces, i) || lexicon.is_past(&pieces[i].word) || pieces[i].ends_clause());
    next.is_some_and(|i| lexicon.is_future(pieces, i))
}

/// The match that starts at a piece, or one that starts within it and reaches further ("in [March 2021]").
fn longest(pieces: &[Piece], at: usize, context: Context, lexicon: &DateLexicon) -> Option<(usize, usize, When)> {
    let read = |start: usize| lexicon.longest(pieces.get(start..)?, context).map(|(length, when)| (start, start + length, when));
    let best = read(at)?;
    let further = (at + 1..best.1).filter_map(read).max_by_key(|found| found.1);
    Some(further.filter(|found| found.1 > best.1).unwrap_or(best))
}

/// Makes one interval of two days or months that a word or dash joins ("from Friday through Sunday").
fn join(text: &str, found: Vec<(Span, When)>) -> Vec<(Span, When)> {
    let mut joined: Vec<(Span, When)> = Vec::with_capacity(found.len());
    for (span, when) in found {
        match joined.last_mut() {
            Some((before, first)) if is_join(text, *before, span) && first.end.is_none() && first.begin < when.begin => {
                *before = before.cover(span);
                first.end = Some(when.end.unwrap_or(when.begin));
            }
            _ => joined.push((span, when)),
        }
    }
    joined
}

/// True for "Friday to Sunday" and "between Friday and Sunday", not for "Friday and Sunday".
fn is_join(text: &str, before: Span, after: Span) -> bool {
    let between = text.get(before.end..after.start).unwrap_or_default().trim();
    match between {
        "or" | "to" | "through" | "until" | "till" | "-" | "–" | "—" => true,
        "and" => {
            text[..before.start].trim_end().rsplit(char::is_whitespace).next().is_some_and(|word| word.eq_ignore_ascii_case("between"))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn read(text: &str) -> Vec<(String, String)> {
        let lexicon = DateLexicon::embedded().expect("the lexicon is in order");
        find_in(text, Some(date!(2024 - 05 - 15)), &lexicon)
            .into_iter()
            .map(|(span, when)| (span.of(text).to_owned(), when.to_string()))
            .collect()
    }

    fn pair(words: &str, when: &str) -> (String, String) {
        (words.to_owned(), when.to_owned())
    }

    #[test]
    fn several_in_one_sentence() {
        let found = read("They met on Friday, two days before the vote of May 20, and left last month.");
        assert_eq!(found, [pair("Friday", "2024-05-10"), pair("May 20", "2024-05-20"), pair("last month", "2024-04")]);
    }

    #[test]
    fn an_interval_of_two_days() {
        assert_eq!(read("It ran from Friday through Sunday."), [pair("Friday through Sunday", "2024-05-10/2024-05-12")]);
        assert_eq!(read("It ran on Friday and Sunday.").len(), 2);
    }

    #[test]
    fn nothing_relative_without_a_day_of_publication() {
        let lexicon = DateLexicon::embedded().expect("the lexicon is in order");
        assert!(find_in("on Saturday, last month, on March 3", None, &lexicon).is_empty());
        assert_eq!(find_in("in March 2021", None, &lexicon).len(), 1);
    }
}
