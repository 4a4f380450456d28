//! `dateline export`: files for other tools.

#![cfg(feature = "rocksdb")]

use super::{dateline, folder, run, samples};
use predicates::str::contains;
use tempfile::TempDir;

fn store() -> TempDir {
    let folder = folder();
    dateline(folder.path()).arg("ingest").args(samples()).assert().success();
    folder
}

#[test]
fn a_file_is_what_standard_output_gets() {
    let folder = store();
    for format in ["turtle", "jsonld", "ntriples", "nquads", "trig", "rdfxml"] {
        let expected = run(folder.path(), &["export", "--format", format]);
        run(folder.path(), &["export", "--format", format, "-o", "out"]);
        assert_eq!(std::fs::read_to_string(folder.path().join("out")).expect("the file"), expected, "{format}");
    }
}

#[test]
fn one_article_can_be_chosen() {
    let folder = store();
    let name = samples()[1].file_name().expect("a name").to_string_lossy().into_owned();
    let by_name = run(folder.path(), &["export", "--format", "nquads", "--article", &name]);
    assert_eq!(by_name.matches("schema.org/NewsArticle>").count(), 1);
    assert!(by_name.contains(&name));
    let iri = by_name.lines().find_map(|line| line.split('<').nth(1)?.split('>').next()).expect("the article's IRI");
    assert_eq!(run(folder.path(), &["export", "--format", "nquads", "--article", iri]), by_name);
    dateline(folder.path()).args(["export", "--article", "none"]).assert().code(2).stderr(contains("no article \"none\""));
}

#[test]
fn turtle_is_grouped_with_types_first() {
    let folder = store();
    let turtle = run(folder.path(), &["export", "--format", "turtle"]);
    let subjects: Vec<&str> = turtle.lines().filter(|line| line.starts_with("<article/") && !line.contains('#')).collect();
    assert_eq!(subjects.len(), samples().len(), "each article is one group: {subjects:#?}");
    assert!(subjects.iter().all(|line| line.contains(" a schema:NewsArticle")), "{subjects:#?}");
    assert!(turtle.contains("@prefix dl: <https://w3id.org/dateline#> ."));
}
