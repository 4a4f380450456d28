//! The arguments of the commands that look after a store: what is in it, whether it is sound, what changed.

use super::{RowFormat, StorePath};
use clap::{Args, ValueEnum, ValueHint};
use std::path::PathBuf;

/// Lists the articles in the store: when published, by whom, how much was read from each.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  dateline list --store kg\n  dateline list --store kg --format csv > articles.csv")]
pub(crate) struct List {
    #[command(flatten)]
    pub(crate) store: StorePath,
    /// How the list is written
    #[arg(long, short, value_enum, default_value_t = RowFormat::Table)]
    pub(crate) format: RowFormat,
}

/// Takes articles out of the store, with all that was read from them. What other articles say stays.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  dateline retract 001.txt --store kg\n  dateline retract https://example.org/news/1 --store kg")]
pub(crate) struct Retract {
    /// Files or addresses that the articles were read from, or their IRIs
    #[arg(required = true, value_name = "ARTICLE")]
    pub(crate) articles: Vec<String>,
    #[command(flatten)]
    pub(crate) store: StorePath,
}

/// Compares two states of a graph, each a store or an exported file. Exits with 1 if they differ.
///
/// A fact that is told in other words, or at another place of its article, counts as the same. Both states are read into memory.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  dateline diff kg-monday kg\n  dateline diff monday.nq kg --format patch > monday-to-now.rdfp")]
pub(crate) struct Diff {
    /// The old state: a store, or a file of N-Quads, TriG, Turtle, N-Triples or RDF/XML
    #[arg(value_hint = ValueHint::AnyPath)]
    pub(crate) old: PathBuf,
    /// The new state
    #[arg(value_hint = ValueHint::AnyPath)]
    pub(crate) new: PathBuf,
    /// How the difference is written
    #[arg(long, short, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
}

/// Checks a store: the words of every mention are read again in their text, every identifier is looked up, every node
/// compared with its shape, every term with the ontology. Exits with 1 if anything is wrong, and says what.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  dateline verify --store kg\n  dateline verify --store kg --originals articles/ --query queries/*.rq")]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) store: StorePath,
    /// Where the articles lie, for a store that keeps no texts: files, folders or patterns; may be repeated
    #[arg(long, value_name = "INPUT", num_args = 1.., value_hint = ValueHint::AnyPath)]
    pub(crate) originals: Vec<PathBuf>,
    /// Queries whose terms are compared with the ontology as well; may be repeated
    #[arg(long, value_name = "FILE", num_args = 1.., value_hint = ValueHint::FilePath)]
    pub(crate) query: Vec<PathBuf>,
}

/// Copies a store as it is at this moment to a new folder, on the same disk without copying what has not changed.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dateline backup kg-2026-05-01 --store kg")]
pub(crate) struct Backup {
    /// The folder of the copy; it must not exist yet
    #[arg(value_hint = ValueHint::DirPath)]
    pub(crate) target: PathBuf,
    #[command(flatten)]
    pub(crate) store: StorePath,
}

/// Makes a store from a backup. A store that is there already is left alone.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dateline restore kg-2026-05-01 --store kg")]
pub(crate) struct Restore {
    /// The folder of the backup
    #[arg(value_hint = ValueHint::DirPath)]
    pub(crate) backup: PathBuf,
    #[command(flatten)]
    pub(crate) store: StorePath,
}

/// Rewrites the files of a store, so that it reads as fast as after a first load. Worth it after many changes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dateline optimize --store kg")]
pub(crate) struct Optimize {
    #[command(flatten)]
    pub(crate) store: StorePath,
}

/// Formats of differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// One fact a line, with − or +
    Text,
    /// RDF Patch: one quad a line
    Patch,
}
