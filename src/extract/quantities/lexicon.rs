//! The lexicon of numbers: words for them, words that hedge them, and what they count.

use crate::extract::lexicon::{Group, Lexicon, MarkedText};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words that numbers are read by.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuantityLexicon {
    pub(super) numerals: BTreeMap<String, u64>,
    pub(super) multipliers: BTreeMap<String, u64>,
    pub(super) hedges: Hedges,
    pub(super) money: Money,
    pub(super) percent: Percent,
    pub(super) measure: Vec<Measure>,
}

/// Words around a number.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hedges {
    pub(super) words: Vec<String>,
    pub(super) parts: Vec<String>,
    pub(super) between: Vec<String>,
    pub(super) links: Vec<String>,
}

/// Signs and names of currencies with their ISO 4217 codes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Money {
    pub(super) signs: BTreeMap<String, String>,
    pub(super) words: BTreeMap<String, String>,
    pub(super) events: Vec<String>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// Words for a hundredth.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Percent {
    pub(super) words: Vec<String>,
    pub(super) events: Vec<String>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// What became of those counted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measure {
    /// Local name of the property in the ontology.
    pub(super) name: String,
    /// What is counted when the text does not say.
    pub(super) unit: String,
    /// Nouns of which one must be counted; any may where it is empty.
    #[serde(default)]
    pub(super) counts: Vec<String>,
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
    pub(super) tolls: Vec<String>,
    pub(super) events: Vec<String>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

impl Lexicon for QuantityLexicon {
    const PATH: &'static str = "ontology/lexicon/quantities.toml";
    const EMBEDDED: &'static str = include_str!("../../../ontology/lexicon/quantities.toml");

    fn groups(&self) -> Vec<Group<'_>> {
        let measures = self.measure.iter().map(|measure| (measure.name.as_str(), &measure.examples, &measure.counter_examples));
        let money = ("amount", &self.money.examples, &self.money.counter_examples);
        let percent = ("percentage", &self.percent.examples, &self.percent.counter_examples);
        let groups = measures.chain([money, percent]);
        groups.map(|(name, examples, counter_examples)| Group { name, examples, counter_examples }).collect()
    }
}
