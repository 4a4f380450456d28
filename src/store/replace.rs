//! Putting an article's graph into the store in one transaction, in place of what it replaces.

use super::retract::remove;
use super::{Store, StoreError};
use crate::vocab::dl;
use oxigraph::model::{GraphNameRef, Literal, NamedNode, Quad};
use oxigraph::store::{StorageError, Transaction};
use std::collections::BTreeSet;

/// What became of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It was not there before.
    New,
    /// It took the place of an older text from the same source, or of an earlier reading.
    Replaced,
    /// It was there already.
    Unchanged,
}

/// An article's graph, ready to be stored.
#[derive(Debug)]
pub struct ArticleGraph<'a> {
    /// Its IRI, also of its graph.
    pub article: &'a NamedNode,
    /// The SHA-256 of its text.
    pub hash: &'a str,
    /// The file or address it was read from.
    pub source: &'a str,
    /// All that it says, with its links.
    pub quads: &'a [Quad],
}

impl Store {
    /// Stores an article: all of it or, on an error, nothing.
    ///
    /// The same text under a second name only gains that name. Another text from the same source takes the place of
    /// the old one, unless that one is among `keep` (read in the same run: two files may share a name).
    ///
    /// # Errors
    /// If the disk is full or fails.
    pub fn put(&self, graph: &ArticleGraph<'_>, keep: &BTreeSet<NamedNode>, again: bool) -> Result<Outcome, StoreError> {
        let known = self.has_hash(graph.article, graph.hash)?;
        let sources = self.values(graph.article, dl::SOURCE_FILE)?;
        let older = self.graphs_of(graph.source)?;
        let older: Vec<NamedNode> = older.into_iter().filter(|old| old != graph.article && !keep.contains(old)).collect();
        if known && !again && older.is_empty() && sources.iter().any(|source| source == graph.source) {
            return Ok(Outcome::Unchanged);
        }
        let change = || -> Result<(), StorageError> {
            let mut transaction = self.inner.start_transaction()?;
            for old in &older {
                forget(&mut transaction, old, graph.source)?;
            }
            if known && !again {
                transaction.insert(named(graph.article, graph.source).as_ref());
            } else {
                if !sources.is_empty() {
                    remove(&mut transaction, graph.article)?;
                }
                transaction.extend(graph.quads);
                for source in sources.iter().filter(|_| known) {
                    transaction.insert(named(graph.article, source).as_ref());
                }
            }
            transaction.commit()
        };
        change().map_err(|source| StoreError::storage(&self.path, source))?;
        Ok(match (older.is_empty() && sources.is_empty(), known && !again) {
            (true, _) => Outcome::New,
            (false, true) => Outcome::Unchanged,
            (false, false) => Outcome::Replaced,
        })
    }
}

fn named(article: &NamedNode, source: &str) -> Quad {
    Quad::new(article.clone(), dl::SOURCE_FILE, Literal::new_simple_literal(source), article.clone())
}

/// Takes a source's name off an article, and the article with it if that was its last.
fn forget(transaction: &mut Transaction<'_>, article: &NamedNode, source: &str) -> Result<(), StorageError> {
    transaction.remove(named(article, source).as_ref());
    let graph = GraphNameRef::NamedNode(article.as_ref());
    let others = transaction.quads_for_pattern(Some(article.as_ref().into()), Some(dl::SOURCE_FILE), None, Some(graph));
    if others.collect::<Result<Vec<_>, _>>()?.is_empty() {
        remove(transaction, article)?;
    }
    Ok(())
}
