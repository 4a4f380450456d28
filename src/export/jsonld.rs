//! Compact JSON-LD under the published context: a line a node, nested where referred to once, graph after graph.

use super::context::{Context, Term as Key};
use super::nesting::{Nesting, name};
use crate::vocab::rdf;
use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// How deep nodes stand inside each other at most.
const DEEPEST: usize = 8;

/// Writes graphs as one JSON-LD document.
pub(super) struct JsonLd<W: Write> {
    context: Context,
    out: W,
    graphs: usize,
}

impl<W: Write> JsonLd<W> {
    /// Begins the document with its context.
    pub(super) fn new(base: &str, mut out: W) -> io::Result<Self> {
        let context = Context::read(base)?;
        write!(out, "{{\"@context\":{},\n{}:[", context.embedded, json!(context.graph))?;
        Ok(Self { context, out, graphs: 0 })
    }

    /// Writes one graph, whose quads stand grouped by subject.
    pub(super) fn graph(&mut self, quads: &[Quad]) -> io::Result<()> {
        let Some(first) = quads.first() else { return Ok(()) };
        self.out.write_all(if self.graphs == 0 { b"\n" } else { b",\n" })?;
        self.graphs += 1;
        let name = match &first.graph_name {
            GraphName::NamedNode(node) => Some(self.context.node(node.as_str())),
            GraphName::BlankNode(node) => Some(node.to_string()),
            GraphName::DefaultGraph => None,
        };
        if let Some(name) = &name {
            writeln!(self.out, "{{{}:{},{}:[", json!(self.context.id), json!(name), json!(self.context.graph))?;
        }
        self.nodes(quads)?;
        if name.is_some() {
            self.out.write_all(b"\n]}")?;
        }
        Ok(())
    }

    /// Writes the nodes that stand by themselves, then those that refer to each other in a circle.
    fn nodes(&mut self, quads: &[Quad]) -> io::Result<()> {
        let mut nesting = Nesting::of(quads);
        let (waiting, free): (Vec<_>, Vec<_>) = nesting.subjects().into_iter().partition(|&subject| nesting.waits(subject));
        let mut is_first = true;
        for subject in free.into_iter().chain(waiting) {
            let Some(group) = nesting.take(subject) else { continue };
            if !is_first {
                self.out.write_all(b",\n")?;
            }
            is_first = false;
            serde_json::to_writer(&mut self.out, &node(&self.context, group, &mut nesting, 0))?;
        }
        Ok(())
    }

    /// Ends the document.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.out.write_all(b"\n]}\n")?;
        Ok(self.out)
    }
}

/// A node with all its properties, in the order of its quads.
fn node<'a>(context: &Context, group: &'a [Quad], nesting: &mut Nesting<'a>, depth: usize) -> Value {
    let mut object = Map::new();
    if let Some(first) = group.first() {
        object.insert(context.id.clone(), json!(identifier(context, &first.subject)));
    }
    for quad in group {
        if let (true, Term::NamedNode(class)) = (quad.predicate == rdf::TYPE, &quad.object) {
            add(&mut object, &context.types, json!(context.class(class.as_str())));
        } else {
            let key = context.property(quad.predicate.as_str());
            let value = value(context, &key, &quad.object, nesting, depth);
            add(&mut object, &key.name, value);
        }
    }
    Value::Object(object)
}

fn value<'a>(context: &Context, key: &Key, term: &'a Term, nesting: &mut Nesting<'a>, depth: usize) -> Value {
    let (target, short) = match term {
        Term::Literal(literal) => return context.literal(key, literal),
        Term::NamedNode(node) => (node.as_str(), context.node(node.as_str())),
        Term::BlankNode(node) => (node.as_str(), node.to_string()),
    };
    if depth < DEEPEST
        && let Some(group) = nesting.nest(target)
    {
        return node(context, group, nesting, depth + 1);
    }
    if key.takes_iris() { json!(short) } else { Value::Object(Map::from_iter([(context.id.clone(), json!(short))])) }
}

fn identifier(context: &Context, node: &NamedOrBlankNode) -> String {
    match node {
        NamedOrBlankNode::NamedNode(_) => context.node(name(node)),
        NamedOrBlankNode::BlankNode(node) => node.to_string(),
    }
}

/// Adds a value to a key: alone, or as one of several.
fn add(object: &mut Map<String, Value>, key: &str, value: Value) {
    match object.get_mut(key) {
        None => {
            object.insert(key.to_owned(), value);
        }
        Some(Value::Array(values)) => values.push(value),
        Some(single) => *single = Value::Array(vec![single.take(), value]),
    }
}
