//! The commands: the only place that reads arguments and prints.

mod articles;
mod authority;
mod backup;
mod bounds;
mod by_hand;
mod completions;
mod conflicts;
mod diff;
mod explain;
mod export;
mod extract;
mod ingest;
mod list;
mod man;
mod merges;
mod push;
mod query;
mod reconcile;
mod remote;
mod resolve;
mod retract;
mod serve;
mod show;
mod side_by_side;
mod stats;
mod verify;

use crate::cli::{Command, Data, GraphArgs, GraphFormat, Profile, RowFormat, StorePath, UsedAuthority};
use dateline::graph::Settings;
use dateline::pipeline::Pipeline;
use dateline::store::Store;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything was done.
    Done,
    /// Nothing was done.
    Failed,
    /// The command makes no sense as it was given.
    BadUsage,
    /// Some inputs failed, the rest are stored.
    Partly,
}

impl Exit {
    /// The end of a command that failed on so many of all its inputs.
    fn of(failed: usize, all: usize) -> Self {
        match failed {
            0 => Self::Done,
            _ if failed == all => Self::Failed,
            _ => Self::Partly,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::BadUsage => 2,
            Exit::Partly => 3,
        })
    }
}

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<Exit> {
    match command {
        Command::Ingest(args) => ingest::run(args),
        Command::Query(args) => query::run(args),
        Command::Export(args) => export::run(args),
        Command::Push(args) => push::run(args),
        Command::Extract(args) => extract::run(args),
        Command::Show(args) => show::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Merges(args) => merges::run(args),
        Command::Merge(args) => by_hand::merge(args),
        Command::Split(args) => by_hand::split(args),
        Command::Conflicts(args) => conflicts::run(args),
        Command::Resolve(args) => resolve::run(args),
        Command::Reconcile(args) => reconcile::run(args),
        Command::Serve(args) => serve::run(args),
        Command::Stats(args) => stats::run(args),
        Command::List(args) => list::run(args),
        Command::Retract(args) => retract::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Verify(args) => verify::run(args),
        Command::Backup(args) => backup::backup(args),
        Command::Restore(args) => backup::restore(args),
        Command::Optimize(args) => backup::optimize(args),
        Command::Authority(args) => authority::run(args),
        Command::Completions(args) => completions::run(args),
        Command::Man(_) => man::run(),
    }
}

/// Tells the user what went wrong. A reader that has seen enough is no failure.
pub(crate) fn report(error: &anyhow::Error) -> Exit {
    let is_closed =
        |cause: &(dyn std::error::Error + 'static)| cause.downcast_ref::<io::Error>().is_some_and(|io| io.kind() == ErrorKind::BrokenPipe);
    if error.chain().any(is_closed) {
        return Exit::Done;
    }
    complain(&sentence(error));
    if error.chain().any(<dyn std::error::Error>::is::<BadUsage>) { Exit::BadUsage } else { Exit::Failed }
}

/// A mistake in what the user typed, which clap could not see.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct BadUsage(String);

/// An error with its causes, as one line.
fn sentence(error: &anyhow::Error) -> String {
    joined(error.chain())
}

fn joined(causes: anyhow::Chain) -> String {
    let mut parts: Vec<String> = Vec::new();
    for cause in causes {
        let text = cause.to_string();
        if parts.last().is_none_or(|last| !last.contains(&text)) {
            parts.push(text);
        }
    }
    parts.join(": ")
}

/// "1 article", "2 articles".
fn counted(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// One line on standard error; if nobody can read it, nobody is told.
fn complain(line: &str) {
    let _ = writeln!(io::stderr(), "dateline: {line}");
}

/// Standard output, written in large pieces.
fn stdout() -> BufWriter<io::StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// The store, or the files that are given in its place.
fn opened(store: &StorePath, data: &Data) -> anyhow::Result<Store> {
    if data.files.is_empty() {
        return Ok(Store::read(&store.path)?);
    }
    Ok(Store::of_files(&data.files, data.relative_to.as_deref())?)
}

/// Everything that reading needs, with the registers that the user added.
fn pipeline(added: &UsedAuthority) -> anyhow::Result<Pipeline> {
    let pipeline = Pipeline::load()?;
    match &added.path {
        Some(folder) if !folder.is_dir() => {
            Err(BadUsage(format!("there is no folder {}: `dateline authority add` makes it", folder.display())).into())
        }
        Some(folder) => Ok(pipeline.with_added(folder)?),
        None => Ok(pipeline),
    }
}

/// How articles were read: not all the way if a register could not be read among them, which is told once.
fn linked(pipeline: &Pipeline, exit: Exit) -> Exit {
    let Some(error) = pipeline.failure() else { return exit };
    complain(&format!("{}; articles were read without it: read them again after that", joined(anyhow::Chain::new(error))));
    if exit == Exit::Done { Exit::Partly } else { exit }
}

fn settings(args: &GraphArgs) -> Settings {
    Settings { base: args.base.clone(), text: !args.no_text }
}

impl From<GraphFormat> for dateline::export::Format {
    fn from(format: GraphFormat) -> Self {
        match format {
            GraphFormat::Turtle => Self::Turtle,
            GraphFormat::Jsonld => Self::JsonLd,
            GraphFormat::Ntriples => Self::NTriples,
            GraphFormat::Nquads => Self::NQuads,
            GraphFormat::Trig => Self::TriG,
            GraphFormat::Rdfxml => Self::RdfXml,
            GraphFormat::Reifiers => Self::Reifiers,
        }
    }
}

impl From<RowFormat> for dateline::query::Format {
    fn from(format: RowFormat) -> Self {
        match format {
            RowFormat::Table => Self::Table,
            RowFormat::Csv => Self::Csv,
            RowFormat::Json => Self::Json,
        }
    }
}

impl From<Profile> for dateline::export::Profile {
    fn from(profile: Profile) -> Self {
        match profile {
            Profile::Lean => Self::Lean,
            Profile::Full => Self::Full,
        }
    }
}
