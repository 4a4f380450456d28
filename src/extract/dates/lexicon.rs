//! The words and patterns of `ontology/lexicon/dates.toml`.

use super::pattern::{Context, From, Pattern, PatternError, Reading, Unit};
use super::piece::Piece;
use crate::extract::lexicon::{Group, Lexicon, LexiconError, MarkedText};
use crate::extract::{Vague, When};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use smol_str::SmolStr;

/// The calendar's words, and the patterns that make dates of them.
#[derive(Debug, Clone)]
pub struct DateLexicon {
    words: Words,
    patterns: Vec<Pattern>,
    by_word: FxHashMap<SmolStr, Vec<usize>>,
    by_slot: Vec<usize>,
}

/// What is wrong with a lexicon of dates.
#[derive(Debug, thiserror::Error)]
pub enum DateLexiconError {
    /// Not the TOML that it should be.
    #[error("the lexicon of dates is not in order")]
    File(#[from] LexiconError),
    /// A pattern that cannot be read.
    #[error("the lexicon of dates has a pattern that cannot be read")]
    Pattern(#[from] PatternError),
}

/// The file: the tables of the calendar's words, and the rows of the patterns.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    #[cfg_attr(not(test), expect(dead_code, reason = "only the test counts from it"))]
    published: String,
    pub(super) months: FxHashMap<SmolStr, u8>,
    pub(super) weekdays: FxHashMap<SmolStr, u8>,
    #[serde(rename = "short-weekdays")]
    short_weekdays: FxHashMap<SmolStr, u8>,
    pub(super) numbers: FxHashMap<SmolStr, i32>,
    pub(super) ordinals: FxHashMap<SmolStr, u8>,
    pub(super) quarters: FxHashMap<SmolStr, u8>,
    pub(super) units: FxHashMap<SmolStr, Unit>,
    pub(super) seasons: FxHashMap<SmolStr, u8>,
    vague: FxHashMap<SmolStr, Blur>,
    future: FxHashSet<SmolStr>,
    uncertain: FxHashSet<SmolStr>,
    past: FxHashSet<SmolStr>,
    over: FxHashSet<SmolStr>,
    counted: FxHashSet<SmolStr>,
    pattern: Vec<Row>,
}

/// What a word before a date makes of it.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Blur {
    About,
    Early,
    Middle,
    Late,
}

/// One `[[pattern]]` of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    #[serde(rename = "match")]
    pub(super) elements: String,
    pub(super) is: Reading,
    #[serde(default)]
    pub(super) shift: i32,
    pub(super) unit: Option<Unit>,
    /// Years to add to that of publication.
    pub(super) year: Option<i32>,
    #[serde(default)]
    pub(super) from: From,
    examples: Vec<MarkedText>,
    #[serde(default)]
    counter_examples: Vec<MarkedText>,
}

impl Lexicon for Words {
    const PATH: &'static str = "ontology/lexicon/dates.toml";
    const EMBEDDED: &'static str = include_str!("../../../ontology/lexicon/dates.toml");

    fn groups(&self) -> Vec<Group<'_>> {
        let rows = self.pattern.iter();
        rows.map(|row| Group { name: &row.elements, examples: &row.examples, counter_examples: &row.counter_examples }).collect()
    }
}

impl Words {
    /// The number of a weekday by its name, short or in full.
    pub(super) fn weekday(&self, word: &str) -> Option<&u8> {
        self.weekdays.get(word).or_else(|| self.short_weekdays.get(word))
    }
}

impl DateLexicon {
    /// The lexicon that is compiled into the program.
    ///
    /// # Errors
    /// If it is not in order, which a test excludes.
    pub fn embedded() -> Result<Self, DateLexiconError> {
        let words = Words::embedded()?;
        let patterns: Vec<Pattern> = words.pattern.iter().map(Pattern::compile).collect::<Result<_, _>>()?;
        let (mut by_word, mut by_slot) = (FxHashMap::<SmolStr, Vec<usize>>::default(), Vec::new());
        for (index, pattern) in patterns.iter().enumerate() {
            match pattern.first_words() {
                Some(words) => words.iter().for_each(|word| by_word.entry(word.clone()).or_default().push(index)),
                None => by_slot.push(index),
            }
        }
        Ok(Self { words, patterns, by_word, by_slot })
    }

    /// The longest match at the start of `pieces`: how many pieces, and what it means.
    pub(super) fn longest(&self, pieces: &[Piece], context: Context) -> Option<(usize, When)> {
        let first = pieces.first()?;
        let by_word = self.by_word.get(&first.word).map(Vec::as_slice).unwrap_or_default();
        let by_slot = if self.is_slot(first) { self.by_slot.as_slice() } else { &[] };
        let mut best: Option<(usize, usize, When)> = None;
        for &index in by_word.iter().chain(by_slot) {
            let pattern = &self.patterns[index];
            let Some((length, when)) = pattern.read(pieces, &self.words, context) else { continue };
            if best.is_none_or(|(size, at, _)| length > size || (length == size && index < at)) {
                best = Some((length, index, when));
            }
        }
        best.map(|(length, _, when)| (length, when))
    }

    fn is_slot(&self, piece: &Piece) -> bool {
        let (words, word) = (&self.words, &piece.word);
        piece.number().is_some()
            || words.months.contains_key(word)
            || words.weekday(word).is_some()
            || words.numbers.contains_key(word)
            || words.ordinals.contains_key(word)
            || words.quarters.contains_key(word)
            || words.seasons.contains_key(word)
    }

    /// True at a word, or at the second of two words, that looks ahead.
    pub(super) fn is_future(&self, pieces: &[Piece], at: usize) -> bool {
        let alone = pieces.get(at).is_some_and(|piece| self.words.future.contains(&piece.word));
        let pair = at.checked_sub(1).and_then(|before| pieces.get(before..=at));
        alone || pair.is_some_and(|pair| self.words.future.contains(format!("{} {}", pair[0].word, pair[1].word).as_str()))
    }

    /// True at a word that looks ahead unless its clause tells of what has been.
    pub(super) fn is_uncertain(&self, word: &str) -> bool {
        self.words.uncertain.contains(word)
    }

    /// True at a word that puts its clause into the past.
    pub(super) fn is_over(&self, word: &str) -> bool {
        self.words.over.contains(word)
    }

    /// How a word blurs the date that follows it.
    pub(super) fn blur(&self, word: &str) -> Option<Vague> {
        self.words.vague.get(word).map(|blur| match blur {
            Blur::About => Vague::About,
            Blur::Early => Vague::Early,
            Blur::Middle => Vague::Middle,
            Blur::Late => Vague::Late,
        })
    }

    /// True at a word that tells of what has been.
    pub(super) fn is_past(&self, word: &str) -> bool {
        self.words.past.contains(word)
    }

    /// True for the name of a weekday in small letters.
    pub(crate) fn is_weekday(&self, word: &str) -> bool {
        self.words.weekday(word).is_some()
    }

    pub(super) fn is_counted(&self, word: &str) -> bool {
        self.words.counted.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::super::piece;
    use super::*;
    use time::Date;
    use time::macros::format_description;

    /// All that one pattern alone reads in a text.
    fn alone(row: &Row, lexicon: &DateLexicon, published: Date, text: &str) -> Vec<String> {
        let pattern = Pattern::compile(row).expect("a pattern");
        let pieces = piece::split(text, lexicon);
        let future = |at: usize| (0..at).any(|i| lexicon.is_future(&pieces, i));
        (0..pieces.len())
            .filter_map(|at| {
                pattern.read(
                    &pieces[at..],
                    &lexicon.words,
                    Context { published: Some(published), told: published.previous_day(), future: future(at) },
                )
            })
            .map(|(_, when)| when.to_string())
            .collect()
    }

    #[test]
    fn every_pattern_reads_its_examples_and_no_counter_example() {
        let lexicon = DateLexicon::embedded().expect("the lexicon is in order");
        let published = Date::parse(&lexicon.words.published, format_description!("[year]-[month]-[day]")).expect("a date");
        for row in &lexicon.words.pattern {
            assert!(!row.examples.is_empty(), "{} has no example", row.elements);
            for example in &row.examples {
                let date = example.marks.first().map(|mark| mark.label.as_str());
                let read = alone(row, &lexicon, published, &example.text);
                assert_eq!(read.first().map(String::as_str), date, "{}: {}", row.elements, example.text);
            }
            for counter in &row.counter_examples {
                assert_eq!(alone(row, &lexicon, published, &counter.text), Vec::<String>::new(), "{}: {}", row.elements, counter.text);
            }
        }
    }
}
