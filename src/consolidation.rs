//! Brings the store up to date with what its articles say together: reads their graphs, lays them side by side, and keeps what follows.

use crate::collate::{Collation, Facts, collate};
use crate::graph::{self, Base};
use crate::store::{Identities, Store, StoreError};
use oxigraph::model::NamedNode;

/// What a run changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    /// Articles in which an entity got another IRI.
    pub articles: usize,
    /// Quads of the resolution graph that came or went.
    pub quads: usize,
}

/// Computes the resolution graph of a store anew, and gives entities the IRIs of those whom they mean.
///
/// # Errors
/// If the store cannot be read or written. What was written before stays, and another run completes it.
pub fn consolidate(store: &Store) -> Result<Changes, StoreError> {
    let base: Base = store.base()?.parse().unwrap_or_default();
    let collation = collate(facts(store, &base)?, &[]);
    let articles = give_identities(store, &base, &collation)?;
    let quads = store.set_graph(&base.resolution(), &graph::findings(&collation.findings, &base))?;
    Ok(Changes { articles, quads })
}

/// What each article says.
fn facts(store: &Store, base: &Base) -> Result<Vec<Facts>, StoreError> {
    let articles = store.hashes()?;
    articles.keys().map(|article| Ok(graph::facts(article, &store.quads(article)?, base))).collect()
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
    let none = std::collections::BTreeMap::new();
    for &article in &changed {
        store.rename(article, now.get(article).unwrap_or(&none), wanted.get(article).unwrap_or(&none))?;
    }
    Ok(changed.len())
}
