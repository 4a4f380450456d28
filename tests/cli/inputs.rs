//! Inputs of every kind, as a user names them.

use super::{dateline, file, folder, run, text};
use flate2::{Compression, write::GzEncoder};
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use std::io::Write;
use std::path::Path;

const BRIDGE: &str = "Ana Ruiz said on Monday that the bridge in Selm was open.";
const SCHOOL: &str = "The mayor said on Friday that the school in Selm was closed.";
const PAGE: &str = "<!DOCTYPE html><html><head><title>Port of Selm to close</title></head><body><nav>Home</nav><article><h1>Port of Selm to close</h1><p>The old port of Selm will close in the spring, the minister Ana Ruiz said on Monday at a meeting with the workers.</p></article></body></html>";

/// The names of the articles in N-Quads, in order.
fn names(quads: &str) -> Vec<&str> {
    let named = quads.lines().filter(|line| line.contains("#sourceFile>"));
    named.filter_map(|line| line.split('"').nth(1)).collect()
}

fn extract(folder: &Path, args: &[&str]) -> String {
    run(folder, &[&["extract", "--format", "nquads"], args].concat())
}

fn line(id: &str, field: &str, text: &str) -> String {
    format!("{{\"id\": {id:?}, {field:?}: {text:?}}}\n")
}

#[test]
fn a_folder_is_read_with_all_that_is_in_it() {
    let folder = folder();
    std::fs::create_dir_all(folder.path().join("news/may")).expect("a folder");
    for (name, content) in [("news/b.txt", BRIDGE), ("news/may/c.txt", SCHOOL), ("news/a.html", PAGE), ("news/.hidden", BRIDGE)] {
        file(folder.path(), name, content);
    }
    let quads = extract(folder.path(), &["news"]);
    assert_eq!(names(&quads), ["a.html", "b.txt", "c.txt"]);
    assert!(quads.contains("Port of Selm to close") && !quads.contains("<nav>"), "{quads}");
    std::fs::create_dir(folder.path().join("empty")).expect("a folder");
    dateline(folder.path()).args(["extract", "empty"]).assert().code(2).stderr(contains("hold no articles"));
}

#[test]
fn a_pattern_is_read_as_the_files_it_matches() {
    let folder = folder();
    for (name, content) in [("2.txt", BRIDGE), ("1.txt", SCHOOL), ("3.md", BRIDGE)] {
        file(folder.path(), name, content);
    }
    assert_eq!(names(&extract(folder.path(), &["*.txt"])), ["1.txt", "2.txt"]);
    dateline(folder.path()).args(["extract", "*.pdf"]).assert().code(1).stderr(contains("cannot read *.pdf"));
}

#[test]
fn a_bad_line_is_named_and_passed_over() {
    let folder = folder();
    let lines = [line("one", "text", BRIDGE), "{\"id\": \"broken\n".to_owned(), line("three", "text", SCHOOL)].concat();
    file(folder.path(), "news.jsonl", lines);
    let assert = dateline(folder.path()).args(["extract", "--format", "nquads", "news.jsonl"]).assert();
    let assert = assert.code(3).stderr(contains("news.jsonl:2"));
    assert_eq!(names(&text(&assert.get_output().stdout)), ["one", "three"]);
    file(folder.path(), "bad.jsonl", "{\"id\": 1}\n{\"id\": 2}\n");
    dateline(folder.path()).args(["extract", "bad.jsonl"]).assert().code(1).stderr(contains("bad.jsonl:1").and(contains("bad.jsonl:2")));
}

#[test]
fn lines_come_from_a_pipe_too_and_in_their_order() {
    let folder = folder();
    let lines: String = (0..12).map(|number| line(&format!("n{number}"), "text", &format!("{BRIDGE} It has {number} lanes."))).collect();
    let output = |threads: &str| {
        let mut command = dateline(folder.path());
        command.args(["extract", "-", "--format", "nquads", "--threads", threads]).write_stdin(lines.clone());
        text(&command.assert().success().get_output().stdout)
    };
    let one = output("1");
    assert_eq!(names(&one), (0..12).map(|number| format!("n{number}")).collect::<Vec<_>>());
    assert_eq!(one, output("3"));
}

#[test]
fn fields_can_be_named() {
    let folder = folder();
    file(folder.path(), "a.jsonl", format!("{{\"nr\": \"n7\", \"text\": {SCHOOL:?}, \"inhalt\": {BRIDGE:?}}}\n"));
    let quads = extract(folder.path(), &["a.jsonl", "--field", "text=inhalt", "--field", "name=nr"]);
    assert!(quads.contains("bridge") && !quads.contains("school"), "{quads}");
    assert_eq!(names(&quads), ["n7"]);
    let refused = |field: &str| dateline(folder.path()).args(["extract", "a.jsonl", "--field", field]).assert().code(2);
    refused("inhalt").stderr(contains("PART=NAME"));
    refused("titel=x").stderr(contains("headline"));
}

#[test]
fn the_format_can_be_forced() {
    let folder = folder();
    file(folder.path(), "a.txt", line("one", "text", BRIDGE));
    assert_eq!(names(&extract(folder.path(), &["a.txt"])), ["one"]);
    assert_eq!(names(&extract(folder.path(), &["a.txt", "--input-format", "text"])), ["a.txt"]);
}

#[test]
fn compressed_files_are_unpacked() {
    let folder = folder();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(PAGE.as_bytes()).expect("memory");
    file(folder.path(), "page.html.gz", encoder.finish().expect("memory"));
    let quads = extract(folder.path(), &["page.html.gz"]);
    assert_eq!(names(&quads), ["page.html.gz"]);
    assert!(quads.contains("Port of Selm to close"), "{quads}");
}

#[cfg(feature = "rocksdb")]
#[test]
fn every_kind_is_stored() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("news")).expect("a folder");
    file(folder.path(), "news/a.html", PAGE);
    let broken = "{\"id\": \"broken\n".to_owned();
    file(folder.path(), "news/b.jsonl", [line("one", "text", BRIDGE), broken, line("two", "body", SCHOOL)].concat());
    let ingest = || dateline(folder.path()).args(["ingest", "news"]).assert().code(3).stderr(contains("b.jsonl:2"));
    ingest().stdout(contains("4 articles: 3 new, 0 replaced, 0 unchanged, 1 failed"));
    ingest().stdout(contains("4 articles: 0 new, 0 replaced, 3 unchanged, 1 failed"));
    std::fs::create_dir(folder.path().join("empty")).expect("a folder");
    let nothing = ["ingest", "empty", "--store", "other"];
    dateline(folder.path()).args(nothing).assert().code(2).stderr(contains("hold no articles"));
    assert!(!folder.path().join("other").exists(), "nothing is made");
}
