//! What the added authorities have for the names of one article.

use super::acronym::acronym;
use super::{Authority, Kind, Record, fold, is_acronym, keys, romanized};
use std::collections::BTreeSet;

/// Lines of added authorities, kept as long as an article is read: those of authorities that go first, then the others, in their order.
#[derive(Debug, Default)]
pub struct Found {
    first: Vec<String>,
    others: Vec<String>,
}

/// Rows of added authorities, by the names that were looked up.
#[derive(Debug, Default)]
pub struct Rows<'f> {
    records: Vec<Record<'f>>,
    /// So many of them, from the beginning, go before the rows of the built-in authority.
    first: usize,
}

impl Found {
    /// Looks names up; what cannot be read gives nothing, and the authority keeps why.
    #[must_use]
    pub fn new(authority: &Authority, names: &BTreeSet<String>) -> Self {
        let mut found = Self::default();
        for layer in authority.added() {
            let lines = if layer.is_first() { &mut found.first } else { &mut found.others };
            match names.iter().map(|name| layer.look_up(name)).collect::<Result<Vec<_>, _>>() {
                Ok(all) => lines.extend(all.into_iter().flatten().collect::<BTreeSet<_>>()),
                Err(error) => authority.fail(error),
            }
        }
        found
    }

    /// The rows: of several with one identifier the first. Those whose identifier the built-in authority has are left out, since its own
    /// row goes before, but for authorities that go first.
    #[must_use]
    pub fn rows<'f>(&'f self, authority: &Authority) -> Rows<'f> {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let known = |record: &Record| authority.knows(record.id) || !record.geonames.is_empty() && authority.knows(record.geonames);
        let mut records = read(&self.first);
        records.retain(|record| seen.insert(record.id));
        let first = records.len();
        records.extend(read(&self.others).into_iter().filter(|record| !known(record) && seen.insert(record.id)));
        Rows { records, first }
    }
}

/// The lines as rows; [`super::Layer::look_up`] has read each once.
fn read(lines: &[String]) -> Vec<Record<'_>> {
    lines.iter().filter_map(|line| Record::read(line).ok()).collect()
}

impl<'f> Rows<'f> {
    /// The rows with this name, but for case and diacritics.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Record<'f>> {
        let key = fold(name);
        self.records.iter().filter(move |record| record.names().any(|name| fold(name) == key))
    }

    /// The people whose first and last names are these, in any romanization, whatever stands between.
    pub fn people_like(&self, name: &str) -> impl Iterator<Item = &Record<'f>> {
        let key = keys::outer(&romanized(name));
        let like = move |record: &&Record| record.names().any(|name| keys::outer(&romanized(name)) == key);
        self.records.iter().filter(|record| record.kind == Kind::Person).filter(like)
    }

    /// The bodies whose acronym this is, and which do not bear it as a name.
    pub fn abbreviated(&self, name: &str) -> impl Iterator<Item = &Record<'f>> {
        let key = fold(name);
        let is_it = move |record: &&Record| {
            let made = |name: &str| acronym(name, record.kind).is_some_and(|acronym| acronym == key);
            record.names().any(made) && record.names().all(|name| fold(name) != key)
        };
        self.records.iter().filter(move |_| is_acronym(name)).filter(is_it)
    }

    /// True for a row that goes before those of the built-in authority.
    #[must_use]
    pub fn is_first(&self, row: &Record) -> bool {
        self.records[..self.first].contains(row)
    }

    /// True for a row of the built-in authority in whose place one with its identifier was found that goes before it.
    #[must_use]
    pub fn replace(&self, row: &Record) -> bool {
        let same = |other: &Record| other.id == row.id || !row.geonames.is_empty() && other.geonames == row.geonames;
        self.records[..self.first].iter().any(same)
    }
}
