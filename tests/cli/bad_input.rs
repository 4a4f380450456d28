//! Bad input: one sentence that names the path and says what to do, the right exit code, nothing half-written.

use super::{dateline, file, folder, text};
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;

/// Reads one bad file and gives the one line on standard error.
fn complaint(name: &str, content: &[u8]) -> String {
    let folder = folder();
    file(folder.path(), name, content);
    let assert = dateline(folder.path()).args(["extract", name]).assert().code(1);
    let line = text(&assert.get_output().stderr);
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(line.contains(name), "{line}");
    line
}

#[test]
fn an_empty_file() {
    assert!(complaint("empty.txt", b"").contains("empty"));
    assert!(complaint("blank.txt", b" \n\t\n").contains("empty"));
}

#[test]
fn a_binary_file() {
    let mut program = b"\x7fELF\x02\x01\x01".to_vec();
    program.extend((0..2000_u32).map(|n| (n % 7) as u8));
    assert!(complaint("program.bin", &program).contains("not text"));
}

#[test]
fn invalid_utf_8_is_decoded_or_refused_but_never_fatal() {
    let folder = folder();
    file(folder.path(), "latin.txt", b"Caf\xe9 owner Jos\xe9 Garc\xeda said the talks in Bogot\xe1 went well.\n");
    let output = dateline(folder.path()).args(["extract", "latin.txt", "--format", "ntriples"]).assert().success().get_output().clone();
    assert!(text(&output.stdout).contains("Garc\u{ed}a"));
}

#[test]
fn a_missing_file_does_not_stop_the_others() {
    let folder = folder();
    file(folder.path(), "good.txt", "Ana Ruiz said on Monday that the bridge was open.\n");
    let assert = dateline(folder.path()).args(["extract", "missing.txt", "good.txt"]).assert();
    assert.code(3).stderr(contains("missing.txt")).stdout(contains("good.txt"));
}

#[cfg(unix)]
#[test]
fn an_unreadable_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = file(folder.path(), "secret.txt", "text");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("permissions");
    if std::fs::read(&path).is_ok() {
        // The superuser may read everything; a link to itself is unreadable for everybody.
        std::fs::remove_file(&path).expect("removed");
        std::os::unix::fs::symlink("secret.txt", &path).expect("a link");
    }
    dateline(folder.path()).args(["extract", "secret.txt"]).assert().code(1).stderr(contains("cannot read secret.txt"));
}

#[test]
fn fifty_megabytes_in_one_line() {
    let folder = folder();
    let (unbroken, sentences) = if cfg!(debug_assertions) { (1_000_000, 1_000) } else { (48_000_000, 25_000) };
    let sentence = " Maria Lopez met John Smith in Paris on Monday and said that “the talks” were good.";
    file(folder.path(), "long.txt", "Abcdefghij".repeat(unbroken / 10) + &sentence.repeat(sentences));
    let mut command = dateline(folder.path());
    command.args(["extract", "long.txt", "--no-text", "--format", "nquads"]).timeout(std::time::Duration::from_secs(600));
    command.assert().success().stdout(contains("NewsArticle"));
}

#[test]
fn a_malformed_query_is_shown_with_line_and_column() {
    let folder = folder();
    let query = "SELECT ?x WHERE {\n  ?x a foaf Person\n}";
    dateline(folder.path()).args(["query", query]).assert().code(2).stderr(contains("line 2, column 12").and(contains("Person")));
    file(folder.path(), "q.rq", query);
    dateline(folder.path()).args(["query", "q.rq"]).assert().code(2).stderr(contains("q.rq is not valid SPARQL"));
}

#[cfg(feature = "rocksdb")]
mod on_disk {
    use super::super::{dateline, file, folder, run, samples};
    use super::{contains, text};
    use predicates::prelude::PredicateBooleanExt;
    use std::path::Path;

    fn ingest(folder: &Path) {
        let mut command = dateline(folder);
        command.arg("ingest").args(samples()).assert().success();
    }

    #[test]
    fn a_missing_store() {
        for args in [&["query", "ASK {}"][..], &["export"], &["show", "x"], &["stats"]] {
            let folder = folder();
            dateline(folder.path())
                .args(args)
                .assert()
                .code(1)
                .stderr(contains("there is no store at dateline-kg").and(contains("dateline ingest")));
            assert_eq!(folder.path().read_dir().expect("a folder").count(), 0, "nothing is made");
        }
    }

    #[test]
    fn a_folder_that_holds_something_else() {
        let folder = folder();
        file(folder.path(), "letter.txt", "Ana Ruiz said on Monday that the bridge was open.");
        let args = ["ingest", "letter.txt", "--store", "."];
        dateline(folder.path()).args(args).assert().code(1).stderr(contains("is not a store"));
        assert_eq!(folder.path().read_dir().expect("a folder").count(), 1, "nothing is written");
    }

    #[test]
    fn a_store_that_another_process_holds() {
        let folder = folder();
        ingest(folder.path());
        let lock = std::fs::File::options().write(true).open(folder.path().join("dateline-kg/dateline.lock")).expect("the lock");
        lock.lock().expect("held");
        std::fs::write(folder.path().join("dateline-kg/dateline.lock"), "process 4711 (dateline)").expect("a name");
        for args in [&["query", "ASK {}"][..], &["ingest", samples()[0].to_str().expect("a path")]] {
            dateline(folder.path()).args(args).assert().code(1).stderr(contains("process 4711").and(contains("dateline-kg")));
        }
        drop(lock);
        run(folder.path(), &["query", "ASK {}"]);
    }

    #[test]
    fn what_a_killed_load_left_is_removed() {
        let folder = folder();
        ingest(folder.path());
        let orphan = file(folder.path(), "dateline-kg/bulk-17.sst", "half");
        ingest(folder.path());
        assert!(!orphan.exists());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_keeps_what_is_there() {
        let folder = folder();
        ingest(folder.path());
        let before = run(folder.path(), &["export", "--format", "nquads"]);
        file(folder.path(), "new.txt", "Ana Ruiz said on Monday that the bridge was open. ".repeat(2000));
        let limited = |command: &str| {
            let program = assert_cmd::cargo::cargo_bin("dateline");
            let script = format!("trap '' XFSZ; ulimit -f 16; exec '{}' {command}", program.display());
            let output = std::process::Command::new("bash")
                .args(["-c", &script])
                .current_dir(folder.path())
                .stderr(std::process::Stdio::piped())
                .output();
            let output = output.expect("bash");
            assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
            text(&output.stderr)
        };
        assert!(limited("ingest new.txt").contains("the disk is full"));
        assert!(limited("export -o kg.ttl").contains("cannot write kg.ttl"));
        assert!(!folder.path().join("kg.ttl").exists());
        let left = folder
            .path()
            .read_dir()
            .expect("a folder")
            .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with('.')));
        assert_eq!(left.count(), 0, "nothing half-written is left");
        assert_eq!(run(folder.path(), &["export", "--format", "nquads"]), before);
        dateline(folder.path()).args(["export", "-o", "/dev/full"]).assert().code(1).stderr(contains("/dev/full"));
    }
}
