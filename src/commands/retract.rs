//! `dateline retract`.

use super::{Exit, articles, stdout};
use crate::cli::Retract;
use dateline::consolidation::consolidate;
use dateline::store::Store;
use std::io::Write;

pub(super) fn run(args: &Retract) -> anyhow::Result<Exit> {
    let store = Store::change(&args.store.path)?;
    let graphs = articles::named(&store, &args.articles)?;
    for graph in &graphs {
        store.retract(graph)?;
    }
    consolidate(&store)?;
    store.flush()?;
    let mut out = stdout();
    let articles = if graphs.len() == 1 { "article" } else { "articles" };
    writeln!(out, "{} {articles} retracted, {} quads left in the store {}", graphs.len(), store.len()?, store.path().display())?;
    out.flush()?;
    Ok(Exit::Done)
}
