//! The authority in memory: its rows, found by name.

use super::{GivenNames, Record, RecordError, fold, romanized};
use rustc_hash::FxHasher;
use std::hash::Hasher;

const FILES: [&str; 4] = [
    include_str!("../../ontology/authority/countries.tsv"),
    include_str!("../../ontology/authority/places.tsv"),
    include_str!("../../ontology/authority/organizations.tsv"),
    include_str!("../../ontology/authority/people.tsv"),
];

/// The rows of the authority with an index of their names.
#[derive(Debug, Clone)]
pub struct Authority {
    records: Vec<Record<'static>>,
    given: GivenNames,
    /// Hash of a folded name, position of the row; sorted.
    folded: Vec<(u64, u32)>,
    /// The same for the surnames of heads of state and government, romanized.
    leaders: Vec<(u64, u32)>,
    /// The same for romanized names, of people alone.
    romanized: Vec<(u64, u32)>,
}

impl Authority {
    /// The authority compiled into the program.
    ///
    /// # Errors
    /// If a row is malformed; a test reads them all, so that a released program does not meet this.
    pub fn embedded() -> Result<Self, RecordError> {
        let lines = FILES.iter().flat_map(|file| file.lines().skip(1));
        Ok(Self::new(lines.map(Record::read).collect::<Result<_, _>>()?))
    }

    fn new(records: Vec<Record<'static>>) -> Self {
        let mut index = Self { records, given: GivenNames::embedded(), folded: Vec::new(), leaders: Vec::new(), romanized: Vec::new() };
        for (row, record) in (0_u32..).zip(&index.records) {
            for name in record.names() {
                index.folded.push((hash(&fold(name)), row));
                if record.is_leader() {
                    index.leaders.push((hash(&romanized(surname(name))), row));
                }
                if record.kind == super::Kind::Person {
                    index.romanized.push((hash(&romanized(name)), row));
                }
            }
        }
        index.folded.sort_unstable();
        index.folded.dedup();
        index.leaders.sort_unstable();
        index.leaders.dedup();
        index.romanized.sort_unstable();
        index.romanized.dedup();
        index
    }

    /// All rows.
    #[must_use]
    pub fn records(&self) -> &[Record<'static>] {
        &self.records
    }

    /// The given names and the sex they tell.
    #[must_use]
    pub fn given_names(&self) -> &GivenNames {
        &self.given
    }

    /// The rows with this name, but for case and diacritics.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Record<'static>> {
        let key = fold(name);
        let rows = rows(&self.folded, hash(&key)).filter_map(|row| self.records.get(row));
        rows.filter(move |record| record.names().any(|name| fold(name) == key))
    }

    /// The heads of state and government with this surname.
    pub fn leaders(&self, name: &str) -> impl Iterator<Item = &Record<'static>> {
        let key = romanized(name);
        let rows = rows(&self.leaders, hash(&key)).filter_map(|row| self.records.get(row));
        rows.filter(move |record| record.names().any(|name| romanized(surname(name)) == key))
    }

    /// The people with this name in another romanization.
    pub fn people_like(&self, name: &str) -> impl Iterator<Item = &Record<'static>> {
        let key = romanized(name);
        let rows = rows(&self.romanized, hash(&key)).filter_map(|row| self.records.get(row));
        rows.filter(move |record| record.names().any(|name| romanized(name) == key))
    }
}

fn surname(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

fn rows(index: &[(u64, u32)], key: u64) -> impl Iterator<Item = usize> {
    let start = index.partition_point(|entry| entry.0 < key);
    index[start..].iter().take_while(move |entry| entry.0 == key).map(|entry| entry.1 as usize)
}

fn hash(name: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(name.as_bytes());
    hasher.finish()
}
