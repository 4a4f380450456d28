//! The cue lexicon: verbs, prepositions and nouns that report speech, and the channels it goes through.

use crate::extract::lexicon::{Group, Lexicon, MarkedText};
use serde::Deserialize;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// The words that report speech.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "File")]
pub struct CueLexicon {
    file: File,
    verbs: BTreeMap<SmolStr, Vec<VerbEntry>>,
}

/// What a verb takes, with or without a particle.
#[derive(Debug, Clone)]
struct VerbEntry {
    particle: Option<SmolStr>,
    takes: Vec<Content>,
}

impl From<File> for CueLexicon {
    fn from(file: File) -> Self {
        let mut verbs: BTreeMap<SmolStr, Vec<VerbEntry>> = BTreeMap::new();
        for (group, lemma) in file.verbs.iter().flat_map(|group| group.lemmas.iter().map(move |lemma| (group, lemma))) {
            let (verb, particle) = lemma.split_once(' ').map_or((lemma.as_str(), None), |(verb, particle)| (verb, Some(particle.into())));
            let entries = verbs.entry(verb.into()).or_default();
            match entries.iter_mut().find(|entry| entry.particle == particle) {
                Some(entry) => entry.takes.extend(&group.takes),
                None => entries.push(VerbEntry { particle, takes: group.takes.clone() }),
            }
        }
        Self { file, verbs }
    }
}

/// The file as it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
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
    /// "the vote was fair", before or after the verb.
    Bare,
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
        let verbs = self.file.verbs.iter().map(|g| Group { name: &g.name, examples: &g.examples, counter_examples: &g.counter_examples });
        let prepositions =
            self.file.prepositions.iter().map(|g| Group { name: &g.name, examples: &g.examples, counter_examples: &g.counter_examples });
        let documents =
            Group { name: "documents", examples: &self.file.documents.examples, counter_examples: &self.file.documents.counter_examples };
        let channels =
            Group { name: "channels", examples: &self.file.channels.examples, counter_examples: &self.file.channels.counter_examples };
        verbs.chain(prepositions).chain([documents, channels]).collect()
    }
}

impl CueLexicon {
    /// What a verb takes as reported words, and whether the word after it belongs to it ("point out"); none if it is no cue.
    #[must_use]
    pub fn verb(&self, lemma: &str, next: &str) -> Option<(&[Content], bool)> {
        let entries = self.verbs.get(lemma)?;
        let long = entries.iter().find(|entry| entry.particle.as_deref() == Some(next));
        let entry = long.or_else(|| entries.iter().find(|entry| entry.particle.is_none()))?;
        Some((&entry.takes, entry.particle.is_some()))
    }

    /// How many words a preposition before a source has ("according to") that starts at `word(0)`, in lower case.
    #[must_use]
    pub fn preposition(&self, word: impl Fn(usize) -> String) -> Option<usize> {
        let first = word(0);
        let phrases = self.file.prepositions.iter().flat_map(|group| &group.phrases);
        let starts = phrases.filter(|phrase| phrase.split(' ').next() == Some(&first));
        let whole = starts.filter(|phrase| phrase.split(' ').enumerate().all(|(at, part)| part == word(at)));
        whole.map(|phrase| phrase.split(' ').count()).max()
    }

    /// True when a noun names something said or written ("statement").
    #[must_use]
    pub fn is_document(&self, lemma: &str) -> bool {
        self.file.documents.lemmas.iter().any(|noun| noun == lemma)
    }

    /// True when a noun names those who pass on what they are told ("reporter").
    #[must_use]
    pub fn is_audience(&self, lemma: &str) -> bool {
        self.file.channels.audiences.iter().any(|noun| noun == lemma)
    }

    /// True when words, in lower case, name a place where statements are made ("telegram", "press conference").
    #[must_use]
    pub fn is_platform(&self, words: &str) -> bool {
        self.file.channels.platforms.iter().any(|platform| platform == words)
    }
}
