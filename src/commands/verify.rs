//! `dateline verify`.

use super::{Exit, complain, sentence, stdout};
use crate::cli::Verify;
use anyhow::Context;
use dateline::source::{InputOptions, Inputs};
use dateline::store::Store;
use dateline::verify::{Report, Verifier, undefined_in_query};
use oxigraph::model::NamedNode;
use std::collections::BTreeMap;
use std::io::Write;

pub(super) fn run(args: &Verify) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let verifier = Verifier::embedded()?;
    let originals = originals(args);
    let mut out = stdout();
    let mut all = Report::default();
    let graphs = store.graphs()?;
    for graph in &graphs {
        let report = verifier.check(&store, graph, &originals)?;
        write(&report, &name(&store, graph)?, &mut out)?;
        all.mentions += report.mentions;
        all.unread += report.unread;
        all.findings.extend(report.findings);
    }
    let mut wrong = all.findings.len();
    for path in &args.query {
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        for term in undefined_in_query(&text) {
            wrong += 1;
            writeln!(out, "{}: the ontology does not define {term}", path.display())?;
        }
    }
    let unread = if all.unread == 0 { String::new() } else { format!(", {} not read: give their articles with --originals", all.unread) };
    writeln!(out, "{} graphs, {} mentions read again{unread}; {wrong} findings", graphs.len(), all.mentions)?;
    out.flush()?;
    Ok(if wrong == 0 { Exit::Done } else { Exit::Failed })
}

fn write(report: &Report, name: &str, out: &mut impl Write) -> std::io::Result<()> {
    for finding in &report.findings {
        writeln!(out, "{name}: <{}>: {}", finding.node, finding.what)?;
    }
    Ok(())
}

/// How people know a graph: the file that its article was read from.
fn name(store: &Store, graph: &NamedNode) -> anyhow::Result<String> {
    Ok(store.sources(graph)?.into_iter().next().unwrap_or_else(|| graph.as_str().to_owned()))
}

/// The texts that the user has, by their hashes.
fn originals(args: &Verify) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    if args.originals.is_empty() {
        return texts;
    }
    for article in Inputs::new(&args.originals, InputOptions::default()) {
        match article {
            Ok(article) => {
                texts.insert(article.hash, article.text);
            }
            Err(error) => complain(&sentence(&error.into())),
        }
    }
    texts
}
