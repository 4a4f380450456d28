//! What a user says of a server.

use super::{Confidence, Profile, StorePath};
use clap::{Args, ValueEnum, ValueHint};
use std::path::PathBuf;

/// Gives the store to a SPARQL server: after it the server has each graph as the store has it. Safe to repeat: only what has changed
/// is sent, and a push that was interrupted goes on where it stopped.
///
/// Name and password come from `DATELINE_USER` and `DATELINE_PASSWORD`, or from the netrc file; a token comes from
/// `DATELINE_TOKEN`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline push --store kg --endpoint http://localhost:7878/store\n  dateline push --store kg --endpoint https://example.org/repositories/news/statements --protocol update"
)]
pub(crate) struct Push {
    #[command(flatten)]
    pub(crate) store: StorePath,
    /// The address: of the graph store, or for --protocol update of the update endpoint
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub(crate) endpoint: String,
    /// How the server is spoken to
    #[arg(long, value_enum, default_value_t = Protocol::GraphStore)]
    pub(crate) protocol: Protocol,
    /// How much of the graph is sent
    #[arg(long, value_enum, default_value_t = Profile::Full)]
    pub(crate) profile: Profile,
    #[command(flatten)]
    pub(crate) confidence: Confidence,
    /// Send everything, also what the server has been given before
    #[arg(long)]
    pub(crate) again: bool,
    /// About how many quads a request of --protocol update holds
    #[arg(long, value_name = "QUADS", default_value_t = 20_000)]
    pub(crate) batch: usize,
    /// Where it is kept what the server has been given [default: a file in the store's folder]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) journal: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) patience: Patience,
}

/// How long an answer is waited for.
#[derive(Debug, Args)]
pub(crate) struct Patience {
    #[command(flatten)]
    pub(crate) persistence: Persistence,
    /// How many seconds an answer may take, or a server be silent
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) timeout: u64,
}

/// How often a server is asked.
#[derive(Debug, Args)]
pub(crate) struct Persistence {
    /// How often a request is tried when the server fails or cannot be reached
    #[arg(long, value_name = "TIMES", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(crate) tries: u32,
}

/// How a server is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Protocol {
    /// SPARQL 1.1 Graph Store HTTP Protocol
    GraphStore,
    /// SPARQL 1.1 Update
    Update,
}
