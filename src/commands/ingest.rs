//! `dateline ingest`: articles are read side by side and stored one after the other, in the order of their names.

mod inputs;
mod readers;
mod summary;

use super::{BadUsage, Exit, complain, settings};
use crate::cli::Ingest;
use dateline::pipeline::Pipeline;
use dateline::store::{ArticleGraph, Outcome, Store};
use indicatif::{ProgressBar, ProgressStyle};
use oxigraph::model::NamedNode;
use readers::{Item, Read};
use std::collections::BTreeSet;
use std::io::IsTerminal;
use summary::Summary;

pub(super) fn run(args: &Ingest) -> anyhow::Result<Exit> {
    let inputs = inputs::find(&args.inputs);
    if inputs.is_empty() {
        return Err(BadUsage("the folders given hold no files".to_owned()).into());
    }
    let pipeline = Pipeline::load()?;
    let store = Store::create(&args.store.path)?;
    let settings = settings(&args.graph);
    let threads = args.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, usize::from);
    let bar = bar(inputs.len());
    let mut summary = Summary::default();
    let mut keep = BTreeSet::new();
    let reader = readers::Reader { pipeline: &pipeline, store: &store, settings: &settings, again: args.again };
    readers::read(&reader, &inputs, threads, |item: Item| {
        bar.inc(1);
        match item {
            Err(error) => {
                bar.suspend(|| complain(&super::sentence(&error)));
                summary.failed += 1;
            }
            Ok(read) => {
                let outcome = put(&store, &read, &keep, args.again)?;
                summary.add(outcome, &read.quads);
                keep.insert(read.article);
            }
        }
        Ok(())
    })?;
    store.flush()?;
    bar.finish_and_clear();
    summary.print(&store, inputs.len())?;
    Ok(match summary.failed {
        0 => Exit::Done,
        all if all == inputs.len() => Exit::Failed,
        _ => Exit::Partly,
    })
}

fn put(store: &Store, read: &Read, keep: &BTreeSet<NamedNode>, again: bool) -> anyhow::Result<Outcome> {
    if read.is_known {
        return Ok(Outcome::Unchanged);
    }
    let graph = ArticleGraph { article: &read.article, hash: &read.hash, source: &read.source, quads: &read.quads };
    Ok(store.put(&graph, keep, again)?)
}

/// A progress bar on a terminal, nothing elsewhere.
fn bar(length: usize) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} articles, {per_sec}, {eta} left");
    ProgressBar::new(length as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
