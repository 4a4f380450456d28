//! The cue lexicon: verbs, prepositions and nouns that report speech, and the channels it goes through.

use super::Content;
use super::cue_file::File;
use crate::extract::lexicon::{Group, Lexicon};
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

impl Lexicon for CueLexicon {
    const PATH: &'static str = "ontology/lexicon/cues.toml";
    const EMBEDDED: &'static str = include_str!("../../../ontology/lexicon/cues.toml");

    fn groups(&self) -> Vec<Group<'_>> {
        let verbs = self.file.verbs.iter().map(|g| Group { name: &g.name, examples: &g.examples, counter_examples: &g.counter_examples });
        let prepositions =
            self.file.prepositions.iter().map(|g| Group { name: &g.name, examples: &g.examples, counter_examples: &g.counter_examples });
        let group = |name, examples, counter_examples| Group { name, examples, counter_examples };
        let File { documents, voices, groups, stances, channels, grammar, .. } = &self.file;
        let single = [
            group("documents", &documents.examples, &documents.counter_examples),
            group("voices", &voices.examples, &voices.counter_examples),
            group("groups", &groups.examples, &groups.counter_examples),
            group("stances", &stances.examples, &stances.counter_examples),
            group("channels", &channels.examples, &channels.counter_examples),
            group("grammar", &grammar.examples, &grammar.counter_examples),
        ];
        verbs.chain(prepositions).chain(single).collect()
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

    /// The verbs of those who let others read a document: "issue".
    #[must_use]
    pub fn is_issuing(&self, lemma: &str) -> bool {
        has(&self.file.documents.issuing, lemma)
    }

    /// The prepositions between a noun and the one whose words it holds or speaks, or of whom it is a part; none if it is no such noun.
    #[must_use]
    pub fn before_issuer(&self, lemma: &str) -> Option<&[SmolStr]> {
        let File { documents, voices, groups, .. } = &self.file;
        let nouns = [(&documents.lemmas, &documents.senders), (&voices.lemmas, &voices.owners), (&groups.lemmas, &groups.owners)];
        nouns.into_iter().find(|(lemmas, _)| has(lemmas, lemma)).map(|(_, prepositions)| prepositions.as_slice())
    }

    /// True for "spokesperson": one who speaks in the name of another.
    #[must_use]
    pub fn is_voice(&self, lemma: &str) -> bool {
        has(&self.file.voices.lemmas, lemma)
    }

    /// True for a pronoun that can stand for such a noun: "it" for a statement, "they" for a spokesperson.
    #[must_use]
    pub fn stands_for(&self, pronoun: &str, lemma: &str) -> bool {
        let File { documents, voices, .. } = &self.file;
        let nouns = [(&documents.lemmas, &documents.pronouns), (&voices.lemmas, &voices.pronouns)];
        nouns.into_iter().any(|(lemmas, pronouns)| has(lemmas, lemma) && has(pronouns, pronoun))
    }

    /// True for "lawmaker": one of several who speak as members of a body.
    #[must_use]
    pub fn is_of_group(&self, lemma: &str) -> bool {
        has(&self.file.groups.lemmas, lemma)
    }

    /// True for a noun for what is thought or wanted, which one stresses or voices: "importance".
    #[must_use]
    pub fn is_stance(&self, lemma: &str) -> bool {
        has(&self.file.stances.lemmas, lemma)
    }

    /// True for the word that opens what is held of somebody: "as" for a judgement, "of" for a charge.
    #[must_use]
    pub fn opens_judgement(&self, content: Content, word: &str) -> bool {
        match content {
            Content::Judgement => self.file.stances.judgement == word,
            Content::Charge => self.file.stances.charge == word,
            _ => false,
        }
    }

    /// True for the preposition before one who is spoken to.
    #[must_use]
    pub fn is_to(&self, word: &str) -> bool {
        has(&self.file.channels.to, word)
    }

    /// True for the prepositions before a channel.
    #[must_use]
    pub fn is_through(&self, word: &str) -> bool {
        has(&self.file.channels.through, word)
    }

    /// True for the words before a noun that mean one the text has named: "the".
    #[must_use]
    pub fn is_definite(&self, word: &str) -> bool {
        has(&self.file.grammar.definite, word)
    }

    /// True for the words that open a reported clause.
    #[must_use]
    pub fn is_opening(&self, word: &str) -> bool {
        has(&self.file.grammar.opening, word)
    }

    /// True for the one that opens a reported statement: "that".
    #[must_use]
    pub fn is_declaring(&self, word: &str) -> bool {
        self.file.grammar.declaring == word
    }

    /// True for the words that deny a verb.
    #[must_use]
    pub fn is_negation(&self, word: &str) -> bool {
        has(&self.file.grammar.negations, word)
    }

    /// True for the words that join two clauses.
    #[must_use]
    pub fn is_joining(&self, word: &str) -> bool {
        has(&self.file.grammar.joining, word)
    }

    /// True for the verbs that make a passive, by their lemma.
    #[must_use]
    pub fn is_passive(&self, lemma: &str) -> bool {
        has(&self.file.grammar.passive, lemma)
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

fn has(words: &[SmolStr], word: &str) -> bool {
    words.iter().any(|known| known == word)
}
