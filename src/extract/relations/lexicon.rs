//! The relation lexicon: nouns, joints between names and verbs that tie two names together.

use super::joint::Joint;
use crate::extract::EntityClass;
use crate::extract::lexicon::{Group, Lexicon, MarkedText};
use crate::extract::relational::Nouns;
use serde::Deserialize;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// What a body of a state is to the state.
pub(super) const PART_OF: &str = "partOf";
/// What somebody is to their party.
pub(super) const MEMBER_OF: &str = "memberOf";
/// What a body is to where it has its seat.
pub(super) const BASED_IN: &str = "basedIn";

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
    units: Units,
    parties: PartyWords,
    origin: Origin,
    listing: Listing,
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
    /// Words of which the name of the object must have one; none if any will do.
    #[serde(default)]
    pub(super) object_words: Vec<String>,
    #[serde(default)]
    pub(super) backward: bool,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PublicBodies {
    words: Vec<String>,
    but: Vec<String>,
    regions: Vec<String>,
    confidence: f32,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// Nouns of bodies that belong to a place or to another body.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Units {
    of_places: Vec<String>,
    of_bodies: Vec<String>,
    pub(super) confidence: f32,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

impl Units {
    /// True if a word is the noun of a body that something of a class may have.
    pub(super) fn has(&self, word: &str, owner: EntityClass) -> bool {
        let words = if owner == EntityClass::Place { &self.of_places } else { &self.of_bodies };
        words.iter().any(|known| known.eq_ignore_ascii_case(word))
    }
}

/// What tells parties and who belongs to them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartyWords {
    pub(super) words: Vec<String>,
    pub(super) nouns: Vec<String>,
    pub(super) own_nouns: Vec<String>,
    pub(super) fellows: Vec<String>,
    pub(super) letters: BTreeMap<String, SmolStr>,
    pub(super) adjectives: BTreeMap<String, SmolStr>,
    pub(super) confidence: f32,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// Nouns of bodies that have a seat.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Origin {
    pub(super) words: Vec<String>,
    pub(super) introducing: Vec<String>,
    pub(super) confidence: f32,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// Words before a list of what lies in a place.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Listing {
    pub(super) words: Vec<String>,
    pub(super) nouns: Vec<String>,
    pub(super) confidence: f32,
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
        self.stated().into_iter().map(|(_, group)| group).collect()
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
    /// The groups, each with the predicate that it states.
    pub(super) fn stated(&self) -> Vec<(&str, Group<'_>)> {
        let file = &self.file;
        let nouns = file.nouns.iter().map(|(name, g)| (&g.predicate, name, &g.examples, &g.counter_examples));
        let joints = file.adjacent.iter().map(|(name, g)| (&g.predicate, name, &g.examples, &g.counter_examples));
        let verbs = file.verbs.iter().map(|(name, g)| (&g.predicate, name, &g.examples, &g.counter_examples));
        let groups = nouns.chain(joints).chain(verbs);
        let groups =
            groups.map(|(predicate, name, examples, counter_examples)| (predicate.as_str(), Group { name, examples, counter_examples }));
        let group = |name, examples, counter_examples| Group { name, examples, counter_examples };
        let single = [
            (PART_OF, group("public", &file.public.examples, &file.public.counter_examples)),
            (PART_OF, group("units", &file.units.examples, &file.units.counter_examples)),
            (MEMBER_OF, group("parties", &file.parties.examples, &file.parties.counter_examples)),
            (BASED_IN, group("origin", &file.origin.examples, &file.origin.counter_examples)),
            (PART_OF, group("listing", &file.listing.examples, &file.listing.counter_examples)),
        ];
        groups.chain(single).collect()
    }

    /// The nouns that tie a person to somebody.
    pub(crate) fn nouns(&self) -> &Nouns {
        &self.index
    }

    /// The group of a noun, by its number in [`Self::nouns`].
    pub(super) fn noun_group(&self, number: usize) -> Option<(&str, &NounGroup)> {
        self.file.nouns.iter().nth(number).map(|(name, group)| (name.as_str(), group))
    }

    /// What words between two names say, in lower case.
    pub(super) fn joints<'a>(&'a self, between: &'a [String]) -> impl Iterator<Item = (&'a str, &'a Joint)> {
        self.file.adjacent.iter().map(|(name, joint)| (name.as_str(), joint)).filter(move |(_, joint)| joint.stands_in(between))
    }

    /// What verbs say.
    pub(super) fn verbs(&self) -> impl Iterator<Item = (&str, &VerbGroup)> {
        self.file.verbs.iter().map(|(name, group)| (name.as_str(), group))
    }

    /// True if a name has a word for a body of a state.
    pub(super) fn is_public(&self, name: &str) -> bool {
        let has = |words: &[String]| name.split([' ', '-']).any(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)));
        has(&self.file.public.words) && !has(&self.file.public.but)
    }

    /// True for a part of the world that is no state.
    pub(super) fn is_region(&self, label: &str) -> bool {
        self.file.public.regions.iter().any(|region| region == label)
    }

    /// The nouns of bodies that belong to a place or to another body.
    pub(super) fn units(&self) -> &Units {
        &self.file.units
    }

    /// How sure it is that such a body is part of the state.
    pub(super) fn public_confidence(&self) -> f32 {
        self.file.public.confidence
    }

    /// What tells parties.
    pub(super) fn parties(&self) -> &PartyWords {
        &self.file.parties
    }

    /// The nouns of bodies that have a seat.
    pub(super) fn origin(&self) -> &Origin {
        &self.file.origin
    }

    /// The words before a list of what lies in a place.
    pub(super) fn listing(&self) -> &Listing {
        &self.file.listing
    }
}
