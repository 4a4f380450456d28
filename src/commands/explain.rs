//! `dateline explain`: why a fact is in the graph: the words, the rule, and the parse it matched.

mod claims;
mod reading;

use super::{BadUsage, Exit, complain, stdout};
use crate::cli::Explain;
use claims::{Asked, asked};
use dateline::language::Language;
use dateline::store::Store;
use std::io::Write;

pub(super) fn run(args: &Explain) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let mut out = stdout();
    let claims = match asked(&store, &args.who, args.what.as_deref())? {
        Asked::Claims(claims) => claims,
        Asked::Ambiguous(entities) => {
            complain(&format!("{:?} may be one of {}: name one by its IRI", args.who, entities.len()));
            for (entity, label) in entities {
                writeln!(out, "{label}  <{}>", entity.as_str())?;
            }
            out.flush()?;
            return Ok(Exit::Failed);
        }
    };
    if claims.is_empty() {
        let what = args.what.as_ref().map(|what| format!(" with {what:?}")).unwrap_or_default();
        let at = store.path().display();
        return Err(BadUsage(format!("no claim about {:?}{what} in the store {at}: see `dateline show`", args.who)).into());
    }
    let language = Language::load()?;
    for claim in &claims {
        writeln!(out, "{}: {}\n  claim      <{}>", claim.class, claim.said, claim.iri)?;
        writeln!(out, "  article    {}, characters {} to {}", claim.source, claim.begin, claim.end)?;
        writeln!(out, "  read by    {}, dateline {}, confidence {}", claim.rule, env!("CARGO_PKG_VERSION"), claim.confidence)?;
        reading::write(&language, claim, &mut out)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(Exit::Done)
}
