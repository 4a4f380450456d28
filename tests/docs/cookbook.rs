//! The cookbook, generated from `queries/` and the rows that these give on the sample articles.

use super::{compare, ended, files, read};
use std::fmt::Write;
use std::path::Path;

/// How many rows and how many characters of a value are shown.
const ROWS: usize = 8;
const WIDTH: usize = 90;

const OPENING: &str = "# Cookbook

<!-- Generated from queries/ and tests/queries/ by `DATELINE_BLESS=1 cargo test --release --test docs`: do not edit. -->

The questions of `queries/`, each with its first rows on the sample articles. `dateline query FILE --store kg` asks one of them, `--format csv` and others give all of it to other programs. To ask about one person or place, give `--bind` what a query offers for it. Prefixes need not be declared; the files declare them so that they also run elsewhere.
";

/// The opening comment of a query: its question, and what else it says.
fn comment(text: &str) -> (&str, Vec<&str>) {
    let mut lines = text.lines().take_while(|line| line.starts_with('#')).map(|line| line.trim_start_matches(['#', ' ']));
    (lines.next().expect("a question"), lines.collect())
}

/// A note with its options as code.
fn quoted(note: &str) -> String {
    let option = regex::Regex::new("--bind \\w+=(\"[^\"]*\"|<IRI>)").expect("a pattern");
    option.replace_all(note, "`$0`").into_owned()
}

fn cell(text: &str) -> String {
    let short: String = text.chars().take(WIDTH).collect();
    let end = if short.len() < text.len() { "…" } else { "" };
    format!("{}{end}", short.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|"))
}

fn more(all: usize) -> String {
    if all > ROWS { format!("\n… and {} more.\n", all - ROWS) } else { String::new() }
}

fn table(csv: &str) -> String {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let row = |record: &csv::StringRecord| format!("| {} |\n", record.iter().map(cell).collect::<Vec<_>>().join(" | "));
    let header = reader.headers().expect("a header").clone();
    let mut out = row(&header) + &format!("|{}\n", " --- |".repeat(header.len()));
    let records: Vec<_> = reader.records().map(|record| record.expect("a row")).collect();
    records.iter().take(ROWS).for_each(|record| out += &row(record));
    out + &more(records.len())
}

fn triples(lines: &str) -> String {
    let shown = ended(lines.lines().take(ROWS));
    format!("```turtle\n{shown}```\n{}", more(lines.lines().count()))
}

fn page() -> String {
    let mut out = OPENING.to_owned();
    for path in files("queries", "rq").into_iter().filter(|path| path.parent().is_some_and(|folder| folder.ends_with("queries"))) {
        let text = read(&path);
        let (question, notes) = comment(&text);
        let name = path.file_stem().expect("a name").to_string_lossy();
        let body = ended(text.lines().skip_while(|line| line.starts_with('#')));
        let rows = Path::new("tests/queries").join(&*name);
        let is_graph = text.contains("\nCONSTRUCT");
        let answer = if is_graph { triples(&read(rows.with_extension("nt"))) } else { table(&read(rows.with_extension("csv"))) };
        let notes = notes.iter().map(|note| quoted(note)).collect::<Vec<_>>().join("  \n");
        let _ = write!(out, "\n## {name}\n\n{question}\n");
        if !notes.is_empty() {
            let _ = write!(out, "\n{}\n", notes.trim_end());
        }
        let _ = write!(out, "\n{answer}\n<details><summary>queries/{name}.rq</summary>\n\n```sparql\n{body}```\n\n</details>\n");
    }
    out
}

#[test]
fn the_cookbook_is_current() {
    let page = page();
    let queries = files("tests/queries", "csv").len() + files("tests/queries", "nt").len();
    assert_eq!(page.matches("\n```sparql\n").count(), queries);
    compare(Path::new("docs/cookbook.md"), &page);
}
