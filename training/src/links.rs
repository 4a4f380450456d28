//! Measures the links of mentions into Wikidata against annotated articles.

use crate::report::{Counts, Row, Table, percent};
use anyhow::{Context, Result};
use dateline::authority::Authority;
use dateline::extract::MentionKind;
use dateline::pipeline::Pipeline;
use dateline::resolve::Reading;
use dateline::source::read_text;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use time::Date;
use time::macros::format_description;

/// Wikidata's classes of people, organizations and places.
const CLASSES: [&str; 3] = ["Q215627", "Q43229", "Q27096213"];
const WIKIDATA: &str = "http://www.wikidata.org/entity/";

/// An annotated article.
#[derive(Debug, Deserialize)]
struct Annotated {
    title: String,
    text: String,
    labels: Vec<Label>,
}

/// An annotated mention.
#[derive(Debug, Deserialize)]
struct Label {
    /// First code point and one past the last.
    span: (usize, usize),
    /// Wikidata identifier, or `<NIL>`.
    entity_id: String,
    /// Classes, parted by `|`.
    #[serde(rename = "type")]
    class: String,
    /// Whether it is a pronoun or description that refers back.
    #[serde(default)]
    coref: bool,
    /// Whether it is a description.
    #[serde(default)]
    desc: bool,
    #[serde(default)]
    optional: bool,
    /// Parts of it that are annotated too.
    #[serde(default)]
    children: Vec<usize>,
}

impl Label {
    /// True for the name of a person, organization or place, or of something capitalized that Wikidata does not have.
    fn counts(&self, words: &str) -> bool {
        let named = !self.coref && !self.desc && !self.optional && self.children.is_empty();
        let capital = words.chars().next().is_some_and(char::is_uppercase);
        let class = self.class.split('|').any(|class| CLASSES.contains(&class));
        named && capital && (class || self.entity_id == "<NIL>")
    }
}

/// What became of the mentions.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    /// Of those whose identifier the authority has.
    known: Counts,
    /// Whose identifier it does not have, and how many of them were linked.
    unknown: usize,
    misled: usize,
    /// Of these linked right all the same, through an added authority.
    unknown_right: usize,
    /// Of these without any identifier.
    nameless: usize,
}

/// Measures the files, lines of JSON with one article each, with the built-in authority and those added to a folder.
pub fn evaluate(files: &[PathBuf], added: Option<&Path>, verbose: bool) -> Result<Vec<Table>> {
    let mut pipeline = Pipeline::load()?;
    if let Some(folder) = added {
        pipeline = pipeline.with_added(folder)?;
    }
    let authority = Authority::embedded()?;
    let known: BTreeSet<&str> = authority.records().iter().map(|record| record.id).collect();
    files.iter().map(|file| measure(file, &pipeline, &known, verbose)).collect()
}

fn measure(file: &Path, pipeline: &Pipeline, known: &BTreeSet<&str>, verbose: bool) -> Result<Table> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut tally = Tally::default();
    for (number, line) in text.lines().enumerate() {
        let annotated: Annotated = serde_json::from_str(line).with_context(|| format!("{}:{}", file.display(), number + 1))?;
        count(&annotated, pipeline, known, &mut tally, verbose);
    }
    let all = Counts { right: tally.known.right, found: tally.known.found + tally.misled, wanted: tally.known.wanted + tally.unknown };
    let misled = vec![("linked", percent(tally.misled, tally.unknown)), ("mentions", whole(tally.unknown))];
    let every = Counts { right: tally.known.right + tally.unknown_right, wanted: all.wanted - tally.nameless, ..all };
    let rows = vec![
        Row {
            name: "identifier known".to_owned(),
            figures: vec![("linked right", percent(tally.known.right, tally.known.wanted)), ("mentions", whole(tally.known.wanted))],
        },
        Row { name: "identifier not known".to_owned(), figures: misled },
        all.row("all mentions"),
        every.row("all, added too"),
    ];
    Ok(Table { file: file.display().to_string(), rows })
}

#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
fn whole(count: usize) -> f64 {
    count as f64
}

fn count(annotated: &Annotated, pipeline: &Pipeline, known: &BTreeSet<&str>, tally: &mut Tally, verbose: bool) {
    let mut article = read_text(&annotated.title, annotated.text.clone());
    article.published = day(&annotated.title);
    let reading = pipeline.read(&article);
    let places: Vec<usize> = annotated.text.char_indices().map(|(place, _)| place).chain([annotated.text.len()]).collect();
    for label in &annotated.labels {
        let (Some(&start), Some(&end)) = (places.get(label.span.0), places.get(label.span.1)) else { continue };
        let words = annotated.text.get(start..end).unwrap_or_default();
        if !label.counts(words) {
            continue;
        }
        let link = link(&reading, start, end);
        let right = link.as_deref() == Some(label.entity_id.as_str());
        if known.contains(label.entity_id.as_str()) {
            tally.known.add(Counts { right: right.into(), found: link.is_some().into(), wanted: 1 });
        } else {
            tally.unknown += 1;
            tally.misled += usize::from(link.is_some());
            tally.unknown_right += usize::from(right);
            tally.nameless += usize::from(label.entity_id == "<NIL>");
        }
        if verbose && (link.is_some() || known.contains(label.entity_id.as_str())) && !right {
            eprintln!("{:<30} {:<12} said {}", words, label.entity_id, link.unwrap_or_default());
        }
    }
}

/// The identifier that the name at these bytes is linked to: of those that overlap it by more than half.
fn link(reading: &Reading, start: usize, end: usize) -> Option<String> {
    let overlaps = |from: usize, to: usize| {
        let (common, all) = (to.min(end).saturating_sub(from.max(start)), to.max(end) - from.min(start));
        2 * common > all
    };
    let named = reading.mentions.iter().filter(|(mention, _)| mention.kind == MentionKind::Name);
    let (_, id) = named.into_iter().find(|(mention, _)| overlaps(mention.span.start, mention.span.end))?;
    let links = &reading.entities.get(id.0)?.links;
    links.iter().filter(|link| link.sure).find_map(|link| link.iri.strip_prefix(WIKIDATA).map(str::to_owned))
}

/// The day that a title begins with: "20130903 - ...".
fn day(title: &str) -> Option<Date> {
    Date::parse(title.get(..8)?, format_description!("[year][month][day]")).ok()
}
