//! `dateline conflicts`: claims that cannot both hold, side by side with article, date and words.

use super::{Exit, stdout};
use crate::cli::Conflicts;
use dateline::query::{Format, Query, write};
use dateline::store::Store;
use oxigraph::model::Term;
use oxigraph::sparql::{QueryResults, QuerySolution};
use std::io::Write;

const CONFLICTS: &str = include_str!("conflicts.rq");

pub(super) fn run(args: &Conflicts) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let mut out = stdout();
    let answer = Query::parse(CONFLICTS)?.run(&store)?;
    match (args.format.into(), answer) {
        (Format::Table, QueryResults::Solutions(rows)) => {
            let rows = rows.collect::<Result<Vec<_>, _>>()?;
            for pair in rows.chunk_by(|a, b| a.get("finding") == b.get("finding")) {
                side_by_side(pair, &mut out)?;
            }
        }
        (format, answer) => write(answer, format, &mut out)?,
    }
    out.flush()?;
    Ok(Exit::Done)
}

/// One disagreement: what it is about, then each side on a line.
fn side_by_side(sides: &[QuerySolution], out: &mut impl Write) -> anyhow::Result<()> {
    let Some(first) = sides.first() else { return Ok(()) };
    writeln!(out, "{} ({}, {})", value(first, "why"), value(first, "kind"), value(first, "sure"))?;
    let width = sides.iter().map(|side| value(side, "source").chars().count()).max().unwrap_or_default();
    for side in sides {
        let (source, published) = (value(side, "source"), value(side, "published"));
        writeln!(out, "  {source:width$}  {published:10}  {}", value(side, "words"))?;
    }
    Ok(writeln!(out)?)
}

/// A literal on one line.
fn value(row: &QuerySolution, name: &str) -> String {
    match row.get(name) {
        Some(Term::Literal(literal)) => literal.value().split_whitespace().collect::<Vec<_>>().join(" "),
        Some(term) => term.to_string(),
        None => String::new(),
    }
}
