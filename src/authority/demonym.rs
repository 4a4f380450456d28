//! Demonyms: "Ukrainian" and the country it stands for.

use rustc_hash::{FxHashMap, FxHashSet};

const FILE: &str = include_str!("../../ontology/authority/demonyms.tsv");

/// The adjectives and nouns of nationality, with the country of each.
#[derive(Debug, Clone)]
pub struct Demonyms {
    country: FxHashMap<&'static str, &'static str>,
    countries: FxHashSet<&'static str>,
}

impl Demonyms {
    /// The demonyms compiled into the program.
    #[must_use]
    pub fn embedded() -> Self {
        let fields = FILE.lines().skip(1).filter_map(|line| line.split_once('\t'));
        let country: FxHashMap<_, _> = fields.map(|(demonym, rest)| (demonym, rest.split('\t').next().unwrap_or(rest))).collect();
        let countries = FILE.lines().skip(1).filter_map(|line| line.split('\t').nth(1)).collect();
        Self { country, countries }
    }

    /// The country that a word stands for, as the authority labels it; the word must be capitalized as in the text.
    #[must_use]
    pub fn country(&self, word: &str) -> Option<&'static str> {
        self.country.get(word).copied()
    }

    /// The country that a name stands for: its own label, or a demonym.
    #[must_use]
    pub fn country_named(&self, name: &str) -> Option<&'static str> {
        self.countries.get(name).copied().or_else(|| self.country(name))
    }

    /// The demonyms of a country, by its label, in the order of the alphabet.
    pub fn of(&self, country: &str) -> impl Iterator<Item = &'static str> {
        let mut words: Vec<_> = self.country.iter().filter(|(_, known)| **known == country).map(|(word, _)| *word).collect();
        words.sort_unstable();
        words.into_iter()
    }

    /// True when the word is a demonym.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.country.contains_key(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adjective_leads_to_its_country() {
        let demonyms = Demonyms::embedded();
        assert_eq!(demonyms.country("Ukrainian"), Some("Ukraine"));
        assert_eq!(demonyms.country("American"), Some("United States"));
        assert_eq!(demonyms.country("Ukraine"), None);
        assert!(demonyms.of("Ukraine").any(|word| word == "Ukrainian"));
    }
}
