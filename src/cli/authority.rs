//! What `dateline authority` may be told.

use super::GraphFormat;
use clap::{Args, Subcommand, ValueHint};
use dateline::graph::{Base, DEFAULT_BASE};
use std::path::PathBuf;

/// Shows what names are linked with: the countries, places, bodies, people and offices that the program knows.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dateline authority export --format turtle -o authority.ttl")]
pub(crate) struct Authority {
    #[command(subcommand)]
    pub(crate) command: AuthorityCommand,
}

/// What to do with the authority.
#[derive(Debug, Subcommand)]
pub(crate) enum AuthorityCommand {
    Export(ExportAuthority),
}

/// Writes the built-in authority as a SKOS concept scheme, with where each row comes from.
#[derive(Debug, Args)]
pub(crate) struct ExportAuthority {
    /// The format of the file
    #[arg(long, short, value_enum, default_value_t = GraphFormat::Turtle)]
    pub(crate) format: GraphFormat,
    /// The IRI under which all instances live
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE)]
    pub(crate) base: Base,
    /// Where to write; the file appears only when it is whole [default: standard output]
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}
