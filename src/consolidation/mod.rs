//! Brings the store up to date with what its articles say together: reads their graphs, lays them side by side, and keeps what follows.

mod links;
mod memo;

use crate::collate::{Collation, Decision, Facts, Rules, collate};
use crate::graph::{self, Base};
use crate::store::{Identities, Store, StoreError};
use memo::Memo;
use oxigraph::model::NamedNode;
use std::collections::BTreeMap;

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
    let base: Base = store.base()?.parse().unwrap_or_default();
    let rules = Rules::embedded()?;
    let decisions = decisions(store, &base)?;
    let mut memo = Memo::open(store.folder(), &base);
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
    let articles = give_identities(store, &base, &collation)?;
    links::follow(store, &base)?;
    let quads = store.set_graph(&base.resolution(), &graph::findings(&collation.findings, &base))?;
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
    store.set_graph(&base.decisions(), &graph::decision_quads(decisions, base)).map(drop)
}

fn facts(store: &Store, base: &Base, memo: &mut Memo, article: &NamedNode, hash: &str) -> Result<Facts, StoreError> {
    if let Some(known) = memo.recall(article.as_str(), hash) {
        return Ok(known);
    }
    let facts = graph::facts(article, &store.quads(article)?, base);
    memo.note(article.as_str(), hash, &facts);
    Ok(facts)
}

/// Renames entities where they bear another IRI than that of their identity; gives in how many articles.
fn give_identities(store: &Store, base: &Base, collation: &Collation) -> Result<usize, StoreError> {
    let mut wanted = Identities::new();
    for ((article, original), identity) in &collation.identities {
        wanted.entry(base.instance(article)).or_default().insert(base.instance(original), base.instance(identity));
    }
    let mut now = store.identities()?;
    now.remove(&base.resolution());
    let mut changed: Vec<&NamedNode> = now.keys().chain(wanted.keys()).collect();
    changed.sort_unstable();
    changed.dedup();
    changed.retain(|&article| now.get(article) != wanted.get(article));
    let none = BTreeMap::new();
    for &article in &changed {
        store.rename(article, now.get(article).unwrap_or(&none), wanted.get(article).unwrap_or(&none))?;
    }
    Ok(changed.len())
}
