//! A sentence as the tagger sees it: each word's form, affixes and capitals.

use super::{Dictionary, Known};
use crate::language::classes::WordClasses;
use crate::language::word::{Word, Writing};
use crate::span::Span;

/// A sentence made ready for tagging.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// Its words, as the parser reads them too.
    pub words: Vec<Word>,
    pub(super) seen: Vec<Seen>,
}

/// What the tagger alone sees of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen {
    pub(super) prefixes: [u64; PREFIXES],
    pub(super) suffixes: [u64; SUFFIXES],
    pub(super) known: Known,
    pub(super) capital: u64,
    /// A capital that says something: inside a sentence that is not written in capitals.
    pub(super) named: u64,
    /// Whether white space stands before it and after it.
    pub(super) spaced: u64,
}

/// White space before a word, and after it.
const SPACE_BEFORE: u64 = 1;
const SPACE_AFTER: u64 = 2;

const PREFIXES: usize = 4;
const SUFFIXES: usize = 5;

impl Scene {
    /// Reduces the words of a sentence, each with whether white space follows it.
    pub fn new<'a>(sentence: impl Iterator<Item = (&'a str, bool)>, classes: &WordClasses, dictionary: &Dictionary) -> Self {
        let mut buffer = String::new();
        let mut scene = Self::default();
        let mut before = SPACE_BEFORE;
        for (word, apart) in sentence {
            let word = Word::new(word, classes, &mut buffer);
            let (prefixes, suffixes) = affixes(&buffer);
            let spaced = before | if apart { SPACE_AFTER } else { 0 };
            before = if apart { SPACE_BEFORE } else { 0 };
            scene.seen.push(Seen { prefixes, suffixes, known: dictionary.get(word.form), capital: 0, named: 0, spaced });
            scene.words.push(word);
        }
        if let Some(last) = scene.seen.last_mut() {
            last.spaced |= SPACE_AFTER;
        }
        scene.see_capitals();
        scene
    }

    /// How many words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// True without any word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The label that a word practically always has, when it is not written with a capital.
    #[must_use]
    pub fn sure(&self, at: usize) -> Option<u8> {
        let small = matches!(self.words.get(at)?.writing, Writing::Small | Writing::Sign);
        self.seen.get(at)?.known.sure.filter(|_| small)
    }

    /// A capital says less at the start of a sentence and in a headline that capitalises most words.
    /// A straight quotation mark opens and closes by turns.
    fn see_capitals(&mut self) {
        let straight = Word::STRAIGHT_QUOTE;
        let long = |writing: &&Word| writing.writing != Writing::Sign;
        let letters = self.words.iter().skip(1).filter(long).count();
        let small = self.words.iter().skip(1).filter(|word| word.writing == Writing::Small).count();
        let capitals = self.words.iter().filter(|word| word.writing == Writing::Capitals).count();
        let heading = match () {
            () if letters >= 3 && 2 * small > letters => 0,
            () if letters < 3 => 1,
            () if 4 * capitals >= 3 * letters => 2,
            () => 3,
        };
        let (mut start, mut open) = (true, false);
        for (word, seen) in self.words.iter().zip(&mut self.seen) {
            seen.capital = word.writing as u64 + 5 * u64::from(start) + 10 * heading;
            seen.named = u64::from(!start && heading == 0 && word.writing >= Writing::Initial);
            if word.shape == straight {
                seen.capital = 100 + u64::from(open);
                open = !open;
            }
            start = start && word.writing == Writing::Sign;
        }
    }
}

/// The words of a sentence, each with whether white space follows it.
pub fn spaced(text: &str, spans: impl Iterator<Item = Span> + Clone) -> impl Iterator<Item = (&str, bool)> {
    let next = spans.clone().skip(1).map(Some).chain([None]);
    spans.zip(next).map(|(span, next)| (span.of(text), next.is_none_or(|next| next.start > span.end)))
}

/// Hashes of the word's first and last characters, from one to several of them.
fn affixes(word: &str) -> ([u64; PREFIXES], [u64; SUFFIXES]) {
    let (mut prefixes, mut suffixes) = ([0; PREFIXES], [0; SUFFIXES]);
    roll(word.chars(), &mut prefixes);
    roll(word.chars().rev(), &mut suffixes);
    (prefixes, suffixes)
}

fn roll(chars: impl Iterator<Item = char>, hashes: &mut [u64]) {
    let mut hash = 7_u64;
    let mut chars = chars.fuse();
    for slot in hashes {
        hash = hash.wrapping_mul(0x0100_0000_01b3) ^ chars.next().map_or(0, u64::from);
        *slot = hash;
    }
}
