//! `dateline stats`.

use super::{Exit, stdout};
use crate::cli::Stats;
use dateline::query::{Format, Query, write};
use dateline::store::Store;
use std::io::Write;

const COUNTS: &str = include_str!("stats.rq");

pub(super) fn run(args: &Stats) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let mut out = stdout();
    writeln!(out, "store     {}", store.path().display())?;
    writeln!(out, "quads     {}", store.len()?)?;
    writeln!(out, "articles  {}\n", store.articles()?.len())?;
    write(Query::parse(COUNTS)?.run(&store)?, Format::Table, &mut out)?;
    out.flush()?;
    Ok(Exit::Done)
}
