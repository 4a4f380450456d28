//! `dateline export`.

use super::{Exit, articles, stdout};
use crate::cli;
use anyhow::Context;
use dateline::export::{ExportError, Replacement, Writer};
use dateline::graph::retain_confident;
use dateline::store::Store;
use oxigraph::model::NamedNode;
use std::io::Write;

pub(super) fn run(args: &cli::Export) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let chosen = if args.article.is_empty() { None } else { Some(articles::named(&store, &args.article)?) };
    match &args.output {
        None => write(&store, args, chosen.as_deref(), stdout()).map(drop)?,
        Some(path) => {
            let file = Replacement::begin(path)?;
            let failed = || format!("cannot write {}: check that the disk is not full", path.display());
            write(&store, args, chosen.as_deref(), file).with_context(failed)?.finish()?;
        }
    }
    Ok(Exit::Done)
}

fn write<W: Write>(store: &Store, args: &cli::Export, chosen: Option<&[NamedNode]>, out: W) -> Result<W, anyhow::Error> {
    let base = store.base()?;
    let mut writer = Writer::new(args.format.into(), args.profile.into(), base.as_str(), out)?;
    let read = |graph: &NamedNode| -> anyhow::Result<_> {
        let mut quads = store.quads(graph)?;
        if let Some(least) = args.confidence.least {
            retain_confident(&mut quads, least);
        }
        Ok(quads)
    };
    match chosen {
        None => {
            for graph in store.graphs()? {
                writer.graph(read(&graph)?)?;
            }
        }
        Some(graphs) => {
            for graph in graphs {
                writer.graph(read(graph)?)?;
            }
        }
    }
    writer.finish().map_err(ExportError::into)
}
