//! `dateline extract`.

use super::{Exit, complain, settings, stdout};
use crate::cli::Extract;
use dateline::export::Writer;
use dateline::pipeline::Pipeline;
use dateline::source::{Article, SourceError, read_bytes, read_path};
use oxigraph::model::{GraphName, Quad};
use std::io::Read;
use std::path::Path;

pub(super) fn run(args: &Extract) -> anyhow::Result<Exit> {
    let settings = settings(&args.graph);
    let pipeline = Pipeline::load()?;
    let mut writer = Writer::new(args.format.into(), args.profile.into(), settings.base.as_str(), stdout())?;
    let mut failed = 0;
    for input in &args.inputs {
        match article(input) {
            Ok(article) => {
                for graph in graphs(pipeline.quads(&article, &settings)) {
                    writer.graph(graph)?;
                }
            }
            Err(error) => {
                complain(&super::sentence(&error.into()));
                failed += 1;
            }
        }
    }
    writer.finish()?;
    Ok(match failed {
        0 => Exit::Done,
        all if all == args.inputs.len() => Exit::Failed,
        _ => Exit::Partly,
    })
}

/// Reads one article from a file, or from standard input for `-`.
pub(super) fn article(input: &Path) -> Result<Article, SourceError> {
    if input != Path::new("-") {
        return read_path(input);
    }
    let name = "standard input".to_owned();
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|source| SourceError::Unreadable { name: name.clone(), source })?;
    read_bytes(&name, bytes)
}

/// Quads in their one order, graph by graph.
fn graphs(quads: Vec<Quad>) -> Vec<Vec<Quad>> {
    let mut graphs: Vec<Vec<Quad>> = Vec::new();
    let mut current: Option<GraphName> = None;
    for quad in quads {
        if current.as_ref() != Some(&quad.graph_name) {
            current = Some(quad.graph_name.clone());
            graphs.push(Vec::new());
        }
        if let Some(graph) = graphs.last_mut() {
            graph.push(quad);
        }
    }
    graphs
}
