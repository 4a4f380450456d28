//! The gaps between the tokens of a block, and what stands around each: what the decision on a sentence's end rests on.

use crate::language::characters::{is_closing, is_opening};
use crate::language::linear::{feature, word_hash};
use crate::language::word::normalize;
use crate::span::Span;

/// The gaps between the tokens of a block, gone through from left to right.
#[derive(Debug)]
pub struct Gaps<'a> {
    text: &'a str,
    tokens: &'a [Span],
    brackets: u32,
    /// The token that opened the quotation that token is in.
    quoted: Option<usize>,
    buffer: String,
}

/// How a token begins and ends, to a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    None,
    Small,
    Capital,
    Number,
    Final,
    Abbreviation,
    Opening,
    Closing,
    Comma,
    Colon,
    Other,
}

impl<'a> Gaps<'a> {
    /// The gaps of a block.
    #[must_use]
    pub fn new(text: &'a str, tokens: &'a [Span]) -> Self {
        Self { text, tokens, brackets: 0, quoted: None, buffer: String::new() }
    }

    pub(super) fn word(&self, at: Option<usize>) -> &'a str {
        at.and_then(|at| self.tokens.get(at)).map_or("", |token| token.of(self.text))
    }

    /// Whether a sentence may end after token `at` at all: not between two words of which the second has no capital.
    #[must_use]
    pub fn may_end(&self, at: usize) -> bool {
        let (here, next) = (kind(self.word(Some(at))), kind(self.word(Some(at + 1))));
        let plain = |kind| matches!(kind, Kind::Small | Kind::Capital | Kind::Number | Kind::Comma);
        !(plain(here) && matches!(next, Kind::Small | Kind::Comma | Kind::Final | Kind::Closing)) && here != Kind::Comma
    }

    /// The end of what was put into a quotation ("the [former] envoy"), unless a full stop ends it.
    #[must_use]
    pub fn closes_insertion(&self, at: usize) -> bool {
        let before = kind(self.word(at.checked_sub(1)));
        self.quoted.is_some() && self.word(Some(at)) == "]" && matches!(before, Kind::Small | Kind::Capital | Kind::Number)
    }

    /// A full stop that touches the capitalised word behind it.
    #[must_use]
    pub fn is_glued(&self, at: usize) -> bool {
        let next = self.word(Some(at + 1));
        let touches = self.tokens.get(at).zip(self.tokens.get(at + 1)).is_some_and(|(here, next)| here.end == next.start);
        let mut letters = next.chars();
        touches
            && self.word(Some(at)) == "."
            && letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    }

    /// Goes past token `at`, after which a sentence ends or does not.
    pub fn pass(&mut self, at: usize, ends: bool) {
        match self.word(Some(at)) {
            "(" | "[" => self.brackets += 1,
            ")" | "]" => self.brackets = self.brackets.saturating_sub(1),
            "“" | "``" => self.quoted = Some(at),
            "”" | "''" => self.quoted = None,
            "\"" => self.quoted = if self.quoted.is_some() { None } else { Some(at) },
            _ => {}
        }
        if ends {
            self.brackets = 0;
        }
    }

    /// The features of the gap after token `at` of a sentence that began at token `start`.
    pub fn features<'f>(&mut self, at: usize, start: usize, found: &'f mut Vec<u64>) -> &'f [u64] {
        found.clear();
        let around = self.around(at, start);
        let mut add = |template: u32, parts: &[u64]| found.push(feature(template, parts));
        add(0, &[]);
        around.words(&mut add);
        around.signs(&mut add);
        found
    }

    /// What stands around the gap after token `at`.
    fn around(&mut self, at: usize, start: usize) -> Around {
        let words = [at.checked_sub(1), Some(at), Some(at + 1), Some(at + 2)].map(|at| self.word(at));
        let kinds = words.map(kind);
        let is_closed = kinds[0] == Kind::Final && words[1].starts_with(is_closing);
        let quoted = self.quoted.map_or(0, |opened| 1 + 3 * u64::from(opened > start));
        Around {
            kinds: kinds.map(|kind| kind as u64),
            words: words.map(|word| self.hash(word)),
            spaces: [at.checked_sub(1).map_or(4, |before| self.space(before)), self.space(at), self.space(at + 1)],
            letters: words[1].len().min(6) as u64,
            length: length(at + 1 - start),
            closed: u64::from(kinds[1] == Kind::Final) + 2 * u64::from(is_closed),
            quoted,
            inside: quoted + 2 * u64::from(self.brackets > 0),
            dotted: dotted(words[1]),
            straight: u64::from(words[2] == "\""),
        }
    }

    /// What a feature is about, by its place.
    #[must_use]
    pub fn about(place: usize) -> &'static str {
        match place {
            0 => "any gap",
            1..=5 | 11 | 14 => "the words beside it",
            6..=10 | 12 | 16 => "kinds of words",
            13 | 15 => "length",
            17..=19 => "what is closed",
            20..=22 => "abbreviation",
            _ => "white space",
        }
    }

    fn hash(&mut self, word: &str) -> u64 {
        normalize(word, &mut self.buffer);
        word_hash(&self.buffer)
    }

    /// What stands between token `at` and the next: nothing, a space, more, a line's end.
    fn space(&self, at: usize) -> u64 {
        let gap = self.tokens.get(at).zip(self.tokens.get(at + 1)).and_then(|(here, next)| self.text.get(here.end..next.start));
        match gap.unwrap_or_default() {
            "" => 0,
            " " => 1,
            gap if gap.bytes().take(64).any(|b| b == b'\n') => 3,
            _ => 2,
        }
    }
}

/// What stands around a gap, as numbers: two words before it and two behind.
struct Around {
    kinds: [u64; 4],
    words: [u64; 4],
    /// Before the word before the gap, in the gap, after the word behind it.
    spaces: [u64; 3],
    /// How many letters the word before has.
    letters: u64,
    /// How long the sentence is.
    length: u64,
    closed: u64,
    quoted: u64,
    inside: u64,
    dotted: u64,
    /// Whether a straight quotation mark stands behind the gap.
    straight: u64,
}

impl Around {
    fn words(&self, add: &mut impl FnMut(u32, &[u64])) {
        let ([k1, k, n, n2], [w1, w, next, next2]) = (self.kinds, self.words);
        let [_, space, _] = self.spaces;
        add(1, &[w]);
        add(2, &[next, k]);
        add(3, &[w, n]);
        add(4, &[w1, k1]);
        add(5, &[w, next]);
        add(6, &[k1, k, n, n2]);
        add(7, &[k, n, space]);
        add(8, &[k, n, space, self.inside, k1]);
        add(9, &[k, n, self.length]);
        add(10, &[k, n2, next2]);
        add(11, &[w1, w, n]);
        add(12, &[k, n, self.inside, next2]);
        add(13, &[self.letters, k, n]);
        add(14, &[w1, k, n]);
        add(15, &[space, k, self.length, n]);
        add(16, &[k, next, next2]);
    }

    fn signs(&self, add: &mut impl FnMut(u32, &[u64])) {
        let ([k1, k, n, n2], [_, w, next, _]) = (self.kinds, self.words);
        let [before, space, after] = self.spaces;
        add(17, &[self.closed, n]);
        add(18, &[self.closed, n, self.inside, n2]);
        add(19, &[self.closed, self.quoted, k, n]);
        add(20, &[self.dotted, next]);
        add(21, &[self.dotted, n, k1]);
        add(22, &[k1, k, next]);
        add(23, &[before, space, w, n]);
        add(24, &[before, space, k1, k, n]);
        add(29, &[k, space, after, self.straight]);
    }
}

/// The length of a sentence, in steps that widen.
fn length(tokens: usize) -> u64 {
    match tokens {
        0..=2 => 0,
        3..=5 => 1,
        6..=12 => 2,
        13..=30 => 3,
        _ => 4,
    }
}

/// Letters with stops between them.
pub(super) const INITIALS: u64 = 2;

/// How an abbreviation is made: not at all, an initial ("J."), letters with stops between them ("U.S."), otherwise ("Mr.").
pub(super) fn dotted(word: &str) -> u64 {
    let Some(body) = word.strip_suffix('.') else { return 0 };
    match body.chars().count() {
        0 => 0,
        1 => 1,
        _ if body.contains('.') => INITIALS,
        _ => 3,
    }
}

fn kind(word: &str) -> Kind {
    let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) else { return Kind::None };
    if first.is_alphanumeric() && last == '.' {
        return Kind::Abbreviation;
    }
    match first {
        _ if first.is_uppercase() => Kind::Capital,
        _ if first.is_numeric() => Kind::Number,
        _ if first.is_alphabetic() => Kind::Small,
        '.' | '!' | '?' | '…' | '。' | '؟' | '।' => Kind::Final,
        ',' => Kind::Comma,
        ':' | ';' | '-' | '–' | '—' => Kind::Colon,
        '"' | '\'' => Kind::Other,
        _ if is_opening(first) => Kind::Opening,
        _ if is_closing(first) => Kind::Closing,
        _ => Kind::Other,
    }
}
