//! Given names and the sex they tell.

use rustc_hash::FxHashMap;

const FILE: &str = include_str!("../../ontology/authority/given_names.tsv");

/// The given names that women or men alone bear.
#[derive(Debug, Clone)]
pub struct GivenNames {
    female: FxHashMap<&'static str, bool>,
}

impl GivenNames {
    /// The names compiled into the program.
    #[must_use]
    pub fn embedded() -> Self {
        let rows = FILE.lines().skip(1).filter_map(|line| line.split_once('\t'));
        Self { female: rows.map(|(name, rest)| (name, rest.starts_with("female"))).collect() }
    }

    /// True for a woman's name, false for a man's, none for any other; the name folded.
    #[must_use]
    pub fn is_female(&self, name: &str) -> Option<bool> {
        self.female.get(name).copied()
    }
}
