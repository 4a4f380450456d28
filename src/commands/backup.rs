//! `dateline backup`, `dateline restore` and `dateline optimize`.

use super::{Exit, stdout};
use crate::cli::{Backup, Optimize, Restore};
use dateline::store::Store;
use std::io::Write;

pub(super) fn backup(args: &Backup) -> anyhow::Result<Exit> {
    let store = Store::change(&args.store.path)?;
    store.backup(&args.target)?;
    say(&format!("{} quads of the store {} copied to {}", store.len()?, args.store.path.display(), args.target.display()))
}

pub(super) fn restore(args: &Restore) -> anyhow::Result<Exit> {
    let store = Store::restore(&args.backup, &args.store.path)?;
    say(&format!("store {}: {} quads from {}", args.store.path.display(), store.len()?, args.backup.display()))
}

pub(super) fn optimize(args: &Optimize) -> anyhow::Result<Exit> {
    let store = Store::change(&args.store.path)?;
    store.optimize()?;
    say(&format!("store {}: {} quads rewritten", args.store.path.display(), store.len()?))
}

fn say(line: &str) -> anyhow::Result<Exit> {
    let mut out = stdout();
    writeln!(out, "{line}")?;
    out.flush()?;
    Ok(Exit::Done)
}
