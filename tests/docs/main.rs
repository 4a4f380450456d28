//! The documentation: commands shown in it are run and give what it shows, what is generated is current, links lead somewhere.
//!
//! `DATELINE_BLESS=1` writes answers and generated pages as they are now into `docs/`: read them before you keep them.
#![cfg(feature = "rocksdb")]
#![expect(clippy::expect_used, reason = "a test may panic")]

mod console;
mod cookbook;
mod links;
mod ontology;

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Files of a folder and of the folders in it, sorted.
fn files(folder: impl AsRef<Path>, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join(folder)).expect("the folder is there") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            files.extend(self::files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Lines, each with its end.
fn ended<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Compares a page with what it should be, or writes it.
fn compare(path: &Path, expected: &str) {
    let path = root().join(path);
    if std::env::var_os("DATELINE_BLESS").is_some() {
        fs::write(&path, expected).expect("writable");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    let differs = |(found, expected): &(&str, &str)| found != expected;
    let line = found
        .lines()
        .zip(expected.lines())
        .position(|pair| differs(&pair))
        .unwrap_or_else(|| found.lines().count().min(expected.lines().count()));
    let shown = |text: &str| text.lines().skip(line).take(12).collect::<Vec<_>>().join("\n");
    let path = path.display();
    assert!(
        found == expected,
        "{path} is stale from line {}: it has\n{}\n--- and should have\n{}",
        line + 1,
        shown(&found),
        shown(expected)
    );
}
