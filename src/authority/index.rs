//! The authority in memory: its rows, found by name.

use super::{Demonyms, GivenNames, Kind, Offices, Record, RecordError, Surroundings, fold, romanized};
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// The files of rows, by name.
pub(super) const FILES: [(&str, &str); 5] = [
    ("countries", include_str!("../../ontology/authority/countries.tsv")),
    ("places", include_str!("../../ontology/authority/places.tsv")),
    ("organizations", include_str!("../../ontology/authority/organizations.tsv")),
    ("events", include_str!("../../ontology/authority/events.tsv")),
    ("people", include_str!("../../ontology/authority/people.tsv")),
];

/// Hash of a name, position of the row; sorted.
type Index = Vec<(u64, u32)>;

/// The rows of the authority with an index of their names, and the register of offices.
#[derive(Debug, Clone)]
pub struct Authority {
    records: Vec<Record<'static>>,
    given: GivenNames,
    demonyms: Demonyms,
    offices: Offices,
    surroundings: Surroundings,
    /// By folded name.
    folded: Index,
    /// By romanized surname, of people alone.
    surnames: Index,
    /// By romanized first and last word, of people alone.
    outer: Index,
}

impl Authority {
    /// The authority compiled into the program.
    ///
    /// # Errors
    /// If a row is malformed; a test reads them all, so that a released program does not meet this.
    pub fn embedded() -> Result<Self, RecordError> {
        let lines = FILES.iter().flat_map(|(_, file)| file.lines().skip(1));
        Self::new(lines.map(Record::read).collect::<Result<_, _>>()?)
    }

    fn new(records: Vec<Record<'static>>) -> Result<Self, RecordError> {
        let (given, demonyms, offices) = (GivenNames::embedded(), Demonyms::embedded(), Offices::embedded()?);
        let surroundings = Surroundings::embedded()?;
        let mut index =
            Self { records, given, demonyms, offices, surroundings, folded: Vec::new(), surnames: Vec::new(), outer: Vec::new() };
        for (row, record) in (0_u32..).zip(&index.records) {
            for name in record.names() {
                let folded = fold(name);
                index.folded.push((hash(&folded), row));
                if record.kind == Kind::Person {
                    let key = romanized(&folded);
                    index.surnames.push((hash(surname(&key)), row));
                    index.outer.push((hash(&outer(&key)), row));
                }
            }
        }
        for list in [&mut index.folded, &mut index.surnames, &mut index.outer] {
            list.sort_unstable();
            list.dedup();
        }
        Ok(index)
    }

    /// The words around names that tell what they name.
    #[must_use]
    pub fn surroundings(&self) -> &Surroundings {
        &self.surroundings
    }

    /// All rows.
    #[must_use]
    pub fn records(&self) -> &[Record<'static>] {
        &self.records
    }

    /// The row with an identifier; a city and a region may share one, then the first.
    #[must_use]
    pub fn with_id(&self, id: &str) -> Option<&Record<'static>> {
        self.records.iter().find(|record| record.id == id)
    }

    /// The given names and the sex they tell.
    #[must_use]
    pub fn given_names(&self) -> &GivenNames {
        &self.given
    }

    /// The adjectives and nouns that stand for a country.
    #[must_use]
    pub fn demonyms(&self) -> &Demonyms {
        &self.demonyms
    }

    /// The register of offices.
    #[must_use]
    pub fn offices(&self) -> &Offices {
        &self.offices
    }

    /// The rows with this name, but for case and diacritics.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Record<'static>> {
        let key = fold(name);
        self.rows(&self.folded, hash(&key)).filter(move |record| record.names().any(|name| fold(name) == key))
    }

    /// The people with this surname, in any romanization.
    pub fn surnamed(&self, name: &str) -> impl Iterator<Item = &Record<'static>> {
        let key = romanized(name);
        let key = surname(&key).to_owned();
        self.rows(&self.surnames, hash(&key)).filter(move |record| record.names().any(|name| surname(&romanized(name)) == key))
    }

    /// The people whose first and last names are these, in any romanization, whatever stands between.
    pub fn people_like(&self, name: &str) -> impl Iterator<Item = &Record<'static>> {
        let key = outer(&romanized(name));
        self.rows(&self.outer, hash(&key)).filter(move |record| record.names().any(|name| outer(&romanized(name)) == key))
    }

    fn rows<'a>(&'a self, index: &'a Index, key: u64) -> impl Iterator<Item = &'a Record<'static>> {
        let start = index.partition_point(|entry| entry.0 < key);
        let found = index[start..].iter().take_while(move |entry| entry.0 == key);
        found.filter_map(|entry| self.records.get(entry.1 as usize))
    }
}

/// The last word of a name.
fn surname(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// The first and the last word of a name.
fn outer(name: &str) -> String {
    match name.split_once(' ') {
        Some((first, rest)) => format!("{first} {}", surname(rest)),
        None => name.to_owned(),
    }
}

fn hash(name: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(name.as_bytes());
    hasher.finish()
}
