//! Arguments of the commands about what several articles say together.

use super::{RowFormat, StorePath};
use clap::Args;

/// Lists who is who: which name was taken for whom, in how many mentions, why and how surely, and what was decided by hand.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dateline merges --store kg")]
pub(crate) struct Merges {
    #[command(flatten)]
    pub(crate) store: StorePath,
    /// How the rows are written; a table also has the decisions made by hand
    #[arg(long, short, value_enum, default_value_t = RowFormat::Table)]
    pub(crate) format: RowFormat,
}

/// Decides that names mean one person, organization or place, or takes back that a name means two.
///
/// The decision goes before every rule, and stays when articles are read again.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline merge \"Ana Ruiz\" \"Anita Ruiz\" --store kg\n  dateline merge 3f2a9c1b5d7e8f60 --store kg   # a row of `dateline merges` that parts somebody"
)]
pub(crate) struct Merge {
    /// Names or IRIs, or one row of `dateline merges`
    #[arg(required = true)]
    pub(crate) names: Vec<String>,
    #[command(flatten)]
    pub(crate) store: StorePath,
}

/// Decides that two names mean two, that a name means another in some articles, or takes a merge back.
///
/// The decision goes before every rule, and stays when articles are read again.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline split 3f2a9c1b5d7e8f60 --store kg   # a row of `dateline merges` that merges somebody\n  dateline split \"John Miller\" --article harbour.txt --store kg\n  dateline split \"Ana Ruiz\" \"Anita Ruiz\" --store kg"
)]
pub(crate) struct Split {
    /// A row of `dateline merges`, a name or IRI with --article, or two names or IRIs
    #[arg(required = true)]
    pub(crate) names: Vec<String>,
    /// An article in which the name means another: its file name or IRI; may be repeated
    #[arg(long, value_name = "ARTICLE")]
    pub(crate) article: Vec<String>,
    #[command(flatten)]
    pub(crate) store: StorePath,
}

/// Shows claims of different articles that cannot both hold, side by side with article, date and words.
///
/// An office that changed hands and a number that rose from day to day are no conflicts.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dateline conflicts --store kg")]
pub(crate) struct Conflicts {
    #[command(flatten)]
    pub(crate) store: StorePath,
    /// How they are written
    #[arg(long, short, value_enum, default_value_t = RowFormat::Table)]
    pub(crate) format: RowFormat,
}

/// Works out again who is who across the articles, which of them tell of one event, and where they contradict each other.
///
/// `ingest` does so for the articles it read; this throws all of that away and begins from the articles and the
/// decisions made by hand.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dateline resolve --store kg")]
pub(crate) struct Resolve {
    #[command(flatten)]
    pub(crate) store: StorePath,
}
