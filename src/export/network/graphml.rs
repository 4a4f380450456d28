//! GraphML, for Gephi, Cytoscape, yEd, networkx, igraph.

use super::value::{Type, Value};
use super::xml::Escaped;
use super::{Column, Network};
use std::fmt::Display;
use std::io::{self, Write};

/// Writes a network.
pub(super) fn write(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
    keys(out, "node", &["label", "kind"], &network.node_columns)?;
    keys(out, "edge", &["kind"], &network.edge_columns)?;
    let direction = if network.is_directed { "directed" } else { "undirected" };
    writeln!(out, "<graph id=\"dateline\" edgedefault=\"{direction}\">")?;
    for node in &network.nodes {
        write!(out, "<node id=\"{}\">", Escaped(&node.id))?;
        data(out, "node-label", &node.label)?;
        if !node.kinds.is_empty() {
            data(out, "node-kind", node.kind())?;
        }
        values(out, "node", &network.node_columns, &node.values)?;
        writeln!(out, "</node>")?;
    }
    for (number, edge) in network.edges.iter().enumerate() {
        write!(out, "<edge id=\"e{number}\" source=\"{}\" target=\"{}\">", Escaped(&edge.source), Escaped(&edge.target))?;
        data(out, "edge-kind", &edge.kind)?;
        values(out, "edge", &network.edge_columns, &edge.values)?;
        writeln!(out, "</edge>")?;
    }
    writeln!(out, "</graph>\n</graphml>")
}

fn keys(out: &mut dyn Write, of: &str, texts: &[&str], columns: &[Column]) -> io::Result<()> {
    let columns = columns.iter().map(|column| (column.name.as_str(), type_name(column.kind)));
    for (name, kind) in texts.iter().map(|name| (*name, "string")).chain(columns) {
        writeln!(out, "<key id=\"{of}-{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>")?;
    }
    Ok(())
}

fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Boolean => "boolean",
        Type::Integer => "long",
        Type::Number => "double",
        Type::Date | Type::Text => "string",
    }
}

fn values(out: &mut dyn Write, of: &str, columns: &[Column], values: &[Option<Value>]) -> io::Result<()> {
    for (column, value) in columns.iter().zip(values) {
        if let Some(value) = value {
            data(out, &format!("{of}-{}", column.name), value)?;
        }
    }
    Ok(())
}

fn data(out: &mut dyn Write, key: &str, value: impl Display) -> io::Result<()> {
    write!(out, "<data key=\"{key}\">{}</data>", Escaped(value))
}
