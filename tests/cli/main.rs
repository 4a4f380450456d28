//! The program as a user runs it.
#![expect(clippy::expect_used, reason = "a test may panic")]

mod authority;
mod bad_input;
mod data;
#[cfg(all(feature = "rocksdb", target_os = "linux"))]
mod disk;
mod export;
mod extract;
mod help;
#[cfg(feature = "rocksdb")]
mod identity;
#[cfg(feature = "rocksdb")]
mod ingest;
mod inputs;
#[cfg(feature = "rocksdb")]
mod keeping;
#[cfg(all(feature = "rocksdb", unix))]
mod killed;
mod networks;
#[cfg(feature = "rocksdb")]
mod query;
mod untrusted;

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The program, run in a folder of its own.
fn dateline(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("dateline").expect("the program");
    command.current_dir(folder);
    command
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// The sample articles that come with the project, sorted.
fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut files: Vec<PathBuf> = folder.read_dir().expect("examples").map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(files.len() >= 4, "sample articles");
    files
}

/// Writes a file and gives its path.
fn file(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).expect("a file");
    path
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// Runs `dateline` and expects success; gives standard output.
fn run(folder: &Path, args: &[&str]) -> String {
    let output = dateline(folder).args(args).assert().success().get_output().clone();
    text(&output.stdout)
}
