//! Stage 6: quads in the embedded Oxigraph store, one named graph an article. Knows nothing of text.

mod article;
mod backup;
mod bearing;
mod difference;
mod error;
mod load;
#[cfg(any(feature = "rocksdb", test))]
mod lock;
mod open;
mod rdf_file;
mod replace;
mod resolution;
mod retract;

pub use article::StoredArticle;
pub use error::StoreError;
pub use load::Load;
pub use rdf_file::{RdfFileError, read_file};
pub use replace::{ArticleGraph, Outcome};
pub use resolution::Renaming;

use crate::vocab::rdf;
use oxigraph::model::{GraphNameRef, NamedNode, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, Term, TermRef};
use std::path::{Path, PathBuf};

/// What a store in memory has in place of a path.
const MEMORY: &str = "(memory)";

/// The graph of all articles read so far, open for one program.
pub struct Store {
    inner: oxigraph::store::Store,
    path: PathBuf,
    #[cfg(feature = "rocksdb")]
    _lock: Option<lock::Lock>,
}

impl Store {
    /// A store that lives as long as the value.
    ///
    /// # Errors
    /// If the memory cannot be had.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = PathBuf::from(MEMORY);
        let inner = oxigraph::store::Store::new().map_err(|source| StoreError::storage(&path, source))?;
        Ok(Self {
            inner,
            path,
            #[cfg(feature = "rocksdb")]
            _lock: None,
        })
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder that it lies in; none if it is in memory.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        Some(self.path.as_path()).filter(|path| path.is_dir() && *path != Path::new(MEMORY))
    }

    /// Oxigraph itself, for queries.
    #[must_use]
    pub fn oxigraph(&self) -> &oxigraph::store::Store {
        &self.inner
    }

    /// All graphs, sorted by IRI.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn graphs(&self) -> Result<Vec<NamedNode>, StoreError> {
        let mut graphs = Vec::new();
        for graph in self.inner.named_graphs() {
            if let NamedOrBlankNode::NamedNode(node) = graph.map_err(|source| StoreError::storage(&self.path, source))? {
                graphs.push(node);
            }
        }
        graphs.sort_unstable();
        Ok(graphs)
    }

    /// All quads of one graph, in the order of [`crate::graph::compare`].
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn quads(&self, graph: &NamedNode) -> Result<Vec<Quad>, StoreError> {
        let found = self.inner.quads_for_pattern(None, None, None, Some(GraphNameRef::NamedNode(graph.as_ref())));
        let mut quads = found.collect::<Result<Vec<_>, _>>().map_err(|source| StoreError::storage(&self.path, source))?;
        quads.sort_unstable_by(crate::graph::compare);
        Ok(quads)
    }

    /// True when any graph says something of this pattern.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn any(
        &self,
        subject: Option<NamedOrBlankNodeRef<'_>>,
        predicate: Option<NamedNodeRef<'_>>,
        object: Option<TermRef<'_>>,
    ) -> Result<bool, StoreError> {
        let first = self.inner.quads_for_pattern(subject, predicate, object, None).next();
        first.transpose().map(|quad| quad.is_some()).map_err(|source| StoreError::storage(&self.path, source))
    }

    /// A copy in memory of some graphs, or of all, without the claims that are less sure than `least`.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn part(&self, graphs: Option<&[NamedNode]>, least: Option<f64>) -> Result<Self, StoreError> {
        let copy = Self::in_memory()?;
        for graph in graphs.map_or_else(|| self.graphs(), |graphs| Ok(graphs.to_vec()))? {
            let mut quads = self.quads(&graph)?;
            if let Some(least) = least {
                crate::graph::retain_confident(&mut quads, least);
            }
            copy.inner.extend(quads).map_err(|source| StoreError::storage(&self.path, source))?;
        }
        Ok(copy)
    }

    /// What is said of something by one property, in any graph, once for each graph, in no order.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn said_of(&self, subject: &NamedNode, property: NamedNodeRef<'_>) -> Result<Vec<Term>, StoreError> {
        let found = self.inner.quads_for_pattern(Some(subject.as_ref().into()), Some(property), None, None);
        found.map(|quad| quad.map(|quad| quad.object).map_err(|source| StoreError::storage(&self.path, source))).collect()
    }

    /// All quads that say something of something by one property, in no order.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn quads_of(&self, subject: &NamedNode, property: NamedNodeRef<'_>) -> Result<Vec<Quad>, StoreError> {
        let found = self.inner.quads_for_pattern(Some(subject.as_ref().into()), Some(property), None, None);
        found.map(|quad| quad.map_err(|source| StoreError::storage(&self.path, source))).collect()
    }

    /// All quads that say by one property that something is something's, in no order.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn quads_to(&self, property: NamedNodeRef<'_>, object: &NamedNode) -> Result<Vec<Quad>, StoreError> {
        let found = self.inner.quads_for_pattern(None, Some(property), Some(object.as_ref().into()), None);
        found.map(|quad| quad.map_err(|source| StoreError::storage(&self.path, source))).collect()
    }

    /// All that is of a class in any graph, sorted.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn instances(&self, class: NamedNodeRef<'_>) -> Result<Vec<NamedNode>, StoreError> {
        let mut nodes = Vec::new();
        for quad in self.inner.quads_for_pattern(None, Some(rdf::TYPE), Some(class.into()), None) {
            if let NamedOrBlankNode::NamedNode(node) = quad.map_err(|source| StoreError::storage(&self.path, source))?.subject {
                nodes.push(node);
            }
        }
        nodes.sort_unstable();
        nodes.dedup();
        Ok(nodes)
    }

    /// How many quads it holds.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn len(&self) -> Result<usize, StoreError> {
        self.inner.len().map_err(|source| StoreError::storage(&self.path, source))
    }

    /// True when it holds nothing.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        self.inner.is_empty().map_err(|source| StoreError::storage(&self.path, source))
    }

    /// Rewrites what is on disk, so that reading is as fast as after a first load.
    ///
    /// # Errors
    /// If the disk is full or fails.
    #[cfg(feature = "rocksdb")]
    pub fn optimize(&self) -> Result<(), StoreError> {
        self.inner.optimize().map_err(|source| StoreError::storage(&self.path, source))
    }

    /// Without a store on disk there is nothing to rewrite.
    ///
    /// # Errors
    /// None.
    #[cfg(not(feature = "rocksdb"))]
    pub fn optimize(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// Writes everything that was committed to disk.
    ///
    /// # Errors
    /// If the disk is full or fails.
    #[cfg(feature = "rocksdb")]
    pub fn flush(&self) -> Result<(), StoreError> {
        self.inner.flush().map_err(|source| StoreError::storage(&self.path, source))
    }

    /// Without a store on disk there is nothing to write.
    ///
    /// # Errors
    /// None.
    #[cfg(not(feature = "rocksdb"))]
    pub fn flush(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
