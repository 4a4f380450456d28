//! `dateline stats`.

use super::{Exit, stdout};
use crate::cli::{Stats, StatsFormat};
use dateline::export::pretty;
use dateline::query::{Format, Query, write};
use dateline::store::Store;
use oxigraph::sparql::QueryResults;
use std::io::Write;

const COUNTS: &str = include_str!("stats.rq");
const DESCRIPTION: &str = include_str!("stats/description.rq");

pub(super) fn run(args: &Stats) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let mut out = stdout();
    match args.format {
        StatsFormat::Table => table(&store, &mut out)?,
        StatsFormat::Turtle => description(&store, &mut out)?,
    }
    out.flush()?;
    Ok(Exit::Done)
}

fn table(store: &Store, out: &mut impl Write) -> anyhow::Result<()> {
    writeln!(out, "store     {}", store.path().display())?;
    writeln!(out, "quads     {}", store.len()?)?;
    writeln!(out, "articles  {}\n", store.articles()?.len())?;
    write(Query::parse(COUNTS)?.run(store)?, Format::Table, out)?;
    Ok(())
}

fn description(store: &Store, out: &mut impl Write) -> anyhow::Result<()> {
    let base = store.base()?;
    let query = Query::parse(&format!("BASE <{base}> {DESCRIPTION}"))?;
    let QueryResults::Graph(triples) = query.run(store)? else { return Ok(()) };
    out.write_all(pretty(&triples.collect::<Result<Vec<_>, _>>()?, &base)?.as_bytes())?;
    Ok(())
}
