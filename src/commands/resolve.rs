//! `dateline resolve`: all that follows from the articles together, computed anew.

use super::{Exit, counted, stdout};
use crate::cli::Resolve;
use dateline::consolidation::{consolidate, forget};
use dateline::store::Store;
use std::io::Write;

pub(super) fn run(args: &Resolve) -> anyhow::Result<Exit> {
    let store = Store::change(&args.store.path)?;
    forget(&store);
    let changes = consolidate(&store)?;
    store.flush()?;
    let mut out = stdout();
    writeln!(
        out,
        "{} read, {} changed; {} of the resolution graph came or went",
        counted(changes.read, "article"),
        changes.articles,
        counted(changes.quads, "quad")
    )?;
    out.flush()?;
    Ok(Exit::Done)
}
