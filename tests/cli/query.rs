//! `dateline query`, `show` and `stats` over a small store.

use super::{dateline, file, folder, run, samples};
use predicates::str::contains;
use tempfile::TempDir;

fn store() -> TempDir {
    let folder = folder();
    dateline(folder.path()).arg("ingest").args(samples()).assert().success();
    folder
}

const FILES: &str = "SELECT ?article ?file WHERE { ?article dl:sourceFile ?file } ORDER BY ?file";

#[test]
fn a_query_is_a_file_a_string_or_standard_input() {
    let folder = store();
    file(folder.path(), "files.rq", FILES);
    let expected = run(folder.path(), &["query", FILES]);
    assert_eq!(run(folder.path(), &["query", "files.rq"]), expected);
    let piped = dateline(folder.path()).args(["query", "-"]).write_stdin(FILES).assert().success().get_output().stdout.clone();
    assert_eq!(super::text(&piped), expected);
}

#[test]
fn rows_come_in_every_format() {
    let folder = store();
    let name = samples()[0].file_name().expect("a name").to_string_lossy().into_owned();
    for (format, start) in
        [("table", "article"), ("csv", "article,file"), ("tsv", "?article\t?file"), ("json", "{\"head\""), ("xml", "<?xml")]
    {
        let out = run(folder.path(), &["query", FILES, "--format", format]);
        assert!(out.starts_with(start) && out.contains(&name), "{format}: {out}");
    }
    dateline(folder.path()).args(["query", FILES, "--format", "turtle"]).assert().code(2).stderr(contains("--format table"));
}

#[test]
fn every_row_of_csv_has_a_field_for_each_column() {
    let folder = store();
    let query = "SELECT ?phrase ?words ?none ?line WHERE { ?phrase nif:anchorOf ?words . BIND(\"a\\n\\\"b\\\"\" AS ?line) }";
    let csv = run(folder.path(), &["query", query, "--format", "csv"]);
    let mut rows = 0;
    for row in csv::Reader::from_reader(csv.as_bytes()).records() {
        let row = row.expect("a row as long as the header");
        // The IRI of a phrase has a comma.
        assert!(row[0].contains("#char=") && row[0].contains(','), "{row:?}");
        assert_eq!((&row[2], &row[3]), ("", "a\n\"b\""));
        rows += 1;
    }
    assert!(rows > 100, "{rows}");
}

#[test]
fn graphs_come_in_every_format() {
    let folder = store();
    let query = "CONSTRUCT { ?article a schema:NewsArticle } WHERE { ?article a schema:NewsArticle }";
    for (format, part) in [
        ("turtle", "a schema:NewsArticle"),
        ("ntriples", "22-rdf-syntax-ns#type>"),
        ("rdfxml", "<rdf:RDF"),
        ("jsonld", "\"type\":\"NewsArticle\""),
    ] {
        assert!(run(folder.path(), &["query", query, "--format", format]).contains(part), "{format}");
    }
}

#[test]
fn the_default_graph_is_the_union_and_each_article_a_graph() {
    let folder = store();
    let count = |query: &str| run(folder.path(), &["query", query, "--format", "csv"]).lines().nth(1).map(str::to_owned);
    let all = count("SELECT (COUNT(?a) AS ?n) WHERE { ?a a schema:NewsArticle }");
    assert_eq!(all, Some(samples().len().to_string()));
    assert_eq!(count("SELECT (COUNT(?a) AS ?n) WHERE { GRAPH ?a { ?a a schema:NewsArticle } }"), all);
}

#[test]
fn a_variable_can_be_set_but_not_broken_out_of() {
    let folder = store();
    let name = samples()[0].file_name().expect("a name").to_string_lossy().into_owned();
    let rows = |binding: &str| run(folder.path(), &["query", FILES, "--bind", binding, "--format", "csv"]).lines().count() - 1;
    assert_eq!(rows(&format!("file={name}")), 1);
    assert_eq!(rows(&format!("file=\"{name}\"")), 1);
    assert_eq!(rows("file=x } ; DROP ALL"), 0);
    dateline(folder.path()).args(["query", FILES, "--bind", "other=x"]).assert().code(2).stderr(contains("does not select ?other"));
    dateline(folder.path()).args(["query", FILES, "--bind", "file=<no iri>"]).assert().code(2);
}

#[test]
fn yes_or_no() {
    let folder = store();
    assert_eq!(run(folder.path(), &["query", "ASK { ?a a schema:NewsArticle }"]), "yes\n");
    assert_eq!(run(folder.path(), &["query", "ASK { ?a a schema:Recipe }"]), "no\n");
}

#[test]
fn one_entity_is_shown_by_name_or_iri() {
    let folder = store();
    let row =
        run(folder.path(), &["query", "SELECT ?p ?l WHERE { ?p a schema:Person ; rdfs:label ?l } ORDER BY ?l LIMIT 1", "--format", "tsv"]);
    let (iri, label) = row.lines().nth(1).and_then(|line| line.split_once('\t')).expect("a person");
    let label = label.trim_end_matches("@en").trim_matches('"');
    let page = run(folder.path(), &["show", iri]);
    assert!(page.contains(label) && page.contains("schema:Person"), "{page}");
    assert_eq!(run(folder.path(), &["show", &label.to_uppercase()]), page);
    assert!(run(folder.path(), &["show", iri, "--format", "turtle"]).contains("schema:Person"));
    dateline(folder.path()).args(["show", "Nobody At All"]).assert().code(2).stderr(contains("nothing is called"));
}

#[test]
fn the_store_is_counted_by_kind() {
    let folder = store();
    let out = run(folder.path(), &["stats"]);
    assert!(out.contains(&format!("articles  {}", samples().len())) && out.contains("schema:NewsArticle"), "{out}");
}

#[test]
fn unsure_claims_can_be_left_out() {
    let store = store();
    let count = |least: &str| {
        let query = "SELECT (COUNT(?c) AS ?n) WHERE { ?c dl:confidence ?x }";
        let csv = run(store.path(), &["query", query, "--format", "csv", "--min-confidence", least]);
        csv.lines().nth(1).and_then(|line| line.parse::<usize>().ok()).expect("a number")
    };
    let (all, sure) = (count("0"), count("0.8"));
    assert!(0 < sure && sure < all, "{sure} of {all}");
    let lowest = "SELECT (MIN(?x) AS ?n) WHERE { ?c dl:confidence ?x }";
    let csv = run(store.path(), &["query", lowest, "--format", "csv", "--min-confidence", "0.8"]);
    assert!(csv.lines().nth(1).and_then(|line| line.parse::<f64>().ok()).is_some_and(|least| least >= 0.8), "{csv}");
    let export = run(store.path(), &["export", "--format", "nquads", "--min-confidence", "0.8"]);
    assert_eq!(export.matches("<https://w3id.org/dateline#confidence>").count(), sure);
    dateline(store.path()).args(["export", "--min-confidence", "80"]).assert().code(2);
}

#[test]
fn a_claim_is_explained_by_its_words_and_parse() {
    let store = store();
    let page = run(store.path(), &["explain", "Marco Rubio", "Secretary"]);
    assert!(page.contains("org:Membership: Secretary of State"), "{page}");
    assert!(page.contains("[Secretary of State Marco Rubio]"), "{page}");
    assert!(page.contains("role/title-before-name") && page.contains("PROPN"), "{page}");
    dateline(store.path()).args(["explain", "Nobody At All"]).assert().code(2);
}
