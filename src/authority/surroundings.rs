//! The words around a name that tell what it names.

use super::RecordError;
use rustc_hash::FxHashSet;
use std::str::FromStr;

const FILE: &str = include_str!("../../ontology/authority/surroundings.tsv");

/// What a word tells of a name beside it, or of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tells {
    /// The name before it is that of a division of a country.
    Region,
    /// The name before it is that of a division of a region.
    County,
    /// The name beside it is that of a platform.
    Platform,
    /// The name after it is that of the place itself, even in a report on sport.
    Located,
    /// The article may be a report on sport.
    Sport,
}

/// The words that tell something.
#[derive(Debug, Clone)]
pub struct Surroundings(FxHashSet<(Tells, &'static str)>);

impl Surroundings {
    /// The words compiled into the program.
    ///
    /// # Errors
    /// If a row tells something unknown.
    pub(super) fn embedded() -> Result<Self, RecordError> {
        let rows = FILE.lines().skip(1).filter_map(|line| line.split_once('\t'));
        let words = rows.map(|(tells, rest)| Ok((tells.parse()?, rest.split('\t').next().unwrap_or(rest))));
        words.collect::<Result<_, RecordError>>().map(Self)
    }

    /// True when a word, in lower case, tells this.
    #[must_use]
    pub fn tells(&self, word: &str, what: Tells) -> bool {
        self.0.contains(&(what, word))
    }
}

impl FromStr for Tells {
    type Err = RecordError;

    fn from_str(word: &str) -> Result<Self, RecordError> {
        Ok(match word {
            "region" => Self::Region,
            "county" => Self::County,
            "platform" => Self::Platform,
            "located" => Self::Located,
            "sport" => Self::Sport,
            _ => return Err(RecordError { column: "tells", found: word.to_owned() }),
        })
    }
}
