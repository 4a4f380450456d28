//! Words and numbers with what belongs to them: inner stops, hyphens and separators, the stop of an abbreviation.

use super::scanner::Scanner;
use super::{LONGEST, lists};
use crate::language::characters::{is_apostrophe, is_hyphen, is_separator, is_word};
use crate::span::Span;

impl Scanner<'_> {
    /// Takes a word or number with what belongs to it; gives where the next token may begin.
    pub(super) fn word(&mut self, start: usize) -> usize {
        let mut at = start;
        let mut segment = start;
        let mut inner_stop = false;
        let mut stop_ends = false;
        while let Some(c) = self.at(at) {
            let after = at + c.len_utf8();
            if is_word(c) || (c == '.' && at == start) {
                at = after;
                continue;
            }
            match self.joint(start, segment, at, c) {
                Joint::Inside => {
                    inner_stop |= c == '.';
                    segment = after;
                    at = after;
                }
                Joint::Last => {
                    stop_ends = true;
                    at = after;
                    break;
                }
                Joint::Outside => break,
            }
        }
        if !stop_ends && self.at(at) == Some('.') && self.takes_stop(start, segment, at, inner_stop) {
            at += 1;
        }
        self.split(start, at);
        at
    }

    /// Whether the character `c` at `at`, after a word so far, belongs to the word.
    fn joint(&self, start: usize, segment: usize, at: usize, c: char) -> Joint {
        let (Some(before), Some(next)) = (self.before(at), self.at(at + c.len_utf8())) else { return Joint::Outside };
        let digits = before.is_numeric() && next.is_numeric();
        let inside = match c {
            ',' | ':' | '/' => digits,
            '.' => return self.stop(segment, at, before, next),
            '&' => before.is_uppercase() && next.is_uppercase(),
            '$' => {
                return if at - start <= 3 && self.text[start..at].bytes().all(|b| b.is_ascii_uppercase()) {
                    Joint::Last
                } else {
                    Joint::Outside
                };
            }
            '@' => before.is_alphanumeric() && next.is_alphanumeric(),
            _ if is_apostrophe(c) => {
                before.is_alphanumeric() && next.is_alphabetic() && !(next.is_uppercase() && before.is_lowercase() && at - segment > 2)
            }
            _ if is_hyphen(c) => (digits && self.is_dashed_number(at)) || (next.is_lowercase() && self.is_prefix(start, at)),
            _ => false,
        };
        if inside { Joint::Inside } else { Joint::Outside }
    }

    /// A full stop with something right behind it: inside an abbreviation, address or number, or glued to the next sentence.
    fn stop(&self, segment: usize, at: usize, before: char, next: char) -> Joint {
        if !is_word(next) {
            return Joint::Outside;
        }
        if before.is_numeric() || next.is_numeric() {
            let digits = before.is_numeric() && next.is_numeric();
            return if digits || (before.is_numeric() && next.is_lowercase()) { Joint::Inside } else { Joint::Outside };
        }
        let letters = at - segment;
        let second = self.at(at + 1 + next.len_utf8());
        let word_follows = next.is_uppercase() && second.is_some_and(char::is_lowercase);
        match (letters <= before.len_utf8(), word_follows) {
            (true, true) => Joint::Last,
            (true, false) => Joint::Inside,
            (false, false) if next.is_lowercase() || letters <= 2 || before.is_uppercase() => Joint::Inside,
            _ => Joint::Outside,
        }
    }

    /// Whether the full stop at `at` belongs to the word before it.
    fn takes_stop(&self, start: usize, segment: usize, at: usize, inner_stop: bool) -> bool {
        let next = self.at(at + 1);
        if next == Some('.') {
            return false;
        }
        let word = &self.text[start..at];
        let last = &self.text[segment..at];
        let single = last.chars().nth(1).is_none() && last.chars().all(char::is_alphabetic);
        if inner_stop {
            return single || lists(&self.tokenizer.abbreviations, word);
        }
        if single && last.chars().all(char::is_uppercase) {
            return self.is_initial(last, at + 1);
        }
        let number_next = || self.text[at + 1..].chars().take(2).find(|c| !is_separator(*c)).is_some_and(char::is_numeric);
        lists(&self.tokenizer.abbreviations, word) || (lists(&self.tokenizer.abbreviations_before_number, word) && number_next())
    }

    /// Whether a single capital with a full stop is an initial: another capital follows.
    fn is_initial(&self, letter: &str, after: usize) -> bool {
        let rest = self.text.get(after..).unwrap_or_default();
        let next = rest.chars().take(2).find(|c| !is_separator(*c));
        letter != "I" && next.is_some_and(char::is_uppercase)
    }

    fn is_prefix(&self, start: usize, at: usize) -> bool {
        at - start <= LONGEST && self.tokenizer.prefixes.contains(&self.text[start..at].to_lowercase())
    }

    /// A date as ISO 8601 writes it or a telephone number, of whose hyphens one is at `at`.
    fn is_dashed_number(&self, at: usize) -> bool {
        let digits = |mut run: Span, back: bool| {
            let bytes = self.text.as_bytes();
            while (run.end - run.start) < 5 {
                let next = if back { run.start.checked_sub(1) } else { Some(run.end) };
                match next.and_then(|n| bytes.get(n)) {
                    Some(b) if b.is_ascii_digit() && back => run.start -= 1,
                    Some(b) if b.is_ascii_digit() => run.end += 1,
                    _ => break,
                }
            }
            run
        };
        if self.text.as_bytes().get(at) != Some(&b'-') {
            return false;
        }
        let (left, right) = (digits(Span::new(at, at), true), digits(Span::new(at + 1, at + 1), false));
        let dash = |n: Option<usize>| n.and_then(|n| self.text.as_bytes().get(n)) == Some(&b'-');
        let lengths = (left.end - left.start, right.end - right.start);
        match lengths {
            (4, 2) | (3, 3) => dash(Some(right.end)),
            (2, 2) | (3, 4) => dash(left.start.checked_sub(1)),
            _ => false,
        }
    }
}

/// How a character that is no letter or digit stands to the word before it.
enum Joint {
    /// The word goes on after it.
    Inside,
    /// It is the word's last character.
    Last,
    /// It is not part of the word.
    Outside,
}
