//! What the store knows of an article without reading its graph.

use super::{Store, StoreError};
use crate::graph::DEFAULT_BASE;
use crate::vocab::{dl, schema};
use oxigraph::model::{GraphName, GraphNameRef, Literal, NamedNode, NamedNodeRef, Term};

/// An article in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredArticle {
    /// Its IRI, also of its graph.
    pub graph: NamedNode,
    /// The files or addresses it was read from, sorted.
    pub sources: Vec<String>,
    /// Its headline.
    pub headline: Option<String>,
}

impl Store {
    /// All articles, sorted by IRI.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn articles(&self) -> Result<Vec<StoredArticle>, StoreError> {
        let mut articles = Vec::new();
        for graph in self.graphs()? {
            let sources = self.sources(&graph)?;
            if sources.is_empty() {
                continue;
            }
            let headline = self.values(&graph, schema::HEADLINE)?.into_iter().min();
            articles.push(StoredArticle { graph, sources, headline });
        }
        Ok(articles)
    }

    /// The files or addresses that an article was read from, sorted; none for a graph that is no article's.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn sources(&self, article: &NamedNode) -> Result<Vec<String>, StoreError> {
        let mut sources = self.values(article, dl::SOURCE_FILE)?;
        sources.sort_unstable();
        Ok(sources)
    }

    /// The IRI under which its instances live, as its articles show it.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn base(&self) -> Result<String, StoreError> {
        let of = |graph: &NamedNode| graph.as_str().rsplit_once("article/").map(|(base, _)| base.to_owned());
        let named = self.graphs()?.iter().find_map(of);
        Ok(named.unwrap_or_else(|| DEFAULT_BASE.to_owned()))
    }

    /// True when the store holds this text under this name already.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn holds(&self, article: &NamedNode, hash: &str, source: &str) -> Result<bool, StoreError> {
        Ok(self.has_hash(article, hash)? && self.values(article, dl::SOURCE_FILE)?.iter().any(|known| known == source))
    }

    pub(super) fn has_hash(&self, article: &NamedNode, hash: &str) -> Result<bool, StoreError> {
        Ok(self.values(article, dl::CONTENT_HASH)?.iter().any(|known| known == hash))
    }

    /// The graphs of the articles that were read from a source.
    pub(super) fn graphs_of(&self, source: &str) -> Result<Vec<NamedNode>, StoreError> {
        let name = Literal::new_simple_literal(source);
        let found = self.inner.quads_for_pattern(None, Some(dl::SOURCE_FILE), Some(name.as_ref().into()), None);
        let mut graphs = Vec::new();
        for quad in found {
            if let GraphName::NamedNode(graph) = quad.map_err(|source| StoreError::storage(&self.path, source))?.graph_name {
                graphs.push(graph);
            }
        }
        graphs.sort_unstable();
        Ok(graphs)
    }

    /// The literal values of one property of an article.
    pub(super) fn values(&self, article: &NamedNode, property: NamedNodeRef<'_>) -> Result<Vec<String>, StoreError> {
        let graph = Some(GraphNameRef::NamedNode(article.as_ref()));
        let found = self.inner.quads_for_pattern(Some(article.as_ref().into()), Some(property), None, graph);
        let mut values = Vec::new();
        for quad in found {
            if let Term::Literal(literal) = quad.map_err(|source| StoreError::storage(&self.path, source))?.object {
                values.push(literal.value().to_owned());
            }
        }
        Ok(values)
    }
}
