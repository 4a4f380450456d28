//! Temporal expressions: where a text says when, and which days, months or years that means.

mod calendar;
mod lexicon;
mod pattern;
mod piece;

pub use lexicon::{DateLexicon, DateLexiconError};

use super::When;
use crate::language::Document;
use crate::span::Span;
use pattern::Context;
use piece::Piece;
use time::Date;

/// So many words may stand before the day that opens a sentence.
const OPENING: usize = 2;
/// So far the look ahead goes from there, in words and marks,
const AHEAD: usize = 16;
/// and so far from any other day.
const SOON: usize = 3;

/// The temporal expressions of a document, in text order, not overlapping.
///
/// Relative ones ("on Saturday") count from the article's day of publication; if it is unknown, from the latest day that the text gives
/// with its weekday and year, as news does of the day at hand. They are left out when there is neither.
#[must_use]
pub fn find(document: &Document, lexicon: &DateLexicon) -> Vec<(Span, When)> {
    let read = |published| {
        let mut reader = Reader::new(lexicon, published);
        let sentences = document.sentences.iter().map(|sentence| document.span(&sentence.tokens));
        let found: Vec<(Span, When)> = sentences
            .flat_map(|span| {
                let found = reader.read(span.of(&document.article.text)).into_iter();
                found.map(move |(at, when)| (Span::new(span.start + at.start, span.start + at.end), when))
            })
            .collect();
        (found, reader.latest)
    };
    match read(document.article.published) {
        (_, Some(day)) if document.article.published.is_none() => read(Some(day)).0,
        (found, _) => found,
    }
}

/// Reads sentence after sentence.
#[derive(Debug)]
struct Reader<'a> {
    lexicon: &'a DateLexicon,
    published: Option<Date>,
    /// The day that was told last.
    told: Option<Date>,
    /// The latest day that was told with its weekday, those to come left out.
    latest: Option<Date>,
}

impl<'a> Reader<'a> {
    fn new(lexicon: &'a DateLexicon, published: Option<Date>) -> Self {
        Self { lexicon, published, told: None, latest: None }
    }

    /// The temporal expressions of a text that is one sentence or less.
    fn read(&mut self, text: &str) -> Vec<(Span, When)> {
        let pieces = piece::split(text, self.lexicon);
        let (mut at, mut tense, mut found) = (0, Tense::default(), Vec::new());
        while let Some(piece) = pieces.get(at) {
            tense.hear(piece, self.lexicon.is_future(&pieces, at), self.lexicon);
            let future = tense.future || looks_ahead(&pieces, at, self.lexicon);
            match longest(&pieces, at, Context { published: self.published, told: self.told, future }, self.lexicon) {
                Some((start, end, when)) => {
                    found.push((pieces[start].span.cover(pieces[end - 1].span), blurred(&pieces, start, when, self.lexicon)));
                    self.told = when.day().or(self.told);
                    let is_full = || pieces[start..end].iter().any(|piece| self.lexicon.is_weekday(&piece.word));
                    self.latest = self.latest.max(when.day().filter(|_| !future && is_full()));
                    at = end;
                }
                None => at += 1,
            }
        }
        join(text, found)
    }
}

/// What the words of a clause so far tell about its time.
#[derive(Debug, Default)]
struct Tense {
    future: bool,
    over: bool,
}

impl Tense {
    fn hear(&mut self, piece: &Piece, is_future: bool, lexicon: &DateLexicon) {
        if piece.ends_clause() {
            *self = Self::default();
        }
        self.over |= lexicon.is_over(&piece.word);
        self.future |= is_future || (!self.over && lexicon.is_uncertain(&piece.word));
    }
}

/// The date with the blur of the words before it or at its start ("around 1990", "mid-May").
fn blurred(pieces: &[Piece], start: usize, when: When, lexicon: &DateLexicon) -> When {
    let word = |at: Option<usize>| pieces.get(at?).map(|piece| piece.word.as_str());
    let before = start.checked_sub(1);
    let dash = word(before) == Some("-");
    let near = [Some(start), before, before.filter(|_| dash).and_then(|at| at.checked_sub(1))];
    let vague = near.into_iter().find_map(|at| lexicon.blur(word(at)?));
    let blurred = When { vague, ..when };
    if vague.is_some() && blurred.edtf().is_some() { blurred } else { when }
}

/// True when the clause after a day speaks of what is to come: soon after it ("the vote on Friday will decide"), or anywhere after a day
/// that opens the sentence ("On Friday, they will meet").
fn looks_ahead(pieces: &[Piece], at: usize, lexicon: &DateLexicon) -> bool {
    let clause = at + 1..pieces.len().min(at + if at <= OPENING { AHEAD } else { SOON });
    let is_future = |i: usize| lexicon.is_future(pieces, i) && !lexicon.is_uncertain(&pieces[i].word);
    let next = clause.into_iter().find(|&i| is_future(i) || lexicon.is_past(&pieces[i].word) || pieces[i].ends_clause());
    next.is_some_and(is_future)
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
                first.vague = None;
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

    fn read_from(published: Option<Date>, text: &str) -> Vec<(String, String)> {
        let lexicon = DateLexicon::embedded().expect("the lexicon is in order");
        let found = Reader::new(&lexicon, published).read(text).into_iter();
        found.map(|(span, when)| (span.of(text).to_owned(), when.edtf().unwrap_or_else(|| when.to_string()))).collect()
    }

    fn read(text: &str) -> Vec<(String, String)> {
        read_from(Some(date!(2024 - 05 - 15)), text)
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
    fn counted_from_the_day_that_was_told() {
        let found = read("They met on May 3 and left the next day, but returned two weeks later.");
        assert_eq!(found, [pair("May 3", "2024-05-03"), pair("next day", "2024-05-04"), pair("two weeks later", "2024-05-18")]);
        assert!(read("They left two weeks later.").is_empty());
    }

    #[test]
    fn blurred_by_the_words_before() {
        let found = read("It began in early April, or in mid-2019, or around 1990, or in the late 1990s.");
        let expected = [
            ("in early April", "2024-04-01~/2024-04-10~"),
            ("2019", "2019-05~/2019-08~"),
            ("around 1990", "1990~"),
            ("1990s", "1997~/1999~"),
        ];
        assert_eq!(found.iter().map(|(_, when)| when.as_str()).collect::<Vec<_>>(), expected.map(|(_, when)| when));
    }

    #[test]
    fn what_was_over_does_not_look_ahead() {
        assert_eq!(read("They did not reply until October."), [pair("until October", "2023-10")]);
        assert_eq!(read("The shop stays shut until October."), [pair("until October", "2024-10")]);
        assert_eq!(read("Her speech on Friday will be short."), [pair("Friday", "2024-05-17")]);
        assert_eq!(read("They argued on Monday ahead of the vote."), [pair("Monday", "2024-05-13")]);
        assert_eq!(read("They were silent ahead of the vote on Monday."), [pair("Monday", "2024-05-20")]);
        assert_eq!(read("He spoke of the budget plan in October."), [pair("in October", "2023-10")]);
        assert_eq!(read("They plan to return in October."), [pair("in October", "2024-10")]);
    }

    #[test]
    fn nothing_relative_without_a_day_of_publication() {
        assert!(read_from(None, "on Saturday, last month, on March 3").is_empty());
        assert_eq!(read_from(None, "in March 2021").len(), 1);
    }
}
