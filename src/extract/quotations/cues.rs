//! The cue lexicon: verbs, prepositions and nouns that report speech, and the channels it goes through.

use crate::extract::lexicon::{Group, Lexicon, MarkedText};
use serde::Deserialize;
use smol_str::SmolStr;

/// The words that report speech.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueLexicon {
    verbs: Vec<VerbGroup>,
    prepositions: Vec<PrepositionGroup>,
    documents: Documents,
    channels: Channels,
}

/// Verbs that report the same way.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbGroup {
    name: SmolStr,
    takes: Vec<Content>,
    lemmas: Vec<SmolStr>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// How the reported words follow a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Content {
    /// In quotation marks.
    Quotation,
    /// "that the vote was fair".
    Clause,
    /// "to count every vote".
    Infinitive,
    /// "whether the vote was fair".
    Question,
    /// "support for the council".
    Object,
    /// "the vote as unfair".
    Judgement,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PrepositionGroup {
    name: SmolStr,
    phrases: Vec<SmolStr>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Documents {
    lemmas: Vec<SmolStr>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Channels {
    audiences: Vec<SmolStr>,
    platforms: Vec<SmolStr>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

impl Lexicon for CueLexicon {
    const PATH: &'static str = "ontology/lexicon/cues.toml";
    const EMBEDDED: &'static str = include_str!("../../../ontology/lexicon/cues.toml");

    fn groups(&self) -> Vec<Group<'_>> {
        let verbs = self.verbs.iter().map(|g| Group { name: &g.name, examples: &g.examples, counter_examples: &g.counter_examples });
        let prepositions =
            self.prepositions.iter().map(|g| Group { name: &g.name, examples: &g.examples, counter_examples: &g.counter_examples });
        let documents = Group { name: "documents", examples: &self.documents.examples, counter_examples: &self.documents.counter_examples };
        let channels = Group { name: "channels", examples: &self.channels.examples, counter_examples: &self.channels.counter_examples };
        verbs.chain(prepositions).chain([documents, channels]).collect()
    }
}

impl CueLexicon {
    /// What a verb takes as reported words, by its lemma and its particle ("point", "out"); empty if it is no cue.
    #[must_use]
    pub fn verb(&self, lemma: &str, particle: Option<&str>) -> Vec<Content> {
        let is = |entry: &SmolStr| match (entry.split_once(' '), particle) {
            (Some((verb, own)), Some(particle)) => verb == lemma && own == particle,
            (None, _) => entry == lemma,
            (Some(_), None) => false,
        };
        let groups = self.verbs.iter().filter(|group| group.lemmas.iter().any(is));
        let mut takes: Vec<Content> = groups.flat_map(|group| group.takes.iter().copied()).collect();
        takes.sort_unstable();
        takes.dedup();
        takes
    }

    /// True when words, in lower case, are a preposition before a source ("according to").
    #[must_use]
    pub fn is_preposition(&self, words: &str) -> bool {
        self.prepositions.iter().any(|group| group.phrases.iter().any(|phrase| phrase == words))
    }

    /// True when a noun names something said or written ("statement").
    #[must_use]
    pub fn is_document(&self, lemma: &str) -> bool {
        self.documents.lemmas.iter().any(|noun| noun == lemma)
    }

    /// True when a noun names those who pass on what they are told ("reporter").
    #[must_use]
    pub fn is_audience(&self, lemma: &str) -> bool {
        self.channels.audiences.iter().any(|noun| noun == lemma)
    }

    /// True when words, in lower case, name a place where statements are made ("telegram", "press conference").
    #[must_use]
    pub fn is_platform(&self, words: &str) -> bool {
        self.channels.platforms.iter().any(|platform| platform == words)
    }
}
