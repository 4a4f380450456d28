//! Taking an article out of the store, and with it whatever was found over several articles that mentions it.

use super::{Store, StoreError};
use crate::graph::Base;
use oxigraph::model::{GraphNameRef, NamedNode, NamedOrBlankNode, Quad};
use oxigraph::store::{StorageError, Transaction};
use std::collections::BTreeSet;

impl Store {
    /// Removes all that an article says: all of it or, on an error, nothing. Findings that mention it go with it; what else followed from
    /// it together with others stays until they are consolidated.
    ///
    /// # Errors
    /// If the disk is full or fails.
    pub fn retract(&self, article: &NamedNode) -> Result<(), StoreError> {
        let change = || {
            let mut transaction = self.inner.start_transaction()?;
            remove(&mut transaction, article)?;
            transaction.commit()
        };
        change().map_err(|source| StoreError::storage(&self.path, source))
    }
}

/// Removes an article's graph and the findings that mention it, so that nothing is left that points into it, whenever the program is stopped.
pub(super) fn remove(transaction: &mut Transaction<'_>, article: &NamedNode) -> Result<(), StorageError> {
    if let Some(base) = base(article) {
        let resolution = base.resolution();
        let graph = GraphNameRef::NamedNode(article.as_ref());
        let quads = transaction.quads_for_pattern(None, None, None, Some(graph)).collect::<Result<Vec<_>, _>>()?;
        let named = |quad: Quad| if let NamedOrBlankNode::NamedNode(subject) = quad.subject { Some(subject) } else { None };
        let subjects: BTreeSet<NamedNode> = quads.into_iter().filter_map(named).collect();
        for subject in &subjects {
            for quad in mentions(transaction, subject, &resolution, &base)? {
                transaction.remove(&quad);
            }
        }
    }
    transaction.remove_named_graph(article)
}

/// The quads of the resolution graph that are about a node, with those of the findings that mention it.
fn mentions(transaction: &Transaction<'_>, node: &NamedNode, resolution: &NamedNode, base: &Base) -> Result<Vec<Quad>, StorageError> {
    let graph = Some(GraphNameRef::NamedNode(resolution.as_ref()));
    let about = |node: &NamedNode| transaction.quads_for_pattern(Some(node.as_ref().into()), None, None, graph);
    let mut found = about(node).collect::<Result<Vec<_>, _>>()?;
    for quad in transaction.quads_for_pattern(None, None, Some(node.as_ref().into()), graph) {
        let quad = quad?;
        if let NamedOrBlankNode::NamedNode(subject) = &quad.subject
            && base.is_finding(subject)
        {
            found.extend(about(subject).collect::<Result<Vec<_>, _>>()?);
        }
        found.push(quad);
    }
    Ok(found)
}

/// The base that an article's IRI stands under.
fn base(article: &NamedNode) -> Option<Base> {
    article.as_str().rsplit_once("article/")?.0.parse().ok()
}
