//! Links between pages and into the repository lead to something, and the table of contents has every page.

use super::{files, read, root};
use regex::Regex;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The targets of a page's links that are no addresses, without what follows `#`, and what follows it.
fn targets(text: &str) -> Vec<(String, String)> {
    let link = Regex::new(r"\]\(([^)\s]+)\)").expect("a pattern");
    let found = link.captures_iter(text).map(|found| found[1].to_owned()).filter(|target| !target.contains("://"));
    found
        .map(|target| target.split_once('#').map_or_else(|| (target.clone(), String::new()), |(path, part)| (path.into(), part.into())))
        .collect()
}

/// The names of a page's headings, as links have them.
fn headings(text: &str) -> BTreeSet<String> {
    let mut is_code = false;
    let mut names = BTreeSet::new();
    for line in text.lines() {
        is_code ^= line.starts_with("```");
        if let Some(title) = line.strip_prefix('#').filter(|_| !is_code) {
            let kept = title.trim_start_matches('#').trim().to_lowercase();
            names.insert(
                kept.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).map(|c| if c == ' ' { '-' } else { c }).collect(),
            );
        }
    }
    names
}

#[test]
fn links_lead_somewhere() {
    let mut broken = Vec::new();
    for page in files("docs", "md") {
        for (path, part) in targets(&read(&page)) {
            let target = if path.is_empty() { page.clone() } else { page.parent().expect("a folder").join(&path) };
            let is_missing = !target.exists();
            if is_missing || !part.is_empty() && !headings(&read(&target)).contains(&part) {
                broken.push(format!("{}: {path}#{part}", page.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_contents_have_every_page() {
    let contents = read("docs/SUMMARY.md");
    let listed: BTreeSet<PathBuf> = targets(&contents).into_iter().map(|(path, _)| root().join("docs").join(path)).collect();
    let pages: BTreeSet<PathBuf> = files(Path::new("docs"), "md").into_iter().filter(|page| !page.ends_with("SUMMARY.md")).collect();
    assert_eq!(listed, pages);
}
