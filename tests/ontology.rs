//! The ontology, its shapes, its JSON-LD context and the queries agree with each other.
#![expect(clippy::expect_used, reason = "a test may panic")]

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Graph, NamedNode, NamedNodeRef, NamedOrBlankNodeRef, TermRef, Triple};
use oxigraph::sparql::SparqlEvaluator;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const DL: &str = "https://w3id.org/dateline#";
const OWL: &str = "http://www.w3.org/2002/07/owl#";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";

/// Namespaces whose terms the ontology need not explain.
const GIVEN: [&str; 7] = [
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2000/01/rdf-schema#",
    "http://www.w3.org/2001/XMLSchema#",
    "http://www.w3.org/ns/shacl#",
    "http://www.wikidata.org/entity/",
    "https://sws.geonames.org/",
    "https://w3id.org/dateline/shapes#",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn graph(path: &str) -> Graph {
    let text = read(path);
    let quads = RdfParser::from_format(RdfFormat::Turtle).for_slice(text.as_bytes());
    quads.map(|quad| Triple::from(quad.unwrap_or_else(|error| panic!("{path}: {error}")))).collect()
}

fn term(namespace: &str, local: &str) -> NamedNode {
    NamedNode::new(format!("{namespace}{local}")).expect("namespaces and local names make IRIs")
}

fn queries() -> Vec<(PathBuf, String)> {
    let folder = root().join("queries");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("queries/ is there").map(|entry| entry.expect("readable").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "rq"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), read(path))).collect()
}

/// All IRIs that the ontology defines or, for terms of other vocabularies, explains.
fn known() -> BTreeSet<String> {
    let ontology = graph("ontology/dateline.ttl");
    ontology
        .iter()
        .filter_map(|triple| match triple.subject {
            NamedOrBlankNodeRef::NamedNode(subject) => Some(subject.as_str().to_owned()),
            NamedOrBlankNodeRef::BlankNode(_) => None,
        })
        .collect()
}

fn is_known(iri: &str, known: &BTreeSet<String>) -> bool {
    known.contains(iri) || GIVEN.iter().any(|namespace| iri.starts_with(namespace))
}

fn instances(graph: &Graph, class: NamedNodeRef<'_>) -> Vec<NamedNode> {
    let subjects = graph.subjects_for_predicate_object(rdf::TYPE, class);
    subjects.filter_map(|subject| if let NamedOrBlankNodeRef::NamedNode(node) = subject { Some(node.into_owned()) } else { None }).collect()
}

fn has(graph: &Graph, subject: &NamedNode, predicate: NamedNodeRef<'_>) -> bool {
    graph.object_for_subject_predicate(subject, predicate).is_some()
}

#[test]
fn every_class_and_property_is_described() {
    let ontology = graph("ontology/dateline.ttl");
    let classes = instances(&ontology, term(OWL, "Class").as_ref());
    let mut properties = instances(&ontology, term(OWL, "ObjectProperty").as_ref());
    properties.extend(instances(&ontology, term(OWL, "DatatypeProperty").as_ref()));
    properties.extend(instances(&ontology, rdf::PROPERTY));
    assert!(classes.len() > 30 && properties.len() > 30, "{} classes, {} properties", classes.len(), properties.len());
    for node in classes.iter().chain(&properties).filter(|node| node.as_str().starts_with(DL)) {
        assert!(has(&ontology, node, rdfs::LABEL), "{node} has no label");
        assert!(has(&ontology, node, rdfs::COMMENT), "{node} has no comment");
    }
    for node in &properties {
        assert!(has(&ontology, node, rdfs::DOMAIN), "{node} has no domain");
        assert!(has(&ontology, node, rdfs::RANGE), "{node} has no range");
    }
}

#[test]
fn every_event_class_can_be_recoded() {
    let ontology = graph("ontology/dateline.ttl");
    let event = term("http://semanticweb.cs.vu.nl/2009/11/sem/", "Event");
    let classes: BTreeSet<_> = ontology.subjects_for_predicate_object(rdfs::SUB_CLASS_OF, &event).map(|node| node.to_string()).collect();
    assert_eq!(classes.len(), 33, "32 event classes and the named event");
    let codes = ["https://w3id.org/dateline/plover#", "https://w3id.org/dateline/cameo#"];
    let matches = ["closeMatch", "broadMatch", "relatedMatch"].map(|local| term(SKOS, local));
    let without: Vec<_> = classes
        .iter()
        .filter(|class| {
            let mut objects =
                ontology.iter().filter(|triple| triple.subject.to_string() == **class && matches.iter().any(|m| *m == triple.predicate));
            !objects.any(
                |triple| matches!(triple.object, TermRef::NamedNode(object) if codes.iter().any(|code| object.as_str().starts_with(code))),
            )
        })
        .collect();
    assert_eq!(without, ["<https://w3id.org/dateline#NamedEvent>", "<https://w3id.org/dateline#Other>"], "no code fits these");
}

#[test]
fn shapes_use_known_terms_only() {
    let known = known();
    let shapes = graph("ontology/shapes.ttl");
    let iris = shapes.iter().flat_map(|triple| {
        let object = if let TermRef::NamedNode(object) = triple.object { object.as_str() } else { "" };
        [triple.predicate.as_str().to_owned(), object.to_owned()]
    });
    let unknown: BTreeSet<_> = iris.filter(|iri| iri.contains(':') && !iri.starts_with(OWL) && !is_known(iri, &known)).collect();
    assert_eq!(unknown, BTreeSet::new());
}

#[test]
fn the_shape_of_events_lists_every_event_class() {
    let shapes = read("ontology/shapes.ttl");
    let (_, list) = shapes.split_once("dsh:EventClass a sh:NodeShape").expect("the shape is there");
    let (list, _) = list.split_once(") .").expect("the list ends");
    let listed: BTreeSet<&str> = list.split_whitespace().filter(|word| word.starts_with("dl:")).collect();
    let ontology = read("ontology/dateline.ttl");
    let defined = ontology.lines().filter_map(|line| line.split_once(" a owl:Class ; rdfs:subClassOf sem:Event"));
    assert_eq!(listed, defined.map(|(class, _)| class).filter(|class| *class != "dl:NamedEvent").collect());
}

#[test]
fn the_context_names_known_terms_only() {
    let known = known();
    let context: serde_json::Value = serde_json::from_str(&read("ontology/context.jsonld")).expect("JSON");
    let terms = context["@context"].as_object().expect("an object");
    let prefixes: BTreeMap<&str, &str> =
        terms.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_str().filter(|iri| iri.contains("://"))?))).collect();
    let mut checked = 0;
    for (name, value) in terms.iter().filter(|(name, _)| !name.starts_with('@') && !prefixes.contains_key(name.as_str())) {
        let target = value.as_str().or_else(|| value["@id"].as_str()).expect("an IRI");
        if let Some((prefix, local)) = target.split_once(':') {
            let iri = format!("{}{local}", prefixes[prefix]);
            assert!(is_known(&iri, &known), "{name} stands for {iri}, which the ontology does not have");
            checked += 1;
        }
    }
    assert!(checked > 100, "{checked} terms");
}

#[test]
fn every_query_parses_and_opens_with_its_question() {
    let queries = queries();
    assert!(queries.len() >= 15);
    for (path, text) in &queries {
        let question = text.lines().next().unwrap_or_default();
        assert!(question.starts_with("# ") && question.contains('?'), "{}: {question:?} is no question", path.display());
        if let Err(error) = SparqlEvaluator::new().parse_query(text) {
            panic!("{}: {error}", path.display());
        }
    }
}

#[test]
fn queries_use_known_terms_only() {
    let known = known();
    for (path, text) in &queries() {
        let prefixes: Vec<(&str, &str)> = text
            .lines()
            .filter_map(|line| line.strip_prefix("PREFIX ")?.split_once(": <"))
            .map(|(prefix, iri)| (prefix, iri.trim_end_matches('>')))
            .collect();
        for (prefix, namespace) in prefixes {
            let locals = used(text, prefix);
            assert!(!locals.is_empty(), "{}: prefix {prefix} is not used", path.display());
            for local in locals {
                assert!(
                    is_known(&format!("{namespace}{local}"), &known),
                    "{}: the ontology does not have {prefix}:{local}",
                    path.display()
                );
            }
        }
    }
}

/// The local names that a query uses with a prefix.
fn used<'a>(query: &'a str, prefix: &str) -> BTreeSet<&'a str> {
    let body = query.lines().filter(|line| !line.starts_with('#') && !line.starts_with("PREFIX "));
    let marker = format!("{prefix}:");
    body.flat_map(|line| {
        let starts =
            line.match_indices(&marker).filter(|&(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric())).collect::<Vec<_>>();
        starts.into_iter().map(move |(at, found)| {
            let rest = &line[at + found.len()..];
            &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]
        })
    })
    .collect()
}
