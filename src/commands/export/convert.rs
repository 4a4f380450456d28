//! RDF files in another format. They do not pass through a store, which would write numbers in its own way.

use super::super::stdout;
use super::{failed, refuse_view};
use crate::cli::{self, GraphFormat, Profile};
use anyhow::Context;
use dateline::export::{Replacement, Writer};
use dateline::graph::{DEFAULT_BASE, compare, retain_confident};
use dateline::store::read_file;
use oxigraph::model::Quad;
use std::io::Write;

pub(super) fn run(args: &cli::Export, format: GraphFormat) -> anyhow::Result<()> {
    refuse_view(args)?;
    let mut quads = Vec::new();
    for path in &args.data.files {
        quads.extend(read_file(path, args.data.relative_to.as_deref())?);
    }
    quads.sort_unstable_by(compare);
    quads.dedup();
    match &args.output {
        None => write(&quads, args, format, stdout()).map(drop),
        Some(path) => {
            let file = write(&quads, args, format, Replacement::begin(path)?).with_context(|| failed(path))?;
            Ok(file.finish()?)
        }
    }
}

fn write<W: Write>(quads: &[Quad], args: &cli::Export, format: GraphFormat, out: W) -> anyhow::Result<W> {
    let profile = args.profile.unwrap_or(Profile::Full);
    let mut writer = Writer::new(format.into(), profile.into(), DEFAULT_BASE, out)?;
    for graph in quads.chunk_by(|a, b| a.graph_name == b.graph_name) {
        let mut graph = graph.to_vec();
        if let Some(least) = args.confidence.least {
            retain_confident(&mut graph, least);
        }
        writer.graph(graph)?;
    }
    Ok(writer.finish()?)
}
