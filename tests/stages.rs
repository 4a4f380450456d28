//! No stage knows a later one, and none before the graph knows RDF.
#![expect(clippy::expect_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

/// Modules in the order in which an article passes through them; those on one level know nothing of each other.
const LEVELS: [&[&str]; 14] = [
    &["span", "hash"],
    &["source"],
    &["language", "authority"],
    &["extract"],
    &["resolve"],
    &["collate"],
    &["vocab"],
    &["graph"],
    &["store"],
    &["query", "export", "verify", "diff", "import"],
    &["remote"],
    &["reconciliation"],
    &["serve"],
    &["pipeline", "consolidation"],
];

/// The first level that may know RDF.
const RDF: &str = "vocab";

fn level(module: &str) -> usize {
    let found = LEVELS.iter().position(|modules| modules.contains(&module));
    found.unwrap_or_else(|| panic!("src/{module} has no place among the levels of tests/stages.rs"))
}

/// The files of a module: `src/span.rs`, or all in `src/source/`.
fn files(module: &Path) -> Vec<PathBuf> {
    if module.is_file() {
        return vec![module.to_owned()];
    }
    let entries = fs::read_dir(module).expect("a folder");
    let mut files: Vec<_> = entries.flat_map(|entry| files(&entry.expect("readable").path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    files
}

/// The modules of the library, by name.
fn modules() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let library = fs::read_to_string(root.join("lib.rs")).expect("readable");
    let names = library.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'));
    let path = |name: &str| if root.join(name).is_dir() { root.join(name) } else { root.join(format!("{name}.rs")) };
    names.map(|name| (name.to_owned(), path(name))).collect()
}

/// What a line of code names of this crate: the `language` of `use crate::language::Document`.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let code = line.trim_start();
    let code = if code.starts_with("//") { "" } else { code };
    code.split("crate::").skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default())
}

#[test]
fn nothing_points_backwards() {
    let modules = modules();
    assert!(modules.len() >= LEVELS.len(), "{modules:?}");
    let mut wrong = Vec::new();
    for (module, path) in &modules {
        for file in files(path) {
            let text = fs::read_to_string(&file).expect("readable");
            for (number, line) in text.lines().enumerate() {
                let later = named(line)
                    .any(|name| modules.iter().any(|(known, _)| known == name) && name != module && level(name) >= level(module));
                let rdf = level(module) < level(RDF)
                    && (line.contains("oxigraph::") || line.contains("sophia::"))
                    && !line.trim_start().starts_with("//");
                let hidden = line.contains("crate::{");
                if later || rdf || hidden {
                    wrong.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "a stage knows what it must not:\n{}", wrong.join("\n"));
}
