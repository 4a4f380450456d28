//! `dateline merges`, `merge`, `split`, `conflicts`, `resolve`: who is who over several articles.

use super::{dateline, file, folder, run};
use predicates::str::contains;
use std::path::Path;

const BRIDGE: &str = "Mayor Aleksei Petrov of Lima said on Monday that the bridge was open.\n";
const SCHOOL: &str = "Mayor Alexey Petrov of Lima said on Friday that the school was closed.\n";

fn ingest(folder: &Path, articles: &[(&str, &str)]) {
    for (name, text) in articles {
        file(folder, name, text);
    }
    let names: Vec<&str> = articles.iter().map(|(name, _)| *name).collect();
    run(folder, &[&["ingest"], names.as_slice()].concat());
}

/// The people of the store, one a line.
fn people(folder: &Path) -> Vec<String> {
    let csv = run(folder, &["query", "SELECT DISTINCT ?who WHERE { GRAPH ?a { ?who a schema:Person } } ORDER BY ?who", "--format", "csv"]);
    csv.lines().skip(1).filter_map(|line| Some(line.rsplit_once('/')?.1.to_owned())).collect()
}

fn quads(folder: &Path) -> String {
    run(folder, &["export", "--format", "nquads"])
}

/// The first column of the ledger's rows.
fn row(folder: &Path) -> String {
    let csv = run(folder, &["merges", "--format", "csv"]);
    csv.lines().nth(1).and_then(|line| line.split(',').next()).expect("a row").to_owned()
}

#[test]
fn two_spellings_are_one_person_until_somebody_splits_them() {
    let folder = folder();
    ingest(folder.path(), &[("a.txt", BRIDGE), ("b.txt", SCHOOL)]);
    assert_eq!(people(folder.path()), ["aleksei-petrov"]);
    assert!(run(folder.path(), &["show", "Alexey Petrov"]).contains("aleksei-petrov"));
    let merged = quads(folder.path());
    run(folder.path(), &["split", &row(folder.path())]);
    assert_eq!(people(folder.path()), ["aleksei-petrov", "alexey-petrov"]);
    run(folder.path(), &["ingest", "a.txt", "b.txt", "--again"]);
    run(folder.path(), &["resolve"]);
    assert_eq!(people(folder.path()), ["aleksei-petrov", "alexey-petrov"], "what was decided stays");
    let ledger = run(folder.path(), &["merges"]);
    let decision = ledger.lines().last().and_then(|line| line.split(' ').next()).expect("the decision").to_owned();
    run(folder.path(), &["merge", &decision]);
    assert_eq!(quads(folder.path()), merged, "all is as before");
}

#[test]
fn two_names_are_merged_and_one_is_parted_by_hand() {
    let folder = folder();
    ingest(
        folder.path(),
        &[("a.txt", "Ana Ruiz opened the bridge.\n"), ("b.txt", "Eva Cruz closed the school.\n"), ("c.txt", "Ana Ruiz won a race.\n")],
    );
    let before = quads(folder.path());
    run(folder.path(), &["merge", "Ana Ruiz", "Eva Cruz"]);
    assert_eq!(people(folder.path()), ["ana-ruiz"]);
    run(folder.path(), &["split", &row(folder.path())]);
    assert_eq!(quads(folder.path()), before);
    run(folder.path(), &["split", "Ana Ruiz", "--article", "c.txt"]);
    assert_eq!(people(folder.path()).len(), 3);
    run(folder.path(), &["merge", &row(folder.path())]);
    assert_eq!(quads(folder.path()), before);
}

#[test]
fn adding_and_replacing_articles_gives_what_beginning_anew_gives() {
    let (one, other) = (folder(), folder());
    ingest(one.path(), &[("a.txt", BRIDGE)]);
    ingest(one.path(), &[("b.txt", SCHOOL), ("c.txt", "Ana Ruiz met Alexey Petrov in Lima.\n")]);
    ingest(one.path(), &[("c.txt", "Ana Ruiz met Eva Cruz in Lima.\n")]);
    ingest(other.path(), &[("c.txt", "Ana Ruiz met Eva Cruz in Lima.\n"), ("b.txt", SCHOOL), ("a.txt", BRIDGE)]);
    assert_eq!(quads(one.path()), quads(other.path()));
    run(one.path(), &["resolve"]);
    assert_eq!(quads(one.path()), quads(other.path()));
}

#[test]
fn conflicts_stand_side_by_side() {
    let folder = folder();
    let strike = |killed: &str, by: &str| {
        format!("Toll\n{by}\n14 April 2025\n\nA missile attack on Sumy on Sunday killed {killed} people, officials said.\n")
    };
    ingest(folder.path(), &[("a.txt", &strike("34", "Northern Courier")), ("b.txt", &strike("21", "Harbour Post"))]);
    let conflicts = run(folder.path(), &["conflicts"]);
    assert!(conflicts.contains("killed: 34 and 21") || conflicts.contains("killed: 21 and 34"), "{conflicts}");
    assert!(conflicts.contains("a.txt") && conflicts.contains("b.txt") && conflicts.contains("2025-04-14"), "{conflicts}");
}

#[test]
fn what_is_no_row_and_nobody_is_said() {
    let folder = folder();
    ingest(folder.path(), &[("a.txt", BRIDGE)]);
    dateline(folder.path()).args(["split", "0123456789abcdef"]).assert().code(2).stderr(contains("dateline merges"));
    dateline(folder.path()).args(["merge", "Aleksei Petrov", "Nobody"]).assert().code(2).stderr(contains("Nobody"));
    dateline(folder.path()).args(["resolve", "--store", "none"]).assert().code(1).stderr(contains("no store"));
}
