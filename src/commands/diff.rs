//! `dateline diff`.

use super::{BadUsage, Exit, stdout};
use crate::cli::{Diff, DiffFormat};
use dateline::diff::{Fact, facts, write_patch};
use dateline::store::{RdfFileError, Store, read_file};
use oxigraph::model::Quad;
use std::io::Write;
use std::path::Path;

pub(super) fn run(args: &Diff) -> anyhow::Result<Exit> {
    let (old, new) = (quads(&args.old)?, quads(&args.new)?);
    let mut out = stdout();
    let difference = facts(&old, &new);
    match args.format {
        DiffFormat::Patch => write_patch(&old, &new, &mut out)?,
        DiffFormat::Text => {
            for (sign, facts) in [('−', &difference.removed), ('+', &difference.added)] {
                for fact in facts {
                    writeln!(out, "{}", line(sign, fact))?;
                }
            }
        }
    }
    out.flush()?;
    let same = if args.format == DiffFormat::Patch { old == new } else { difference.removed.is_empty() && difference.added.is_empty() };
    Ok(if same { Exit::Done } else { Exit::Failed })
}

fn line(sign: char, fact: &Fact) -> String {
    let source = if fact.source.is_empty() { String::new() } else { format!("  [{}]", fact.source) };
    let words = fact.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = if words.is_empty() { words } else { format!("  “{words}”") };
    format!("{sign} {}  {}{words}{source}", fact.kind, fact.content)
}

/// All quads of a store or a file, sorted.
fn quads(path: &Path) -> anyhow::Result<Vec<Quad>> {
    let mut quads = if path.is_dir() { stored(path)? } else { parsed(path)? };
    quads.sort_unstable_by(dateline::graph::compare);
    quads.dedup();
    Ok(quads)
}

fn stored(path: &Path) -> anyhow::Result<Vec<Quad>> {
    let store = Store::read(path)?;
    let mut quads = Vec::new();
    for graph in store.graphs()? {
        quads.extend(store.quads(&graph)?);
    }
    Ok(quads)
}

fn parsed(path: &Path) -> anyhow::Result<Vec<Quad>> {
    read_file(path, None).map_err(|error| match error {
        RdfFileError::Format(_) => {
            let known = "a store, or a file that ends in .nq, .trig, .ttl, .nt, .rdf or .jsonld";
            BadUsage(format!("{} is not a state that can be compared: give {known}", path.display())).into()
        }
        other => other.into(),
    })
}
