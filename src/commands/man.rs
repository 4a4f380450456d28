//! `dateline man`.

use super::{Exit, stdout};
use crate::cli::Cli;
use clap::CommandFactory;
use std::io::Write;

pub(super) fn run() -> anyhow::Result<Exit> {
    let command = Cli::command();
    let mut out = stdout();
    clap_mangen::Man::new(command.clone()).render(&mut out)?;
    for subcommand in command.get_subcommands().filter(|subcommand| subcommand.get_name() != "help") {
        let name = format!("dateline {}", subcommand.get_name()).to_uppercase();
        writeln!(out, ".SH {name}")?;
        let page = clap_mangen::Man::new(subcommand.clone());
        page.render_description_section(&mut out)?;
        page.render_options_section(&mut out)?;
        page.render_extra_section(&mut out)?;
    }
    out.flush()?;
    Ok(Exit::Done)
}
