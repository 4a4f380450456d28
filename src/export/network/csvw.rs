//! Two CSV files and the metadata of CSV on the Web that says what their columns hold and how they belong together.

use super::value::{Type, Value};
use super::{Column, Network};
use serde_json::{Value as Json, json};
use std::io::{self, Write};

/// Writes the nodes.
pub(super) fn nodes(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    let rows = network.nodes.iter().map(|node| (vec![node.id.clone(), node.label.clone(), node.kind()], node.values.as_slice()));
    table(&["id", "label", "kind"], &network.node_columns, rows, out)
}

/// Writes the edges.
pub(super) fn edges(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    let rows = network.edges.iter().enumerate().map(|(number, edge)| {
        let own = vec![format!("e{number}"), edge.source.clone(), edge.target.clone(), edge.kind.clone()];
        (own, edge.values.as_slice())
    });
    table(&["id", "source", "target", "kind"], &network.edge_columns, rows, out)
}

/// Writes the metadata.
pub(super) fn metadata(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    let key = |column: &str| json!({"columnReference": column, "reference": {"resource": "nodes.csv", "columnReference": "id"}});
    let nodes = json!({"columns": columns(&["id", "label", "kind"], &network.node_columns), "primaryKey": "id"});
    let edges = json!({
        "columns": columns(&["id", "source", "target", "kind"], &network.edge_columns),
        "primaryKey": "id",
        "foreignKeys": [key("source"), key("target")],
    });
    let tables = json!([{"url": "nodes.csv", "tableSchema": nodes}, {"url": "edges.csv", "tableSchema": edges}]);
    writeln!(out, "{:#}", json!({"@context": "http://www.w3.org/ns/csvw", "tables": tables}))
}

fn table<'a>(
    own: &[&str],
    columns: &[Column],
    rows: impl Iterator<Item = (Vec<String>, &'a [Option<Value>])>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(own.iter().copied().chain(columns.iter().map(|column| column.name.as_str())))?;
    for (own, values) in rows {
        let values = values.iter().map(|value| value.as_ref().map(Value::to_string).unwrap_or_default());
        table.write_record(own.into_iter().chain(values))?;
    }
    table.flush()
}

fn columns(own: &[&str], columns: &[Column]) -> Json {
    let own = own.iter().map(|name| json!({"name": name, "titles": name, "datatype": "string", "required": *name != "kind"}));
    let others = columns.iter().map(|column| json!({"name": column.name, "titles": column.name, "datatype": type_name(column.kind)}));
    own.chain(others).collect()
}

fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Boolean => "boolean",
        Type::Integer => "integer",
        Type::Number => "double",
        Type::Date => "date",
        Type::Text => "string",
    }
}
