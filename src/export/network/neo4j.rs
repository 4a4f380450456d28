//! The pair of CSV files that `neo4j-admin database import` reads, and the constraints that belong to them.

use super::value::{Type, Value};
use super::{Column, Network};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// What stands between labels.
const BETWEEN: &str = ";";

/// Writes the nodes: `id:ID`, `label`, attributes with their types, `:LABEL`.
pub(super) fn nodes(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(
        ["id:ID".to_owned(), "label".to_owned()].into_iter().chain(header(&network.node_columns)).chain([":LABEL".to_owned()]),
    )?;
    for node in &network.nodes {
        let labels = node.kinds.iter().map(|kind| label(kind)).collect::<Vec<_>>().join(BETWEEN);
        rows.write_record([node.id.clone(), node.label.clone()].into_iter().chain(cells(&node.values)).chain([labels]))?;
    }
    rows.flush()
}

/// Writes the edges: `:START_ID`, `:END_ID`, attributes with their types, `:TYPE`.
pub(super) fn edges(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    let ends = [":START_ID".to_owned(), ":END_ID".to_owned()];
    rows.write_record(ends.into_iter().chain(header(&network.edge_columns)).chain([":TYPE".to_owned()]))?;
    for edge in &network.edges {
        let ends = [edge.source.clone(), edge.target.clone()];
        rows.write_record(ends.into_iter().chain(cells(&edge.values)).chain([edge.kind.clone()]))?;
    }
    rows.flush()
}

/// Writes how to import, and that an identifier is one of its kind.
pub(super) fn constraints(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "// neo4j-admin database import full neo4j --nodes=nodes.csv --relationships=edges.csv --multiline-fields=true")?;
    writeln!(out, "// Then, in the database: cypher-shell --file constraints.cypher")?;
    let labels: BTreeSet<String> = network.nodes.iter().flat_map(|node| &node.kinds).map(|kind| label(kind)).collect();
    for label in labels {
        let quoted = label.replace('`', "``");
        writeln!(out, "CREATE CONSTRAINT `{quoted}_id` IF NOT EXISTS FOR (node:`{quoted}`) REQUIRE node.id IS UNIQUE;")?;
    }
    Ok(())
}

/// A class as a label, which may hold neither what stands between labels nor a line end.
fn label(kind: &str) -> String {
    kind.replace(BETWEEN, ",").replace(['\n', '\r'], " ")
}

fn header(columns: &[Column]) -> impl Iterator<Item = String> {
    columns.iter().map(|column| format!("{}:{}", column.name, type_name(column.kind)))
}

fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Boolean => "boolean",
        Type::Integer => "long",
        Type::Number => "double",
        Type::Date => "date",
        Type::Text => "string",
    }
}

fn cells(values: &[Option<Value>]) -> impl Iterator<Item = String> {
    values.iter().map(|value| value.as_ref().map(Value::to_string).unwrap_or_default())
}
