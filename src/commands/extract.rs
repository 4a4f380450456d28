//! `dateline extract`.

use super::side_by_side::{Feed, read};
use super::{Exit, complain, settings, stdout};
use crate::cli::Extract;
use dateline::export::Writer;
use dateline::pipeline::Pipeline;
use dateline::source::Article;
use oxigraph::model::{GraphName, Quad};

pub(super) fn run(args: &Extract) -> anyhow::Result<Exit> {
    let settings = settings(&args.graph);
    let feed = Feed::open(&args.inputs)?;
    let pipeline = Pipeline::load()?;
    let mut writer = Writer::new(args.format.into(), args.profile.into(), settings.base.as_str(), stdout())?;
    let (mut all, mut failed) = (0, 0);
    let work = |article: Article| Ok(pipeline.quads(&article, &settings));
    read(feed, args.inputs.threads(), work, |item| {
        all += 1;
        match item.result {
            Ok(quads) => {
                for graph in graphs(quads) {
                    writer.graph(graph)?;
                }
            }
            Err(error) => {
                complain(&super::sentence(&error));
                failed += 1;
            }
        }
        Ok(())
    })?;
    writer.finish()?;
    Ok(Exit::of(failed, all))
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
