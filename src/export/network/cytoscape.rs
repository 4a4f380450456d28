//! Cytoscape's JSON, for Cytoscape, Cytoscape.js and networkx: a line an element.

use super::value::Value;
use super::{Column, Network};
use serde_json::{Map, Value as Json, json};
use std::io::{self, Write};

/// Writes a network.
pub(super) fn write(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    let head = json!({"name": "dateline"});
    write!(out, "{{\"data\":{head},\"directed\":{},\"multigraph\":true,\n\"elements\":{{\"nodes\":[", network.is_directed)?;
    for (number, node) in network.nodes.iter().enumerate() {
        let mut data = Map::from_iter([("id".to_owned(), json!(node.id)), ("label".to_owned(), json!(node.label))]);
        data.insert("kind".to_owned(), json!(node.kind()));
        add(&mut data, &network.node_columns, &node.values);
        // Cytoscape shows the name, networkx takes the value for the node.
        data.entry("name").or_insert_with(|| json!(node.label));
        data.entry("value").or_insert_with(|| json!(node.id));
        element(out, number, &data)?;
    }
    write!(out, "\n],\"edges\":[")?;
    for (number, edge) in network.edges.iter().enumerate() {
        let mut data = Map::from_iter([("id".to_owned(), json!(format!("e{number}"))), ("source".to_owned(), json!(edge.source))]);
        data.insert("target".to_owned(), json!(edge.target));
        data.insert("kind".to_owned(), json!(edge.kind));
        add(&mut data, &network.edge_columns, &edge.values);
        // Cytoscape shows the interaction, networkx tells edges between the same nodes by their key.
        data.entry("interaction").or_insert_with(|| json!(edge.kind));
        data.entry("key").or_insert_with(|| json!(number));
        element(out, number, &data)?;
    }
    writeln!(out, "\n]}}}}")
}

fn element(out: &mut dyn Write, number: usize, data: &Map<String, Json>) -> io::Result<()> {
    let comma = if number == 0 { "" } else { "," };
    write!(out, "{comma}\n{}", json!({"data": data}))
}

fn add(data: &mut Map<String, Json>, columns: &[Column], values: &[Option<Value>]) {
    for (column, value) in columns.iter().zip(values) {
        if let Some(value) = value {
            data.insert(column.name.clone(), json_value(value));
        }
    }
}

fn json_value(value: &Value) -> Json {
    match value {
        Value::Boolean(value) => json!(value),
        Value::Integer(value) => json!(value),
        Value::Number(value) => json!(value),
        Value::Date(_) | Value::Text(_) => json!(value.to_string()),
    }
}
