//! A network in the making: nodes and edges with all that was said of them, in any order.

use super::value::{Type, Value};
use super::{Column, Edge, Network, Node};
use std::collections::{BTreeMap, BTreeSet};

/// All values of each attribute, by their text.
pub(super) type Attributes = BTreeMap<String, BTreeMap<String, Value>>;

/// What stands between several values of one attribute.
const BETWEEN: &str = "; ";

#[derive(Debug)]
pub(super) struct Draft {
    pub(super) is_directed: bool,
    pub(super) nodes: BTreeMap<String, DraftNode>,
    pub(super) edges: Vec<DraftEdge>,
}

#[derive(Debug, Default)]
pub(super) struct DraftNode {
    /// True for a thing of the graph, false for a value that stands as a node.
    pub(super) is_iri: bool,
    pub(super) labels: BTreeSet<String>,
    pub(super) kinds: BTreeSet<String>,
    pub(super) attributes: Attributes,
}

#[derive(Debug)]
pub(super) struct DraftEdge {
    pub(super) source: String,
    pub(super) target: String,
    pub(super) kind: String,
    pub(super) attributes: Attributes,
}

impl Draft {
    pub(super) fn new(is_directed: bool) -> Self {
        Self { is_directed, nodes: BTreeMap::new(), edges: Vec::new() }
    }

    /// Brings everything into its order.
    pub(super) fn finish(self) -> Network {
        let node_columns = columns(self.nodes.values().map(|node| &node.attributes));
        let edge_columns = columns(self.edges.iter().map(|edge| &edge.attributes));
        let nodes = self.nodes.into_iter().map(|(id, node)| Node {
            label: label(&node.labels, &id),
            kinds: node.kinds.into_iter().collect(),
            values: values(&node.attributes, &node_columns),
            id,
        });
        let nodes = nodes.collect();
        let edge = |edge: DraftEdge| Edge {
            values: values(&edge.attributes, &edge_columns),
            source: edge.source,
            target: edge.target,
            kind: edge.kind,
        };
        let mut edges: Vec<Edge> = self.edges.into_iter().map(edge).collect();
        edges.sort_by_cached_key(order);
        Network { is_directed: self.is_directed, nodes, edges, node_columns, edge_columns }
    }
}

/// Adds a value to an attribute.
pub(super) fn add(attributes: &mut Attributes, name: &str, value: Value) {
    attributes.entry(column_name(name)).or_default().insert(value.to_string(), value);
}

/// A name that every tool takes: letters, digits and underscores, and none that stands for the thing itself.
fn column_name(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let name: String = name.chars().map(plain).collect();
    match name.trim_start_matches('_') {
        "" => "value".to_owned(),
        reserved @ ("id" | "source" | "target") => format!("{reserved}_"),
        name => name.to_owned(),
    }
}

/// The longest name tells most.
fn label(labels: &BTreeSet<String>, id: &str) -> String {
    let longest = labels.iter().rev().max_by_key(|label| label.chars().count());
    longest.map_or(id, String::as_str).to_owned()
}

fn order(edge: &Edge) -> (String, String, String, Vec<Option<String>>) {
    let values = edge.values.iter().map(|value| value.as_ref().map(Value::to_string)).collect();
    (edge.source.clone(), edge.target.clone(), edge.kind.clone(), values)
}

fn columns<'a>(all: impl Iterator<Item = &'a Attributes>) -> Vec<Column> {
    let mut kinds: BTreeMap<&str, Type> = BTreeMap::new();
    for (name, values) in all.flatten() {
        let kind = kind(values);
        kinds.entry(name).and_modify(|known| *known = known.with(kind)).or_insert(kind);
    }
    kinds.into_iter().map(|(name, kind)| Column { name: name.to_owned(), kind }).collect()
}

/// Several values are text, as they stand beside each other.
fn kind(values: &BTreeMap<String, Value>) -> Type {
    let mut values = values.values();
    match (values.next(), values.next()) {
        (Some(single), None) => single.kind(),
        _ => Type::Text,
    }
}

fn values(attributes: &Attributes, columns: &[Column]) -> Vec<Option<Value>> {
    columns.iter().map(|column| Some(fit(attributes.get(&column.name)?, column.kind))).collect()
}

/// The values of one attribute as one value of its column's type.
fn fit(values: &BTreeMap<String, Value>, kind: Type) -> Value {
    let mut all = values.values();
    match (all.next(), all.next()) {
        (Some(single), None) if single.kind() == kind => single.clone(),
        #[expect(clippy::cast_precision_loss, reason = "the column holds numbers that are not whole too")]
        (Some(Value::Integer(whole)), None) if kind == Type::Number => Value::Number(*whole as f64),
        _ => Value::Text(values.keys().map(String::as_str).collect::<Vec<_>>().join(BETWEEN)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_every_tool() {
        for (name, expected) in [("start", "start"), ("in-language", "in_language"), ("_x", "x"), ("?", "value"), ("id", "id_")] {
            assert_eq!(column_name(name), expected);
        }
    }

    #[test]
    fn values_of_one_attribute_share_a_type() {
        let mut draft = Draft::new(true);
        for (id, values) in [("a", vec![Value::Integer(1)]), ("b", vec![Value::Number(0.5)]), ("c", vec![])] {
            let node = draft.nodes.entry(id.to_owned()).or_default();
            for value in values {
                add(&mut node.attributes, "x", value);
            }
        }
        let network = draft.finish();
        assert_eq!(network.node_columns, [Column { name: "x".to_owned(), kind: Type::Number }]);
        let values: Vec<_> = network.nodes.iter().map(|node| node.values.clone()).collect();
        assert_eq!(values, [[Some(Value::Number(1.0))], [Some(Value::Number(0.5))], [None]]);
    }

    #[test]
    fn several_values_stand_beside_each_other_and_the_longest_name_is_the_label() {
        let mut draft = Draft::new(true);
        let node = draft.nodes.entry("a".to_owned()).or_default();
        node.labels.extend(["Putin".to_owned(), "Vladimir Putin".to_owned()]);
        add(&mut node.attributes, "x", Value::Integer(2));
        add(&mut node.attributes, "x", Value::Integer(1));
        let network = draft.finish();
        assert_eq!(network.nodes[0].label, "Vladimir Putin");
        assert_eq!(network.nodes[0].values, [Some(Value::Text("1; 2".to_owned()))]);
    }
}
