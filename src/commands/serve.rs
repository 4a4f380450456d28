//! `dateline serve`.

use super::{Exit, complain};
use crate::cli;
use anyhow::Context;
use dateline::serve::{Bounds, Names, Site, serve};
use dateline::store::Store;

/// No answer has more rows unless the user says otherwise: each is kept in memory until it is whole.
const ROWS: usize = 1_000_000;

pub(super) fn run(args: &cli::Serve) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let names = args.reconcile.then(|| Names::read(&store)).transpose()?;
    let rows = args.bounds.limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(ROWS);
    let site = Site::new(store, names, Bounds { time: args.bounds.time(), rows })?;
    complain(&format!("queries: http://{}/query", args.bind));
    if args.reconcile {
        complain(&format!("reconciliation: http://{}/reconcile", args.bind));
    }
    let failed = || format!("cannot listen at {}: is the port in use? name another with --bind", args.bind);
    serve(site, args.bind, args.cors).with_context(failed)?;
    Ok(Exit::Done)
}
