//! A row of a register before it is one of an authority.

use super::Options;
use crate::authority::{Kind, Match, Record, fold};

/// What a register says of one thing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) kind: Option<Kind>,
    pub(super) label: String,
    /// Other names, parted by `|`.
    pub(super) aliases: String,
    pub(super) geonames: String,
    pub(super) iso: String,
    pub(super) country: String,
    /// Inhabitants, or in how many Wikipedias it stands.
    pub(super) weight: u32,
    pub(super) description: String,
    pub(super) source: String,
    pub(super) position: (String, String),
}

impl Row {
    /// The row with what the user says of all rows; what is wrong with it if it cannot be one of an authority.
    pub(super) fn checked(mut self, options: &Options) -> Result<Self, String> {
        self.label = self.label.trim().to_owned();
        self.kind = self.kind.or(options.kind);
        if self.kind.is_none() {
            return Err(format!("{:?} has no kind: give one for all with --kind", self.label));
        }
        if fold(&self.label).is_empty() {
            return Err(format!("{:?} has no name that can be looked up", self.id));
        }
        self.id = iri(self.id.trim(), options.prefix.as_deref())?;
        Ok(self)
    }

    /// As the authority keeps it. A single word means the row only in its very spelling.
    pub(super) fn record(&self) -> Record<'_> {
        let kind = self.kind.unwrap_or(Kind::Organization);
        Record {
            id: &self.id,
            kind,
            label: &self.label,
            aliases: &self.aliases,
            geonames: &self.geonames,
            iso: &self.iso,
            country: &self.country,
            population: self.weight,
            matching: if self.label.contains(' ') { Match::Any } else { Match::Exact },
            description: &self.description,
            source: &self.source,
            as_of: "",
            latitude: &self.position.0,
            longitude: &self.position.1,
        }
    }
}

/// An identifier as the authority keeps it: that of Wikidata bare, any other as an IRI.
fn iri(id: &str, prefix: Option<&str>) -> Result<String, String> {
    let is_item =
        |id: &str| id.strip_prefix('Q').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
    for space in ["http://www.wikidata.org/entity/", "https://www.wikidata.org/entity/", "https://www.wikidata.org/wiki/", "wd:"] {
        if let Some(item) = id.strip_prefix(space).filter(|item| is_item(item)) {
            return Ok(item.to_owned());
        }
    }
    let iri = match prefix {
        _ if id.contains("://") => id.to_owned(),
        Some(prefix) => format!("{prefix}{id}"),
        None if is_item(id) => return Ok(id.to_owned()),
        None => return Err(format!("the identifier {id:?} is no IRI: give what it begins with by --prefix")),
    };
    match oxigraph::model::NamedNode::new(&iri) {
        Ok(_) if !id.is_empty() && (iri.starts_with("http://") || iri.starts_with("https://")) => Ok(iri),
        _ => Err(format!("the identifier {iri:?} is no IRI with http or https")),
    }
}

/// Other names in one field.
pub(super) fn joined<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(str::trim).filter(|name| !name.is_empty()).map(|name| name.replace('|', " ")).collect::<Vec<_>>().join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_those_of_wikidata_or_iris() {
        assert_eq!(iri("https://www.wikidata.org/wiki/Q42", None).as_deref(), Ok("Q42"));
        assert_eq!(iri("Q42", None).as_deref(), Ok("Q42"));
        assert_eq!(iri("42", Some("https://a.example/")).as_deref(), Ok("https://a.example/42"));
        for wrong in ["42", "", "x> <y", "ftp://a.example/", "https://a b/"] {
            assert!(iri(wrong, None).is_err(), "{wrong}");
        }
        assert!(iri("", Some("https://a.example/")).is_err());
    }
}
