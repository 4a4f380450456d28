//! What the text itself says of its headline, authors, publisher, date and address.

use super::address::{day, host, outlet_of};
use super::byline::DateKind;
use super::date::dates;
use super::page::Page;
use super::shape::is_address;
use super::{BlockKind, Stated};
use crate::span::Span;
use time::{Date, Duration};

/// How far into the article a date tied to "today" is looked for (bytes).
const FAR: usize = 20_000;
/// How long the place, date and agency before an article's first sentence may be (bytes).
const DATELINE: usize = 120;

/// The address that the text gives as its own: a line of the top that is nothing else.
pub(super) fn url(page: &Page<'_>) -> Option<String> {
    let line = (0..page.lines.len().min(10)).map(|index| page.words(index)).find(|words| is_address(words) && words.starts_with("http"))?;
    (!line.contains(char::is_whitespace)).then(|| line.to_owned())
}

/// The words at a span, as a value that the text states.
pub(super) fn stated(text: &str, span: Span) -> Stated {
    Stated { value: span.of(text).split_whitespace().collect::<Vec<_>>().join(" "), span: Some(span) }
}

/// The names in the bylines, each once.
pub(super) fn authors(page: &Page<'_>) -> Vec<Stated> {
    let mut found: Vec<Stated> = Vec::new();
    for span in page.bylines.iter().flat_map(|byline| &byline.authors) {
        let author = stated(page.text, *span);
        if !found.iter().any(|other| other.value.eq_ignore_ascii_case(&author.value)) {
            found.push(author);
        }
    }
    found
}

/// The outlet: as the bylines, the headline's end or an author box name it, else before the first sentence or by the address.
pub(super) fn publisher(page: &Page<'_>, url: Option<&str>) -> Option<Stated> {
    let edges =
        page.bylines.iter().filter_map(|byline| byline.publisher).chain(page.publishers.iter().chain(&page.mastheads).copied()).next();
    let span = edges.or_else(|| agency(page)).or_else(|| {
        let name = outlet_of(&host(url?)?, page.text, page.layout)?;
        span_in(page.text, name)
    })?;
    Some(stated(page.text, span))
}

/// "KYIV, May 3 (Reuters) -": the agency before the first sentence.
fn agency(page: &Page<'_>) -> Option<Span> {
    let first = first_paragraph(page)?;
    let words = first.of(page.text);
    let head = words.char_indices().take_while(|(at, _)| *at < DATELINE).last().and_then(|(at, c)| words.get(..at + c.len_utf8()))?;
    let (place, rest) = head.split_once('(')?;
    let (name, after) = rest.split_once(')')?;
    let dashed = after.trim_start().starts_with(['-', '–', '—']);
    let fits = dashed && place.split_whitespace().count() <= 6 && page.layout.outlets.names.contains(&name.to_lowercase());
    fits.then(|| Span::new(first.start + place.len() + 1, first.start + place.len() + 1 + name.len()))
}

fn first_paragraph(page: &Page<'_>) -> Option<Span> {
    let index = page.kinds.iter().position(|kind| *kind == Some(BlockKind::Paragraph))?;
    Some(page.lines.get(index)?.span)
}

/// Where a part of the text stands in it.
fn span_in(text: &str, part: &str) -> Option<Span> {
    let start = part.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    (start + part.len() <= text.len()).then(|| Span::new(start, start + part.len()))
}

/// The day of publication, from the surest statement of it.
pub(super) fn published(page: &Page<'_>, url: Option<&str>) -> Option<Date> {
    let from =
        |wanted: DateKind| page.bylines.iter().flat_map(|byline| &byline.dates).find(|(kind, _)| *kind == wanted).map(|(_, date)| *date);
    from(DateKind::Published)
        .or_else(|| from(DateKind::Bare))
        .or_else(|| day(url?))
        .or_else(|| dateline(page))
        .or_else(|| from(DateKind::Updated))
        .or_else(|| anchored(page))
}

/// "CAIRO – 26 July 2022: …", "Port Sudan, 17 June 2025 (Agency) –": the date after a place before the first sentence.
fn dateline(page: &Page<'_>) -> Option<Date> {
    let words = first_paragraph(page)?.of(page.text);
    let end = words.char_indices().take_while(|(at, _)| *at < DATELINE / 2).last()?.0;
    let head = words.get(..end)?;
    let (span, date) = dates(head, page.layout).into_iter().next()?;
    let closed = words.get(span.end..)?.trim_start_matches(is_mark).starts_with([':', '-', '–', '—', '(']);
    (closed && names_place(head.get(..span.start)?)).then_some(date)
}

/// White space, or a mark of emphasis.
fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_')
}

/// True for a few words as those before a date that name a place: the first in capitals, or each with one and a mark behind the last.
fn names_place(words: &str) -> bool {
    let words = words.trim_matches(is_mark);
    let parted = words.ends_with([',', '-', '–', '—', '(']);
    let mut names = words.split(|c: char| !c.is_alphabetic() && c != '.').filter(|word| !word.is_empty()).peekable();
    let shouted = names.peek().is_some_and(|first| first.len() > 2 && !first.chars().any(char::is_lowercase));
    shouted || parted && names.peek().is_some() && names.all(|word| word.starts_with(char::is_uppercase))
}

/// "today, May 3, 2024" or "yesterday (May 2, 2024)" in the running text.
fn anchored(page: &Page<'_>) -> Option<Date> {
    let start = first_paragraph(page)?.start;
    let far = page.text.char_indices().map(|(at, _)| at).find(|at| *at >= start + FAR).unwrap_or(page.text.len());
    let text = page.text.get(start..far)?;
    dates(text, page.layout).into_iter().find_map(|(span, date)| {
        let before = text.get(..span.start)?.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '('));
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next()?.to_lowercase();
        let (_, days) = page.layout.dates.anchors.iter().find(|(anchor, _)| *anchor == word)?;
        date.checked_add(Duration::days(*days))
    })
}
