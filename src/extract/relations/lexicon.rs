//! The relation lexicon: nouns, joints between names and verbs that tie two names together.

use crate::extract::EntityClass;
use crate::extract::lexicon::{Group, Lexicon, MarkedText};
use crate::extract::relational::Nouns;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words that relations are read from.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "RelationFile")]
pub struct RelationLexicon {
    file: RelationFile,
    index: Nouns,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RelationFile {
    nouns: BTreeMap<String, NounGroup>,
    adjacent: BTreeMap<String, Joint>,
    verbs: BTreeMap<String, VerbGroup>,
    public: PublicBodies,
}

/// Nouns that tie a person to somebody.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NounGroup {
    pub(super) predicate: String,
    pub(super) object: Vec<Side>,
    pub(super) confidence: f32,
    heads: Vec<String>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// Words between two names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Joint {
    pub(super) predicate: String,
    pub(super) subject: Vec<Side>,
    pub(super) object: Vec<Side>,
    #[serde(default)]
    pub(super) backward: bool,
    /// True if the subject must be a body of a state.
    #[serde(default)]
    pub(super) public: bool,
    between: Vec<String>,
    pub(super) confidence: f32,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// Verbs between two names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VerbGroup {
    pub(super) predicate: String,
    pub(super) lemmas: Vec<String>,
    #[serde(default)]
    pub(super) prepositions: Vec<String>,
    pub(super) subject: Vec<Side>,
    pub(super) object: Vec<Side>,
    #[serde(default)]
    pub(super) backward: bool,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PublicBodies {
    words: Vec<String>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// What may stand on one side of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Side {
    Person,
    Organization,
    Place,
    Event,
    Work,
}

impl Side {
    pub(super) fn is(self, class: EntityClass) -> bool {
        let own = match self {
            Self::Person => EntityClass::Person,
            Self::Organization => EntityClass::Organization,
            Self::Place => EntityClass::Place,
            Self::Event => EntityClass::NamedEvent,
            Self::Work => EntityClass::Work,
        };
        own == class
    }
}

impl Lexicon for RelationLexicon {
    const PATH: &'static str = "ontology/lexicon/relations.toml";
    const EMBEDDED: &'static str = include_str!("../../../ontology/lexicon/relations.toml");

    fn groups(&self) -> Vec<Group<'_>> {
        let file = &self.file;
        let nouns = file.nouns.iter().map(|(name, g)| Group { name, examples: &g.examples, counter_examples: &g.counter_examples });
        let joints = file.adjacent.iter().map(|(name, g)| Group { name, examples: &g.examples, counter_examples: &g.counter_examples });
        let verbs = file.verbs.iter().map(|(name, g)| Group { name, examples: &g.examples, counter_examples: &g.counter_examples });
        let public = Group { name: "public", examples: &file.public.examples, counter_examples: &file.public.counter_examples };
        nouns.chain(joints).chain(verbs).chain([public]).collect()
    }
}

impl From<RelationFile> for RelationLexicon {
    fn from(file: RelationFile) -> Self {
        let mut index = Nouns::default();
        for (group, entry) in file.nouns.values().enumerate() {
            for head in &entry.heads {
                index.add(head, false, group);
            }
        }
        Self { file, index }
    }
}

impl RelationLexicon {
    /// The nouns that tie a person to somebody.
    pub(crate) fn nouns(&self) -> &Nouns {
        &self.index
    }

    /// The group of a noun, by its number in [`Self::nouns`].
    pub(super) fn noun_group(&self, number: usize) -> Option<(&str, &NounGroup)> {
        self.file.nouns.iter().nth(number).map(|(name, group)| (name.as_str(), group))
    }

    /// What words between two names say.
    pub(super) fn joints<'a>(&'a self, between: &'a str) -> impl Iterator<Item = (&'a str, &'a Joint)> {
        let fits = move |joint: &&Joint| joint.between.iter().any(|words| words == between);
        self.file.adjacent.iter().map(|(name, joint)| (name.as_str(), joint)).filter(move |(_, joint)| fits(joint))
    }

    /// What a verb says.
    pub(super) fn verbs<'a>(&'a self, lemma: &'a str) -> impl Iterator<Item = (&'a str, &'a VerbGroup)> {
        let verbs = self.file.verbs.iter().map(|(name, group)| (name.as_str(), group));
        verbs.filter(move |(_, group)| group.lemmas.iter().any(|known| known == lemma))
    }

    /// True if a name has a word for a body of a state.
    pub(super) fn is_public(&self, name: &str) -> bool {
        name.split([' ', '-']).any(|word| self.file.public.words.iter().any(|known| word.eq_ignore_ascii_case(known)))
    }
}
