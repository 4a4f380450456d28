//! Putting many articles into the store: those that are new together, past the log of transactions; those that replace something one by one.

use super::{ArticleGraph, Outcome, Store, StoreError};
use crate::vocab::dl;
use oxigraph::model::{NamedNode, Quad};
use oxigraph::store::{BulkLoader, StorageError};
use std::collections::BTreeSet;

/// So many quads are made ready at once.
const BATCH: usize = 100_000;
/// What is ready appears in the database once it is as much as this run has written, so that the database does not sort again and again
/// what it has; but no more than so many quads are left to chance until then.
const MOST: usize = 4_000_000;
/// Fewer are written in a transaction: files of their own would not pay.
pub(super) const FEW: usize = 10_000;

/// Takes articles in and writes them to a store, each as a whole.
///
/// New articles wait until there are enough of them, and are then made ready by the bulk loader, which in the end puts all that is ready
/// into the database at once; one that changes what is there is written at once. What still waits is written by [`Load::finish`].
pub struct Load<'s> {
    store: &'s Store,
    again: bool,
    waiting: Vec<Quad>,
    loader: Option<BulkLoader<'s>>,
    ready: usize,
    written: usize,
    most: usize,
    names: BTreeSet<NamedNode>,
    taken: BTreeSet<NamedNode>,
}

impl<'s> Load<'s> {
    /// Begins a run. With `again`, articles are written also if their text is there already.
    #[must_use]
    pub fn new(store: &'s Store, again: bool) -> Self {
        // In memory, a bulk loader that is not done keeps everybody else from writing.
        let most = if store.folder().is_some() { MOST } else { BATCH };
        let (names, taken) = (BTreeSet::new(), BTreeSet::new());
        Self { store, again, waiting: Vec::new(), loader: None, ready: 0, written: 0, most, names, taken }
    }

    /// Notes an article that is left as it is: another of its source does not replace it in this run.
    pub fn keep(&mut self, article: NamedNode) {
        self.taken.insert(article);
    }

    /// Takes an article in, as [`Store::put`] would; two of one source in the same run are two articles.
    ///
    /// # Errors
    /// If the disk is full or fails. Then of all that waited either everything is there or nothing.
    pub fn put(&mut self, article: NamedNode, hash: &str, source: &str, quads: Vec<Quad>) -> Result<Outcome, StoreError> {
        if self.names.contains(&article) {
            self.write()?;
        }
        let outcome = if self.is_new(&article, source)? {
            self.waiting.extend(quads);
            self.names.insert(article.clone());
            Outcome::New
        } else {
            let graph = ArticleGraph { article: &article, hash, source, quads: &quads };
            self.store.put(&graph, &self.taken, self.again)?
        };
        self.taken.insert(article);
        if self.waiting.len() >= BATCH {
            self.prepare()?;
        }
        if self.ready >= self.written.clamp(BATCH, self.most) {
            self.write()?;
        }
        Ok(outcome)
    }

    /// Writes what still waits.
    ///
    /// # Errors
    /// If the disk is full or fails.
    pub fn finish(mut self) -> Result<(), StoreError> {
        self.write()
    }

    /// True when the store has nothing that the article is or replaces.
    fn is_new(&self, article: &NamedNode, source: &str) -> Result<bool, StoreError> {
        let known = !self.store.values(article, dl::SOURCE_FILE)?.is_empty();
        Ok(!known && self.store.graphs_of(source)?.iter().all(|older| self.taken.contains(older)))
    }

    /// Hands what waits to the bulk loader.
    fn prepare(&mut self) -> Result<(), StoreError> {
        let quads = std::mem::take(&mut self.waiting);
        self.ready += quads.len();
        let loader = self.loader.get_or_insert_with(|| loader(&self.store.inner, BATCH));
        loader.load_quads(quads).map_err(|source| StoreError::storage(&self.store.path, source))
    }

    /// Puts all that is ready and all that waits into the database.
    fn write(&mut self) -> Result<(), StoreError> {
        let failed = |source| StoreError::storage(&self.store.path, source);
        if self.loader.is_none() && self.waiting.len() < FEW {
            self.store.inner.extend(std::mem::take(&mut self.waiting)).map_err(failed)?;
        } else {
            self.prepare()?;
            self.loader.take().map_or(Ok(()), BulkLoader::commit).map_err(failed)?;
        }
        self.written += std::mem::take(&mut self.ready);
        self.names.clear();
        Ok(())
    }
}

/// Writes quads as files of their own, which appear in the database all at once.
pub(super) fn bulk(store: &oxigraph::store::Store, quads: Vec<Quad>) -> Result<(), StorageError> {
    let mut loader = loader(store, quads.len());
    loader.load_quads(quads)?;
    loader.commit()
}

/// A bulk loader that writes so many quads as one batch.
fn loader(store: &oxigraph::store::Store, quads: usize) -> BulkLoader<'_> {
    // One thread and room for all of them: more batches would only make more files.
    store.bulk_loader().with_num_threads(1).with_max_memory_size_in_megabytes(quads / 1000 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::schema;
    use oxigraph::model::Literal;

    /// The graph of an article whose one sentence is its hash.
    fn graph(name: &str, hash: &str, source: &str, quads: usize) -> (NamedNode, Vec<Quad>) {
        let article = NamedNode::new_unchecked(format!("https://example.org/article/{name}"));
        let literal = |value: &str| Literal::new_simple_literal(value);
        let mut all = vec![
            Quad::new(article.clone(), dl::SOURCE_FILE, literal(source), article.clone()),
            Quad::new(article.clone(), dl::CONTENT_HASH, literal(hash), article.clone()),
        ];
        all.extend((0..quads).map(|n| Quad::new(article.clone(), schema::TEXT, literal(&format!("{hash} {n}")), article.clone())));
        (article, all)
    }

    fn load(store: &Store, articles: &[(&str, &str, &str, usize)]) -> Vec<Outcome> {
        let mut load = Load::new(store, false);
        let put = |&(name, hash, source, quads): &(&str, &str, &str, usize)| {
            let (article, quads) = graph(name, hash, source, quads);
            load.put(article, hash, source, quads).expect("stored")
        };
        let outcomes = articles.iter().map(put).collect();
        load.finish().expect("stored");
        outcomes
    }

    #[test]
    fn what_waits_counts_as_there() {
        let store = Store::in_memory().expect("memory");
        let outcomes = load(&store, &[("a", "1", "a.txt", 1), ("a", "1", "a.txt", 1), ("a", "1", "b.txt", 1), ("b", "2", "a.txt", 1)]);
        assert_eq!(outcomes, [Outcome::New, Outcome::Unchanged, Outcome::Unchanged, Outcome::New]);
        assert_eq!(store.len().expect("readable"), 7);
    }

    #[test]
    fn a_new_text_of_a_source_takes_the_place_of_the_old_one() {
        let store = Store::in_memory().expect("memory");
        assert_eq!(load(&store, &[("a", "1", "a.txt", 9)]), [Outcome::New]);
        assert_eq!(load(&store, &[("b", "2", "a.txt", 1), ("c", "3", "c.txt", 1)]), [Outcome::Replaced, Outcome::New]);
        assert_eq!(store.graphs().expect("readable").len(), 2);
        assert_eq!(store.len().expect("readable"), 6);
    }

    #[test]
    fn many_are_written_in_batches_each_article_as_a_whole() {
        let store = Store::in_memory().expect("memory");
        let mut load = Load::new(&store, false);
        let size = BATCH / 3;
        for name in ["a", "b", "c"] {
            let (article, quads) = graph(name, name, name, size);
            load.put(article, name, name, quads).expect("stored");
            let stored = store.len().expect("readable");
            assert!(stored == 0 || stored == 3 * (size + 2), "{stored}");
        }
        assert_eq!(store.graphs().expect("readable").len(), 3);
        load.finish().expect("stored");
    }

    #[cfg(feature = "rocksdb")]
    #[test]
    fn the_more_was_written_the_more_is_written_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::create(folder.path()).expect("a store");
        let mut load = Load::new(&store, false);
        let mut seen = Vec::new();
        for name in ["a", "b", "c", "d"] {
            let (article, quads) = graph(name, name, name, BATCH);
            load.put(article, name, name, quads).expect("stored");
            seen.push(store.graphs().expect("readable").len());
        }
        assert_eq!(seen, [1, 2, 2, 4]);
        load.finish().expect("stored");
        assert_eq!(store.len().expect("readable"), 4 * (BATCH + 2));
    }
}
