//! `dateline completions`.

use super::{Exit, stdout};
use crate::cli::{Cli, Completions};
use clap::CommandFactory;
use std::io::Write;

pub(super) fn run(args: &Completions) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "dateline", &mut script);
    let mut out = stdout();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Exit::Done)
}
