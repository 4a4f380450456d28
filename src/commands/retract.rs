//! `dateline retract`: an article that is gone already is no reason to keep the others, or to leave undone what a stopped run began.

use super::{BadUsage, Exit, articles, complain, counted, stdout};
use crate::cli::Retract;
use dateline::consolidation::consolidate;
use dateline::store::Store;
use std::io::Write;

pub(super) fn run(args: &Retract) -> anyhow::Result<Exit> {
    let store = Store::change(&args.store.path)?;
    let (graphs, missing) = articles::look_up(&store, &args.articles)?;
    for graph in &graphs {
        store.retract(graph)?;
    }
    consolidate(&store)?;
    store.flush()?;
    if let (true, Some(name)) = (graphs.is_empty(), missing.first()) {
        return Err(BadUsage(articles::unknown(&store, name)).into());
    }
    for name in &missing {
        complain(&articles::unknown(&store, name));
    }
    let mut out = stdout();
    let gone = counted(graphs.len(), "article");
    writeln!(out, "{gone} retracted, {} quads left in the store {}", store.len()?, store.path().display())?;
    out.flush()?;
    Ok(if missing.is_empty() { Exit::Done } else { Exit::Partly })
}
