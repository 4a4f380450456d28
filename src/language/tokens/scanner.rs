//! Goes over a stretch of text: web addresses, handles, punctuation marks and symbols; words are taken elsewhere.

use super::Tokenizer;
use crate::language::characters::{is_apostrophe, is_separator, is_word};
use crate::span::Span;

/// One pass over a stretch of text.
pub(super) struct Scanner<'a> {
    pub(super) tokenizer: &'a Tokenizer,
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) tokens: &'a mut Vec<Span>,
}

impl Scanner<'_> {
    pub(super) fn at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.text.get(self.start..at)?.chars().next_back()
    }

    pub(super) fn push(&mut self, start: usize, end: usize) {
        if start < end {
            self.tokens.push(Span::new(start, end));
        }
    }

    /// Takes the token or tokens that begin at `at`; gives where the next may begin.
    pub(super) fn token(&mut self, at: usize, first: char) -> usize {
        let next = self.at(at + first.len_utf8());
        if let Some(end) = self.address(at, first) {
            self.push(at, end);
            return end;
        }
        if is_word(first) || (first == '.' && next.is_some_and(char::is_numeric) && self.before(at).is_none_or(is_separator)) {
            return self.word(at);
        }
        if let Some(end) = self.clitic_alone(at, first).or_else(|| self.handle(at, first)) {
            self.push(at, end);
            return end;
        }
        let end = self.mark(at, first);
        self.push(at, end);
        end
    }

    /// The end of a web address that begins at `at`.
    fn address(&self, at: usize, first: char) -> Option<usize> {
        if !matches!(first, 'h' | 'H' | 'w' | 'W') {
            return None;
        }
        let starts =
            |prefix: &str| self.text.as_bytes().get(at..at + prefix.len()).is_some_and(|b| b.eq_ignore_ascii_case(prefix.as_bytes()));
        if !(starts("http://") || starts("https://") || starts("www.")) {
            return None;
        }
        let rest = &self.text[at..];
        let stops = |c: char| is_separator(c) || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»');
        let whole = rest.split(stops).next().unwrap_or(rest);
        let kept = whole.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '’', ']']);
        (!kept.is_empty()).then_some(at + kept.len())
    }

    /// The end of `@name` or `#topic`.
    fn handle(&self, at: usize, first: char) -> Option<usize> {
        let next = self.at(at + 1)?;
        let opens = match first {
            '@' => next.is_alphanumeric() || next == '_',
            '#' => next.is_alphabetic(),
            _ => false,
        };
        opens.then(|| self.run(at + 1, is_word))
    }

    /// The end of a clitic that stands after a mark: `”'s`.
    fn clitic_alone(&self, at: usize, first: char) -> Option<usize> {
        if !is_apostrophe(first) || self.before(at).is_none_or(is_separator) {
            return None;
        }
        let letters = at + first.len_utf8();
        let end = self.run_at_most(letters, 3);
        self.is_clitic(self.text.get(letters..end)?).then_some(end)
    }

    /// The end of a punctuation mark or symbol: equal marks in a row are one, a symbol takes its modifiers along.
    fn mark(&self, at: usize, first: char) -> usize {
        let after = at + first.len_utf8();
        match first {
            '.' | '-' | '*' | '=' | '~' | '_' | '<' | '>' | '\'' | '`' | '#' | '+' | '•' => self.run(after, |c| c == first),
            '!' | '?' => self.run(after, |c| matches!(c, '!' | '?')),
            _ if first.is_ascii() || self.at(after).is_none_or(|c| c.is_ascii()) => after,
            _ => self.symbol(after),
        }
    }

    /// The end of a symbol's variation selectors, skin tones and what zero-width joiners tie to it.
    fn symbol(&self, mut at: usize) -> usize {
        let mut joined = false;
        while let Some(c) = self.at(at) {
            let joins = c == '\u{200d}';
            if !(joined || joins || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}')) || is_separator(c) {
                break;
            }
            joined = joins;
            at += c.len_utf8();
        }
        at
    }

    fn run(&self, at: usize, belongs: impl Fn(char) -> bool) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.find(|c| !belongs(c)).unwrap_or(rest.len())
    }

    /// The end of the letters from `at`, or of the first `most` of them.
    fn run_at_most(&self, at: usize, most: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.chars().take(most).take_while(|&c| is_word(c)).map(char::len_utf8).sum::<usize>()
    }
}
