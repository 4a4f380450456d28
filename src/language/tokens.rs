//! Cuts text into tokens as the Universal Dependencies treebanks of English do: spans over the unchanged text.

use super::ModelError;
use super::characters::{is_apostrophe, is_hyphen, is_separator, is_word};
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// The shipped lists of words that the tokenizer knows.
const WORDS: &str = include_str!("../../ontology/lexicon/tokenization.toml");

/// Cuts text into words, numbers and punctuation marks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokenizer {
    abbreviations: FxHashSet<String>,
    abbreviations_before_number: FxHashSet<String>,
    prefixes: FxHashSet<String>,
    ordinals: FxHashSet<String>,
    splits: FxHashMap<String, usize>,
}

/// No word of the lists is longer than this, in bytes; longer stretches are not looked up.
const LONGEST: usize = 16;

impl Tokenizer {
    /// The tokenizer with the shipped lists.
    ///
    /// # Errors
    /// If the lists are not what they should be.
    pub fn new() -> Result<Self, ModelError> {
        toml::from_str(WORDS).map_err(|error| ModelError::Words(error.to_string()))
    }

    /// Adds the tokens of one stretch of text, in order. Takes time linear in its length.
    pub fn tokens(&self, text: &str, stretch: Span, tokens: &mut Vec<Span>) {
        let words = text.get(..stretch.end).unwrap_or(text);
        let mut scanner = Scanner { tokenizer: self, text: words, start: stretch.start, tokens };
        let mut at = stretch.start;
        while let Some(character) = scanner.at(at) {
            at = if is_separator(character) { at + character.len_utf8() } else { scanner.token(at, character) };
        }
    }
}

/// One pass over a stretch of text.
struct Scanner<'a> {
    tokenizer: &'a Tokenizer,
    text: &'a str,
    start: usize,
    tokens: &'a mut Vec<Span>,
}

impl Scanner<'_> {
    fn at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(self.start..at)?.chars().next_back()
    }

    fn push(&mut self, start: usize, end: usize) {
        if start < end {
            self.tokens.push(Span::new(start, end));
        }
    }

    /// Takes the token or tokens that begin at `at`; gives where the next may begin.
    fn token(&mut self, at: usize, first: char) -> usize {
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
        is_clitic(self.text.get(letters..end)?).then_some(end)
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

    /// Takes a word or number with what belongs to it; gives where the next token may begin.
    fn word(&mut self, start: usize) -> usize {
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

    /// Adds a word, cut before its clitic, or between a number and its unit.
    fn split(&mut self, start: usize, end: usize) {
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
        (is_clitic(letters) && tail_start > start).then_some(tail_start)
    }

    /// Where a number ends and its unit begins: `50|bn`, `5|pm`; not `20th`, `3D`.
    fn unit(&self, start: usize, end: usize) -> Option<usize> {
        let word = &self.text[start..end];
        if !word.starts_with(|c: char| c.is_ascii_digit()) || word.len() > LONGEST {
            return None;
        }
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '/'));
        let lower = letters.bytes().all(|b| b.is_ascii_lowercase() || b == b'.') && !self.tokenizer.ordinals.contains(letters);
        let magnitude = matches!(letters, "M" | "B" | "K" | "BN" | "KM" | "PM" | "AM");
        (!letters.is_empty() && (lower || magnitude)).then_some(end - letters.len())
    }

    fn listed_split(&self, start: usize, end: usize) -> Option<usize> {
        let word = &self.text[start..end];
        (word.len() <= LONGEST).then_some(())?;
        let first = *self.tokenizer.splits.get(&word.to_ascii_lowercase())?;
        word.is_char_boundary(first).then_some(start + first)
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

fn is_clitic(letters: &str) -> bool {
    ["s", "m", "d", "ll", "re", "ve"].iter().any(|clitic| letters.eq_ignore_ascii_case(clitic))
}

fn lists(list: &FxHashSet<String>, word: &str) -> bool {
    word.len() <= LONGEST && list.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<String> {
        spans(text).iter().map(|span| span.of(text).to_owned()).collect()
    }

    fn spans(text: &str) -> Vec<Span> {
        let mut tokens = Vec::new();
        Tokenizer::new().expect("the shipped lists").tokens(text, Span::new(0, text.len()), &mut tokens);
        tokens
    }

    fn assert_cut(text: &str, tokens: &str) {
        assert_eq!(cut(text).join(" "), tokens, "{text}");
    }

    #[test]
    fn clitics_are_tokens() {
        assert_cut("She doesn't, they'll, it’s Ruda's", "She does n't , they 'll , it ’s Ruda 's");
        assert_cut("“Ruda”’s can’t cannot", "“ Ruda ” ’s ca n’t can not");
        assert_cut("O’Brien d'Ivoire N'Djamena the ministers' plan", "O’Brien d'Ivoire N'Djamena the ministers ' plan");
    }

    #[test]
    fn hyphens_are_tokens_but_for_prefixes() {
        assert_cut("a well-known re-elected Jean‑Paul", "a well - known re-elected Jean ‑ Paul");
        assert_cut("pro-European non-profit 2026-02-03 10-12", "pro - European non-profit 2026-02-03 10 - 12");
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        assert_cut("Mr. A. B. Ruda of the U.S. at 5 p.m. met Dr. Lund.", "Mr. A. B. Ruda of the U.S. at 5 p.m. met Dr. Lund .");
        assert_cut("No. 10 said no. Ships Inc. ended...", "No. 10 said no . Ships Inc. ended ...");
    }

    #[test]
    fn numbers_part_from_units() {
        assert_cut("$50bn, 3.5%, US$1,000.50, 5pm, the 20th", "$ 50 bn , 3.5 % , US$ 1,000.50 , 5 pm , the 20th");
        assert_cut("10:30 on 1/2/2026", "10:30 on 1/2/2026");
    }

    #[test]
    fn glued_sentences_part() {
        assert_cut("a statement,Ruda said peace.Harbour towns", "a statement , Ruda said peace . Harbour towns");
        assert_cut("see example.org or J.Lund", "see example.org or J. Lund");
    }

    #[test]
    fn addresses_and_handles_are_one() {
        assert_cut(
            "(https://example.org/a?b=c). Ask @ruda_lund or a.b@example.org #now",
            "( https://example.org/a?b=c ) . Ask @ruda_lund or a.b@example.org #now",
        );
    }

    #[test]
    fn other_scripts_and_signs_are_kept() {
        assert_cut("Київ 👩‍🚀👍🏽 e\u{301}té\u{a0}x", "Київ 👩‍🚀 👍🏽 e\u{301}té x");
    }

    #[test]
    fn a_long_stretch_without_space_takes_linear_time() {
        for pattern in ["a", "1", "a.", "A.", "'", "a'", "a-", "1-", "1,", "@a", "http://", "www.", "\u{301}", "👩‍", "...", "é’s"] {
            let text = pattern.repeat(2_000_000 / pattern.len());
            let begin = std::time::Instant::now();
            spans(&text);
            assert!(begin.elapsed().as_secs() < 20, "{pattern:?} took {:?}", begin.elapsed());
        }
    }

    proptest! {
        #[test]
        fn tokens_are_increasing_and_cover_all_but_separators(text in "(\\PC|[ \n'’.,a-zA-Z0-9@#$%-]){0,60}") {
            let mut end = 0;
            for span in spans(&text) {
                prop_assert!(span.start >= end && span.start < span.end);
                prop_assert!(text[end..span.start].chars().all(is_separator));
                prop_assert!(!span.of(&text).is_empty());
                end = span.end;
            }
            prop_assert!(text[end..].chars().all(is_separator));
        }
    }
}
