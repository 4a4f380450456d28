//! What was found over several articles, kept current: its graph, and the IRIs of entities in the articles' own graphs.

use super::{Store, StoreError};
use crate::graph::{Renames, compare, mark, marked, renamed};
use crate::vocab::dl;
use oxigraph::model::{GraphName, GraphNameRef, NamedNode, NamedNodeRef, Quad, Term};
use oxigraph::store::StorageError;
use std::collections::{BTreeMap, BTreeSet};

/// For an article and an entity as it alone was read: the IRI that it bears.
pub type Identities = BTreeMap<NamedNode, BTreeMap<NamedNode, NamedNode>>;

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

    /// Makes a graph hold just these quads, which stand in the order of [`crate::graph::compare`]. Gives how many it lacked or had too many.
    ///
    /// # Errors
    /// If the disk is full or fails; then the graph is as it was.
    pub fn set_graph(&self, graph: &NamedNode, quads: &[Quad]) -> Result<usize, StoreError> {
        let old = self.quads(graph)?;
        let has = |quads: &[Quad], quad: &Quad| quads.binary_search_by(|known| compare(known, quad)).is_ok();
        let gone: Vec<&Quad> = old.iter().filter(|quad| !has(quads, quad)).collect();
        let added: Vec<&Quad> = quads.iter().filter(|quad| !has(&old, quad)).collect();
        if gone.is_empty() && added.is_empty() {
            return Ok(0);
        }
        let change = || -> Result<(), StorageError> {
            let mut transaction = self.inner.start_transaction()?;
            for quad in &gone {
                transaction.remove(*quad);
            }
            transaction.extend(added.iter().copied());
            if quads.is_empty() {
                transaction.remove_named_graph(graph)?;
            }
            transaction.commit()
        };
        change().map_err(|source| StoreError::storage(&self.path, source))?;
        Ok(gone.len() + added.len())
    }

    /// The IRIs that entities bear in place of those that their articles alone were read with.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn identities(&self) -> Result<Identities, StoreError> {
        let mut identities = Identities::new();
        for quad in self.inner.quads_for_pattern(None, Some(dl::READ_AS), None, None) {
            let quad = quad.map_err(|source| StoreError::storage(&self.path, source))?;
            let GraphName::NamedNode(article) = &quad.graph_name else { continue };
            if let Some((identity, original)) = marked(&quad) {
                identities.entry(article.clone()).or_default().insert(original.clone(), identity.clone());
            }
        }
        Ok(identities)
    }

    /// Gives the entities of an article other IRIs: from what each bears now to what it is to bear, by what it was read as.
    ///
    /// # Errors
    /// If the disk is full or fails; then the article is as it was.
    pub fn rename(
        &self,
        article: &NamedNode,
        now: &BTreeMap<NamedNode, NamedNode>,
        wanted: &BTreeMap<NamedNode, NamedNode>,
    ) -> Result<(), StoreError> {
        let originals: BTreeSet<&NamedNode> = now.keys().chain(wanted.keys()).collect();
        let bears = |names: &BTreeMap<NamedNode, NamedNode>, original: &NamedNode| names.get(original).unwrap_or(original).clone();
        let renames: Renames = originals.iter().map(|original| (bears(now, original), bears(wanted, original))).collect();
        let change = || -> Result<(), StorageError> {
            let mut transaction = self.inner.start_transaction()?;
            let graph = GraphNameRef::NamedNode(article.as_ref());
            let mut old = Vec::new();
            for node in renames.keys() {
                for quad in transaction.quads_for_pattern(Some(node.as_ref().into()), None, None, Some(graph)) {
                    old.push(quad?);
                }
                for quad in transaction.quads_for_pattern(None, None, Some(node.as_ref().into()), Some(graph)) {
                    old.push(quad?);
                }
            }
            for quad in &old {
                transaction.remove(quad);
            }
            let kept = old.into_iter().filter(|quad| marked(quad).is_none());
            transaction.extend(kept.map(|quad| renamed(quad, &renames)).collect::<Vec<_>>().iter());
            transaction.extend(wanted.iter().map(|(original, identity)| mark(identity, original, article)).collect::<Vec<_>>().iter());
            transaction.commit()
        };
        change().map_err(|source| StoreError::storage(&self.path, source))
    }
}
