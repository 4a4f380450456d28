//! One entity as a page of text.

use super::super::counted;
use super::about;
use dateline::query::shorten;
use dateline::store::Store;
use dateline::vocab::dl;
use oxigraph::model::{NamedNode, Term};
use oxigraph::sparql::{QueryResults, QuerySolution};
use std::io::Write;

const NAMES: &str = include_str!("names.rq");
const CLASSES: &str = include_str!("classes.rq");
/// Heading, query, and how a row of it reads.
type Section = (&'static str, &'static str, fn(&QuerySolution) -> String);
const SECTIONS: [Section; 5] = [
    ("Identity", include_str!("identity.rq"), identity),
    ("Roles", include_str!("roles.rq"), role),
    ("Relations", include_str!("relations.rq"), relation),
    ("Events", include_str!("events.rq"), event),
    ("Words", include_str!("quotes.rq"), quote),
];

/// Writes the page: names, classes and links, then what the articles say.
pub(super) fn write(store: &Store, entity: &NamedNode, out: &mut impl Write) -> anyhow::Result<()> {
    let mut names: Vec<String> = Vec::new();
    for row in rows(store, NAMES, entity)? {
        let name = value(&row, "name");
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let classes: Vec<String> = rows(store, CLASSES, entity)?.iter().map(|row| value(row, "what")).collect();
    let (first, others) = names.split_first().map_or((entity.as_str(), &[][..]), |(first, others)| (first.as_str(), others));
    writeln!(out, "{first}\n<{}>\n{}", entity.as_str(), classes.join(", "))?;
    if !others.is_empty() {
        writeln!(out, "also: {}", others.join(", "))?;
    }
    for (heading, query, line) in SECTIONS {
        let rows = rows(store, query, entity)?;
        if !rows.is_empty() {
            writeln!(out, "\n{heading}")?;
        }
        for row in &rows {
            writeln!(out, "  {}", line(row))?;
        }
    }
    Ok(())
}

fn rows(store: &Store, query: &str, entity: &NamedNode) -> anyhow::Result<Vec<QuerySolution>> {
    let QueryResults::Solutions(rows) = about(query, entity)?.run(store)? else { return Ok(Vec::new()) };
    Ok(rows.collect::<Result<_, _>>()?)
}

fn identity(row: &QuerySolution) -> String {
    let articles = counted(value(row, "mentions").parse().unwrap_or_default(), "article");
    format!("read as {} ({}, {}; in {articles})", value(row, "original"), value(row, "why"), value(row, "sure"))
}

fn role(row: &QuerySolution) -> String {
    let of = optional(row, "of").map(|of| format!(" of {of}")).unwrap_or_default();
    let status = optional(row, "status").filter(|status| status == "former").map(|_| "former ").unwrap_or_default();
    format!("{}: {status}{}{of}  {}", value(row, "holder"), value(row, "title"), source(row))
}

fn relation(row: &QuerySolution) -> String {
    let detail = optional(row, "detail").map(|detail| format!(" ({detail})")).unwrap_or_default();
    format!("{} {} {}{detail}  {}", value(row, "one"), value(row, "relation"), value(row, "other"), source(row))
}

fn event(row: &QuerySolution) -> String {
    let when = optional(row, "when").map(|when| format!("{when}  ")).unwrap_or_default();
    let modality =
        optional(row, "modality").filter(|modality| modality != "actual").map(|modality| format!(", {modality}")).unwrap_or_default();
    format!("{when}{} ({}{modality}; as {})  {}", value(row, "event"), value(row, "class"), value(row, "parts"), source(row))
}

fn quote(row: &QuerySolution) -> String {
    let text = match optional(row, "kind").as_deref() {
        Some("indirect") => value(row, "text"),
        _ => format!("“{}”", value(row, "text")),
    };
    let cue = optional(row, "cue").map(|cue| format!(" ({cue})")).unwrap_or_default();
    format!("{text}{cue}  [{}, from character {}]", value(row, "source"), value(row, "begin"))
}

/// The article, and the words there as far as a line holds them.
fn source(row: &QuerySolution) -> String {
    const LONGEST: usize = 100;
    let words = value(row, "words");
    let mut shown: String = words.chars().take(LONGEST).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    format!("[{}: “{shown}”]", value(row, "source"))
}

fn value(row: &QuerySolution, name: &str) -> String {
    optional(row, name).unwrap_or_default()
}

/// A literal on one line, an IRI shortened; the project's own terms without their prefix.
fn optional(row: &QuerySolution, name: &str) -> Option<String> {
    Some(match row.get(name)? {
        Term::Literal(literal) => literal.value().split_whitespace().collect::<Vec<_>>().join(" "),
        Term::NamedNode(node) => match node.as_str().strip_prefix(dl::NAMESPACE) {
            Some(own) => own.to_owned(),
            None => shorten(node.as_str()),
        },
        Term::BlankNode(node) => node.to_string(),
    })
}
