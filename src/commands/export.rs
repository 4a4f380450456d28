//! `dateline export`.

use super::{BadUsage, Exit, stdout};
use crate::cli;
use anyhow::Context;
use dateline::export::{ExportError, Replacement, Writer};
use dateline::graph::retain_confident;
use dateline::store::{Store, StoredArticle};
use oxigraph::model::NamedNode;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

pub(super) fn run(args: &cli::Export) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let chosen = chosen(&store, &args.article)?;
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

/// The graphs of the articles asked for; none when all are.
pub(super) fn chosen(store: &Store, names: &[String]) -> anyhow::Result<Option<Vec<NamedNode>>> {
    if names.is_empty() {
        return Ok(None);
    }
    let articles = store.articles()?;
    let mut graphs = BTreeSet::new();
    for name in names {
        let found: Vec<_> = articles.iter().filter(|article| is_named(article, name)).collect();
        if found.is_empty() {
            return Err(BadUsage(format!(
                "no article {name:?} in the store {}: `dateline query queries/articles.rq` lists them",
                store.path().display()
            ))
            .into());
        }
        graphs.extend(found.into_iter().map(|article| article.graph.clone()));
    }
    Ok(Some(graphs.into_iter().collect()))
}

/// True when an article has this IRI, was read from this file or address, or from a file whose name without extension this is.
fn is_named(article: &StoredArticle, name: &str) -> bool {
    let stem = |source: &str| Path::new(source).file_stem().is_some_and(|stem| stem == name);
    let iri = name.trim_start_matches('<').trim_end_matches('>');
    article.graph.as_str() == iri || article.sources.iter().any(|source| source == name || stem(source))
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
