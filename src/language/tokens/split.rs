//! Cuts a word before its clitic, between a number and its unit, or where the lists say so.

use super::LONGEST;
use super::scanner::Scanner;
use crate::language::characters::is_apostrophe;

impl Scanner<'_> {
    /// Adds a word, cut before its clitic, or between a number and its unit.
    pub(super) fn split(&mut self, start: usize, end: usize) {
        let cut = self.clitic(start, end).or_else(|| self.unit(start, end)).or_else(|| self.listed_split(start, end));
        let cut = cut.unwrap_or(end);
        self.push(start, cut);
        self.push(cut, end);
    }

    fn clitic(&self, start: usize, end: usize) -> Option<usize> {
        let tail_start = self.text[start..end].char_indices().rev().take(4).find(|(_, c)| is_apostrophe(*c)).map(|(at, _)| start + at)?;
        let apostrophe = self.at(tail_start)?;
        let letters = &self.text[tail_start + apostrophe.len_utf8()..end];
        let before = self.before(tail_start)?;
        if letters.eq_ignore_ascii_case("t") && matches!(before, 'n' | 'N') {
            return (tail_start - 1 > start).then_some(tail_start - 1);
        }
        (self.is_clitic(letters) && tail_start > start).then_some(tail_start)
    }

    /// Where a number ends and its unit begins: `50|bn`, `5|pm`; not `20th`, `3D`.
    fn unit(&self, start: usize, end: usize) -> Option<usize> {
        let word = &self.text[start..end];
        if !word.starts_with(|c: char| c.is_ascii_digit()) || word.len() > LONGEST {
            return None;
        }
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '/'));
        let lower = letters.bytes().all(|b| b.is_ascii_lowercase() || b == b'.') && !self.tokenizer.ordinals.contains(letters);
        let magnitude = self.tokenizer.magnitudes.contains(letters);
        (!letters.is_empty() && (lower || magnitude)).then_some(end - letters.len())
    }

    fn listed_split(&self, start: usize, end: usize) -> Option<usize> {
        let word = &self.text[start..end];
        (word.len() <= LONGEST).then_some(())?;
        let first = *self.tokenizer.splits.get(&word.to_ascii_lowercase())?;
        word.is_char_boundary(first).then_some(start + first)
    }

    /// True for letters that stand behind an apostrophe as a token of their own.
    pub(super) fn is_clitic(&self, letters: &str) -> bool {
        letters.len() <= 2 && self.tokenizer.clitics.contains(&letters.to_ascii_lowercase())
    }
}
