//! Help, completions, the manual page.

use super::{dateline, folder, run};
use predicates::str::contains;

const COMMANDS: [&str; 24] = [
    "ingest",
    "query",
    "export",
    "push",
    "extract",
    "show",
    "explain",
    "merges",
    "merge",
    "split",
    "conflicts",
    "resolve",
    "reconcile",
    "serve",
    "stats",
    "list",
    "retract",
    "diff",
    "verify",
    "backup",
    "restore",
    "optimize",
    "completions",
    "man",
];

#[test]
fn every_command_has_help_with_an_example() {
    for command in COMMANDS {
        let help = run(folder().path(), &[command, "--help"]);
        assert!(help.contains(&format!("\n  dateline {command}")), "{help}");
    }
}

#[test]
fn the_manual_page_and_the_completions_know_every_command() {
    let page = run(folder().path(), &["man"]);
    let script = run(folder().path(), &["completions", "bash"]);
    for command in COMMANDS {
        assert!(page.contains(&format!("DATELINE {}", command.to_uppercase())), "{command}");
        assert!(script.contains(command), "{command}");
    }
}

#[test]
fn bad_usage_is_told_from_failure() {
    dateline(folder().path()).arg("nonsense").assert().code(2).stderr(contains("nonsense"));
    dateline(folder().path()).args(["extract", "--base", "nonsense", "x"]).assert().code(2).stderr(contains("absolute IRI"));
}
