//! What `dateline serve` may be told.

use super::{Bounds, StorePath};
use clap::Args;
use std::net::SocketAddr;

/// Offers the store over HTTP until it is stopped: SPARQL queries at /query, and with --reconcile its entities as a reconciliation
/// service at /reconcile, whose address `OpenRefine` takes. Nothing can be changed through it; what the store holds when it starts is
/// what it offers.
///
/// A query that takes longer than --timeout is stopped. One that gives more than --limit, a million rows unless you say otherwise, is
/// refused: nobody gets a part of an answer without knowing.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline serve --store kg\n  dateline serve --reconcile --store kg --bind 127.0.0.1:7878\n  dateline query queries/articles.rq --endpoint http://127.0.0.1:7878/query"
)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) store: StorePath,
    /// Offer the entities as a reconciliation service too (W3C reconciliation protocol 0.1, 0.2 and 1.0)
    #[arg(long)]
    pub(crate) reconcile: bool,
    /// Where requests are heard; others than this machine reach it only under another address than 127.0.0.1
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:7878")]
    pub(crate) bind: SocketAddr,
    /// Let pages of other web sites ask too, which the suggestions in the window of `OpenRefine` need
    #[arg(long)]
    pub(crate) cors: bool,
    #[command(flatten)]
    pub(crate) bounds: Bounds,
}
