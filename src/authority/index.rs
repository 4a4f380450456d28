//! The authority in memory: its rows, found by name.

use super::keys::{self, outer, surname};
use super::{AddedError, Demonyms, GivenNames, Layer, Offices, Record, RecordError, Surroundings, fold, layers, romanized};
use rustc_hash::FxHashSet;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// The files of rows, by name, in the order in which `build.rs` numbers the rows.
pub(super) const FILES: [(&str, &str); 5] = [
    ("countries", include_str!("../../ontology/authority/countries.tsv")),
    ("places", include_str!("../../ontology/authority/places.tsv")),
    ("organizations", include_str!("../../ontology/authority/organizations.tsv")),
    ("events", include_str!("../../ontology/authority/events.tsv")),
    ("people", include_str!("../../ontology/authority/people.tsv")),
];

/// By identifier.
const IDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ids.idx"));
/// By folded name.
const NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.idx"));
/// By romanized surname, of people alone.
const SURNAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/surnames.idx"));
/// By romanized first and last word, of people alone.
const OUTER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/outer.idx"));

/// The rows of the authority with an index of their names, and the register of offices.
#[derive(Debug, Clone)]
pub struct Authority {
    records: Vec<Record<'static>>,
    given: GivenNames,
    demonyms: Demonyms,
    offices: Offices,
    surroundings: Surroundings,
    /// What the user added, and the identifiers of the own rows, which go before.
    added: Arc<Vec<Layer>>,
    /// Why something of it could not be read.
    failure: Arc<OnceLock<AddedError>>,
    ids: FxHashSet<&'static str>,
}

impl Authority {
    /// The authority compiled into the program.
    ///
    /// # Errors
    /// If a row is malformed; a test reads them all, so that a released program does not meet this.
    pub fn embedded() -> Result<Self, RecordError> {
        let lines = FILES.iter().flat_map(|(_, file)| file.lines().skip(1));
        Ok(Self {
            records: lines.map(Record::read).collect::<Result<_, _>>()?,
            given: GivenNames::embedded(),
            demonyms: Demonyms::embedded(),
            offices: Offices::embedded()?,
            surroundings: Surroundings::embedded()?,
            added: Arc::default(),
            failure: Arc::default(),
            ids: FxHashSet::default(),
        })
    }

    /// The authority with those that were added to a folder.
    ///
    /// # Errors
    /// If one of them cannot be read.
    pub fn with_added(mut self, folder: &Path) -> Result<Self, AddedError> {
        self.added = Arc::new(layers(folder)?);
        self.ids = self.records.iter().flat_map(|record| [record.id, record.geonames]).filter(|id| !id.is_empty()).collect();
        Ok(self)
    }

    /// The authorities that were added.
    pub(super) fn added(&self) -> &[Layer] {
        &self.added
    }

    /// True when authorities were added.
    #[must_use]
    pub fn has_added(&self) -> bool {
        !self.added.is_empty()
    }

    /// Keeps why an added authority could not be read, unless it keeps another reason already.
    pub(super) fn fail(&self, error: AddedError) {
        let _ = self.failure.set(error);
    }

    /// Why an added authority could not be read, if one could not since the program began.
    #[must_use]
    pub fn failure(&self) -> Option<&AddedError> {
        self.failure.get()
    }

    /// True when a row of the built-in authority has an identifier, of Wikidata or `GeoNames`, and others were added.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.ids.contains(id)
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
        self.rows(IDS, keys::hash(id)).find(|record| record.id == id)
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
        self.rows(NAMES, keys::hash(&key)).filter(move |record| record.names().any(|name| fold(name) == key))
    }

    /// The people with this surname, in any romanization.
    pub fn surnamed(&self, name: &str) -> impl Iterator<Item = &Record<'static>> {
        let key = romanized(name);
        let key = surname(&key).to_owned();
        self.rows(SURNAMES, keys::hash(&key)).filter(move |record| record.names().any(|name| surname(&romanized(name)) == key))
    }

    /// The people whose first and last names are these, in any romanization, whatever stands between.
    pub fn people_like(&self, name: &str) -> impl Iterator<Item = &Record<'static>> {
        let key = outer(&romanized(name));
        self.rows(OUTER, keys::hash(&key)).filter(move |record| record.names().any(|name| outer(&romanized(name)) == key))
    }

    fn rows(&self, index: &'static [u8], key: u64) -> impl Iterator<Item = &Record<'static>> {
        rows(index, key).filter_map(|row| self.records.get(row as usize))
    }
}

/// Bytes of an entry of an index: a key and the position of a row.
const ENTRY: usize = 12;

/// The positions of the rows with a key.
fn rows(index: &[u8], key: u64) -> impl Iterator<Item = u32> {
    let entries: &[[u8; ENTRY]] = index.as_chunks().0;
    let key_of = |entry: &[u8; ENTRY]| entry.first_chunk().map_or(0, |key| u64::from_le_bytes(*key));
    let first = entries.partition_point(|entry| key_of(entry) < key);
    let found = entries[first..].iter().take_while(move |entry| key_of(entry) == key);
    found.filter_map(|entry| entry.last_chunk().map(|row| u32::from_le_bytes(*row)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_by_identifier_and_by_name() {
        let authority = Authority::embedded().expect("the rows are well-formed");
        for record in authority.records() {
            assert!(authority.with_id(record.id).is_some_and(|found| found.id == record.id), "{record:?}");
            assert!(record.names().all(|name| authority.named(name).any(|found| found == record)), "{record:?}");
        }
        assert!(authority.with_id("Q0").is_none());
    }

    #[test]
    fn a_person_is_found_by_surname_and_by_outer_names() {
        let authority = Authority::embedded().expect("the rows are well-formed");
        assert!(authority.surnamed("Zelensky").any(|record| record.label == "Volodymyr Zelenskyy"));
        assert!(authority.people_like("Yury Viktorovich Ushakov").any(|record| record.label == "Yuri Ushakov"));
    }
}
