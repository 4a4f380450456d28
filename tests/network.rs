//! Networks: the views of the sample articles, and hostile values written and read back.
#![expect(clippy::expect_used, reason = "a test may panic")]

mod samples;

use dateline::export::{Column, Edge, Network, NetworkFormat, Node, Type, Value};
use dateline::query::Query;
use dateline::store::Store;
use oxigraph::sparql::QueryResults;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use samples::files;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

static STORE: LazyLock<Store> = LazyLock::new(samples::store);

fn network(query: &str) -> Network {
    Network::of(Query::parse(query).and_then(|query| query.run(&STORE)).expect("answered"), &STORE).expect("a network")
}

fn written(network: &Network, format: NetworkFormat) -> String {
    let mut out = Vec::new();
    format.write(network, &mut out).expect("memory");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn each_view_has_an_edge_a_row_and_names_its_nodes() {
    let views = files("queries/views", "rq");
    assert_eq!(views.len(), 3);
    for path in views {
        let text = std::fs::read_to_string(&path).expect("readable");
        let QueryResults::Solutions(rows) = Query::parse(&text).and_then(|query| query.run(&STORE)).expect("answered") else {
            panic!("{} is a SELECT", path.display())
        };
        let network = network(&text);
        assert_eq!(network.edges.len(), rows.count(), "{}", path.display());
        assert!(network.edges.len() > 3, "{}", path.display());
        let ends: BTreeSet<&str> = network.edges.iter().flat_map(|edge| [edge.source.as_str(), edge.target.as_str()]).collect();
        assert_eq!(network.nodes.iter().map(|node| node.id.as_str()).collect::<BTreeSet<_>>(), ends, "{}", path.display());
        let unnamed: Vec<_> = network.nodes.iter().filter(|node| node.label == node.id || node.kinds.is_empty()).collect();
        assert!(unnamed.is_empty(), "{}: {unnamed:?}", path.display());
    }
}

/// Texts that formats have trouble with.
const HOSTILE: [&str; 18] = [
    "",
    " ",
    "\"",
    "'",
    "\\",
    "\\\"",
    "a,b;c",
    "a\nb",
    "a\r\nb",
    "\t",
    "]]>",
    "<b>&amp;",
    "\u{0}\u{1b}",
    "\u{ffff}",
    "مرحبا",
    "𝄞",
    "=1+1",
    "NULL",
];

/// These, and any others.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![proptest::sample::select(&HOSTILE[..]).prop_map(str::to_owned), any::<String>()]
}

fn value(kind: Type) -> BoxedStrategy<Option<Value>> {
    let value = match kind {
        Type::Boolean => any::<bool>().prop_map(Value::Boolean).boxed(),
        Type::Integer => any::<i64>().prop_map(Value::Integer).boxed(),
        Type::Number => any::<i32>().prop_map(|eighths| Value::Number(f64::from(eighths) / 8.0)).boxed(),
        Type::Date => (0..3_000_000_i32).prop_map(|day| Value::Date(time::Date::from_julian_day(1_721_060 + day).expect("a day"))).boxed(),
        Type::Text => text().prop_map(Value::Text).boxed(),
    };
    proptest::option::of(value).boxed()
}

const TYPES: [(&str, Type); 5] =
    [("flag", Type::Boolean), ("weight", Type::Integer), ("share", Type::Number), ("start", Type::Date), ("words", Type::Text)];

fn columns() -> Vec<Column> {
    TYPES.iter().map(|(name, kind)| Column { name: (*name).to_owned(), kind: *kind }).collect()
}

fn values() -> impl Strategy<Value = Vec<Option<Value>>> {
    TYPES.map(|(_, kind)| value(kind)).to_vec()
}

/// Networks whose nodes all have different names, also after what XML cannot hold is replaced.
fn any_network() -> impl Strategy<Value = Network> {
    let node = (text(), text(), proptest::collection::vec("[A-Z][a-z]*", 0..3), values());
    let edge = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), text(), values());
    let parts = (any::<bool>(), proptest::collection::vec(node, 1..6), proptest::collection::vec(edge, 0..6));
    parts.prop_map(|(is_directed, nodes, edges)| {
        let node = |(number, (id, label, kinds, values)): (usize, (String, String, Vec<String>, _))| Node {
            id: format!("{number} {id}"),
            label,
            kinds,
            values,
        };
        let nodes: Vec<Node> = nodes.into_iter().enumerate().map(node).collect();
        let end = |index: prop::sample::Index| index.get(&nodes).id.clone();
        let edges = edges.into_iter().map(|(source, target, kind, values)| Edge { source: end(source), target: end(target), kind, values });
        let edges = edges.collect();
        Network { is_directed, nodes, edges, node_columns: columns(), edge_columns: columns() }
    })
}

/// What must come back: of each node and edge the texts of all that is said of it, in the order of their names.
type Said = Vec<BTreeMap<String, String>>;

fn said(own: &[(&str, &str)], values: &[Option<Value>]) -> BTreeMap<String, String> {
    let own = own.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let named = TYPES.iter().zip(values).filter_map(|((name, _), value)| Some(((*name).to_owned(), value.as_ref()?.to_string())));
    own.chain(named).collect()
}

fn expected(network: &Network) -> (Said, Said) {
    let nodes =
        network.nodes.iter().map(|node| said(&[("id", &node.id), ("label", &node.label), ("kind", &node.kinds.join("; "))], &node.values));
    let edges =
        network.edges.iter().map(|edge| said(&[("source", &edge.source), ("target", &edge.target), ("kind", &edge.kind)], &edge.values));
    (nodes.collect(), edges.collect())
}

/// The same with what XML can hold.
fn in_xml((nodes, edges): (Said, Said)) -> (Said, Said) {
    let replace = |text: String| text.replace(|c: char| c < ' ' && !"\t\n\r".contains(c) || c == '\u{fffe}' || c == '\u{ffff}', "\u{fffd}");
    let all = |said: Said| said.into_iter().map(|said| said.into_iter().map(|(name, text)| (name, replace(text))).collect()).collect();
    (all(nodes), all(edges))
}

/// Nodes and edges of GraphML or GEXF: attributes of the elements, `data`, and `attvalue`. Names of keys are as after their last "-".
fn read_xml(text: &str) -> (Said, Said) {
    let (mut nodes, mut edges, mut key) = (Said::new(), Said::new(), None);
    let mut is_edge = false;
    let mut reader = Reader::from_str(text);
    loop {
        let event = reader.read_event().expect("well-formed");
        let (element, is_open) = match &event {
            Event::Start(element) => (element, true),
            Event::Empty(element) => (element, false),
            Event::Text(content) => {
                if let Some(key) = key.take() {
                    let list = if is_edge { &mut edges } else { &mut nodes };
                    list.last_mut().expect("inside").insert(key, content.unescape().expect("escaped").into_owned());
                }
                continue;
            }
            Event::End(_) => {
                key = None;
                continue;
            }
            Event::Eof => return (nodes, edges),
            _ => continue,
        };
        let attributes: BTreeMap<String, String> = element
            .attributes()
            .map(|attribute| attribute.expect("well-formed"))
            .map(|attribute| {
                (String::from_utf8_lossy(attribute.key.as_ref()).into_owned(), attribute.unescape_value().expect("escaped").into_owned())
            })
            .collect();
        let short = |name: &str| name.rsplit('-').next().expect("a part").to_owned();
        match element.name().as_ref() {
            b"node" => (is_edge, nodes) = (false, [nodes, vec![attributes]].concat()),
            b"edge" => (is_edge, edges) = (true, [edges, vec![attributes]].concat()),
            b"data" => {
                let name = short(&attributes["key"]);
                let list = if is_edge { &mut edges } else { &mut nodes };
                list.last_mut().expect("inside").insert(name.clone(), String::new());
                key = is_open.then_some(name);
            }
            b"attvalue" => {
                let list = if is_edge { &mut edges } else { &mut nodes };
                list.last_mut().expect("inside").insert(short(&attributes["for"]), attributes["value"].clone());
            }
            _ => {}
        }
    }
}

/// Without what a format adds, and without empty texts, which some formats do not tell from none.
fn plain(said: Said, added: &[&str]) -> Said {
    let keep = |(name, text): &(String, String)| !added.contains(&name.as_str()) && !text.is_empty();
    said.into_iter().map(|said| said.into_iter().filter(keep).collect()).collect()
}

fn both((nodes, edges): (Said, Said), added: [&[&str]; 2]) -> (Said, Said) {
    (plain(nodes, added[0]), plain(edges, added[1]))
}

fn read_json(text: &str) -> (Said, Said) {
    let document: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Number(number) if number.is_f64() => number.as_f64().expect("a number").to_string(),
        other => other.to_string(),
    };
    let list = |name: &str| {
        let elements = document["elements"][name].as_array().expect("a list").iter();
        elements
            .map(|element| element["data"].as_object().expect("data").iter().map(|(name, value)| (name.clone(), text(value))).collect())
            .collect()
    };
    (list("nodes"), list("edges"))
}

fn read_csv(path: &Path) -> Said {
    csv::Reader::from_path(path).expect("a file").deserialize().map(|row| row.expect("a row")).collect()
}

fn read_parquet(path: &Path) -> Said {
    let file = SerializedFileReader::new(std::fs::File::open(path).expect("a file")).expect("Parquet");
    let text = |field: &Field| match field {
        Field::Str(text) => Some(text.clone()),
        Field::Bool(value) => Some(value.to_string()),
        Field::Long(value) => Some(value.to_string()),
        Field::Double(value) => Some(value.to_string()),
        Field::Date(days) => Some(Value::Date(time::macros::date!(1970 - 01 - 01) + time::Duration::days(i64::from(*days))).to_string()),
        _ => None,
    };
    let rows = file.get_row_iter(None).expect("rows").map(|row| row.expect("a row"));
    rows.map(|row| row.get_column_iter().filter_map(|(name, field)| Some((name.clone(), text(field)?))).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_format_gives_back_what_was_written(network in any_network()) {
        let wanted = expected(&network);
        let in_xml = both(in_xml(wanted.clone()), [&[], &[]]);
        prop_assert_eq!(&both(read_xml(&written(&network, NetworkFormat::GraphMl)), [&[], &["id"]]), &in_xml);
        prop_assert_eq!(&both(read_xml(&written(&network, NetworkFormat::Gexf)), [&[], &["id", "label"]]), &in_xml);
        let cytoscape = both(read_json(&written(&network, NetworkFormat::Cytoscape)), [&["name", "value"], &["id", "interaction", "key"]]);
        let wanted = both(wanted, [&[], &[]]);
        prop_assert_eq!(&cytoscape, &wanted);
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path();
        NetworkFormat::Csvw.write_folder(&network, path).expect("written");
        prop_assert_eq!(&both((read_csv(&path.join("nodes.csv")), read_csv(&path.join("edges.csv"))), [&[], &["id"]]), &wanted);
        NetworkFormat::Parquet.write_folder(&network, path).expect("written");
        prop_assert_eq!(&both((read_parquet(&path.join("nodes.parquet")), read_parquet(&path.join("edges.parquet"))), [&[], &[]]), &wanted);
    }
}

#[test]
fn the_same_answer_gives_the_same_bytes() {
    let query = std::fs::read_to_string(&files("queries/views", "rq")[0]).expect("readable");
    assert_eq!(written(&network(&query), NetworkFormat::Gexf), written(&network(&query), NetworkFormat::Gexf));
}

#[test]
fn a_folder_that_cannot_be_written_is_named_and_nothing_is_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("tables");
    std::fs::create_dir_all(target.join("edges.csv")).expect("a folder in the way");
    let network = network("SELECT ?source ?target WHERE { ?source dl:participant ?target }");
    let error = NetworkFormat::Csvw.write_folder(&network, &target).expect_err("edges.csv is a folder").to_string();
    assert!(error.contains("edges.csv"), "{error}");
    assert!(!target.join("csv-metadata.json").exists());
}
