//! `dateline push`.

use super::remote::{endpoint, usage};
use super::{Exit, complain, stdout};
use crate::cli;
use dateline::export::Profile;
use dateline::graph::retain_confident;
use dateline::remote::{Journal, Protocol, push};
use dateline::store::Store;
use std::io::Write;

pub(super) fn run(args: &cli::Push) -> anyhow::Result<Exit> {
    let endpoint = endpoint(&args.endpoint, args.patience.persistence.tries, args.patience.timeout, None)?;
    let store = Store::read(&args.store.path)?;
    let path = args.journal.clone().unwrap_or_else(|| store.path().join(endpoint.journal()));
    let mut journal = Journal::open(&path)?;
    if args.again {
        journal.forget()?;
    }
    let profile = Profile::from(args.profile);
    let shown = |quads: &mut Vec<_>| {
        if let Some(least) = args.confidence.least {
            retain_confident(quads, least);
        }
        profile.apply(quads);
    };
    let protocol = match args.protocol {
        cli::Protocol::GraphStore => Protocol::GraphStore,
        cli::Protocol::Update => Protocol::Update,
    };
    let pushed = push(&store, &endpoint, (protocol, args.batch), &mut journal, shown, &mut complain).map_err(usage)?;
    let mut out = stdout();
    writeln!(
        out,
        "{}: {} graphs with {} quads sent in {} requests, {} unchanged, {} removed",
        endpoint.address(),
        pushed.sent,
        pushed.quads,
        pushed.requests,
        pushed.unchanged,
        pushed.removed
    )?;
    out.flush()?;
    Ok(Exit::Done)
}
