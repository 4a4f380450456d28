//! `dateline authority`.

use super::{Exit, stdout};
use crate::cli::{Authority, AuthorityCommand, ExportAuthority};
use anyhow::Context;
use dateline::authority;
use dateline::export::{ExportError, Profile, Replacement, Writer};
use dateline::graph::concepts;
use std::io::Write;

pub(super) fn run(args: &Authority) -> anyhow::Result<Exit> {
    match &args.command {
        AuthorityCommand::Export(args) => export(args),
    }
}

fn export(args: &ExportAuthority) -> anyhow::Result<Exit> {
    match &args.output {
        None => write(args, stdout()).map(drop)?,
        Some(path) => {
            let failed = || format!("cannot write {}: check that the disk is not full", path.display());
            write(args, Replacement::begin(path)?).with_context(failed)?.finish()?;
        }
    }
    Ok(Exit::Done)
}

fn write<W: Write>(args: &ExportAuthority, out: W) -> anyhow::Result<W> {
    let authority = authority::Authority::embedded()?;
    let mut writer = Writer::new(args.format.into(), Profile::Full, args.base.as_str(), out)?;
    for quads in concepts(&authority, &args.base) {
        writer.graph(quads)?;
    }
    writer.finish().map_err(ExportError::into)
}
