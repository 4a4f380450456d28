//! The lines of a text, with the marks that plain text and Markdown put before headings, items and table rows.

use crate::span::Span;

/// A line that holds more than white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// Its words, without surrounding white space and without its mark.
    pub(super) span: Span,
    /// What its mark says.
    pub(super) mark: Mark,
    /// True if an empty line stands before it, or nothing.
    pub(super) apart: bool,
}

/// What a line's first characters make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    None,
    /// Markdown heading, with its level.
    Heading(u8),
    /// Item of a list.
    Bullet,
    /// "3." or "3)" at the start: an item or a numbered heading.
    Number(u32),
    /// Row of a Markdown table.
    Row,
    /// A line of dashes, stars or table rules, without words.
    Rule,
}

/// Cuts a text into its lines. Lines of white space are left out.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut apart = true;
    let mut start = 0;
    for raw in text.split_inclusive(is_line_end) {
        let span = trim(text, Span::new(start, start + raw.len()));
        start += raw.len();
        if span.start == span.end {
            // The line end inside "\r\n" makes no empty line.
            apart |= raw != "\n" || !text.get(..start - raw.len()).is_some_and(|before| before.ends_with('\r'));
            continue;
        }
        let (mark, skip) = mark(span.of(text));
        found.push(Line { span: trim(text, Span::new(span.start + skip, span.end)), mark, apart });
        apart = false;
    }
    found
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The span without white space, byte-order marks and zero-width spaces at its ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{200e}' | '\u{200f}');
    let words = span.of(text).trim_end_matches(blank);
    let end = span.start + words.len();
    Span::new(end - words.trim_start_matches(blank).len(), end)
}

/// The mark at the start of a trimmed line, and its length in bytes.
fn mark(line: &str) -> (Mark, usize) {
    if line.len() < 200
        && line.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | '|' | ':' | '~' | '•' | '·' | '—' | '–') || c.is_whitespace())
    {
        return (Mark::Rule, 0);
    }
    if line.starts_with('|') && line.ends_with('|') {
        return (Mark::Row, 0);
    }
    if line.starts_with("> ") {
        return (Mark::None, 1);
    }
    let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
    if (1..=6).contains(&hashes) && line[hashes..].starts_with(char::is_whitespace) {
        return (Mark::Heading(u8::try_from(hashes).unwrap_or(6)), hashes);
    }
    let Some(first) = line.chars().next() else { return (Mark::None, 0) };
    let rest = &line[first.len_utf8()..];
    if matches!(first, '•' | '▪' | '●' | '◦' | '‣' | '·')
        || (matches!(first, '-' | '*' | '+' | '–') && rest.starts_with(char::is_whitespace))
    {
        let inner = rest.len() - rest.trim_start().len() + first.len_utf8();
        return match number(&line[inner..]) {
            Some((_, length)) => (Mark::Bullet, inner + length),
            None => (Mark::Bullet, inner),
        };
    }
    number(line).map_or((Mark::None, 0), |(number, length)| (Mark::Number(number), length))
}

/// "12. " or "12) ", also without the space before a capital letter ("5.NATO").
fn number(line: &str) -> Option<(u32, usize)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) || !matches!(line.as_bytes().get(digits), Some(b'.' | b')')) {
        return None;
    }
    let next = line[digits + 1..].chars().next()?;
    (next.is_whitespace() || next.is_uppercase()).then(|| line[..digits].parse().ok().map(|number| (number, digits + 1))).flatten()
}

/// The cells of a table row, trimmed, without empty ones.
pub(super) fn cells(text: &str, row: Span) -> Vec<Span> {
    let mut start = row.start;
    let mut found = Vec::new();
    for cell in row.of(text).split('|') {
        let span = trim(text, Span::new(start, start + cell.len()));
        start += cell.len() + 1;
        if span.start < span.end {
            found.push(span);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Vec<(Mark, &str)> {
        lines(text).into_iter().map(|line| (line.mark, line.span.of(text))).collect()
    }

    #[test]
    fn trims_and_reads_marks() {
        let text =
            "\u{feff} One \u{a0}\r\n\r\n## Two\n- three\n• 4. four\n5.NATO\n6) six\n| a | b |\n|---|---|\n* * *\n3.5 per cent\n-5 degrees";
        let expected = [
            (Mark::None, "One"),
            (Mark::Heading(2), "Two"),
            (Mark::Bullet, "three"),
            (Mark::Bullet, "four"),
            (Mark::Number(5), "NATO"),
            (Mark::Number(6), "six"),
            (Mark::Row, "| a | b |"),
            (Mark::Rule, "|---|---|"),
            (Mark::Rule, "* * *"),
            (Mark::None, "3.5 per cent"),
            (Mark::None, "-5 degrees"),
        ];
        assert_eq!(marks(text), expected);
    }

    #[test]
    fn knows_what_stands_apart() {
        let apart: Vec<bool> = lines("a\r\nb\r\n\r\nc\n \nd\ne\r\rf").iter().map(|line| line.apart).collect();
        assert_eq!(apart, [true, false, true, true, false, true]);
    }

    #[test]
    fn cuts_cells() {
        let text = "| Place |  | Old  town |";
        let found: Vec<&str> = cells(text, Span::new(0, text.len())).iter().map(|cell| cell.of(text)).collect();
        assert_eq!(found, ["Place", "Old  town"]);
    }
}
