//! Disks that are full or may not be written, and stores that another process uses.

use super::{dateline, file, folder, run, samples, text};
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const BRIDGE: &str = "Ana Ruiz said on Monday that the bridge in Selm was open.";

/// Runs a script in which `disk` is a small disk of its own and `$DATELINE` the program; none where no disk may be mounted.
fn with_small_disk(folder: &Path, script: &str) -> Option<Output> {
    std::fs::create_dir(folder.join("disk")).expect("a folder");
    let mount = "mount -t tmpfs -o size=16m none disk";
    let within = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--mount", "bash", "-c", script]).current_dir(folder);
        command.env("DATELINE", assert_cmd::cargo::cargo_bin("dateline")).output()
    };
    if !within(mount).is_ok_and(|output| output.status.success()) {
        let _ = writeln!(std::io::stderr(), "skipped: no disk may be mounted here");
        return None;
    }
    Some(within(&format!("{mount} && {script}")).expect("run"))
}

#[test]
fn what_a_full_disk_cut_short_is_completed_when_there_is_room() {
    let folder = folder();
    let samples: Vec<String> = samples().iter().map(|path| path.display().to_string()).collect();
    let samples = samples.join("' '");
    file(folder.path(), "old.txt", BRIDGE);
    let script = format!(
        "$DATELINE ingest old.txt --store disk/kg >/dev/null || exit 10
         head -c 16m /dev/zero > disk/ballast 2>/dev/null
         $DATELINE ingest '{samples}' --store disk/kg && exit 11
         for room in 100K 300K 1M; do
             truncate -s -$room disk/ballast
             $DATELINE ingest '{samples}' --store disk/kg >/dev/null
         done
         rm disk/ballast
         $DATELINE verify --store disk/kg >/dev/null || exit 12
         $DATELINE ingest '{samples}' --store disk/kg >/dev/null || exit 13
         $DATELINE verify --store disk/kg >/dev/null || exit 14
         $DATELINE export --store disk/kg --format nquads -o full.nq"
    );
    let Some(output) = with_small_disk(folder.path(), &script) else { return };
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("the disk is full"), "{}", text(&output.stderr));
    let script = format!("ingest old.txt '{samples}' --store kg");
    let args: Vec<&str> = script.split([' ', '\'']).filter(|arg| !arg.is_empty()).collect();
    run(folder.path(), &args);
    let whole = run(folder.path(), &["export", "--store", "kg", "--format", "nquads"]);
    assert!(std::fs::read_to_string(folder.path().join("full.nq")).expect("a file") == whole, "another graph than with room");
}

#[test]
fn a_store_on_a_disk_that_may_not_be_written_is_read_and_left_alone() {
    let folder = folder();
    file(folder.path(), "old.txt", BRIDGE);
    file(folder.path(), "new.txt", BRIDGE.replace("open", "closed"));
    let script = "$DATELINE ingest old.txt --store disk/kg >/dev/null || exit 10
         mount -o remount,ro disk || exit 11
         $DATELINE ingest new.txt --store disk/kg && exit 12
         $DATELINE retract old.txt --store disk/kg && exit 13
         $DATELINE ingest new.txt --store disk/other && exit 14
         $DATELINE verify --store disk/kg >/dev/null || exit 15
         $DATELINE query 'SELECT ?file { ?a dl:sourceFile ?file }' --store disk/kg --format csv";
    let Some(output) = with_small_disk(folder.path(), script) else { return };
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert_eq!(said.matches("check that you may write there").count(), 3, "{said}");
    assert_eq!(text(&output.stdout).lines().collect::<Vec<_>>(), ["file", "old.txt"]);
}

/// Every command that writes a file, with the name of what it writes.
const WRITERS: [(&str, &str); 19] = [
    ("export --store kg --format turtle -o", "out"),
    ("export --store kg --format jsonld -o", "out"),
    ("export --store kg --format ntriples -o", "out"),
    ("export --store kg --format nquads -o", "out"),
    ("export --store kg --format trig -o", "out"),
    ("export --store kg --format rdfxml -o", "out"),
    ("export --store kg --format reifiers -o", "out"),
    ("export --data kg.nq --format turtle -o", "out"),
    ("export --store kg --format schema-org -o", "out"),
    ("export --store kg --view events --format graphml -o", "out"),
    ("export --store kg --view events --format gexf -o", "out"),
    ("export --store kg --view events --format cytoscape -o", "out"),
    ("export --store kg --view events --format dot -o", "out"),
    ("export --store kg --view events --format neo4j -o", "out"),
    ("export --store kg --view events --format parquet -o", "out"),
    ("export --store kg --view events --format csvw -o", "out"),
    ("authority export -o", "out"),
    ("authority add members.csv --kind person --prefix https://a.example/ --authority", "out"),
    ("backup --store kg", "out"),
];

/// Runs every writer on a disk that is full or may not be written: each must fail, say why in one sentence, and leave no file with anything in it.
fn every_writer_fails_cleanly(spoil: &str, reasons: &[&str]) {
    let folder = folder();
    let samples: Vec<String> = samples().iter().map(|path| path.display().to_string()).collect();
    let ingest: Vec<&str> = ["ingest", "--store", "kg"].into_iter().chain(samples.iter().map(String::as_str)).collect();
    run(folder.path(), &ingest);
    file(folder.path(), "kg.nq", run(folder.path(), &["export", "--store", "kg", "--format", "nquads"]));
    file(folder.path(), "members.csv", "id,name\n1,Ana Ruiz\n");
    let lines = WRITERS.iter().enumerate().map(|(number, (command, name))| {
        format!("$DATELINE {command} disk/{name} >/dev/null 2>said{number}; echo $? >code{number}; find disk -type f ! -name ballast -size +0 >left{number}; find disk -mindepth 1 ! -name ballast -delete")
    });
    let script = format!("{spoil}\n{}\ntrue", lines.collect::<Vec<_>>().join("\n"));
    if with_small_disk(folder.path(), &script).is_none() {
        return;
    }
    let mut wrong = Vec::new();
    for (number, (command, _)) in WRITERS.iter().enumerate() {
        let read = |name: &str| std::fs::read_to_string(folder.path().join(format!("{name}{number}"))).expect("written");
        let (code, said, left) = (read("code"), read("said"), read("left"));
        if code.trim() != "1"
            || !reasons.iter().any(|reason| said.contains(reason))
            || !said.contains("disk/out")
            || said.lines().count() != 1
            || !left.is_empty()
        {
            wrong.push(format!("{command}: code {code} said {said} left {left}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_half_written_is_left_on_a_full_disk() {
    every_writer_fails_cleanly("head -c 17m /dev/zero > disk/ballast 2>/dev/null", &["the disk is full", "that the disk is not full"]);
}

#[test]
fn a_folder_that_may_not_be_written_is_named() {
    every_writer_fails_cleanly("mount -o remount,ro disk", &["that you may write there", "that you may use it"]);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let folder = folder();
    let samples: Vec<String> = samples().iter().map(|path| path.display().to_string()).collect();
    let ingest: Vec<&str> = ["ingest", "--store", "kg"].into_iter().chain(samples.iter().map(String::as_str)).collect();
    run(folder.path(), &ingest);
    let on_paper = WRITERS
        .iter()
        .filter_map(|(command, _)| command.strip_suffix(" -o"))
        .filter(|command| !["schema-org", "neo4j", "parquet", "csvw", "--data"].iter().any(|folder| command.contains(folder)));
    let others = [
        "query --store kg 'SELECT ?s ?p ?o { ?s ?p ?o }'",
        "query --store kg 'CONSTRUCT WHERE { ?s ?p ?o }'",
        "list --store kg",
        "stats --store kg",
        "stats --store kg --format turtle",
        "show --store kg 'Donald Trump'",
        "man",
        "completions bash",
    ];
    for command in on_paper.chain(others) {
        let script = format!("$DATELINE {command} 2>said | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}");
        let mut shell = Command::new("bash");
        shell.args(["-c", &script]).current_dir(folder.path()).env("DATELINE", assert_cmd::cargo::cargo_bin("dateline"));
        let output = shell.output().expect("run");
        assert_eq!(text(&output.stdout).trim(), "0", "{command}");
        assert_eq!(std::fs::read_to_string(folder.path().join("said")).expect("a file"), "", "{command}");
    }
}

#[test]
fn the_second_of_two_processes_says_who_holds_the_store() {
    let folder = folder();
    file(folder.path(), "new.txt", BRIDGE);
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("dateline"));
    command.args(["ingest", "-", "--input-format", "jsonl"]).current_dir(folder.path());
    let mut first = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("started");
    let mut pipe = first.stdin.take().expect("a pipe");
    // More than a buffer of it, so that the first line is read while the pipe stays open.
    writeln!(pipe, "{{\"id\": \"one\", \"text\": {BRIDGE:?}}}{}", " ".repeat(1 << 16)).expect("written");
    while !folder.path().join("dateline-kg/CURRENT").exists() {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    for args in [&["ingest", "new.txt"][..], &["retract", "one"], &["resolve"], &["query", "ASK {}"]] {
        let holder = format!("being written by process {} (dateline)", first.id());
        dateline(folder.path()).args(args).assert().code(1).stderr(contains(holder).and(contains("wait until it is done")));
    }
    drop(pipe);
    assert!(first.wait().expect("ended").success());
    assert!(run(folder.path(), &["ingest", "new.txt"]).contains("1 article"));
}
