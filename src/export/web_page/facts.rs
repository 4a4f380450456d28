//! What one graph says, found by subject and property.

use crate::vocab::{rdf, schema};
use oxigraph::model::{NamedNodeRef, Quad, Term};
use std::collections::BTreeMap;

/// The quads of a graph by subject.
pub(super) struct Facts<'a>(BTreeMap<&'a str, Vec<&'a Quad>>);

impl<'a> Facts<'a> {
    pub(super) fn of(quads: &'a [Quad]) -> Self {
        let mut facts: BTreeMap<&str, Vec<&Quad>> = BTreeMap::new();
        for quad in quads {
            facts.entry(crate::export::nesting::name(&quad.subject)).or_default().push(quad);
        }
        Self(facts)
    }

    /// All things of a class, sorted.
    pub(super) fn instances(&self, class: NamedNodeRef<'_>) -> Vec<&'a str> {
        self.0.keys().copied().filter(|subject| self.is_a(subject, class)).collect()
    }

    /// True when a thing has a class.
    pub(super) fn is_a(&self, subject: &str, class: NamedNodeRef<'_>) -> bool {
        self.things(subject, rdf::TYPE).contains(&class.as_str())
    }

    /// True for those who can speak, attend and employ in schema.org.
    pub(super) fn is_agent(&self, subject: &str) -> bool {
        self.is_a(subject, schema::PERSON) || self.is_a(subject, schema::ORGANIZATION)
    }

    /// The things that a property leads to.
    pub(super) fn things(&self, subject: &str, property: NamedNodeRef<'_>) -> Vec<&'a str> {
        self.objects(subject, property)
            .filter_map(|term| if let Term::NamedNode(node) = term { Some(node.as_str()) } else { None })
            .collect()
    }

    /// The literals that a property has.
    pub(super) fn texts(&self, subject: &str, property: NamedNodeRef<'_>) -> Vec<&'a str> {
        self.objects(subject, property)
            .filter_map(|term| if let Term::Literal(literal) = term { Some(literal.value()) } else { None })
            .collect()
    }

    fn objects(&self, subject: &str, property: NamedNodeRef<'_>) -> impl Iterator<Item = &'a Term> {
        let quads = self.0.get(subject).map(Vec::as_slice).unwrap_or_default();
        quads.iter().filter(move |quad| quad.predicate.as_ref() == property).map(|quad| &quad.object)
    }
}
