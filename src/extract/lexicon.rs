//! How the lexicons are read: TOML files in `ontology/lexicon/`, whose every group carries sentences that a test runs.
//!
//! A lexicon is a struct with `#[serde(deny_unknown_fields)]`; each of its groups has the fields `examples` and
//! `counter_examples`, lists of [`MarkedText`]. In an example the words that the group must find are marked with
//! what they are: `{speaker: Ana Lima} {cue: said} {text: the vote was fair}.` A counter-example marks nothing, or
//! what else must be found in it.

use crate::span::Span;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use smol_str::SmolStr;

/// A lexicon: one file of `ontology/lexicon/`, compiled into the program.
pub trait Lexicon: DeserializeOwned {
    /// The file, from the project's root: "ontology/lexicon/cues.toml".
    const PATH: &'static str;
    /// What stands in it.
    const EMBEDDED: &'static str;

    /// Its groups by name, each with the sentences that say what it finds and what it leaves alone.
    fn groups(&self) -> Vec<Group<'_>>;

    /// Reads the lexicon from the text of a file.
    ///
    /// # Errors
    /// If the text is no TOML or does not have this lexicon's fields; says in which line and column.
    fn read(path: &str, text: &str) -> Result<Self, LexiconError> {
        toml::from_str(text).map_err(|error| LexiconError::new(path, text, &error))
    }

    /// Reads the lexicon that is compiled into the program.
    ///
    /// # Errors
    /// As [`Self::read`]; a test reads every lexicon, so that a released program does not meet this.
    fn embedded() -> Result<Self, LexiconError> {
        Self::read(Self::PATH, Self::EMBEDDED)
    }
}

/// A group of entries with its test sentences.
#[derive(Debug, Clone, Copy)]
pub struct Group<'a> {
    /// The group's name in the file.
    pub name: &'a str,
    /// Sentences in which the marked words must be found.
    pub examples: &'a [MarkedText],
    /// Sentences in which nothing but the marked words may be found.
    pub counter_examples: &'a [MarkedText],
}

/// A lexicon file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}:{line}:{column}: {message}")]
pub struct LexiconError {
    /// The file.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong there.
    pub message: String,
}

impl LexiconError {
    fn new(path: &str, text: &str, error: &toml::de::Error) -> Self {
        let at = error.span().map_or(0, |span| span.start);
        let before = text.get(..at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            path: path.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: error.message().to_owned(),
        }
    }
}

/// A sentence with marked words: `{speaker: Ana Lima} {cue: said} …`; a mark may stand inside another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct MarkedText {
    /// The sentence without the marks.
    pub text: String,
    /// The marked words, in text order.
    pub marks: Vec<Mark>,
}

/// Marked words of a test sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What they are: "speaker".
    pub label: SmolStr,
    /// Where they stand in [`MarkedText::text`].
    pub span: Span,
}

impl MarkedText {
    /// The words marked with `label`, in text order.
    pub fn marked<'a>(&'a self, label: &'a str) -> impl Iterator<Item = &'a str> {
        self.marks.iter().filter(move |mark| mark.label == label).map(|mark| mark.span.of(&self.text))
    }
}

/// A test sentence whose marks are malformed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the mark at {0:?} is not of the form {{label: words}}")]
pub struct MarkError(String);

impl TryFrom<String> for MarkedText {
    type Error = MarkError;

    fn try_from(source: String) -> Result<Self, MarkError> {
        let mut marked = Self { text: String::with_capacity(source.len()), marks: Vec::new() };
        let mut open = Vec::new();
        let mut rest = source.as_str();
        while let Some(at) = rest.find(['{', '}']) {
            let (before, after) = (&rest[..at], &rest[at + 1..]);
            let wrong = || MarkError(after.chars().take(20).collect());
            marked.text.push_str(before);
            if rest[at..].starts_with('{') {
                let (label, words) = after.split_once(": ").filter(|(label, _)| !label.contains(['{', '}'])).ok_or_else(wrong)?;
                open.push(marked.marks.len());
                marked.marks.push(Mark { label: label.into(), span: Span::new(marked.text.len(), marked.text.len()) });
                rest = words;
            } else {
                let mark = open.pop().and_then(|index: usize| marked.marks.get_mut(index)).ok_or_else(wrong)?;
                mark.span.end = marked.text.len();
                rest = after;
            }
        }
        if !open.is_empty() {
            return Err(MarkError(source.chars().take(20).collect()));
        }
        marked.text.push_str(rest);
        Ok(marked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Verbs {
        words: Vec<SmolStr>,
        examples: Vec<MarkedText>,
    }

    impl Lexicon for Verbs {
        const PATH: &'static str = "verbs.toml";
        const EMBEDDED: &'static str = "words = ['say']\nexamples = ['{who: Ana} {cue: said} so.']";

        fn groups(&self) -> Vec<Group<'_>> {
            vec![Group { name: "verbs", examples: &self.examples, counter_examples: &[] }]
        }
    }

    #[test]
    fn marks_are_cut_out_of_the_sentence() {
        let verbs = Verbs::embedded().expect("a lexicon");
        let example = verbs.groups()[0].examples[0].clone();
        assert_eq!((verbs.words[0].as_str(), example.text.as_str()), ("say", "Ana said so."));
        assert_eq!(example.marked("cue").collect::<Vec<_>>(), ["said"]);
    }

    #[test]
    fn a_mark_may_stand_inside_another() {
        let example = MarkedText::try_from("The {body: Court of {country: Peru}} ruled.".to_owned()).expect("well formed");
        assert_eq!(example.text, "The Court of Peru ruled.");
        assert_eq!(example.marked("body").chain(example.marked("country")).collect::<Vec<_>>(), ["Court of Peru", "Peru"]);
        assert!(MarkedText::try_from("The {body: Court of {country: Peru} ruled.".to_owned()).is_err());
    }

    #[test]
    fn a_malformed_file_is_refused_with_its_place() {
        let error = |text| Verbs::read("verbs.toml", text).expect_err("malformed").to_string();
        assert!(error("words = ['say']\nexamples = []\n  wrods = 3").starts_with("verbs.toml:3:3: unknown field `wrods`"));
        assert!(error("words = [\n 'say'\n").starts_with("verbs.toml:"));
        assert!(error("words = []\nexamples = ['{who Ana}']").starts_with("verbs.toml:2:"));
    }
}
