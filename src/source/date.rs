//! Calendar dates with a year, as pages write them: 2024-05-12, 12 May 2024, May 12th, 2024, 31/12/2024.

use super::layout::Layout;
use crate::span::Span;
use time::{Date, Month};

/// One token of a text in search of dates.
#[derive(Debug, Clone, Copy)]
struct Piece<'a> {
    span: Span,
    text: &'a str,
    number: Option<i32>,
}

/// All dates with day, month and year in a text, in order, with where they stand.
pub(super) fn dates(text: &str, layout: &Layout) -> Vec<(Span, Date)> {
    let pieces = pieces(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(window) = pieces.get(at..) {
        if window.is_empty() {
            break;
        }
        if let Some((length, date)) = date_at(text, window, layout)
            && let Some(last) = window.get(length - 1)
            && let Some(first) = window.first()
        {
            found.push((first.span.cover(last.span), date));
            at += length;
        } else {
            at += 1;
        }
    }
    found
}

fn date_at(text: &str, window: &[Piece<'_>], layout: &Layout) -> Option<(usize, Date)> {
    let [first, second, third, ..] = window else { return day_month_compact(window) };
    if !close(text, *first, *second) {
        return day_month_compact(window);
    }
    // "12 of May": the word in between is passed over.
    let (second, third, extra) = if layout.dates.between.iter().any(|word| word.eq_ignore_ascii_case(second.text)) {
        (third, window.get(3)?, 1)
    } else {
        (second, third, 0)
    };
    if !close(text, *second, *third) {
        return day_month_compact(window);
    }
    let date = match (first.number, layout.month(first.text), second.number, layout.month(second.text), third.number) {
        (Some(day), _, _, Some(month), Some(year)) | (_, Some(month), Some(day), _, Some(year)) => ymd(third.text, year, month, day),
        (Some(_), _, Some(_), _, Some(_)) => numeric(text, [*first, *second, *third]),
        _ => None,
    };
    date.map(|date| (3 + extra, date)).or_else(|| day_month_compact(window))
}

/// Eight digits in one: 20240512.
fn day_month_compact(window: &[Piece<'_>]) -> Option<(usize, Date)> {
    let piece = window.first()?;
    let number = piece.number.filter(|_| piece.text.len() == 8)?;
    let year = number / 10_000;
    if !(1990..2100).contains(&year) {
        return None;
    }
    Some((1, date(year, number / 100 % 100, number % 100)?))
}

fn numeric(text: &str, [first, second, third]: [Piece<'_>; 3]) -> Option<Date> {
    let separator = text.get(first.span.end..second.span.start)?;
    let numbers = (first.number?, second.number?, third.number?);
    if separator.contains(char::is_whitespace) {
        return None;
    }
    if first.text.len() == 4 {
        return date(numbers.0, numbers.1, numbers.2);
    }
    let (day, month, year) = numbers;
    if year < 1000 {
        return None;
    }
    // Day first with dots; with slashes only where the day cannot be a month.
    if separator == "." || day > 12 || day == month {
        date(year, month, day)
    } else if month > 12 {
        date(year, day, month)
    } else {
        None
    }
}

fn ymd(written: &str, year: i32, month: u8, day: i32) -> Option<Date> {
    (written.len() == 4).then(|| date(year, i32::from(month), day)).flatten()
}

fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    if !(1800..2200).contains(&year) {
        return None;
    }
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}

/// True if only a separator stands between two pieces.
fn close(text: &str, a: Piece<'_>, b: Piece<'_>) -> bool {
    text.get(a.span.end..b.span.start).is_some_and(|gap| {
        gap.chars().count() <= 3 && gap.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/' | '\u{2010}'..='\u{2013}'))
    })
}

/// Runs of letters and runs of digits ("12th" is the number 12).
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some(&(at, next)) = chars.peek().filter(|(_, next)| next.is_alphanumeric()) {
            end = at + next.len_utf8();
            chars.next();
        }
        let word = &text[start..end];
        found.push(Piece { span: Span::new(start, end), text: word, number: number(word) });
    }
    found
}

fn number(word: &str) -> Option<i32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = word.get(digits.len()..)?;
    let ordinal = matches!(suffix.to_ascii_lowercase().as_str(), "" | "st" | "nd" | "rd" | "th");
    // An ISO time follows its day without a space: 2024-05-12T10:00.
    let stamped = suffix.len() < word.len() && word.len() > 3 && word.as_bytes().get(2) == Some(&b'T');
    if stamped {
        return word.get(..2)?.parse().ok();
    }
    ordinal.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        dates(text, Layout::built_in()).iter().map(|(span, date)| format!("{} = {date}", span.of(text))).collect()
    }

    #[test]
    fn reads_the_usual_forms() {
        for (text, date) in [
            ("2024-05-12", "2024-05-12"),
            ("2024\u{2011}05\u{2011}12 09:27:23", "2024-05-12"),
            ("2024-05-12T10:00:00Z", "2024-05-12"),
            ("12 May 2024", "2024-05-12"),
            ("12th of May, 2024", "2024-05-12"),
            ("May 12th, 2024", "2024-05-12"),
            ("Sept. 3, 2023", "2023-09-03"),
            ("31/12/2024", "2024-12-31"),
            ("12/31/2024", "2024-12-31"),
            ("03.04.2024", "2024-04-03"),
            ("stories/20240512", "2024-05-12"),
        ] {
            let dates: Vec<_> = dates(text, Layout::built_in()).into_iter().map(|(_, date)| date.to_string()).collect();
            assert_eq!(dates, [date], "{text}");
        }
    }

    #[test]
    fn leaves_what_is_no_date() {
        for text in ["May 2024", "12 May", "03/04/2024", "31 February 2024", "Article 12, 2024", "1.5 to 20 million", "order 99999999"] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn says_where_they_stand() {
        assert_eq!(found("On May 1, 2024, and 2 June 2024."), ["May 1, 2024 = 2024-05-01", "2 June 2024 = 2024-06-02"]);
    }
}
