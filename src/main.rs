//! The `dateline` program.

mod cli;
mod commands;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let command = cli::Cli::parse().command;
    commands::run(&command).unwrap_or_else(|error| commands::report(&error)).into()
}
