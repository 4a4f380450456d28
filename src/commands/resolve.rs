//! `dateline resolve`: all that follows from the articles together, computed anew.

use super::{Exit, stdout};
use crate::cli::Resolve;
use dateline::consolidation::consolidate;
use dateline::store::Store;
use std::io::Write;

pub(super) fn run(args: &Resolve) -> anyhow::Result<Exit> {
    Store::read(&args.store.path)?;
    let store = Store::create(&args.store.path)?;
    let changes = consolidate(&store)?;
    store.flush()?;
    let mut out = stdout();
    writeln!(out, "{} articles changed, {} quads of the resolution graph came or went", changes.articles, changes.quads)?;
    out.flush()?;
    Ok(Exit::Done)
}
