//! Registers that the user adds.

use super::{dateline, file, folder, run, text};
use predicates::str::contains;
use std::path::Path;

const WIKIDATA: &str = r#"[
{"type":"item","id":"Q900000001","labels":{"en":{"language":"en","value":"Ana Petrosyan"}},"descriptions":{},"aliases":[],"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}},"rank":"normal"}],"P27":[{"mainsnak":{"datavalue":{"value":{"id":"Q399"}}},"rank":"normal"}]},"sitelinks":{"enwiki":{}}},
{"type":"item","id":"Q900000002","labels":{"en":{"language":"en","value":"Marco Rubio"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}},"rank":"deprecated"}]}},
{broken
]
"#;
const GEONAMES: &str = "900000001\tOld Mill\tOld Mill\tStary Mlyn\t50.1\t30.2\tP\tPPL\tUA\t\t\t\t\t\t1200\t\t\tx\t2020-01-01\n2\tA road\t\t\t50\t30\tR\tRD\tUA\t\t\t\t\t\t\t\t\tx\t2020-01-01\nno row\n";
const SKOS: &str = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <https://t.example/1> a <http://schema.org/Person> ; skos:prefLabel \"Ana Petrosyan\"@en , \"Ana P.\"@hy . <https://t.example/2> skos:prefLabel \"No Kind\" .";
const TABLE: &str = "fullname;nr;kind\nAna Petrosyan;12;person\nNobody;;person\n;7;person\nX Y;8;dragon\nZ;9\n";
const ARTICLE: &str = "Ana Petrosyan met Marco Rubio in Old Mill, Ukraine, on Monday. Ana Petrosyan said that Old Mill was quiet.\n";

/// Adds a register; the exit code and what was told.
fn add(folder: &Path, name: &str, content: &str, more: &[&str]) -> (i32, String) {
    file(folder, name, content);
    let output = dateline(folder).args(["authority", "add", name]).args(more).output().expect("run");
    (output.status.code().expect("a code"), text(&output.stderr))
}

fn links(folder: &Path, more: &[&str]) -> Vec<String> {
    file(folder, "article.txt", ARTICLE);
    let quads = run(folder, &[&["extract", "article.txt", "--format", "nquads"], more].concat());
    let sure = quads.lines().filter(|line| line.contains("> <http://www.w3.org/2004/02/skos/core#exactMatch> <"));
    sure.filter_map(|line| Some(line.split("> <").nth(2)?.trim_end_matches('>').to_owned())).collect()
}

#[test]
fn every_format_is_told_by_its_content_and_links() {
    for (name, content, more, link) in [
        ("w.json", WIKIDATA, &[][..], "http://www.wikidata.org/entity/Q900000001"),
        ("g.txt", GEONAMES, &[], "https://sws.geonames.org/900000001/"),
        ("s.ttl", SKOS, &[], "https://t.example/1"),
        ("t.csv", TABLE, &["--prefix", "https://m.example/", "--column", "label=fullname", "--column", "id=nr"], "https://m.example/12"),
    ] {
        let folder = folder();
        let (code, told) = add(folder.path(), name, content, more);
        assert_eq!(code, 3, "{name}: {told}");
        assert!(told.starts_with(&format!("dateline: {name}:")), "{told}");
        let plain = links(folder.path(), &[]);
        assert!(!plain.iter().any(|iri| iri == link), "nothing is linked unasked: {plain:?}");
        let linked = links(folder.path(), &["--authority", "dateline-authority"]);
        assert!(linked.iter().any(|iri| iri == link), "{name}: {linked:?}");
        assert!(plain.iter().all(|iri| linked.contains(iri)), "{name}: {plain:?} {linked:?}");
    }
}

#[test]
fn the_built_in_authority_goes_before() {
    let folder = folder();
    let rows = "id,kind,label\nQ212,country,Atlantis\nQ900000001,person,Ana Petrosyan\n";
    assert_eq!(add(folder.path(), "own.csv", rows, &[]).0, 0);
    file(folder.path(), "a.txt", "Ana Petrosyan came from Atlantis.\n");
    let quads = run(folder.path(), &["extract", "a.txt", "--format", "nquads", "--authority", "dateline-authority"]);
    assert!(quads.contains("Q900000001") && !quads.contains("Q212"), "{quads}");
}

#[test]
fn a_register_may_go_first() {
    let folder = folder();
    let path = folder.path();
    let rows = "id,kind,label\nhttps://t.example/1,city,Kyiv\nQ212,country,Atlantis\n";
    file(path, "a.txt", "Ana Petrosyan came from Atlantis. The delegations met in Kyiv on Tuesday.\n");
    let read = ["extract", "a.txt", "--format", "nquads", "--authority", "dateline-authority"];
    assert_eq!(add(path, "own.csv", rows, &[]).0, 0);
    let quads = run(path, &read);
    assert!(quads.contains("exactMatch> <http://www.wikidata.org/entity/Q1899>") && !quads.contains("Q212"), "{quads}");
    assert_eq!(add(path, "own.csv", rows, &["--first"]).0, 0);
    assert_eq!(run(path, &["authority", "list"]), "own\t2 rows, first\n");
    let quads = run(path, &read);
    assert!(quads.contains("exactMatch> <http://www.wikidata.org/entity/Q212>"), "of one identifier its row counts: {quads}");
}

#[test]
fn a_register_that_cannot_be_read_is_told_once_and_loses_no_article() {
    for damaged in ["own.rows", "own.index"] {
        let folder = folder();
        let path = folder.path();
        assert_eq!(add(path, "own.csv", "id,kind,label\nQ900000001,person,Ana Petrosyan\n", &[]).0, 0);
        file(path, "a.txt", ARTICLE);
        file(path, "b.txt", format!("{ARTICLE}It rained.\n"));
        let whole = std::fs::read(path.join("dateline-authority").join(damaged)).expect("a file");
        std::fs::write(path.join("dateline-authority").join(damaged), &whole[..whole.len().min(30)]).expect("written");
        let ingest = ["ingest", "a.txt", "b.txt", "--store", "kg", "--authority", "dateline-authority"];
        let output = dateline(path).args(ingest).output().expect("run");
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(3), "{told}");
        assert!(told.matches(damaged).count() == 1 && told.contains("dateline authority add"), "{told}");
        assert_eq!(run(path, &["list", "--store", "kg", "--format", "csv"]).lines().count(), 3);
        let output = dateline(path).args(["extract", "a.txt", "--authority", "dateline-authority"]).output().expect("run");
        assert!(output.status.code() == Some(3) && text(&output.stdout).contains("Petrosyan"), "{}", text(&output.stderr));
    }
}

#[test]
fn registers_are_listed_replaced_and_removed() {
    let folder = folder();
    let path = folder.path();
    let rows = "id,kind,label\nQ900000001,person,Ana Petrosyan\n";
    assert_eq!(add(path, "own.csv", rows, &[]).0, 0);
    assert_eq!(add(path, "own.csv", &format!("{rows}Q900000002,person,Bo Li\n"), &[]).0, 0);
    assert_eq!(run(path, &["authority", "list"]), "own\t2 rows\n");
    run(path, &["authority", "remove", "own"]);
    assert_eq!(run(path, &["authority", "list"]), "");
    dateline(path).args(["authority", "remove", "own"]).assert().code(1).stderr(contains("authority list"));
}

#[test]
fn what_is_no_register_changes_nothing() {
    let folder = folder();
    let path = folder.path();
    for (name, content) in [("empty.csv", ""), ("no.csv", "a,b\n1,2\n"), ("bad.ttl", "<x"), ("bad.csv", "id,label\n1,A\n")] {
        let (code, told) = add(path, name, content, &[]);
        assert!(code == 1 && told.contains(name), "{name}: {code} {told}");
    }
    dateline(path).args(["authority", "add", "nothing.csv"]).assert().code(1).stderr(contains("cannot read nothing.csv"));
    assert_eq!(run(path, &["authority", "list"]), "");
    dateline(path).args(["extract", "no.csv", "--authority", "nowhere"]).assert().code(2).stderr(contains("authority add"));
}

#[test]
fn a_store_is_linked_with_what_was_added() {
    let folder = folder();
    assert_eq!(add(folder.path(), "own.csv", "id,kind,label\nQ900000001,person,Ana Petrosyan\n", &[]).0, 0);
    file(folder.path(), "a.txt", ARTICLE);
    run(folder.path(), &["ingest", "a.txt", "--store", "kg", "--authority", "dateline-authority"]);
    assert!(run(folder.path(), &["export", "--store", "kg", "--format", "nquads"]).contains("Q900000001"));
}
