//! `dateline extract`.

use super::side_by_side::{Feed, read};
use super::{Exit, complain, settings, stdout};
use crate::cli::Extract;
use dateline::export::Writer;
use dateline::source::Article;
use oxigraph::model::Quad;

pub(super) fn run(args: &Extract) -> anyhow::Result<Exit> {
    let settings = settings(&args.graph);
    let feed = Feed::open(&args.inputs)?;
    let pipeline = super::pipeline(&args.added)?;
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
    Ok(super::linked(&pipeline, Exit::of(failed, all)))
}

/// Quads in their one order, graph by graph.
fn graphs(mut quads: Vec<Quad>) -> Vec<Vec<Quad>> {
    let lengths: Vec<usize> = quads.chunk_by(|a, b| a.graph_name == b.graph_name).map(<[Quad]>::len).collect();
    let mut graphs: Vec<Vec<Quad>> = Vec::with_capacity(lengths.len());
    for length in lengths.into_iter().skip(1).rev() {
        graphs.push(quads.split_off(quads.len() - length));
    }
    graphs.push(quads);
    graphs.reverse();
    graphs
}
