//! The IRIs that the program names and those that the ontology defines are the same.
#![expect(clippy::expect_used, reason = "a test may panic")]

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedOrBlankNode, Quad};
use std::collections::BTreeSet;
use std::path::Path;

const NAMESPACE: &str = "https://w3id.org/dateline#";

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

fn ontology() -> Vec<Quad> {
    let text = read("ontology/dateline.ttl");
    RdfParser::from_format(RdfFormat::Turtle).for_slice(&text).collect::<Result<_, _>>().expect("valid Turtle")
}

/// The local names that the ontology describes.
fn defined() -> BTreeSet<String> {
    let subject = |quad: Quad| match quad.subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str().strip_prefix(NAMESPACE).map(str::to_owned),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    ontology().into_iter().filter_map(subject).collect()
}

/// The local names that stand as string constants in the vocabulary's source.
fn named() -> BTreeSet<String> {
    let source = read("src/vocab/dl.rs");
    let start = format!("\"{NAMESPACE}");
    let pieces = source.split(&start).skip(1);
    pieces.filter_map(|piece| piece.split('"').next()).filter(|local| !local.is_empty()).map(str::to_owned).collect()
}

#[test]
fn what_the_program_names_is_defined() {
    let defined = defined();
    let missing: Vec<String> = named().into_iter().filter(|local| !defined.contains(local)).collect();
    assert!(named().len() > 30 && missing.is_empty(), "not in ontology/dateline.ttl: {missing:?}");
}

#[test]
fn every_schema_property_of_a_relation_is_in_the_ontology() {
    let text = read("ontology/dateline.ttl");
    let source = read("src/graph/relation.rs");
    let used: Vec<&str> = source
        .split("schema::")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_uppercase() && c != '_').next().unwrap_or_default())
        .collect();
    let vocabulary = read("src/vocab/schema.rs");
    for constant in used.into_iter().filter(|constant| !constant.is_empty()) {
        let start = vocabulary.find(&format!("const {constant}: NamedNodeRef<'static> = term(\"http://schema.org/")).expect(constant);
        let local = vocabulary[start..].split("schema.org/").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        assert!(text.contains(&format!("schema:{local}")), "schema:{local} is nowhere in ontology/dateline.ttl");
    }
}

#[test]
fn the_context_has_a_term_for_every_class_and_property_that_is_named() {
    let context: serde_json::Value = serde_json::from_str(&read("ontology/context.jsonld")).expect("valid JSON");
    let text = context.to_string();
    let individuals = [
        "name",
        "pronoun",
        "description",
        "current",
        "former",
        "actual",
        "planned",
        "hypothetical",
        "denied",
        "claimed",
        "direct",
        "fragment",
        "indirect",
        "consistent",
        "contradicted",
        "noRecord",
        "stale",
    ];
    for local in named().into_iter().filter(|local| !individuals.contains(&local.as_str())) {
        assert!(text.contains(&format!("\"dl:{local}\"")), "dl:{local} has no term in ontology/context.jsonld");
    }
}

#[test]
fn the_file_of_prefixes_has_those_that_outputs_declare() {
    let lines = dateline::vocab::PREFIXES.map(|(prefix, namespace)| format!("@prefix {prefix}: <{namespace}> .\n"));
    assert_eq!(read("ontology/prefixes.ttl"), lines.concat());
}
