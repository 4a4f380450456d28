//! `dateline export`.

mod convert;
mod network;
mod pages;

use super::{BadUsage, Exit, articles, stdout};
use crate::cli::{self, ExportFormat, GraphFormat, PageFormat, Profile};
use anyhow::Context;
use dateline::export::{ExportError, Replacement, Writer};
use dateline::graph::retain_confident;
use dateline::store::Store;
use oxigraph::model::{NamedNode, Quad};
use std::io::Write;
use std::path::Path;

pub(super) fn run(args: &cli::Export) -> anyhow::Result<Exit> {
    if let (ExportFormat::Graph(format), false, true) = (args.format, args.data.files.is_empty(), args.article.is_empty()) {
        convert::run(args, format)?;
        return Ok(Exit::Done);
    }
    let store = super::opened(&args.store, &args.data)?;
    let chosen = if args.article.is_empty() { None } else { Some(articles::named(&store, &args.article)?) };
    match args.format {
        ExportFormat::Graph(format) => graph(&store, args, format, chosen.as_deref())?,
        ExportFormat::Page(PageFormat::SchemaOrg) => pages::run(&store, args, chosen)?,
        ExportFormat::Network(format) => network::run(&store, args, format, chosen.as_deref())?,
    }
    Ok(Exit::Done)
}

fn graph(store: &Store, args: &cli::Export, format: GraphFormat, chosen: Option<&[NamedNode]>) -> anyhow::Result<()> {
    refuse_view(args)?;
    let Some(path) = &args.output else { return write(store, args, format, chosen, stdout()).map(drop) };
    let file = Replacement::begin(path)?;
    write(store, args, format, chosen, file).with_context(|| failed(path))?.finish()?;
    Ok(())
}

fn failed(path: &Path) -> String {
    format!("cannot write {}: check that the disk is not full", path.display())
}

fn refuse_view(args: &cli::Export) -> anyhow::Result<()> {
    if args.view.is_some() || args.query.is_some() || args.bounds.limit.is_some() {
        return Err(BadUsage("a view is a network: use --format graphml or another for networks, or `dateline query`".to_owned()).into());
    }
    Ok(())
}

/// The quads of a graph without those that are less sure than was asked for.
fn quads(store: &Store, args: &cli::Export, graph: &NamedNode) -> anyhow::Result<Vec<Quad>> {
    let mut quads = store.quads(graph)?;
    if let Some(least) = args.confidence.least {
        retain_confident(&mut quads, least);
    }
    Ok(quads)
}

fn write<W: Write>(
    store: &Store,
    args: &cli::Export,
    format: GraphFormat,
    chosen: Option<&[NamedNode]>,
    out: W,
) -> Result<W, anyhow::Error> {
    let base = store.base()?;
    let profile = args.profile.unwrap_or(Profile::Full);
    let mut writer = Writer::new(format.into(), profile.into(), base.as_str(), out)?;
    match chosen {
        None => {
            for graph in store.graphs()? {
                writer.graph(quads(store, args, &graph)?)?;
            }
        }
        Some(graphs) => {
            for graph in graphs {
                writer.graph(quads(store, args, graph)?)?;
            }
        }
    }
    writer.finish().map_err(ExportError::into)
}
