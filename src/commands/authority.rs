//! `dateline authority`.

use super::{BadUsage, Exit, complain, stdout};
use crate::cli::{AddAuthority, AddedPath, Authority, AuthorityCommand, ExportAuthority, ImportFormat};
use anyhow::Context;
use dateline::authority;
use dateline::export::{ExportError, Profile, Replacement, Writer};
use dateline::graph::concepts;
use dateline::import::{Format, Options, import};
use std::io::Write;

pub(super) fn run(args: &Authority) -> anyhow::Result<Exit> {
    match &args.command {
        AuthorityCommand::Export(args) => export(args),
        AuthorityCommand::Add(args) => add(args),
        AuthorityCommand::List(args) => list(args),
        AuthorityCommand::Remove(args) => {
            authority::Layer::remove(&args.folder.path, &args.name)?;
            Ok(Exit::Done)
        }
    }
}

/// So many rows that are wrong are told one by one.
const TOLD: usize = 20;

fn add(args: &AddAuthority) -> anyhow::Result<Exit> {
    let stem = args.file.file_name().map(|name| name.to_string_lossy().split('.').next().unwrap_or_default().to_owned());
    let name = args.name.clone().or(stem).unwrap_or_default();
    if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\']) {
        return Err(BadUsage(format!("{name:?} cannot be the name of a register: give one with --name")).into());
    }
    let format = args.format.map(|format| match format {
        ImportFormat::Wikidata => Format::Wikidata,
        ImportFormat::Geonames => Format::Geonames,
        ImportFormat::Rdf => Format::Rdf(None),
        ImportFormat::Table => Format::Table,
    });
    let options = Options { format, kind: args.kind, prefix: args.prefix.clone(), columns: args.columns.clone() };
    let mut writer = authority::Writer::new(&args.folder.path, &name, args.first)?;
    let mut told = 0;
    let mut tell = |line: &str| {
        told += 1;
        if told <= TOLD {
            complain(line);
        }
    };
    let imported = import(&args.file, &options, (&mut writer, &authority::Authority::embedded()?), &mut tell)?;
    if told > TOLD {
        complain(&format!("{} more rows that cannot be used", told - TOLD));
    }
    let folder = args.folder.path.display();
    if imported.added == 0 {
        complain(&format!("{} has no row that can be used; nothing was added to {folder}", args.file.display()));
        return Ok(Exit::Failed);
    }
    let rows = writer.finish()?;
    let mut out = stdout();
    writeln!(out, "{name}: {rows} rows added to {folder}, {} of other things passed over, {} wrong", imported.passed, imported.wrong)?;
    out.flush()?;
    Ok(if imported.wrong > 0 { Exit::Partly } else { Exit::Done })
}

fn list(args: &AddedPath) -> anyhow::Result<Exit> {
    let mut out = stdout();
    for layer in authority::layers(&args.path)? {
        let first = if layer.is_first() { ", first" } else { "" };
        writeln!(out, "{}\t{} rows{first}", layer.name, layer.rows())?;
    }
    out.flush()?;
    Ok(Exit::Done)
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
