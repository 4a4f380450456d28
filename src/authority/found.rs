//! What the added authorities have for the names of one article.

use super::{Authority, Kind, Record, fold, keys, romanized};
use std::collections::{BTreeMap, BTreeSet};

/// Lines of added authorities, kept as long as an article is read.
#[derive(Debug, Default)]
pub struct Found(BTreeSet<String>);

/// Rows of added authorities, by the names that were looked up.
#[derive(Debug, Default)]
pub struct Rows<'f>(Vec<Record<'f>>);

impl Found {
    /// Looks names up; what cannot be read gives nothing.
    #[must_use]
    pub fn new(authority: &Authority, names: &BTreeSet<&str>) -> Self {
        let of = |layer: &super::Layer| names.iter().flat_map(|name| layer.look_up(name).unwrap_or_default()).collect::<Vec<_>>();
        Self(authority.added().iter().flat_map(of).collect())
    }

    /// The rows, without those whose identifier the built-in authority has: its own row goes before. Of several rows with one identifier
    /// one stays.
    #[must_use]
    pub fn rows<'f>(&'f self, authority: &Authority) -> Rows<'f> {
        let mut seen: BTreeMap<&str, Kind> = BTreeMap::new();
        let known = |record: &Record| authority.knows(record.id) || !record.geonames.is_empty() && authority.knows(record.geonames);
        let records = self.0.iter().filter_map(|line| Record::read(line).ok()).filter(|record| !known(record));
        Rows(records.filter(|record| seen.insert(record.id, record.kind).is_none()).collect())
    }
}

impl<'f> Rows<'f> {
    /// The rows with this name, but for case and diacritics.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Record<'f>> {
        let key = fold(name);
        self.0.iter().filter(move |record| record.names().any(|name| fold(name) == key))
    }

    /// The people whose first and last names are these, in any romanization, whatever stands between.
    pub fn people_like(&self, name: &str) -> impl Iterator<Item = &Record<'f>> {
        let key = keys::outer(&romanized(name));
        let like = move |record: &&Record| record.names().any(|name| keys::outer(&romanized(name)) == key);
        self.0.iter().filter(|record| record.kind == Kind::Person).filter(like)
    }
}
