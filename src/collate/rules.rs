//! What tells one event and a contradiction, as data: `ontology/collation.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: &str = include_str!("../../ontology/collation.toml");

/// The data of `ontology/collation.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Classes of events of which two tellings can be one event, each group under one name.
    same: BTreeMap<String, Vec<String>>,
    /// Classes of events that belong to one incident, so that numbers given for them can be compared.
    incident: BTreeMap<String, Vec<String>>,
    /// Modalities of events that can be one.
    modalities: Vec<String>,
    /// Measures whose number only grows as more becomes known.
    growing: Vec<String>,
    /// What qualifiers make of a number.
    qualifiers: Qualifiers,
}

/// Qualifiers by what they make of a number.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Qualifiers {
    at_least: Vec<String>,
    at_most: Vec<String>,
    about: Vec<String>,
}

/// By what share "about" may be off.
const SLACK: f64 = 0.15;

impl Rules {
    /// The rules that the program was built with.
    ///
    /// # Errors
    /// If the file is malformed; a test reads it.
    pub fn embedded() -> Result<Self, toml::de::Error> {
        toml::from_str(FILE)
    }

    /// The group of classes of which a class is one that can be told twice.
    pub(super) fn same(&self, class: &str) -> Option<&str> {
        group(&self.same, class)
    }

    /// The kind of incident that an event of a class belongs to.
    pub(super) fn incident(&self, class: &str) -> Option<&str> {
        group(&self.incident, class)
    }

    pub(super) fn is_told_as_one(&self, modality: &str) -> bool {
        self.modalities.iter().any(|known| known == modality)
    }

    pub(super) fn grows(&self, measure: &str) -> bool {
        self.growing.iter().any(|known| known == measure)
    }

    /// The least and the most that a hedged number can be.
    pub(super) fn range(&self, value: f64, qualifier: Option<&str>) -> (f64, f64) {
        let Some(qualifier) = qualifier.map(str::to_lowercase) else { return (value, value) };
        let has = |words: &[String]| words.contains(&qualifier);
        if has(&self.qualifiers.at_least) {
            (value, f64::INFINITY)
        } else if has(&self.qualifiers.at_most) {
            (f64::NEG_INFINITY, value)
        } else if has(&self.qualifiers.about) {
            (value - value.abs() * SLACK, value + value.abs() * SLACK)
        } else {
            (value, value)
        }
    }
}

fn group<'r>(groups: &'r BTreeMap<String, Vec<String>>, class: &str) -> Option<&'r str> {
    groups.iter().find(|(_, classes)| classes.iter().any(|known| known == class)).map(|(name, _)| name.as_str())
}
