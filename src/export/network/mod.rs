//! The graph as a network of typed nodes and edges with attributes, for the tools that draw and measure networks.

mod answer;
mod csvw;
mod cytoscape;
mod describe;
mod dot;
mod draft;
mod format;
mod gexf;
mod graphml;
mod neo4j;
mod parquet;
mod value;
mod xml;

pub use answer::NetworkError;
pub use format::NetworkFormat;
pub use value::{Type, Value};

use crate::store::Store;
use oxigraph::sparql::QueryResults;

/// Nodes and edges, both sorted; their values stand in the order of the columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// Whether an edge leads from one end to the other, or joins them.
    pub is_directed: bool,
    /// By identifier.
    pub nodes: Vec<Node>,
    /// By ends, kind and values.
    pub edges: Vec<Edge>,
    /// What is said of nodes.
    pub node_columns: Vec<Column>,
    /// What is said of edges.
    pub edge_columns: Vec<Column>,
}

/// A thing of the network.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its IRI, or the value itself.
    pub id: String,
    /// Its name for people.
    pub label: String,
    /// Its classes, sorted.
    pub kinds: Vec<String>,
    /// One for each column.
    pub values: Vec<Option<Value>>,
}

/// What ties two things.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The node it begins at.
    pub source: String,
    /// The node it ends at.
    pub target: String,
    /// What the tie is.
    pub kind: String,
    /// One for each column.
    pub values: Vec<Option<Value>>,
}

/// An attribute: its name in letters, digits and underscores, and the type that holds all its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The name.
    pub name: String,
    /// The type.
    pub kind: Type,
}

impl Network {
    /// Makes a network of an answer.
    ///
    /// A SELECT names the ends of an edge `?source` and `?target`, or `?one` and `?other` where it has no direction. `?kind` is
    /// what ties them, `?source_…` and the like are attributes of an end, all other variables attributes of the edge. Of a
    /// CONSTRUCT each triple between two things is an edge, and the others are attributes. Labels and classes that the answer
    /// does not give are taken from the store.
    ///
    /// # Errors
    /// If the answer breaks off or names no ends, or the store cannot be read.
    pub fn of(answer: QueryResults<'_>, store: &Store) -> Result<Self, NetworkError> {
        let mut draft = answer::read(answer)?;
        describe::complete(&mut draft, store)?;
        Ok(draft.finish())
    }
}

impl Node {
    /// Its classes as one value.
    fn kind(&self) -> String {
        self.kinds.join("; ")
    }
}

/// The value of a column, by name.
fn named<'a>(columns: &[Column], values: &'a [Option<Value>], name: &str) -> Option<&'a Value> {
    let position = columns.iter().position(|column| column.name == name)?;
    values.get(position)?.as_ref()
}
