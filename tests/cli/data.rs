//! `--data`: RDF files in the place of the store.

use super::{dateline, file, folder, run};
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;

const BOATS: &str = "@prefix : <http://a.example/> . <boat> :length 012.50 ; :next [ :name \"Ana\" ] . :g { <ship> :length 20 }";

#[test]
fn a_file_is_converted_without_a_loss() {
    let folder = folder();
    file(folder.path(), "boats.trig", BOATS);
    let convert =
        |format: &str| run(folder.path(), &["export", "--data", "boats.trig", "--relative-to", "http://b.example/x", "--format", format]);
    let quads = convert("nquads");
    assert_eq!(quads.lines().count(), 4);
    // Not 12.5: what does not pass through a store keeps its form.
    assert!(
        quads.contains("<http://b.example/boat> <http://a.example/length> \"012.50\"^^<http://www.w3.org/2001/XMLSchema#decimal> ."),
        "{quads}"
    );
    assert!(quads.contains(
        "<http://b.example/ship> <http://a.example/length> \"20\"^^<http://www.w3.org/2001/XMLSchema#integer> <http://a.example/g> ."
    ));
    for format in ["turtle", "trig", "jsonld", "rdfxml", "ntriples"] {
        assert!(convert(format).contains("012.50"), "{format}");
    }
}

#[test]
fn a_query_sees_all_graphs_or_the_default_graph_alone() {
    let folder = folder();
    file(folder.path(), "boats.trig", BOATS);
    file(folder.path(), "more.nt", "<http://a.example/raft> <http://a.example/length> \"3\" .\n");
    let rows = |more: &[&str]| {
        let query = ["query", "SELECT ?l WHERE { ?x <http://a.example/length> ?l }", "--format", "csv", "--data", "boats.trig"];
        run(folder.path(), &[&query[..], more].concat()).lines().count() - 1
    };
    assert_eq!(rows(&[]), 2);
    assert_eq!(rows(&["--no-union"]), 1);
    assert_eq!(rows(&["--data", "more.nt"]), 3);
    let ask = ["query", "ASK { <boat> ?p ?o }", "--data", "boats.trig", "--relative-to", "http://b.example/"];
    assert_eq!(run(folder.path(), &ask), "yes\n");
}

#[test]
fn a_bad_file_is_named_with_its_place() {
    let folder = folder();
    file(folder.path(), "broken.ttl", "<http://a.example/a> <http://a.example/b> .\n");
    file(folder.path(), "letter.txt", "Ana");
    let complains = |name: &str, words: &str| {
        for args in [&["query", "ASK {}", "--data", name][..], &["export", "--data", name, "-o", "out.nq", "--format", "nquads"]] {
            dateline(folder.path()).args(args).assert().code(1).stderr(contains(name).and(contains(words)));
        }
    };
    complains("broken.ttl", "line 1");
    complains("letter.txt", "it must end in .nq");
    complains("none.nq", "cannot read none.nq");
    assert!(!folder.path().join("out.nq").exists());
    dateline(folder.path()).args(["export", "--data", "broken.ttl", "--store", "kg"]).assert().code(2);
}
