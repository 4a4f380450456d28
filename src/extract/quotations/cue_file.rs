//! `ontology/lexicon/cues.toml` as it is written.

use crate::extract::lexicon::MarkedText;
use serde::Deserialize;
use smol_str::SmolStr;

/// The file as it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) verbs: Vec<VerbGroup>,
    pub(super) prepositions: Vec<PrepositionGroup>,
    pub(super) documents: Documents,
    pub(super) voices: Voices,
    pub(super) groups: Voices,
    pub(super) stances: Stances,
    pub(super) channels: Channels,
    pub(super) grammar: Grammar,
}

/// Verbs that report the same way.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VerbGroup {
    pub(super) name: SmolStr,
    pub(super) takes: Vec<Content>,
    pub(super) lemmas: Vec<SmolStr>,
    pub(super) examples: Vec<MarkedText>,
    pub(super) counter_examples: Vec<MarkedText>,
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
    /// "the council of fraud".
    Charge,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PrepositionGroup {
    pub(super) name: SmolStr,
    pub(super) phrases: Vec<SmolStr>,
    pub(super) examples: Vec<MarkedText>,
    pub(super) counter_examples: Vec<MarkedText>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Documents {
    pub(super) lemmas: Vec<SmolStr>,
    pub(super) senders: Vec<SmolStr>,
    pub(super) pronouns: Vec<SmolStr>,
    pub(super) issuing: Vec<SmolStr>,
    pub(super) examples: Vec<MarkedText>,
    pub(super) counter_examples: Vec<MarkedText>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Voices {
    pub(super) lemmas: Vec<SmolStr>,
    pub(super) owners: Vec<SmolStr>,
    #[serde(default)]
    pub(super) pronouns: Vec<SmolStr>,
    pub(super) examples: Vec<MarkedText>,
    pub(super) counter_examples: Vec<MarkedText>,
}

/// What is stressed or voiced, and the words that open a judgement.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stances {
    pub(super) lemmas: Vec<SmolStr>,
    pub(super) judgement: SmolStr,
    pub(super) charge: SmolStr,
    pub(super) examples: Vec<MarkedText>,
    pub(super) counter_examples: Vec<MarkedText>,
}

/// Small words around a report.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grammar {
    pub(super) opening: Vec<SmolStr>,
    pub(super) definite: Vec<SmolStr>,
    pub(super) declaring: SmolStr,
    pub(super) negations: Vec<SmolStr>,
    pub(super) joining: Vec<SmolStr>,
    pub(super) passive: Vec<SmolStr>,
    pub(super) examples: Vec<MarkedText>,
    pub(super) counter_examples: Vec<MarkedText>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Channels {
    pub(super) audiences: Vec<SmolStr>,
    pub(super) platforms: Vec<SmolStr>,
    pub(super) to: Vec<SmolStr>,
    pub(super) through: Vec<SmolStr>,
    pub(super) examples: Vec<MarkedText>,
    pub(super) counter_examples: Vec<MarkedText>,
}
