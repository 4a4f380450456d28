//! The `dateline` program.

mod cli;
mod commands;

use clap::Parser;
use std::process::ExitCode;
use std::thread::Builder;

/// Articles and graphs are many small pieces of memory, with which it is faster than what most systems have. The store on disk uses it, too.
#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Room for the deepest query that is allowed, which is answered by functions that call each other; only what is used of it is taken (bytes).
const STACK: usize = 256 << 20;

fn main() -> ExitCode {
    let command = cli::Cli::parse().command;
    let run = move || commands::run(&command).unwrap_or_else(|error| commands::report(&error));
    match Builder::new().name("main".to_owned()).stack_size(STACK).spawn(run).map(std::thread::JoinHandle::join) {
        Ok(Ok(exit)) => exit.into(),
        Ok(Err(panic)) => std::panic::resume_unwind(panic),
        Err(error) => commands::report(&anyhow::Error::from(error).context("cannot begin: there is too little memory")).into(),
    }
}
