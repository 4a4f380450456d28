//! A fact as people read it, made of all that a graph says of one claim, entity or article.

use crate::vocab::{dl, nif, org, prov, rdf, rdfs, sem, skos};
use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Quad, Term};
use std::collections::{BTreeMap, BTreeSet};

/// Something that an article says, without regard to where and in which words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// The file or address that the article was read from; empty for an entity, which many may name.
    pub source: String,
    /// What kind of fact it is: the local name of its class.
    pub kind: String,
    /// What it says, as "property: value" in the order of the properties.
    pub content: String,
    /// The words it was read from; empty if it has none.
    pub words: String,
}

/// Classes that say less than the other class of a node.
const BROAD: [NamedNodeRef<'static>; 2] = [sem::EVENT, rdf::STATEMENT];

/// Properties that say where a fact comes from, not what it is, or that another property says as well.
const ABOUT: [NamedNodeRef<'static>; 9] = [
    rdf::TYPE,
    dl::EVIDENCE,
    dl::CONFIDENCE,
    dl::TRIGGER,
    dl::CONTEXT,
    dl::CONTENT_HASH,
    prov::WAS_DERIVED_FROM,
    prov::WAS_GENERATED_BY,
    sem::HAS_ACTOR,
];

/// Nodes that are parts of facts, no facts themselves.
const PARTS: [NamedNodeRef<'static>; 3] = [nif::PHRASE, nif::CONTEXT, org::ROLE];

/// All facts that some quads tell, in no particular order.
pub(super) fn read(quads: &[Quad]) -> Vec<Fact> {
    let said = Said::new(quads);
    said.nodes.keys().filter_map(|node| said.fact(node)).collect()
}

/// What is said of each node, in whichever graph.
struct Said<'q> {
    nodes: BTreeMap<&'q str, BTreeSet<(&'q str, Value<'q>)>>,
}

/// The object of a triple, in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Value<'q> {
    Node(&'q str),
    Text(&'q str),
}

impl<'q> Said<'q> {
    fn new(quads: &'q [Quad]) -> Self {
        let mut nodes: BTreeMap<&str, BTreeSet<_>> = BTreeMap::new();
        for quad in quads {
            let subject = match &quad.subject {
                NamedOrBlankNode::NamedNode(node) => node.as_str(),
                NamedOrBlankNode::BlankNode(node) => node.as_str(),
            };
            let value = match &quad.object {
                Term::NamedNode(node) => Value::Node(node.as_str()),
                Term::BlankNode(node) => Value::Node(node.as_str()),
                Term::Literal(literal) => Value::Text(literal.value()),
            };
            nodes.entry(subject).or_default().insert((quad.predicate.as_str(), value));
        }
        Self { nodes }
    }

    /// The values of a property of a node, sorted.
    fn values(&self, node: &str, property: NamedNodeRef<'static>) -> impl Iterator<Item = Value<'q>> + use<'q, '_> {
        let all = self.nodes.get(node).into_iter().flatten();
        all.filter(move |(known, _)| *known == property.as_str()).map(|&(_, value)| value)
    }

    /// The fact that a node stands for; none for phrases, texts and titles.
    fn fact(&self, node: &str) -> Option<Fact> {
        let classes: Vec<&str> = self.values(node, rdf::TYPE).filter_map(Value::node).collect();
        if classes.is_empty() || classes.iter().any(|class| PARTS.iter().any(|part| part.as_str() == *class)) {
            return None;
        }
        let narrow = classes.iter().find(|class| BROAD.iter().all(|broad| broad.as_str() != **class));
        let kind = local(narrow.or(classes.first())?).to_owned();
        let words = self.values(node, dl::EVIDENCE).filter_map(Value::node).find_map(|phrase| self.values(phrase, nif::ANCHOR_OF).next());
        let parts: Vec<String> =
            self.nodes.get(node)?.iter().filter(|(property, _)| is_said(property)).map(|part| self.part(part)).collect();
        Some(Fact {
            source: self.source(node).unwrap_or_default(),
            kind,
            content: parts.join("; "),
            words: words.and_then(Value::text).map(str::to_owned).unwrap_or_default(),
        })
    }

    fn part(&self, (property, value): &(&str, Value<'q>)) -> String {
        match value {
            Value::Text(text) => format!("{}: {}", local(property), text.split_whitespace().collect::<Vec<_>>().join(" ")),
            Value::Node(node) => format!("{}: {}", local(property), self.name(node)),
        }
    }

    /// The label of a node, or the last part of its IRI.
    fn name(&self, node: &'q str) -> &'q str {
        let mut labels = self.values(node, rdfs::LABEL).chain(self.values(node, skos::PREF_LABEL));
        labels.find_map(Value::text).unwrap_or_else(|| local(node))
    }

    /// The file that a claim's article, or the article itself, was read from.
    fn source(&self, node: &str) -> Option<String> {
        let article = self.values(node, prov::WAS_DERIVED_FROM).find_map(Value::node).unwrap_or(node);
        self.values(article, dl::SOURCE_FILE).find_map(Value::text).map(str::to_owned)
    }
}

impl<'q> Value<'q> {
    fn node(self) -> Option<&'q str> {
        match self {
            Self::Node(node) => Some(node),
            Self::Text(_) => None,
        }
    }

    fn text(self) -> Option<&'q str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Node(_) => None,
        }
    }
}

/// True for a property that belongs to what a fact says.
fn is_said(property: &str) -> bool {
    ABOUT.iter().all(|known| known.as_str() != property)
}

fn local(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}
