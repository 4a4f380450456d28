//! GEXF 1.3, for Gephi: columns `start` and `end` that hold days place nodes and edges on its time line.

use super::value::{Type, Value};
use super::xml::Escaped;
use super::{Column, Network, named};
use std::io::{self, Write};

/// Columns for which the format has a place of its own.
const DAYS: [&str; 2] = ["start", "end"];
const WEIGHT: &str = "weight";

/// Writes a network.
pub(super) fn write(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">")?;
    let direction = if network.is_directed { "directed" } else { "undirected" };
    let is_timed = network.node_columns.iter().chain(&network.edge_columns).any(is_day);
    let mode = if is_timed { "mode=\"dynamic\" timeformat=\"date\"" } else { "mode=\"static\"" };
    writeln!(out, "<graph defaultedgetype=\"{direction}\" {mode}>")?;
    declare(out, "node", &network.node_columns, is_timed, is_day)?;
    declare(out, "edge", &network.edge_columns, is_timed, is_own)?;
    nodes(network, out)?;
    edges(network, out)?;
    writeln!(out, "</graph>\n</gexf>")
}

fn nodes(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<nodes>")?;
    for node in &network.nodes {
        write!(out, "<node id=\"{}\" label=\"{}\"", Escaped(&node.id), Escaped(&node.label))?;
        days(out, &network.node_columns, &node.values)?;
        values(out, &node.kind(), &network.node_columns, &node.values, is_day)?;
        writeln!(out, "</node>")?;
    }
    writeln!(out, "</nodes>")
}

fn edges(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<edges>")?;
    for (number, edge) in network.edges.iter().enumerate() {
        write!(out, "<edge id=\"e{number}\" source=\"{}\" target=\"{}\"", Escaped(&edge.source), Escaped(&edge.target))?;
        write!(out, " label=\"{}\"", Escaped(&edge.kind))?;
        if let Some(weight @ (Value::Integer(_) | Value::Number(_))) = named(&network.edge_columns, &edge.values, WEIGHT) {
            write!(out, " weight=\"{weight}\"")?;
        }
        days(out, &network.edge_columns, &edge.values)?;
        values(out, &edge.kind, &network.edge_columns, &edge.values, is_own)?;
        writeln!(out, "</edge>")?;
    }
    writeln!(out, "</edges>")
}

/// True for a column of edges that the format writes in its own way; nodes have such a place for days alone.
fn is_own(column: &Column) -> bool {
    is_day(column) || column.name == WEIGHT && matches!(column.kind, Type::Integer | Type::Number)
}

fn is_day(column: &Column) -> bool {
    column.kind == Type::Date && DAYS.contains(&column.name.as_str())
}

fn declare(out: &mut dyn Write, of: &str, columns: &[Column], is_timed: bool, is_own: fn(&Column) -> bool) -> io::Result<()> {
    let mode = if is_timed { " mode=\"static\"" } else { "" };
    writeln!(out, "<attributes class=\"{of}\"{mode}>\n<attribute id=\"kind\" title=\"kind\" type=\"string\"/>")?;
    for column in columns.iter().filter(|column| !is_own(column)) {
        let (name, kind) = (attribute(column), type_name(column.kind));
        writeln!(out, "<attribute id=\"{name}\" title=\"{}\" type=\"{kind}\"/>", column.name)?;
    }
    writeln!(out, "</attributes>")
}

/// Identifiers of columns begin otherwise than that of the kind.
fn attribute(column: &Column) -> String {
    format!("c-{}", column.name)
}

fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Boolean => "boolean",
        Type::Integer => "long",
        Type::Number => "double",
        Type::Date | Type::Text => "string",
    }
}

fn days(out: &mut dyn Write, columns: &[Column], values: &[Option<Value>]) -> io::Result<()> {
    for name in DAYS {
        if let Some(day @ Value::Date(_)) = named(columns, values, name) {
            write!(out, " {name}=\"{day}\"")?;
        }
    }
    Ok(())
}

fn values(out: &mut dyn Write, kind: &str, columns: &[Column], values: &[Option<Value>], is_own: fn(&Column) -> bool) -> io::Result<()> {
    write!(out, "><attvalues><attvalue for=\"kind\" value=\"{}\"/>", Escaped(kind))?;
    for (column, value) in columns.iter().zip(values).filter(|(column, _)| !is_own(column)) {
        if let Some(value) = value {
            write!(out, "<attvalue for=\"{}\" value=\"{}\"/>", attribute(column), Escaped(value))?;
        }
    }
    write!(out, "</attvalues>")
}
