//! The published JSON-LD context, read for the other direction: from IRIs and literals to the short forms that it expands.

use crate::vocab::xsd;
use oxigraph::model::Literal;
use rustc_hash::FxHashMap;
use serde_json::{Map, Value, json};
use std::io;

const PUBLISHED: &str = include_str!("../../ontology/context.jsonld");

/// A term of the context: its name, and what it takes its values for.
#[derive(Debug, Clone)]
pub(super) struct Term {
    /// The key in the file.
    pub(super) name: String,
    coercion: Coercion,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Coercion {
    /// Strings are strings.
    None,
    /// Strings are IRIs.
    Iri,
    /// Strings have a datatype.
    Datatype(String),
    /// Strings have a language.
    Language(String),
}

/// The context with its terms by IRI.
#[derive(Debug)]
pub(super) struct Context {
    /// What stands in the file, with the base.
    pub(super) embedded: Value,
    /// How `@id` is written.
    pub(super) id: String,
    /// How `@type` is written.
    pub(super) types: String,
    /// How `@graph` is written.
    pub(super) graph: String,
    base: String,
    terms: FxHashMap<String, Term>,
    /// Name and namespace, longest namespace first.
    prefixes: Vec<(String, String)>,
}

impl Context {
    /// Reads the published context, for instances under `base`.
    pub(super) fn read(base: &str) -> io::Result<Self> {
        let file: Value = serde_json::from_str(PUBLISHED)?;
        let published = file.get("@context").and_then(Value::as_object).cloned().unwrap_or_default();
        let prefixes = prefixes(&published);
        let mut terms = FxHashMap::default();
        for (name, definition) in &published {
            if let Some((iri, coercion)) = term(definition, &prefixes) {
                terms.entry(iri).or_insert(Term { name: name.clone(), coercion });
            }
        }
        let alias = |keyword: &str| {
            let found = published.iter().find(|(_, value)| value.as_str() == Some(keyword));
            found.map_or(keyword, |(name, _)| name).to_owned()
        };
        let (id, types, graph) = (alias("@id"), alias("@type"), alias("@graph"));
        let mut embedded = Map::from_iter([("@base".to_owned(), json!(base))]);
        embedded.extend(published);
        Ok(Self { embedded: Value::Object(embedded), id, types, graph, base: base.to_owned(), terms, prefixes })
    }

    /// An IRI that stands as an identifier: relative to the base, with a prefix, or whole.
    pub(super) fn node(&self, iri: &str) -> String {
        match iri.strip_prefix(&self.base) {
            Some(rest) if is_plain(rest) => rest.to_owned(),
            _ => self.prefixed(iri),
        }
    }

    /// An IRI that stands as a class: by its term, with a prefix, or whole.
    pub(super) fn class(&self, iri: &str) -> String {
        self.terms.get(iri).map_or_else(|| self.prefixed(iri), |term| term.name.clone())
    }

    /// The key of a property; one without a term takes its values as they are.
    pub(super) fn property(&self, iri: &str) -> Term {
        self.terms.get(iri).cloned().unwrap_or_else(|| Term { name: self.prefixed(iri), coercion: Coercion::None })
    }

    /// A literal as the shortest value that the term expands to it again.
    pub(super) fn literal(&self, term: &Term, literal: &Literal) -> Value {
        let value = literal.value();
        if let Some(language) = literal.language() {
            return if term.coercion == Coercion::Language(language.to_owned()) {
                json!(value)
            } else {
                json!({"@value": value, "@language": language})
            };
        }
        let datatype = literal.datatype();
        match &term.coercion {
            Coercion::Datatype(coerced) if coerced == datatype.as_str() => integer(literal).map_or_else(|| json!(value), Value::from),
            Coercion::None if datatype == xsd::STRING => json!(value),
            _ if datatype == xsd::STRING => json!({"@value": value}),
            Coercion::None if integer(literal).is_some() => integer(literal).into(),
            _ => json!({"@value": value, "@type": self.class(datatype.as_str())}),
        }
    }

    fn prefixed(&self, iri: &str) -> String {
        let found = self.prefixes.iter().find_map(|(name, namespace)| Some((name, iri.strip_prefix(namespace.as_str())?)));
        match found {
            Some((name, local)) if !local.is_empty() && !local.starts_with("//") => format!("{name}:{local}"),
            _ => iri.to_owned(),
        }
    }
}

impl Term {
    /// True when a string is an IRI under this term.
    pub(super) fn takes_iris(&self) -> bool {
        self.coercion == Coercion::Iri
    }
}

/// True when a relative reference cannot be taken for anything else: no scheme, no prefix, no keyword, no dots to resolve.
fn is_plain(reference: &str) -> bool {
    let path = reference.split('#').next().unwrap_or_default();
    let odd = path.is_empty() || path.starts_with(['/', '@', '?', '_']) || path.contains(':');
    !odd && path.split('/').all(|segment| segment != "." && segment != "..")
}

/// A whole number in canonical form that every JSON reader holds exactly.
fn integer(literal: &Literal) -> Option<i64> {
    const EXACT: i64 = 1 << 53;
    let number: i64 = literal.value().parse().ok()?;
    (literal.datatype() == xsd::INTEGER && number.abs() < EXACT && number.to_string() == literal.value()).then_some(number)
}

fn prefixes(context: &Map<String, Value>) -> Vec<(String, String)> {
    let strings = context.iter().filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
    let mut prefixes: Vec<_> = strings.filter(|(_, iri)| iri.contains("://") && iri.ends_with(['/', '#'])).collect();
    prefixes.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.cmp(b)));
    prefixes
}

/// The IRI and coercion of a term; none for keywords and prefixes.
fn term(definition: &Value, prefixes: &[(String, String)]) -> Option<(String, Coercion)> {
    let id = definition.as_str().or_else(|| definition.get("@id")?.as_str())?;
    let expand = |short: &str| {
        let (prefix, local) = short.split_once(':')?;
        let (_, namespace) = prefixes.iter().find(|(name, _)| name == prefix)?;
        Some(format!("{namespace}{local}"))
    };
    let text = |key: &str| definition.get(key).and_then(Value::as_str);
    let coercion = match (text("@type"), text("@language")) {
        (Some("@id"), _) => Coercion::Iri,
        (Some(datatype), _) => Coercion::Datatype(expand(datatype).unwrap_or_else(|| datatype.to_owned())),
        (None, Some(language)) => Coercion::Language(language.to_owned()),
        (None, None) => Coercion::None,
    };
    Some((expand(id)?, coercion))
}
