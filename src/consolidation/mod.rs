//! Brings the store up to date with what its articles say together: reads their graphs, lays them side by side, and keeps what follows.

mod identities;
mod line;
mod links;
mod memo;
mod notes;

pub use notes::{Note, Notes};

use crate::collate::{Decision, Facts, Rules, collate};
use crate::graph::{self, Base};
use crate::store::{Store, StoreError};
use memo::Memo;
use oxigraph::model::NamedNode;

/// What a run changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    /// Articles whose graphs were read, the others being known from the last run.
    pub read: usize,
    /// Articles in which an entity got another IRI.
    pub articles: usize,
    /// Quads of the resolution graph that came or went.
    pub quads: usize,
}

/// Why the store cannot be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum ConsolidationError {
    /// The store cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The rules that were built in.
    #[error("the rules of ontology/collation.toml that this program was built with are malformed: correct them and build again")]
    Rules(#[from] toml::de::Error),
}

/// Computes what follows from the articles of a store: the resolution graph, and whose IRIs their entities bear.
///
/// What was read of an article in an earlier run is remembered beside the store as long as the article's text is the same.
///
/// # Errors
/// If the store cannot be read or written. What was written before stays, and another run completes it.
pub fn consolidate(store: &Store) -> Result<Changes, ConsolidationError> {
    consolidate_noted(store, Notes::default())
}

/// Does the same after a run that noted what it read.
///
/// # Errors
/// As [`consolidate`].
pub fn consolidate_noted(store: &Store, notes: Notes) -> Result<Changes, ConsolidationError> {
    let base: Base = store.base()?.parse().unwrap_or_default();
    let rules = Rules::embedded()?;
    let decisions = decisions(store, &base)?;
    let mut memo = Memo::open(store.folder(), notes, &base);
    let mut failed = None;
    let articles = store.hashes()?;
    let facts = articles.iter().map_while(|(article, hash)| match facts(store, &base, &mut memo, article, hash) {
        Ok(facts) => Some(facts),
        Err(error) => {
            failed = Some(error);
            None
        }
    });
    let collation = collate(facts, &decisions, &rules);
    if let Some(error) = failed {
        return Err(error.into());
    }
    let read = memo.close();
    let articles = identities::give(store, &base, articles.keys(), &collation.identities)?;
    links::follow(store, &base)?;
    let findings = || collation.findings.iter().map(|finding| graph::finding(finding, &base));
    let quads = store.set_graph(&base.resolution(), findings)?;
    Ok(Changes { read, articles, quads })
}

/// Throws away what is remembered of earlier runs, so that the next one reads every article.
pub fn forget(store: &Store) {
    Memo::remove(store.folder());
}

/// What people decided, as the store keeps it.
///
/// # Errors
/// If the store cannot be read.
pub fn decisions(store: &Store, base: &Base) -> Result<Vec<Decision>, StoreError> {
    Ok(graph::decisions(&store.quads(&base.decisions())?, base))
}

/// Keeps what people decided, in place of what was kept before.
///
/// # Errors
/// If the disk is full or fails.
pub fn decide(store: &Store, base: &Base, decisions: &[Decision]) -> Result<(), StoreError> {
    store.set_graph(&base.decisions(), || std::iter::once(graph::decision_quads(decisions, base))).map(drop)
}

fn facts(store: &Store, base: &Base, memo: &mut Memo, article: &NamedNode, hash: &str) -> Result<Facts, StoreError> {
    if let Some(known) = memo.recall(article.as_str(), hash) {
        return Ok(known);
    }
    let facts = graph::facts(article, &store.bearing(article)?, base);
    memo.note(article.as_str(), hash, &facts);
    Ok(facts)
}
