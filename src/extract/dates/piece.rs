//! Words, numbers and marks of a sentence, as the date patterns see them.

use super::lexicon::DateLexicon;
use crate::span::Span;
use smol_str::{SmolStr, StrExt};

/// One word, number or mark, with what the calendar's tables say of it.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Where it stands in the text that was split.
    pub(super) span: Span,
    /// Lower-cased.
    pub(super) word: SmolStr,
    /// Starts with a capital letter.
    pub(super) capital: bool,
    /// Follows a currency sign or a decimal mark without a space, or is followed by one.
    pub(super) amount: bool,
}

impl Piece {
    /// True for the marks between clauses.
    pub(super) fn ends_clause(&self) -> bool {
        matches!(self.word.as_str(), "." | ";" | ":" | "!" | "?" | "—" | "“" | "”" | "\"")
    }

    /// The number written in digits, with or without "st", "nd", "rd", "th".
    pub(super) fn number(&self) -> Option<i32> {
        let digits = self.word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = &self.word[digits.len()..];
        (matches!(ending, "" | "st" | "nd" | "rd" | "th") && digits.len() <= 4 && !self.amount).then(|| digits.parse().ok()).flatten()
    }
}

/// Cuts a text into words, numbers and marks.
pub(super) fn split(text: &str, lexicon: &DateLexicon) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let end = start + length(&text[start..], first);
        if !first.is_whitespace() {
            let word = text[start..end].to_lowercase_smolstr();
            pieces.push(Piece { span: Span::new(start, end), word, capital: first.is_uppercase(), amount: false });
        }
        start = end;
    }
    mark_amounts(&mut pieces, lexicon);
    pieces
}

fn length(rest: &str, first: char) -> usize {
    let run = |keep: fn(char) -> bool| rest.find(|c: char| !keep(c)).unwrap_or(rest.len());
    if first.is_ascii_digit() {
        let digits = run(|c| c.is_ascii_digit());
        let letters = rest[digits..].find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len() - digits);
        if matches!(&rest[digits..digits + letters], "st" | "nd" | "rd" | "th") { digits + letters } else { digits }
    } else if first.is_alphabetic() || first == '\'' {
        let letters =
            first.len_utf8() + rest[first.len_utf8()..].find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len() - first.len_utf8());
        letters.max(first.len_utf8())
    } else if first.is_whitespace() {
        run(char::is_whitespace)
    } else {
        first.len_utf8()
    }
}

/// Marks the numbers that are sums, decimals, shares or counted things rather than days or years.
fn mark_amounts(pieces: &mut [Piece], lexicon: &DateLexicon) {
    for at in 0..pieces.len() {
        if !pieces[at].word.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let touches = |a: &Piece, b: &Piece| a.span.end == b.span.start;
        let digit = |i: usize| pieces.get(i).is_some_and(|p| p.word.starts_with(|c: char| c.is_ascii_digit()));
        let before = at.checked_sub(1).and_then(|i| pieces.get(i));
        let after = pieces.get(at + 1);
        let mark = |piece: Option<&Piece>, marks: &[&str]| piece.is_some_and(|p| marks.contains(&p.word.as_str()));
        let sum = mark(before, &["$", "€", "£", "¥", "₹", "#"]) || mark(after, &["%", "°"]);
        let decimal =
            (mark(after, &[".", ","]) && digit(at + 2) && after.is_some_and(|p| touches(&pieces[at], p) && touches(p, &pieces[at + 2])))
                || (mark(before, &[".", ","])
                    && at >= 2
                    && digit(at - 2)
                    && before.is_some_and(|p| touches(p, &pieces[at]) && touches(&pieces[at - 2], p)));
        let counted = after.is_some_and(|p| lexicon.is_counted(&p.word));
        pieces[at].amount = sum || decimal || counted;
    }
}
