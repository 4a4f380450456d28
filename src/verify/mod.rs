//! Checks a store: every mention's words stand in its text, every identifier is described, every node has its shape, every term is in the ontology.

mod evidence;
mod identifiers;
mod shapes;
mod terms;

pub use shapes::ShapeError;
pub use terms::undefined_in_query;

use crate::store::{Store, StoreError};
use oxigraph::model::{Graph, NamedNode, NamedOrBlankNode, NamedOrBlankNodeRef, Term, TermRef, Triple};
use shapes::Shapes;
use std::collections::BTreeMap;
use terms::Terms;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The graph that it stands in.
    pub graph: String,
    /// The node that it is about.
    pub node: String,
    /// What is wrong.
    pub what: String,
}

/// What a check of one graph gave.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// What is wrong, sorted.
    pub findings: Vec<Finding>,
    /// How many mentions were read again in their text.
    pub mentions: usize,
    /// How many mentions could not be read again, since the store keeps no text of theirs and none was given.
    pub unread: usize,
}

/// Everything that a store is checked against.
pub struct Verifier {
    shapes: Shapes,
    terms: Terms,
}

impl Verifier {
    /// The shapes and the ontology that the program was built with.
    ///
    /// # Errors
    /// If a shape uses a part of SHACL that the program does not know; a test reads them all.
    pub fn embedded() -> Result<Self, ShapeError> {
        Ok(Self { shapes: Shapes::embedded()?, terms: Terms::embedded() })
    }

    /// Checks one graph of a store. `originals` holds texts by their SHA-256, for articles whose text the store does not keep.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn check(&self, store: &Store, graph: &NamedNode, originals: &BTreeMap<String, String>) -> Result<Report, StoreError> {
        let data = Data { graph: store.quads(graph)?.into_iter().map(Triple::from).collect(), store };
        let mut report = evidence::check(&data, graph, originals);
        let base = store.base()?;
        report.findings.extend(identifiers::check(&data, graph, &base)?);
        report.findings.extend(self.terms.check(&data, graph));
        report.findings.extend(self.shapes.check(&data, graph)?);
        report.findings.sort_unstable();
        report.findings.dedup();
        Ok(report)
    }
}

/// One graph in memory, and the store that it comes from.
struct Data<'s> {
    graph: Graph,
    store: &'s Store,
}

impl Data<'_> {
    /// True when the store says that a node is of a class, in this graph or another.
    fn is_a(&self, node: TermRef<'_>, class: &NamedNode) -> Result<bool, StoreError> {
        let Some(node) = resource(node) else { return Ok(false) };
        let here = self.graph.contains(oxigraph::model::TripleRef::new(node, crate::vocab::rdf::TYPE, class));
        if here { Ok(true) } else { self.store.any(Some(node), Some(crate::vocab::rdf::TYPE), Some(class.as_ref().into())) }
    }
}

/// A term as the subject of something.
fn resource(term: TermRef<'_>) -> Option<NamedOrBlankNodeRef<'_>> {
    match term {
        TermRef::NamedNode(node) => Some(node.into()),
        TermRef::BlankNode(node) => Some(node.into()),
        TermRef::Literal(_) => None,
    }
}

fn finding(graph: &NamedNode, node: &NamedOrBlankNode, what: impl Into<String>) -> Finding {
    let node = match node {
        NamedOrBlankNode::NamedNode(node) => node.as_str().to_owned(),
        NamedOrBlankNode::BlankNode(node) => node.to_string(),
    };
    Finding { graph: graph.as_str().to_owned(), node, what: what.into() }
}

/// The value of a literal.
fn value(term: &Term) -> Option<&str> {
    match term {
        Term::Literal(literal) => Some(literal.value()),
        _ => None,
    }
}
