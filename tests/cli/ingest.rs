//! `dateline ingest`: once, twice, in any order.

use super::{dateline, file, folder, run, samples};
use predicates::str::contains;
use std::path::Path;

fn ingest(folder: &Path, files: &[std::path::PathBuf], more: &[&str]) -> String {
    let output = dateline(folder).arg("ingest").args(files).args(more).assert().success().get_output().clone();
    super::text(&output.stdout)
}

fn quads(folder: &Path) -> String {
    run(folder, &["export", "--format", "nquads"])
}

#[test]
fn twice_is_once() {
    let folder = folder();
    let files = samples();
    assert!(ingest(folder.path(), &files, &[]).contains(&format!("{} new", files.len())));
    let before = quads(folder.path());
    assert!(ingest(folder.path(), &files, &[]).contains(&format!("0 new, 0 replaced, {} unchanged", files.len())));
    assert_eq!(quads(folder.path()), before);
}

#[test]
fn the_order_of_inputs_and_the_number_of_threads_do_not_matter() {
    let mut files = samples();
    let (one, other) = (folder(), folder());
    ingest(one.path(), &files, &["--threads", "1"]);
    files.reverse();
    for file in files.chunks(2) {
        ingest(other.path(), file, &["--threads", "3"]);
    }
    for format in ["turtle", "jsonld", "ntriples", "nquads", "trig", "rdfxml"] {
        let export = |folder: &Path| run(folder, &["export", "--format", format]);
        assert_eq!(export(one.path()), export(other.path()), "{format}");
    }
}

#[test]
fn a_changed_text_takes_the_place_of_the_old_one() {
    let folder = folder();
    let path = file(folder.path(), "a.txt", "Ana Ruiz said on Monday that the bridge was open.\n");
    ingest(folder.path(), std::slice::from_ref(&path), &[]);
    file(folder.path(), "a.txt", "Ana Ruiz said on Monday that the bridge was closed.\n");
    assert!(ingest(folder.path(), &[path], &[]).contains("0 new, 1 replaced"));
    let quads = quads(folder.path());
    assert!(quads.contains("closed") && !quads.contains("bridge was open"), "{quads}");
}

#[test]
fn two_files_of_one_name_are_two_articles() {
    let folder = folder();
    for (name, text) in
        [("a", "Ana Ruiz said on Monday that the bridge was open."), ("b", "The mayor said on Friday that the school was closed.")]
    {
        std::fs::create_dir(folder.path().join(name)).expect("a folder");
        file(folder.path(), &format!("{name}/index.txt"), text);
    }
    let out = run(folder.path(), &["ingest", "a", "b"]);
    assert!(out.contains("2 articles: 2 new"), "{out}");
}

#[test]
fn one_text_under_two_names_is_one_article() {
    let folder = folder();
    let text = "Ana Ruiz said on Monday that the bridge was open.";
    let (a, b) = (file(folder.path(), "a.txt", text), file(folder.path(), "b.txt", text));
    ingest(folder.path(), &[b, a], &[]);
    let names = run(folder.path(), &["query", "SELECT ?a ?f WHERE { ?a dl:sourceFile ?f } ORDER BY ?f", "--format", "csv"]);
    let rows: Vec<&str> = names.lines().skip(1).collect();
    assert_eq!(rows.len(), 2, "{names}");
    assert_eq!(rows[0].split(',').next(), rows[1].split(',').next());
}

#[test]
fn the_good_inputs_are_stored_when_some_are_bad() {
    let folder = folder();
    file(folder.path(), "empty.txt", "");
    let mut command = dateline(folder.path());
    command.args(["ingest", "empty.txt"]).args(samples());
    command.assert().code(3).stderr(contains("empty.txt")).stdout(contains("1 failed"));
    assert!(quads(folder.path()).contains("NewsArticle"));
}
