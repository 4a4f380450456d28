//! Lines that say who wrote an article, when, and for whom.

use super::date::dates;
use super::layout::Layout;
use super::lines::trim;
use super::outlet::is_outlet;
use super::phrase::fold;
use super::shape::{count_words, ends_sentence, is_name};
use crate::span::Span;
use time::Date;

/// What a byline says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Byline {
    pub(super) authors: Vec<Span>,
    pub(super) dates: Vec<(DateKind, Date)>,
    pub(super) publisher: Option<Span>,
    /// True if it holds a date or "by", and not merely what may be a name.
    pub(super) sure: bool,
}

/// What a date in a byline is the date of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DateKind {
    /// Said to be the day of publication.
    Published,
    /// A date without a label.
    Bare,
    /// The day of the last change.
    Updated,
    /// The day on which somebody looked at the page.
    Viewed,
}

/// Bylines are no longer than this (bytes).
const LONGEST: usize = 200;
/// So many words that mean nothing to us may stand beside a date.
const STRANGE: usize = 3;

/// Reads a line as a byline; none if it is not one.
pub(super) fn byline(text: &str, line: Span, layout: &Layout) -> Option<Byline> {
    let words = line.of(text);
    if words.len() > LONGEST || (ends_sentence(words) && count_words(words) > 8) {
        return None;
    }
    let mut found = Byline::default();
    let labelled = labelled(words, layout);
    for segment in segments(text, line) {
        if !read_segment(text, segment, layout, &mut found) && !labelled {
            return None;
        }
    }
    (found.sure || !found.authors.is_empty() || found.publisher.is_some()).then_some(found)
}

/// True if the line begins with "Date:", "Published:" or the like.
fn labelled(line: &str, layout: &Layout) -> bool {
    line.split_once(':').is_some_and(|(label, _)| {
        let label = fold(label);
        layout.dates.published.contains(&label) || layout.dates.updated.contains(&label) || layout.dates.viewed.contains(&label)
    })
}

/// The parts of a line between bars, dots and free-standing dashes.
fn segments(text: &str, line: Span) -> Vec<Span> {
    let words = line.of(text);
    let mut cuts = vec![0];
    for (at, c) in words.char_indices() {
        let alone = || words[..at].ends_with(char::is_whitespace) && words[at + c.len_utf8()..].starts_with(char::is_whitespace);
        if matches!(c, '|' | '•' | '·' | '\t') || (matches!(c, '-' | '–' | '—' | '/') && alone()) {
            cuts.push(at);
            cuts.push(at + c.len_utf8());
        }
    }
    cuts.push(words.len());
    let spans = cuts.chunks_exact(2).map(|pair| trim(text, Span::new(line.start + pair[0], line.start + pair[1])));
    spans.filter(|span| span.start < span.end).collect()
}

/// Takes one segment in; false if it does not belong in a byline.
fn read_segment(text: &str, segment: Span, layout: &Layout, found: &mut Byline) -> bool {
    if let Some(names) = after_by(text, segment, layout) {
        return read_names(text, names, layout, found);
    }
    let words = segment.of(text);
    let dates = dates(words, layout);
    if dates.is_empty() {
        return read_label(text, segment, layout, found);
    }
    let (mut start, mut strange) = (0, 0);
    for (span, date) in dates {
        let before = words.get(start..span.start).unwrap_or_default();
        found.dates.push((kind(before, layout), date));
        strange += strangers(before, layout);
        start = span.end;
        if found.publisher.is_none() && is_outlet(before, layout) {
            let offset = segment.start + span.start;
            found.publisher = Some(trim_marks(text, Span::new(offset - before.len(), offset)));
        }
    }
    strange += strangers(words.get(start..).unwrap_or_default(), layout);
    found.sure = true;
    strange <= STRANGE
}

/// A segment without date and "by": a time, an outlet or a name.
fn read_label(text: &str, segment: Span, layout: &Layout, found: &mut Byline) -> bool {
    let words = segment.of(text);
    if strangers(words, layout) == 0 {
        found.sure |= words.split_whitespace().any(|word| layout.is_calendar(&fold(word)));
    } else if is_outlet(words, layout) {
        found.publisher = found.publisher.or(Some(segment));
    } else if is_name(words, layout) && count_words(words) <= 4 {
        found.authors.push(segment);
    } else {
        return false;
    }
    true
}

/// How many words are neither calendar words nor what usually stands beside them.
fn strangers(words: &str, layout: &Layout) -> usize {
    let known = |word: &str| {
        let dates = &layout.dates;
        word.is_empty()
            || word.starts_with(|c: char| c.is_ascii_digit())
            || layout.is_calendar(word)
            || [&dates.published, &dates.updated, &dates.viewed, &dates.company].iter().any(|set| set.contains(word))
    };
    words.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')')).filter(|word| !known(&fold(word))).count()
}

/// What the last label before a date says of it.
fn kind(before: &str, layout: &Layout) -> DateKind {
    for word in fold(before).split(' ').rev() {
        let dates = &layout.dates;
        for (set, kind) in [(&dates.updated, DateKind::Updated), (&dates.viewed, DateKind::Viewed), (&dates.published, DateKind::Published)]
        {
            if set.contains(word) {
                return kind;
            }
        }
    }
    DateKind::Bare
}

/// The rest of a segment after "by" and its like.
fn after_by(text: &str, segment: Span, layout: &Layout) -> Option<Span> {
    let words = segment.of(text);
    let follows = |by: &String| {
        let head = words.get(..by.len()).filter(|head| head.eq_ignore_ascii_case(by))?;
        let rest = words.get(head.len()..)?;
        rest.starts_with(|c: char| c.is_whitespace() || c == ':').then_some(head.len())
    };
    let skip = layout.byline.by.iter().filter_map(follows).max()?;
    Some(trim_marks(text, Span::new(segment.start + skip, segment.end)))
}

/// The span without white space and punctuation at its ends.
fn trim_marks(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let marks = |c: char| c.is_whitespace() || matches!(c, ':' | ',' | ';' | '|' | '-' | '–' | '—' | '(' | ')');
    let start = words.len() - words.trim_start_matches(marks).len();
    let end = words.trim_end_matches(marks).len().max(start);
    Span::new(span.start + start, span.start + end)
}

/// Authors, separated by commas and "and", up to a word that begins something else.
fn read_names(text: &str, span: Span, layout: &Layout, found: &mut Byline) -> bool {
    let words = span.of(text);
    for (stretch, date) in dates(words, layout) {
        found.dates.push((kind(words.get(..stretch.start).unwrap_or_default(), layout), date));
    }
    let before = found.authors.len();
    let mut name: Option<Span> = None;
    let all = word_spans(text, span);
    for (place, &(word, comma)) in all.iter().enumerate() {
        let folded = fold(word.of(text));
        if layout.byline.joins.contains(&word.of(text).to_lowercase()) || layout.byline.titles.contains(&folded) {
            flush(text, &mut name, layout, found);
        } else if layout.byline.stops.contains(&folded) || is_date(text, &all[place..], layout) {
            break;
        } else {
            name = Some(name.map_or(word, |name| name.cover(word)));
            if comma {
                flush(text, &mut name, layout, found);
            }
        }
    }
    flush(text, &mut name, layout, found);
    let ok = found.authors.len() > before;
    found.sure |= ok;
    ok
}

/// True if the words begin with a day or time: a figure, a weekday, or a month with a figure behind it.
fn is_date(text: &str, words: &[(Span, bool)], layout: &Layout) -> bool {
    let figure = |at: usize| words.get(at).is_some_and(|(word, _)| word.of(text).starts_with(|c: char| c.is_ascii_digit()));
    let calendar = words
        .first()
        .map(|(word, _)| fold(word.of(text)))
        .is_some_and(|word| word.ends_with("day") || (layout.month(&word).is_some() && figure(1)));
    figure(0) || calendar
}

/// Ends a name: an author, or after the first one an outlet or a post.
fn flush(text: &str, name: &mut Option<Span>, layout: &Layout, found: &mut Byline) {
    let Some(span) = name.take() else { return };
    let words = span.of(text);
    let capital = words.starts_with(char::is_uppercase);
    if !found.authors.is_empty() && is_outlet(words, layout) {
        found.publisher = found.publisher.or(Some(span));
    } else if capital && (is_name(words, layout) || (count_words(words) == 1 && found.authors.is_empty())) {
        found.authors.push(span);
    }
}

/// The words of a span without the commas after them, and whether one stood there.
fn word_spans(text: &str, span: Span) -> Vec<(Span, bool)> {
    let mut start = span.start;
    let mut found = Vec::new();
    for word in span.of(text).split(char::is_whitespace) {
        let bare = word.trim_matches([',', ';', '(', ')']);
        let offset = word.find(bare).unwrap_or(0);
        if !bare.is_empty() {
            found.push((Span::new(start + offset, start + offset + bare.len()), word.ends_with([',', ';', ')'])));
        }
        start += word.len();
        start += text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<String> {
        let found = byline(line, Span::new(0, line.len()), Layout::built_in())?;
        let authors: Vec<&str> = found.authors.iter().map(|span| span.of(line)).collect();
        let dates: Vec<String> = found.dates.iter().map(|(kind, date)| format!("{kind:?} {date}")).collect();
        Some(format!("{}|{}|{}", authors.join("+"), dates.join("+"), found.publisher.map_or("", |span| span.of(line))))
    }

    #[test]
    fn reads_bylines() {
        for (line, expected) in [
            ("By Ana de la Cruz and Jan Novak", "Ana de la Cruz+Jan Novak||"),
            ("by Ana Cruz, Jan Novak, Political Correspondent", "Ana Cruz+Jan Novak||"),
            ("By Ana Cruz, Sky News", "Ana Cruz||Sky News"),
            ("By The Associated Press", "The Associated Press||"),
            ("By Ana Cruz in Kyiv | 3 May 2024", "Ana Cruz|Bare 2024-05-03|"),
            ("Published 3 May 2024, 10:15 GMT | Updated 4 May 2024", "|Published 2024-05-03+Updated 2024-05-04|"),
            ("2024-05-03 | TheCourier", "|Bare 2024-05-03|TheCourier"),
            ("The Morning Herald, 3 May 2024", "|Bare 2024-05-03|The Morning Herald"),
            ("Today : May 9, 2024", "|Viewed 2024-05-09|"),
            ("Date: 2024-05-03 09:00 | Source: Ministry of Foreign Affairs press office", "|Published 2024-05-03|"),
            ("Saturday, December 20", "||"),
        ] {
            assert_eq!(read(line).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn leaves_other_lines() {
        for line in
            ["By the numbers", "Ukraine marks 3 May 2024 with talks on gas", "By Monday the army had left the town.", "What happened next"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
