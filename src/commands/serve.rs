//! `dateline serve`.

use super::{Exit, complain};
use crate::cli;
use anyhow::Context;
use dateline::serve::{Names, Site, serve};
use dateline::store::Store;

pub(super) fn run(args: &cli::Serve) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let names = args.reconcile.then(|| Names::read(&store)).transpose()?;
    let site = Site::new(store, names)?;
    complain(&format!("queries: http://{}/query", args.bind));
    if args.reconcile {
        complain(&format!("reconciliation: http://{}/reconcile", args.bind));
    }
    let failed = || format!("cannot listen at {}: is the port in use? name another with --bind", args.bind);
    serve(site, args.bind, args.cors).with_context(failed)?;
    Ok(Exit::Done)
}
