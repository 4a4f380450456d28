//! `dateline export` of views, and of documents for web pages.

#![cfg(feature = "rocksdb")]

use super::{dateline, file, folder, run, samples};
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use std::path::Path;
use tempfile::TempDir;

fn store() -> TempDir {
    let folder = folder();
    dateline(folder.path()).arg("ingest").args(samples()).assert().success();
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().expect("a folder").map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}

#[test]
fn a_view_is_a_file_or_a_folder() {
    let folder = store();
    for format in ["graphml", "gexf", "cytoscape", "dot"] {
        let expected = run(folder.path(), &["export", "--format", format, "--view", "roles"]);
        run(folder.path(), &["export", "--format", format, "--view", "roles", "-o", "out"]);
        assert_eq!(std::fs::read_to_string(folder.path().join("out")).expect("the file"), expected, "{format}");
        assert!(expected.contains("Marco Rubio"), "{format}");
    }
    for (format, files) in [
        ("neo4j", vec!["constraints.cypher", "edges.csv", "nodes.csv"]),
        ("parquet", vec!["edges.parquet", "nodes.parquet"]),
        ("csvw", vec!["csv-metadata.json", "edges.csv", "nodes.csv"]),
    ] {
        run(folder.path(), &["export", "--format", format, "-o", format]);
        assert_eq!(names(&folder.path().join(format)), files);
        dateline(folder.path()).args(["export", "--format", format]).assert().code(2).stderr(contains("name a folder with -o"));
    }
}

#[test]
fn a_query_may_give_the_network_and_says_what_is_wrong_with_it() {
    let folder = store();
    file(folder.path(), "edges.rq", "SELECT ?one ?other WHERE { ?x dl:participant ?one, ?other FILTER(STR(?one) < STR(?other)) }");
    let graph = run(folder.path(), &["export", "--format", "graphml", "--query", "edges.rq"]);
    assert!(graph.contains("edgedefault=\"undirected\"") && graph.contains("<edge "), "{graph}");
    for (query, message) in [
        ("SELECT ?a ?b WHERE { ?a dl:participant ?b }", "selects ?a ?b: name the two ends"),
        ("ASK { ?a dl:participant ?b }", "yes or no"),
        ("SELECT ?source", "not valid SPARQL"),
    ] {
        dateline(folder.path()).args(["export", "--format", "dot", "--query", query]).assert().code(2).stderr(contains(message));
    }
    dateline(folder.path()).args(["export", "--view", "met"]).assert().code(2).stderr(contains("a view is a network"));
    dateline(folder.path()).args(["export", "--format", "dot", "--profile", "lean"]).assert().code(2).stderr(contains("--profile"));
}

#[test]
fn views_know_articles_and_confidence() {
    let folder = store();
    let edges = |args: &[&str]| {
        run(folder.path(), &[&["export", "--format", "graphml", "--view", "events"], args].concat()).matches("<edge ").count()
    };
    let all = edges(&[]);
    let sure = edges(&["--min-confidence", "0.7"]);
    let name = samples()[0].file_name().expect("a name").to_string_lossy().into_owned();
    let one = edges(&["--article", &name]);
    assert!(0 < sure && sure < all, "{sure} of {all}");
    assert!(0 < one && one < all, "{one} of {all}");
}

#[test]
fn each_article_has_a_document_for_a_web_page() {
    let folder = store();
    let name = samples()[1].file_name().expect("a name").to_string_lossy().into_owned();
    let page = run(folder.path(), &["export", "--format", "schema-org", "--article", &name]);
    assert!(page.contains("\"https://schema.org\"") && page.contains("\"NewsArticle\"") && !page.contains('<'), "{page}");
    run(folder.path(), &["export", "--format", "schema-org", "-o", "pages"]);
    let files = names(&folder.path().join("pages"));
    assert_eq!(files.len(), samples().len());
    let all: Vec<String> =
        files.iter().map(|file| std::fs::read_to_string(folder.path().join("pages").join(file)).expect("a page")).collect();
    assert!(all.contains(&page));
    dateline(folder.path()).args(["export", "--format", "schema-org"]).assert().code(2).stderr(contains("-o"));
}

#[test]
fn a_full_disk_and_an_unwritable_folder_are_named_and_nothing_is_left() {
    let folder = store();
    for format in ["graphml", "gexf", "cytoscape", "dot", "turtle", "jsonld"] {
        let failed = dateline(folder.path()).args(["export", "--format", format, "-o", "/dev/full"]).assert().code(1);
        failed.stderr(contains("/dev/full").and(contains("disk is not full")));
    }
    file(folder.path(), "plain", "");
    dateline(folder.path()).args(["export", "--format", "parquet", "-o", "plain/tables"]).assert().code(1).stderr(contains("plain/tables"));
    dateline(folder.path()).args(["export", "--format", "gexf", "-o", "none/a.gexf"]).assert().code(1).stderr(contains("none/a.gexf"));
    assert_eq!(names(folder.path()), ["dateline-kg", "plain"]);
}
