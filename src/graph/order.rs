//! The one order in which quads are written: graph, subject, `rdf:type` first, predicate, object.

use crate::vocab::rdf;
use oxigraph::model::{GraphName, NamedNode, NamedOrBlankNode, Quad, Term};
use std::cmp::Ordering;

/// Compares two quads in the order that groups them by article and subject, types first.
#[must_use]
pub fn compare(a: &Quad, b: &Quad) -> Ordering {
    graph(&a.graph_name)
        .cmp(graph(&b.graph_name))
        .then_with(|| subject(&a.subject).cmp(subject(&b.subject)))
        .then_with(|| predicate(&a.predicate).cmp(&predicate(&b.predicate)))
        .then_with(|| object(&a.object).cmp(&object(&b.object)))
}

fn graph(name: &GraphName) -> &str {
    match name {
        GraphName::NamedNode(node) => node.as_str(),
        GraphName::BlankNode(node) => node.as_str(),
        GraphName::DefaultGraph => "",
    }
}

fn subject(node: &NamedOrBlankNode) -> &str {
    match node {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(node) => node.as_str(),
    }
}

/// Types sort before everything else.
fn predicate(node: &NamedNode) -> (bool, &str) {
    (node.as_ref() != rdf::TYPE, node.as_str())
}

/// IRIs before blank nodes before literals; literals by value, datatype, language.
fn object(term: &Term) -> (u8, &str, &str, &str) {
    match term {
        Term::NamedNode(node) => (0, node.as_str(), "", ""),
        Term::BlankNode(node) => (1, node.as_str(), "", ""),
        Term::Literal(literal) => (2, literal.value(), literal.datatype().as_str(), literal.language().unwrap_or_default()),
    }
}
