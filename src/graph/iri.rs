//! Identifiers as a pure function of content.

use crate::extract::EntityClass;
use crate::hash::content_hash;
use crate::source::Article;
use oxigraph::model::NamedNode;
use std::fmt::Write;
use std::str::FromStr;

/// Where instances live unless the user says otherwise.
pub const DEFAULT_BASE: &str = "https://w3id.org/dateline/id/";

/// The IRI under which all instances live; ends in `/` or `#`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

/// Why an IRI cannot be a base.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BaseError {
    /// Not an absolute IRI.
    #[error("{0:?} is not an absolute IRI; give one such as {DEFAULT_BASE}")]
    NotAnIri(String),
    /// No separator at its end.
    #[error("{0:?} must end in '/'")]
    NoSeparator(String),
}

impl Default for Base {
    fn default() -> Self {
        Self(DEFAULT_BASE.to_owned())
    }
}

impl FromStr for Base {
    type Err = BaseError;

    fn from_str(text: &str) -> Result<Self, BaseError> {
        if NamedNode::new(text).is_err() {
            return Err(BaseError::NotAnIri(text.to_owned()));
        }
        if !text.ends_with('/') {
            return Err(BaseError::NoSeparator(text.to_owned()));
        }
        Ok(Self(text.to_owned()))
    }
}

impl Base {
    /// The IRI as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An article: by its canonical URL if it has one, else by its text.
    #[must_use]
    pub fn article(&self, article: &Article) -> NamedNode {
        self.node("article/", &article.key())
    }

    /// The graph that holds what is computed over several articles.
    #[must_use]
    pub fn resolution(&self) -> NamedNode {
        self.node("graph/", "resolution")
    }

    /// The graph that holds what people decided by hand about who is who.
    #[must_use]
    pub fn decisions(&self) -> NamedNode {
        self.node("graph/", "decisions")
    }

    /// The graph that holds the links that services were asked for.
    #[must_use]
    pub fn links(&self) -> NamedNode {
        self.node("graph/", "links")
    }

    /// A link that a service gave, by what it states.
    #[must_use]
    pub fn link(&self, statement: &str) -> NamedNode {
        self.node("link/", &content_hash(statement)[..16])
    }

    /// What follows from several articles, by what it states.
    #[must_use]
    pub fn finding(&self, statement: &str) -> NamedNode {
        self.node("finding/", &content_hash(statement)[..16])
    }

    /// True for what follows from several articles.
    #[must_use]
    pub fn is_finding(&self, node: &NamedNode) -> bool {
        self.relative(node.as_str()).starts_with("finding/")
    }

    /// What somebody decided by hand, by what it states.
    #[must_use]
    pub fn decision(&self, statement: &str) -> NamedNode {
        self.node("decision/", &content_hash(statement)[..16])
    }

    /// The name of an instance relative to the base; another IRI as it is.
    #[must_use]
    pub fn relative<'i>(&self, iri: &'i str) -> &'i str {
        iri.strip_prefix(&self.0).unwrap_or(iri)
    }

    /// An instance by its name relative to the base, as the program made it.
    #[must_use]
    pub fn instance(&self, name: &str) -> NamedNode {
        if name.contains("://") { NamedNode::new_unchecked(name) } else { NamedNode::new_unchecked(format!("{}{name}", self.0)) }
    }

    /// The authority as a whole, also the graph of its concepts.
    #[must_use]
    pub fn scheme(&self) -> NamedNode {
        self.node("graph/", "authority")
    }

    /// A row of the authority, by its identifier.
    #[must_use]
    pub fn concept(&self, id: &str) -> NamedNode {
        self.node("authority/", id)
    }

    /// An entity, by its class and key.
    #[must_use]
    pub fn entity(&self, class: EntityClass, key: &str) -> NamedNode {
        let folder = match class {
            EntityClass::Person => "person/",
            EntityClass::Organization => "organization/",
            EntityClass::Place => "place/",
            EntityClass::NamedEvent => "event/",
            EntityClass::Work => "work/",
        };
        self.node(folder, key)
    }

    /// A post, function or title, by its name without regard to case.
    #[must_use]
    pub fn role(&self, title: &str) -> NamedNode {
        self.node("role/", &slug(title))
    }

    /// A rule or model, by its path.
    #[must_use]
    pub fn rule(&self, path: &str) -> NamedNode {
        self.node("rule/", path)
    }

    fn node(&self, folder: &str, name: &str) -> NamedNode {
        let mut iri = format!("{}{folder}", self.0);
        escape(name, &mut iri);
        NamedNode::new_unchecked(iri)
    }
}

/// Appends a name with everything percent-encoded that an ASCII IRI path may not hold. An empty name becomes `-`.
fn escape(name: &str, iri: &mut String) {
    if name.is_empty() {
        iri.push('-');
    }
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            iri.push(char::from(byte));
        } else {
            let _ = write!(iri, "%{byte:02X}");
        }
    }
}

/// Lower case, runs of anything but letters and digits as one hyphen.
fn slug(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_that_differ_in_case_are_one_role() {
        let base = Base::default();
        assert_eq!(base.role("Prime Minister"), base.role("prime  minister"));
        assert_eq!(base.role("Prime Minister").as_str(), "https://w3id.org/dateline/id/role/prime-minister");
    }

    #[test]
    fn a_base_needs_a_scheme_and_a_slash() {
        assert!("kg/".parse::<Base>().is_err());
        assert!("http://example.org/kg".parse::<Base>().is_err());
        assert!("http://example.org/kg/".parse::<Base>().is_ok());
    }

    proptest! {
        #[test]
        fn any_key_makes_a_valid_ascii_iri(key in ".*") {
            let iri = Base::default().entity(EntityClass::Person, &key);
            prop_assert!(iri.as_str().is_ascii());
            prop_assert!(NamedNode::new(iri.as_str()).is_ok());
        }
    }
}
