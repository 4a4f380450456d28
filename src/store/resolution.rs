//! What was found over several articles, kept current: its graph, and the IRIs of entities in the articles' own graphs.

use super::{Store, StoreError};
use crate::graph::{Renames, mark, marked, renamed};
use crate::vocab::dl;
use oxigraph::model::{GraphName, GraphNameRef, NamedNode, NamedNodeRef, Term};
use oxigraph::store::{StorageError, Transaction};
use std::collections::{BTreeMap, BTreeSet};

impl Store {
    /// All articles' IRIs, each with the hash of its text; sorted.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn hashes(&self) -> Result<BTreeMap<NamedNode, String>, StoreError> {
        let mut hashes = BTreeMap::new();
        for quad in self.inner.quads_for_pattern(None, Some(dl::CONTENT_HASH), None, None) {
            let quad = quad.map_err(|source| StoreError::storage(&self.path, source))?;
            if let (GraphName::NamedNode(article), Term::Literal(hash)) = (quad.graph_name, quad.object) {
                hashes.insert(article, hash.value().to_owned());
            }
        }
        Ok(hashes)
    }

    /// The object of a property of something, in whichever graph.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn object(&self, subject: &NamedNode, property: NamedNodeRef<'_>) -> Result<Option<Term>, StoreError> {
        let quad = self.inner.quads_for_pattern(Some(subject.as_ref().into()), Some(property), None, None).next().transpose();
        Ok(quad.map_err(|source| StoreError::storage(&self.path, source))?.map(|quad| quad.object))
    }

    /// The IRIs that entities of an article bear in place of those that it alone was read with.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn identities(&self, article: &NamedNode) -> Result<BTreeMap<NamedNode, NamedNode>, StoreError> {
        let graph = Some(GraphNameRef::NamedNode(article.as_ref()));
        let mut identities = BTreeMap::new();
        for quad in self.inner.quads_for_pattern(None, Some(dl::READ_AS), None, graph) {
            let quad = quad.map_err(|source| StoreError::storage(&self.path, source))?;
            identities.extend(marked(&quad).map(|(identity, original)| (original.clone(), identity.clone())));
        }
        Ok(identities)
    }

    /// Gives the entities of articles other IRIs, in one transaction.
    ///
    /// # Errors
    /// If the disk is full or fails; then the articles are as they were.
    pub fn rename(&self, renamings: &[Renaming]) -> Result<(), StoreError> {
        if renamings.is_empty() {
            return Ok(());
        }
        let change = || -> Result<(), StorageError> {
            let mut transaction = self.inner.start_transaction()?;
            for renaming in renamings {
                renaming.write(&mut transaction)?;
            }
            transaction.commit()
        };
        change().map_err(|source| StoreError::storage(&self.path, source))
    }
}

/// New IRIs for entities of an article.
#[derive(Debug)]
pub struct Renaming {
    /// The article.
    pub article: NamedNode,
    /// What entities bear now, by what they were read as.
    pub now: BTreeMap<NamedNode, NamedNode>,
    /// What they are to bear, by what they were read as.
    pub wanted: BTreeMap<NamedNode, NamedNode>,
}

impl Renaming {
    /// From what each bears now to what it is to bear.
    fn renames(&self) -> Renames {
        let originals: BTreeSet<&NamedNode> = self.now.keys().chain(self.wanted.keys()).collect();
        let bears = |names: &BTreeMap<NamedNode, NamedNode>, original: &NamedNode| names.get(original).unwrap_or(original).clone();
        originals.iter().map(|original| (bears(&self.now, original), bears(&self.wanted, original))).collect()
    }

    fn write(&self, transaction: &mut Transaction<'_>) -> Result<(), StorageError> {
        let renames = self.renames();
        let graph = Some(GraphNameRef::NamedNode(self.article.as_ref()));
        let mut old = Vec::new();
        for node in renames.keys() {
            for quad in transaction.quads_for_pattern(Some(node.as_ref().into()), None, None, graph) {
                old.push(quad?);
            }
            for quad in transaction.quads_for_pattern(None, None, Some(node.as_ref().into()), graph) {
                old.push(quad?);
            }
        }
        for quad in &old {
            transaction.remove(quad);
        }
        let kept = old.into_iter().filter(|quad| marked(quad).is_none());
        transaction.extend(&kept.map(|quad| renamed(quad, &renames)).collect::<Vec<_>>());
        let marks = self.wanted.iter().map(|(original, identity)| mark(identity, original, &self.article));
        transaction.extend(&marks.collect::<Vec<_>>());
        Ok(())
    }
}
