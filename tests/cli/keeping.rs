//! Looking after a store: list, retract, diff, verify, backup, restore, optimize.

use super::{dateline, file, folder, run, samples};
use predicates::str::contains;
use std::path::Path;

/// A folder with a store of the sample articles in it.
fn stored() -> tempfile::TempDir {
    let folder = folder();
    dateline(folder.path()).arg("ingest").args(samples()).assert().success();
    folder
}

fn quads(folder: &Path, store: &str) -> String {
    run(folder, &["export", "--store", store, "--format", "nquads"])
}

#[test]
fn the_list_has_every_article_once() {
    let folder = stored();
    let list = run(folder.path(), &["list", "--format", "csv"]);
    assert_eq!(list.lines().count(), samples().len() + 1, "{list}");
    assert!(list.contains("sumy-sunday.txt,2025-04-13,"), "{list}");
}

#[test]
fn a_retracted_article_is_gone_as_if_it_had_never_been_read() {
    let folder = stored();
    let without: Vec<_> = samples().into_iter().filter(|path| !path.ends_with("sumy-sunday.txt")).collect();
    dateline(folder.path()).arg("ingest").args(without).args(["--store", "other"]).assert().success();
    assert!(run(folder.path(), &["retract", "sumy-sunday.txt"]).contains("1 article retracted"));
    assert_eq!(quads(folder.path(), "dateline-kg"), quads(folder.path(), "other"));
    dateline(folder.path()).args(["retract", "sumy-sunday.txt"]).assert().code(2).stderr(contains("dateline list"));
}

#[test]
fn a_difference_is_told_fact_by_fact_and_as_a_patch() {
    let folder = folder();
    file(folder.path(), "a.txt", "At least 12 people were killed in Lima on Monday, Ana Ruiz said.\n");
    run(folder.path(), &["ingest", "a.txt", "--store", "old"]);
    std::fs::write(folder.path().join("old.nq"), quads(folder.path(), "old")).expect("a file");
    file(folder.path(), "a.txt", "At least 34 people were killed in Lima on Monday, Ana Ruiz said.\n");
    run(folder.path(), &["ingest", "a.txt", "--store", "new"]);
    run(folder.path(), &["diff", "old.nq", "old"]);
    let output = dateline(folder.path()).args(["diff", "old", "new"]).assert().code(1).get_output().stdout.clone();
    let text = super::text(&output);
    let told = |sign: char, number: &str| text.lines().any(|line| line.starts_with(sign) && line.contains(&format!("object: {number}")));
    assert!(told('−', "12") && told('+', "34"), "{text}");
    let patch = dateline(folder.path()).args(["diff", "old.nq", "new", "--format", "patch"]).assert().code(1).get_output().stdout.clone();
    let patch = super::text(&patch);
    assert!(patch.starts_with("TX .\nD ") && patch.ends_with("TC .\n") && patch.contains("\nA "), "{patch}");
    file(folder.path(), "a.xyz", "");
    dateline(folder.path()).args(["diff", "a.xyz", "old"]).assert().code(2).stderr(contains(".nq"));
}

#[test]
fn the_samples_and_the_queries_that_come_with_the_program_are_sound() {
    let folder = stored();
    let queries = Path::new(env!("CARGO_MANIFEST_DIR")).join("queries/who-met-whom.rq");
    let out = run(folder.path(), &["verify", "--query", queries.to_str().expect("UTF-8")]);
    assert!(out.contains("mentions read again") && out.trim_end().ends_with("0 findings"), "{out}");
    let odd = file(folder.path(), "odd.rq", "SELECT ?x WHERE { ?x dl:evidense ?y }");
    let mut command = dateline(folder.path());
    command.args(["verify", "--query"]).arg(odd).assert().code(1).stdout(contains("does not define dl:evidense"));
}

#[test]
fn a_store_without_texts_is_read_again_in_the_originals() {
    let folder = folder();
    dateline(folder.path()).arg("ingest").args(samples()).arg("--no-text").assert().success();
    assert!(run(folder.path(), &["verify"]).contains("not read: give their articles with --originals"));
    let output = dateline(folder.path()).args(["verify", "--originals"]).args(samples()).assert().success().get_output().stdout.clone();
    assert!(!super::text(&output).contains("not read"), "{}", super::text(&output));
}

#[test]
fn a_backup_becomes_a_store_again_and_nothing_is_overwritten() {
    let folder = stored();
    let before = quads(folder.path(), "dateline-kg");
    run(folder.path(), &["backup", "copy"]);
    run(folder.path(), &["retract", "sumy-sunday.txt"]);
    dateline(folder.path()).args(["backup", "copy"]).assert().code(1).stderr(contains("is there already"));
    dateline(folder.path()).args(["restore", "copy"]).assert().code(1).stderr(contains("is there already"));
    run(folder.path(), &["restore", "copy", "--store", "again"]);
    run(folder.path(), &["optimize", "--store", "again"]);
    assert_eq!(quads(folder.path(), "again"), before);
    dateline(folder.path()).args(["restore", "nowhere", "--store", "third"]).assert().code(1).stderr(contains("no store at nowhere"));
}
