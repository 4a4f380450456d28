//! The words of `ontology/lexicon/events.toml` and `ontology/lexicon/modality.toml`.

use crate::extract::Modality;
use crate::extract::lexicon::{Group, Lexicon, LexiconError, MarkedText};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use smol_str::SmolStr;

/// The classes of events with their trigger words, and the words of modality.
#[derive(Debug, Clone)]
pub struct EventLexicon {
    classes: Vec<SmolStr>,
    verbs: FxHashMap<SmolStr, Vec<u8>>,
    nouns: FxHashMap<SmolStr, Vec<u8>>,
    light: FxHashSet<SmolStr>,
    happening: FxHashSet<SmolStr>,
    mutual: FxHashSet<SmolStr>,
    known: FxHashSet<SmolStr>,
    /// For each class, a bit for each family that it belongs to.
    families: Vec<u32>,
    marks: FxHashMap<SmolStr, Marks>,
}

/// The file of triggers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Triggers {
    light: FxHashSet<SmolStr>,
    happening: FxHashSet<SmolStr>,
    mutual: FxHashSet<SmolStr>,
    known: FxHashSet<SmolStr>,
    families: Vec<Vec<SmolStr>>,
    class: Vec<Class>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Class {
    name: SmolStr,
    verbs: Vec<SmolStr>,
    nouns: Vec<SmolStr>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// The file of modality.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Modalities {
    modality: Vec<Cues>,
}

/// The words of one modality.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cues {
    name: SmolStr,
    auxiliaries: Vec<SmolStr>,
    governors: Vec<SmolStr>,
    modifiers: Vec<SmolStr>,
    markers: Vec<SmolStr>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// Where a word of modality stands, seen from the trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Beside the trigger's verb.
    Auxiliary,
    /// Above the trigger.
    Governor,
    /// Of the trigger itself.
    Modifier,
    /// At the head of its clause.
    Marker,
}

impl Lexicon for Triggers {
    const PATH: &'static str = "ontology/lexicon/events.toml";
    const EMBEDDED: &'static str = include_str!("../../../ontology/lexicon/events.toml");

    fn groups(&self) -> Vec<Group<'_>> {
        let classes = self.class.iter();
        classes.map(|class| Group { name: &class.name, examples: &class.examples, counter_examples: &class.counter_examples }).collect()
    }
}

impl Lexicon for Modalities {
    const PATH: &'static str = "ontology/lexicon/modality.toml";
    const EMBEDDED: &'static str = include_str!("../../../ontology/lexicon/modality.toml");

    fn groups(&self) -> Vec<Group<'_>> {
        let cues = self.modality.iter();
        cues.map(|cues| Group { name: &cues.name, examples: &cues.examples, counter_examples: &cues.counter_examples }).collect()
    }
}

impl EventLexicon {
    /// The lexicons compiled into the program.
    ///
    /// # Errors
    /// If one is malformed, which a test excludes.
    pub fn embedded() -> Result<Self, LexiconError> {
        Ok(Self::new(Triggers::embedded()?, &Modalities::embedded()?))
    }

    fn new(triggers: Triggers, modalities: &Modalities) -> Self {
        let mut lexicon = Self {
            classes: triggers.class.iter().map(|class| class.name.clone()).collect(),
            verbs: FxHashMap::default(),
            nouns: FxHashMap::default(),
            light: triggers.light,
            happening: triggers.happening,
            mutual: triggers.mutual,
            known: triggers.known,
            families: triggers.class.iter().map(|class| families(&triggers.families, &class.name)).collect(),
            marks: marks(&modalities.modality),
        };
        for (number, class) in (0_u8..).zip(triggers.class) {
            class.verbs.into_iter().for_each(|verb| lexicon.verbs.entry(verb).or_default().push(number));
            class.nouns.into_iter().for_each(|noun| lexicon.nouns.entry(noun).or_default().push(number));
        }
        lexicon
    }

    /// The names of the classes, in the order of their numbers.
    #[must_use]
    pub fn classes(&self) -> &[SmolStr] {
        &self.classes
    }

    /// The classes that a verb, with its particle if it has one, can tell of.
    pub(super) fn verb(&self, lemma: &str) -> &[u8] {
        self.verbs.get(lemma).map(Vec::as_slice).unwrap_or_default()
    }

    /// The classes that a noun, or a noun after another, can tell of.
    pub(super) fn noun(&self, lemma: &str) -> &[u8] {
        self.nouns.get(lemma).map(Vec::as_slice).unwrap_or_default()
    }

    /// True when two classes, given by their numbers, are often two views of one event.
    #[must_use]
    pub fn is_same_family(&self, a: usize, b: usize) -> bool {
        a == b || self.families.get(a).zip(self.families.get(b)).is_some_and(|(a, b)| a & b != 0)
    }

    /// The same for classes given by their names.
    pub(super) fn is_alike(&self, a: &str, b: &str) -> bool {
        let number = |name: &str| self.classes.iter().position(|class| class == name);
        number(a).zip(number(b)).is_some_and(|(a, b)| self.is_same_family(a, b))
    }

    /// True for a verb that may only carry a noun.
    pub(super) fn is_light(&self, verb: &str) -> bool {
        self.light.contains(verb)
    }

    /// True for classes of events in which all who take part do the same.
    pub(super) fn is_mutual(&self, class: &str) -> bool {
        self.mutual.contains(class)
    }

    /// True for verbs that with an event as their subject say only that it happened.
    pub(super) fn is_happening(&self, verb: &str) -> bool {
        self.happening.contains(verb)
    }

    /// True for a determiner before what was spoken of already.
    pub(super) fn makes_known(&self, determiner: &str) -> bool {
        self.known.contains(determiner)
    }

    /// The modalities that a word tells of.
    pub(super) fn marks(&self, word: &str) -> Marks {
        self.marks.get(word).copied().unwrap_or_default()
    }
}

/// The families that a class belongs to, as bits.
fn families(families: &[Vec<SmolStr>], class: &str) -> u32 {
    families.iter().enumerate().filter(|(_, family)| family.iter().any(|name| name == class)).map(|(number, _)| 1 << number).sum()
}

/// The modalities that a word tells of at each place: a bit for each group of the file.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks([u8; 4]);

impl Marks {
    /// Those of either.
    pub(super) fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|place| self.0[place] | other.0[place]))
    }

    /// The numbers of the groups that the word belongs to at a place.
    pub(super) fn at(self, place: Place) -> impl Iterator<Item = u64> {
        let bits = self.0[place as usize];
        (0..8).filter(move |group| bits >> group & 1 == 1)
    }
}

fn marks(groups: &[Cues]) -> FxHashMap<SmolStr, Marks> {
    let mut marks: FxHashMap<SmolStr, Marks> = FxHashMap::default();
    for (number, group) in groups.iter().enumerate() {
        for (place, words) in [&group.auxiliaries, &group.governors, &group.modifiers, &group.markers].into_iter().enumerate() {
            for word in words {
                marks.entry(word.clone()).or_default().0[place] |= 1 << number;
            }
        }
    }
    marks
}

/// The modalities in the order of their numbers in the model.
pub const MODALITIES: [Modality; 5] = [Modality::Actual, Modality::Planned, Modality::Hypothetical, Modality::Denied, Modality::Claimed];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_the_ontology_has_triggers_and_examples() {
        let triggers = Triggers::embedded().expect("the lexicon is in order");
        assert_eq!(triggers.class.len(), 32);
        for class in &triggers.class {
            assert!(!class.nouns.is_empty() && !class.examples.is_empty(), "{}", class.name);
            assert!(class.examples.iter().all(|example| example.marked("event").count() > 0), "{}", class.name);
        }
    }

    #[test]
    fn every_modality_is_one_of_the_model() {
        let modalities = Modalities::embedded().expect("the lexicon is in order");
        let names: Vec<&str> = modalities.modality.iter().map(|cues| cues.name.as_str()).collect();
        assert_eq!(names, ["denied", "planned", "hypothetical", "claimed"]);
    }
}
