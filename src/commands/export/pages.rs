//! Documents for web pages, one an article.

use super::super::{BadUsage, stdout};
use super::{quads, refuse_view};
use crate::cli;
use anyhow::Context;
use dateline::export::{Replacement, web_page};
use dateline::store::Store;
use oxigraph::model::NamedNode;
use std::io::Write;

/// One article can go to standard output or a file, several need a folder.
pub(super) fn run(store: &Store, args: &cli::Export, chosen: Option<Vec<NamedNode>>) -> anyhow::Result<()> {
    refuse_view(args)?;
    if args.profile.is_some() {
        return Err(BadUsage("a document for a web page has one size: leave out --profile".to_owned()).into());
    }
    let document = |graph: &NamedNode| -> anyhow::Result<_> { Ok(web_page(&quads(store, args, graph)?)) };
    let is_chosen = chosen.is_some();
    let graphs = chosen.map_or_else(|| store.graphs(), Ok)?;
    match (&args.output, graphs.as_slice()) {
        (None, [graph]) if is_chosen => {
            let mut out = stdout();
            out.write_all(document(graph)?.unwrap_or_default().as_bytes())?;
            out.flush()?;
        }
        (None, _) => {
            return Err(
                BadUsage("there is a document for each article: name a folder with -o, or one article with --article".to_owned()).into()
            );
        }
        (Some(folder), graphs) => {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("cannot make the folder {}: check that you may write there", folder.display()))?;
            for graph in graphs {
                let Some(document) = document(graph)? else { continue };
                let name = graph.as_str().rsplit('/').next().unwrap_or_default();
                let mut file = Replacement::begin(&folder.join(format!("{name}.jsonld")))?;
                file.write_all(document.as_bytes()).map_err(|error| file.failed(error))?;
                file.finish()?;
            }
        }
    }
    Ok(())
}
