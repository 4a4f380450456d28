//! A row of the authority.

use super::fold::{distance, romanized};
use std::str::FromStr;

/// A thing that the authority knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record<'a> {
    /// Wikidata identifier ("Q212"), one of our own with the prefix `loc:`, or an IRI.
    pub id: &'a str,
    /// What it is.
    pub kind: Kind,
    /// Its best name.
    pub label: &'a str,
    /// Its other names, parted by `|`.
    pub aliases: &'a str,
    /// `GeoNames` number; empty if none is known.
    pub geonames: &'a str,
    /// ISO 3166 code; empty if it has none.
    pub iso: &'a str,
    /// Label of the country it belongs to or stands for; empty if none.
    pub country: &'a str,
    /// Inhabitants; of a person or body of an added authority in how many Wikipedias it stands. 0 if unknown.
    pub population: u32,
    /// When one of its names means it.
    pub matching: Match,
    /// What it is, in words.
    pub description: &'a str,
    /// Where the row comes from.
    pub source: &'a str,
    /// Up to when its sources know it: a year, month or day; empty where they give none.
    pub as_of: &'a str,
    /// Degrees north; empty if unknown.
    pub latitude: &'a str,
    /// Degrees east; empty if unknown.
    pub longitude: &'a str,
}

/// What kind of thing a row describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A state or dependent territory.
    Country,
    /// A first-level division of a country.
    Region,
    /// A city or town.
    City,
    /// A sea, river, island, mountain range, continent.
    Physical,
    /// A human being.
    Person,
    /// A body of a government, or between governments.
    Government,
    /// A news medium or agency.
    Media,
    /// A political party.
    Party,
    /// Any other body.
    Organization,
    /// A named event.
    Event,
}

/// When a name of a row means the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Match {
    /// Wherever a name stands, in any case.
    Any,
    /// Only in the very spelling of the row.
    Exact,
    /// Only where the article gives further reason: another of its names, its country, its office.
    Context,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the authority has {found:?} for {column}")]
pub struct RecordError {
    /// The column.
    pub column: &'static str,
    /// What stands there.
    pub found: String,
}

impl FromStr for Kind {
    type Err = RecordError;

    fn from_str(word: &str) -> Result<Self, RecordError> {
        Ok(match word {
            "country" => Self::Country,
            "region" => Self::Region,
            "city" => Self::City,
            "physical" => Self::Physical,
            "person" => Self::Person,
            "government" => Self::Government,
            "media" => Self::Media,
            "party" => Self::Party,
            "organization" => Self::Organization,
            "event" => Self::Event,
            _ => return Err(RecordError { column: "kind", found: word.to_owned() }),
        })
    }
}

impl FromStr for Match {
    type Err = RecordError;

    fn from_str(word: &str) -> Result<Self, RecordError> {
        Ok(match word {
            "any" => Self::Any,
            "exact" => Self::Exact,
            "context" => Self::Context,
            _ => return Err(RecordError { column: "match", found: word.to_owned() }),
        })
    }
}

impl Kind {
    /// As it stands in a row.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::City => "city",
            Self::Physical => "physical",
            Self::Person => "person",
            Self::Government => "government",
            Self::Media => "media",
            Self::Party => "party",
            Self::Organization => "organization",
            Self::Event => "event",
        }
    }
}

impl Match {
    fn word(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Exact => "exact",
            Self::Context => "context",
        }
    }
}

impl<'a> Record<'a> {
    /// Reads a line of fourteen fields parted by tabs: id, kind, label, aliases, geonames, iso, country, population, match, description,
    /// source, as of, latitude, longitude.
    ///
    /// # Errors
    /// If a field is missing, or the kind, the population or the way of matching is none.
    pub fn read(line: &'a str) -> Result<Self, RecordError> {
        let mut fields = line.split('\t');
        let mut next = |column| fields.next().ok_or(RecordError { column, found: String::new() });
        let (id, kind, label) = (next("id")?, next("kind")?.parse()?, next("label")?);
        let (aliases, geonames, iso, country) = (next("aliases")?, next("geonames")?, next("iso")?, next("country")?);
        let inhabitants = next("population")?;
        let population = if inhabitants.is_empty() { Ok(0) } else { inhabitants.parse() };
        let population = population.map_err(|_| RecordError { column: "population", found: inhabitants.to_owned() })?;
        let (matching, description, source) = (next("match")?.parse()?, next("description")?, next("source")?);
        let (as_of, latitude, longitude) = (next("as_of")?, next("latitude")?, next("longitude")?);
        Ok(Self { id, kind, label, aliases, geonames, iso, country, population, matching, description, source, as_of, latitude, longitude })
    }

    /// The line that [`Self::read`] reads. Tabs and line ends within fields become spaces.
    #[must_use]
    pub fn line(&self) -> String {
        let population = if self.population == 0 { String::new() } else { self.population.to_string() };
        let fields = [
            self.id,
            self.kind.word(),
            self.label,
            self.aliases,
            self.geonames,
            self.iso,
            self.country,
            &population,
            self.matching.word(),
            self.description,
            self.source,
            self.as_of,
            self.latitude,
            self.longitude,
        ];
        fields.map(|field| field.replace(['\t', '\n', '\r'], " ")).join("\t")
    }

    /// All its names, the best first.
    pub fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        std::iter::once(self.label).chain(self.aliases.split('|').filter(|alias| !alias.is_empty()))
    }

    /// True for one who is or was lately head of a state or government.
    #[must_use]
    pub fn is_leader(&self) -> bool {
        self.source.contains("factbook") || self.description.starts_with("President of the United States")
    }

    /// True for a row that somebody has read one by one.
    #[must_use]
    pub fn is_reviewed(&self) -> bool {
        self.source.contains("reviewed") || self.source.contains("NEREL")
    }

    /// True for the capital of a country.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        self.description.starts_with("capital of")
    }

    /// True for a name that is the label or written like it; false for one in another language, of another time, or in jest.
    #[must_use]
    pub fn is_spelling(&self, name: &str) -> bool {
        let (name, label) = (romanized(name), romanized(self.label));
        let length = name.chars().count().max(label.chars().count());
        let longer = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
        name == label || longer(&label, &name) || longer(&name, &label) || distance(&name, &label) * 3 <= length
    }

    /// True for a row of something that a data set outside describes.
    #[must_use]
    pub fn is_linked(&self) -> bool {
        self.wikidata().is_some() || !self.geonames.is_empty() || self.other_iri().is_some()
    }

    /// Its IRI in another data set than those two, if it has one.
    #[must_use]
    pub fn other_iri(&self) -> Option<String> {
        (self.id.contains("://") && self.geonames_iri().is_none_or(|iri| iri != self.id)).then(|| self.id.to_owned())
    }

    /// Its IRI in Wikidata, if it has one.
    #[must_use]
    pub fn wikidata(&self) -> Option<String> {
        self.id.starts_with('Q').then(|| format!("http://www.wikidata.org/entity/{}", self.id))
    }

    /// Its IRI in `GeoNames`, if it has one.
    #[must_use]
    pub fn geonames_iri(&self) -> Option<String> {
        (!self.geonames.is_empty()).then(|| format!("https://sws.geonames.org/{}/", self.geonames))
    }
}
