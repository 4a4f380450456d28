//! Runs what pages show in blocks of ```` ```console ````: after `$ ` a command, then what it prints. A page is one session, in a
//! folder that holds `examples`, `queries` and `ontology` as this repository has them.

use super::{compare, ended, files, root};
use std::path::Path;
use std::process::Command;

/// The page with the answers that its commands give now.
fn answered(page: &str, folder: &Path) -> String {
    let mut lines = page.lines().peekable();
    let mut out = String::new();
    let mut is_console = false;
    while let Some(line) = lines.next() {
        out.extend([line, "\n"]);
        if line.starts_with("```") {
            is_console = line == "```console";
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| is_console) else { continue };
        let mut command = command.to_owned();
        while let Some(more) = lines.next_if(|line| line.starts_with("> ")) {
            command.extend(["\n", more.trim_start_matches("> ")]);
            out.extend([more, "\n"]);
        }
        while lines.next_if(|line| !line.starts_with("$ ") && !line.starts_with("```")).is_some() {}
        out += &run(&command, folder);
    }
    out
}

/// What a command prints, at most this much: a full page helps nobody.
fn run(command: &str, folder: &Path) -> String {
    let program = assert_cmd::cargo::cargo_bin("dateline");
    let path = format!("{}:{}", program.parent().expect("a folder").display(), std::env::var("PATH").unwrap_or_default());
    let script = format!("exec 2>&1\n{command}");
    let output = Command::new("bash").args(["-c", &script]).current_dir(folder).env("PATH", path).env("LC_ALL", "C.UTF-8").output();
    let text = String::from_utf8(output.expect("bash").stdout).expect("UTF-8");
    assert!(text.lines().count() <= 60, "`{command}` prints more than 60 lines: show a part of it");
    ended(text.lines().map(str::trim_end))
}

#[test]
fn commands_give_what_pages_show() {
    let mut commands = 0;
    for page in files("docs", "md") {
        let text = super::read(&page);
        if !text.contains("\n```console\n") {
            continue;
        }
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["examples", "queries", "ontology"] {
            std::os::unix::fs::symlink(root().join(name), folder.path().join(name)).expect("a link");
        }
        compare(&page, &answered(&text, folder.path()));
        commands += text.lines().filter(|line| line.starts_with("$ ")).count();
    }
    assert!(commands > 30, "only {commands} commands were run");
}

#[test]
fn an_answer_that_has_changed_is_seen() {
    let page = "```console\n$ echo new\nold\n$ printf '%s\\n' \\\n>   a\n```\n$ no command\n";
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(answered(page, folder.path()), "```console\n$ echo new\nnew\n$ printf '%s\\n' \\\n>   a\na\n```\n$ no command\n");
}
