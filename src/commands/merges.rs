//! `dateline merges`: the ledger of who is who, and the decisions made by hand.

use super::{Exit, stdout};
use crate::cli::Merges;
use dateline::collate::Decision;
use dateline::consolidation::decisions;
use dateline::graph::{Base, decision_node};
use dateline::query::{Query, write};
use dateline::store::Store;
use std::io::Write;

const LEDGER: &str = include_str!("merges.rq");

pub(super) fn run(args: &Merges) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let base: Base = store.base()?.parse()?;
    let mut out = stdout();
    write(Query::parse(LEDGER)?.run(&store)?, args.format.into(), &mut out)?;
    if args.format == crate::cli::RowFormat::Table {
        let decisions = decisions(&store, &base)?;
        if !decisions.is_empty() {
            writeln!(out, "\nDecided by hand")?;
        }
        for decision in &decisions {
            writeln!(out, "{}  {}", name(decision, &base), said(decision))?;
        }
    }
    out.flush()?;
    Ok(Exit::Done)
}

/// What a row of the ledger is called: the end of its IRI.
pub(super) fn name(decision: &Decision, base: &Base) -> String {
    let node = decision_node(decision, base);
    node.as_str().rsplit('/').next().unwrap_or_default().to_owned()
}

/// A decision in words.
pub(super) fn said(decision: &Decision) -> String {
    match decision {
        Decision::Same(one, other) => format!("{one} is {other}"),
        Decision::Different(one, other) => format!("{one} is not {other}"),
        Decision::Apart { entity, articles } => {
            let articles = articles.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            format!("{entity} is another in {articles}: {}", decision.second().unwrap_or_default())
        }
    }
}
