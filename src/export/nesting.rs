//! Which nodes of a graph stand inside the node that refers to them: those referred to exactly once.

use oxigraph::model::{NamedOrBlankNode, Quad, Term};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// The subjects of one graph, each with its quads and whether it is referred to once.
pub(super) struct Nesting<'a> {
    quads: &'a [Quad],
    /// Subjects in the order of the quads.
    order: Vec<&'a str>,
    ranges: FxHashMap<&'a str, Range<usize>>,
    references: FxHashMap<&'a str, usize>,
    written: FxHashSet<&'a str>,
}

impl<'a> Nesting<'a> {
    /// Looks through the quads of one graph, which stand grouped by subject.
    pub(super) fn of(quads: &'a [Quad]) -> Self {
        let mut nesting = Self {
            quads,
            order: Vec::new(),
            ranges: FxHashMap::default(),
            references: FxHashMap::default(),
            written: FxHashSet::default(),
        };
        let mut start = 0;
        for group in quads.chunk_by(|a, b| a.subject == b.subject) {
            if let Some(first) = group.first() {
                let name = name(&first.subject);
                nesting.order.push(name);
                nesting.ranges.insert(name, start..start + group.len());
            }
            start += group.len();
        }
        for quad in quads {
            if let Some(object) = object(&quad.object).filter(|&object| object != name(&quad.subject)) {
                *nesting.references.entry(object).or_default() += 1;
            }
        }
        nesting
    }

    /// All subjects in order.
    pub(super) fn subjects(&self) -> Vec<&'a str> {
        self.order.clone()
    }

    /// True for a node that waits for the one that refers to it.
    pub(super) fn waits(&self, subject: &str) -> bool {
        self.references.get(subject) == Some(&1)
    }

    /// Takes the quads of a node that is to be written now; none if it is no subject or was written.
    pub(super) fn take(&mut self, subject: &'a str) -> Option<&'a [Quad]> {
        let range = self.ranges.get(subject)?.clone();
        if self.written.insert(subject) { self.quads.get(range) } else { None }
    }

    /// Takes the quads of a node for the one that refers to it; none unless that is the only one.
    pub(super) fn nest(&mut self, subject: &'a str) -> Option<&'a [Quad]> {
        if self.waits(subject) { self.take(subject) } else { None }
    }
}

/// A subject's IRI or label.
pub(super) fn name(node: &NamedOrBlankNode) -> &str {
    match node {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(node) => node.as_str(),
    }
}

fn object(term: &Term) -> Option<&str> {
    match term {
        Term::NamedNode(node) => Some(node.as_str()),
        Term::BlankNode(node) => Some(node.as_str()),
        Term::Literal(_) => None,
    }
}
