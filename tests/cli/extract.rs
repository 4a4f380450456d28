//! `dateline extract`: article in, graph out, no store.

use super::{dateline, folder, run, samples, text};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::GraphName;
use oxigraph::model::dataset::{CanonicalizationAlgorithm, Dataset};
use predicates::str::contains;

fn parse(bytes: &[u8], format: RdfFormat, with_graphs: bool) -> Dataset {
    let quads = RdfParser::from_format(format).for_slice(bytes).map(|quad| quad.expect("valid syntax"));
    let mut dataset: Dataset = quads
        .map(|mut quad| {
            if !with_graphs {
                quad.graph_name = GraphName::DefaultGraph;
            }
            quad
        })
        .collect();
    dataset.canonicalize(CanonicalizationAlgorithm::Unstable);
    dataset
}

#[test]
fn every_format_holds_the_same_graph() {
    let sample = samples().remove(0);
    let output = |format: &str| run(folder().path(), &["extract", sample.to_str().expect("a path"), "--format", format]);
    let expected = output("nquads");
    assert!(expected.lines().count() > 10);
    let formats = [
        ("trig", RdfFormat::TriG, true),
        ("jsonld", RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::default() }, true),
        ("turtle", RdfFormat::Turtle, false),
        ("ntriples", RdfFormat::NTriples, false),
        ("rdfxml", RdfFormat::RdfXml, false),
    ];
    for (name, format, with_graphs) in formats {
        let found = parse(output(name).as_bytes(), format, with_graphs);
        assert_eq!(found, parse(expected.as_bytes(), RdfFormat::NQuads, with_graphs), "{name}");
    }
}

#[test]
fn standard_input_is_an_article_too() {
    let text = "KYIV — Olena Marchenko said on Monday that the bridge was open.\n";
    let assert = dateline(folder().path()).args(["extract", "-", "--format", "nquads"]).write_stdin(text).assert();
    assert.success().stdout(contains("NewsArticle"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let sample = samples().remove(1);
    let output = || run(folder().path(), &["extract", sample.to_str().expect("a path"), "--format", "jsonld"]);
    assert_eq!(output(), output());
}

#[test]
fn the_base_and_the_text_can_be_chosen() {
    let sample = samples().remove(0);
    let sample = sample.to_str().expect("a path");
    let whole = run(folder().path(), &["extract", sample, "--format", "nquads"]);
    assert!(whole.contains("isString"));
    let output = run(folder().path(), &["extract", sample, "--format", "nquads", "--base", "http://example.org/kg/", "--no-text"]);
    assert!(output.contains("<http://example.org/kg/article/") && !output.contains("isString"));
    assert!(!output.contains("w3id.org/dateline/id/"));
}

#[test]
fn a_lean_output_has_no_phrases() {
    let sample = samples().remove(0);
    let lean = run(folder().path(), &["extract", sample.to_str().expect("a path"), "--format", "nquads", "--profile", "lean"]);
    assert!(lean.contains("NewsArticle") && !lean.contains("nif-core#"), "{lean}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    use std::process::{Command, Stdio};
    let sample = samples().remove(0);
    let program = assert_cmd::cargo::cargo_bin("dateline");
    let mut child = Command::new(program)
        .arg("extract")
        .args(vec![&sample; 50])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ended");
    assert!(output.status.success(), "{}", text(&output.stderr));
}
