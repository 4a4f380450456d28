//! A store survives the program being killed at any moment: it opens, it is sound, no article is half there, and the same command completes it.
//!
//! `DATELINE_KILLS` says how often the program is killed; the moments are the same fractions of a run each time.

use super::{dateline, file, folder, run, samples, text};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How often it is killed when nobody says otherwise: each operation a few times.
const KILLS: usize = 15;
const BASE: &str = "<https://w3id.org/dateline/id/";
const STORE: &str = "dateline-kg";

/// A change to a store that takes long enough to be interrupted.
struct Operation {
    name: &'static str,
    args: Vec<String>,
    /// The store before it; none for a first load.
    before: Option<PathBuf>,
    /// The articles before and after it, and everything after it.
    articles: [Articles; 2],
    after: String,
    lasts: Duration,
}

/// What each article says, whatever its entities are called.
type Articles = BTreeMap<String, BTreeSet<String>>;

/// Lines of JSON with the samples over and over, each with another last sentence; from `first` to before `end`.
fn lines(first: usize, end: usize, last: &str) -> String {
    let samples: Vec<String> = samples().iter().map(|path| std::fs::read_to_string(path).expect("readable")).collect();
    let line = |number: usize| {
        let article = format!("{}\n\nThis is edition {number} {last}.\n", samples[number % samples.len()].trim_end());
        format!("{}\n", serde_json::json!({"id": format!("n{number}"), "text": article}))
    };
    (first..end).map(line).collect()
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        std::fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
    }
}

fn export(folder: &Path) -> String {
    run(folder, &["export", "--format", "nquads"])
}

/// The graphs of the articles in N-Quads. Entities get other names when articles are laid side by side, which comes after each is stored.
fn articles(quads: &str) -> Articles {
    let mut articles = Articles::new();
    for line in quads.lines().filter(|line| !line.contains("#readAs>")) {
        let graph = line.rsplit_once(" <").expect("a quad").1;
        if !graph.contains("/article/") {
            continue;
        }
        let masked =
            ["person/", "organization/", "place/", "event/", "work/"].iter().fold(line.to_owned(), |line, folder| mask(&line, folder));
        articles.entry(graph.to_owned()).or_default().insert(masked);
    }
    articles
}

/// A line with all entities of a class called the same.
fn mask(line: &str, folder: &str) -> String {
    let start = format!("{BASE}{folder}");
    let mut parts = line.split(start.as_str());
    let mut masked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        masked.push_str("<entity");
        masked.push_str(part.split_once('>').map_or("", |(_, rest)| rest));
    }
    masked
}

impl Operation {
    /// Runs it once undisturbed in a folder that holds the inputs and, unless it is a first load, the store.
    fn new(name: &'static str, folder: &Path, before: Option<PathBuf>, args: &[&str]) -> Self {
        let _ = std::fs::remove_dir_all(folder.join(STORE));
        if let Some(before) = &before {
            copy(before, &folder.join(STORE));
        }
        let old = if before.is_some() { articles(&export(folder)) } else { Articles::new() };
        let start = Instant::now();
        run(folder, args);
        let lasts = start.elapsed();
        let after = export(folder);
        let args = args.iter().map(|&arg| arg.to_owned()).collect();
        Self { name, args, before, articles: [old, articles(&after)], after, lasts }
    }

    /// Starts it again, kills it after a share of its time, and looks at what is left.
    fn kill(&self, folder: &Path, share: f64) {
        let _ = std::fs::remove_dir_all(folder.join(STORE));
        if let Some(before) = &self.before {
            copy(before, &folder.join(STORE));
        }
        let what = format!("{} killed after {share:.3} of its time", self.name);
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("dateline"));
        command.args(&self.args).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("started");
        std::thread::sleep(self.lasts.mul_f64(share));
        child.kill().expect("killed");
        child.wait().expect("ended");
        if folder.join(STORE).exists() && !self.is_unmade(folder) {
            is_sound(folder, &what);
            for (graph, quads) in articles(&export(folder)) {
                assert!(self.articles.iter().any(|known| known.get(&graph) == Some(&quads)), "{what}: {graph} is half there");
            }
        }
        let output = dateline(folder).args(&self.args).output().expect("run");
        // What was retracted before the kill is not there to be retracted.
        let may_lack = self.name == "retract" && matches!(output.status.code(), Some(2 | 3));
        assert!(output.status.success() || may_lack, "{what}, then again: {}", text(&output.stderr));
        assert!(export(folder) == self.after, "{what}, then again: another graph than without the kill");
        is_sound(folder, &format!("{what}, then again"));
    }
}

impl Operation {
    /// True after a first load that was killed before there was a store.
    fn is_unmade(&self, folder: &Path) -> bool {
        let output = dateline(folder).arg("verify").output().expect("run");
        self.before.is_none() && text(&output.stderr).contains("there is no store")
    }
}

fn is_sound(folder: &Path, what: &str) {
    let output = dateline(folder).arg("verify").output().expect("run");
    assert!(output.status.success(), "{what}: {}{}", text(&output.stdout), text(&output.stderr));
}

/// The operations, each with the store it begins with.
fn operations(folder: &TempDir) -> Vec<Operation> {
    let path = folder.path();
    for (name, content) in
        [("first", lines(0, 24, "of the day")), ("more", lines(24, 36, "of the day")), ("changed", lines(6, 18, "of the night"))]
    {
        file(path, &format!("{name}.jsonl"), content);
    }
    let first = Operation::new("first load", path, None, &["ingest", "first.jsonl"]);
    let store = path.join("template");
    copy(&path.join(STORE), &store);
    let gone: Vec<String> = (0..24).step_by(2).map(|number| format!("n{number}")).collect();
    let retract: Vec<&str> = std::iter::once("retract").chain(gone.iter().map(String::as_str)).collect();
    let mut operations = vec![first];
    for (name, args) in [
        ("ingest", &["ingest", "more.jsonl"][..]),
        ("replace", &["ingest", "changed.jsonl"]),
        ("retract", &retract),
        ("resolve", &["resolve"]),
    ] {
        operations.push(Operation::new(name, path, Some(store.clone()), args));
    }
    operations
}

#[test]
fn a_store_survives_being_killed_at_any_moment() {
    let folder = folder();
    let operations = operations(&folder);
    let kills = std::env::var("DATELINE_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(KILLS);
    let mut seed: u64 = 2_026;
    for operation in operations.iter().cycle().take(kills) {
        // Numerical Recipes' generator: moments that follow no pattern and are the same in each run.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let share = f64::from(u32::try_from(seed >> 32).unwrap_or_default()) / f64::from(u32::MAX);
        operation.kill(folder.path(), share);
    }
    eprintln!("killed {kills} times, {} operations in turn", operations.len());
}
