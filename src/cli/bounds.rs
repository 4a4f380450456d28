//! What a user says of how much a query may cost.

use clap::Args;

/// How long a query may take, and how much it may give.
#[derive(Debug, Args)]
pub(crate) struct Bounds {
    /// How many seconds a query may take, or a server be silent
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) timeout: u64,
    /// Take no more rows than this, or triples, and say so if there are more
    #[arg(long, value_name = "ROWS", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) limit: Option<u32>,
}
