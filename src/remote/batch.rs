//! One request: the graphs that it replaces or removes, in the words of a protocol.

use super::endpoint::Ask;
use oxigraph::model::{NamedNode, Quad};
use std::fmt::Write;

/// How a server is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// SPARQL 1.1 Graph Store HTTP Protocol: one graph a request.
    GraphStore,
    /// SPARQL 1.1 Update: many graphs a request.
    Update,
}

/// A graph that replaces what the server has under its name.
#[derive(Debug)]
pub(super) struct Graph {
    pub(super) name: NamedNode,
    pub(super) hash: String,
    /// Its triples as N-Triples.
    pub(super) lines: String,
    pub(super) quads: usize,
}

/// What one request does.
pub(super) struct Batch<'a> {
    pub(super) what: String,
    method: &'a str,
    parameters: String,
    content_type: &'a str,
    body: String,
}

impl Protocol {
    /// How many graphs go into one request, if they are small.
    pub(super) fn graphs(self) -> usize {
        match self {
            Self::GraphStore => 1,
            Self::Update => usize::MAX,
        }
    }

    /// The request that replaces graphs. Sent twice, it does the same as sent once: there are no blank nodes, and what a graph held
    /// before goes first.
    pub(super) fn replace(self, number: usize, graphs: &[Graph]) -> Batch<'static> {
        let what = format!("batch {number} ({})", names(graphs.iter().map(|graph| &graph.name)));
        if let (Self::GraphStore, [graph]) = (self, graphs) {
            let (parameters, body) = (parameter(&graph.name), graph.lines.clone());
            return Batch { what, method: "PUT", parameters, content_type: "application/n-triples", body };
        }
        let mut body = String::new();
        for graph in graphs {
            let name = &graph.name;
            let _ = writeln!(body, "DROP SILENT GRAPH {name} ;\nINSERT DATA {{ GRAPH {name} {{\n{}}} }} ;", graph.lines);
        }
        Batch { what, method: "POST", parameters: String::new(), content_type: "application/sparql-update", body }
    }

    /// The request that removes a graph.
    pub(super) fn remove(self, number: usize, graph: &NamedNode) -> Batch<'static> {
        let what = format!("batch {number} (removing {graph})");
        match self {
            Self::GraphStore => Batch { what, method: "DELETE", parameters: parameter(graph), content_type: "", body: String::new() },
            Self::Update => {
                let body = format!("DROP SILENT GRAPH {graph}");
                Batch { what, method: "POST", parameters: String::new(), content_type: "application/sparql-update", body }
            }
        }
    }
}

impl Batch<'_> {
    /// As it is sent. A graph that is to be removed may be gone already.
    pub(super) fn ask(&self) -> Ask<'_> {
        Ask {
            what: &self.what,
            method: self.method,
            parameters: self.parameters.clone(),
            content_type: self.content_type,
            accept: "*/*",
            body: self.body.as_bytes(),
            may_be_missing: self.method == "DELETE",
            ..Ask::default()
        }
    }
}

/// The triples of a graph as N-Triples.
pub(super) fn lines(quads: &[Quad]) -> String {
    quads.iter().fold(String::new(), |mut lines, quad| {
        let _ = writeln!(lines, "{} {} {} .", quad.subject, quad.predicate, quad.object);
        lines
    })
}

/// The first graph, and how many more.
fn names<'a>(mut graphs: impl ExactSizeIterator<Item = &'a NamedNode>) -> String {
    let first = graphs.next().map(ToString::to_string).unwrap_or_default();
    if graphs.len() == 0 { first } else { format!("{first} and {} more", graphs.len()) }
}

/// `graph=` with the IRI.
fn parameter(graph: &NamedNode) -> String {
    format!("graph={}", encoded(graph.as_str()))
}

/// A text as RFC 3986 wants it in a query.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iri_is_encoded_whole() {
        let graph = NamedNode::new_unchecked("https://a.example/x?y=é&z#1");
        assert_eq!(parameter(&graph), "graph=https%3A%2F%2Fa.example%2Fx%3Fy%3D%C3%A9%26z%231");
    }
}
