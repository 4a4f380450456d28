//! A graph made to hold just some quads: only the difference is written, and neither the old quads nor the new ones are held.

use super::load::{FEW, bulk};
use super::{Store, StoreError};
use crate::graph::compare;
use oxigraph::model::{GraphNameRef, NamedNode, NamedOrBlankNode, Quad};
use oxigraph::store::StorageError;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hash, Hasher};

/// About so many quads are changed in one transaction.
const BATCH: usize = 50_000;

/// Quads that belong together and go or come together.
#[derive(Default)]
struct Change {
    gone: Vec<Quad>,
    added: Vec<Quad>,
}

impl Store {
    /// Makes a graph hold just the quads of these parts, each of which changes as a whole. Gives how many it lacked or had too many.
    ///
    /// # Errors
    /// If the disk is full or fails; then each part is as it was or as it is to be.
    pub fn set_graph<P: Iterator<Item = Vec<Quad>>>(&self, graph: &NamedNode, parts: impl Fn() -> P) -> Result<usize, StoreError> {
        let mut lacking: FxHashSet<u128> = parts().flatten().map(|quad| digest(&quad)).collect();
        let is_empty = lacking.is_empty();
        let mut gone = self.superfluous(graph, &mut lacking)?;
        let changed = lacking.len() + gone.values().map(Vec::len).sum::<usize>();
        let mut change = Change::default();
        let parts = (!lacking.is_empty()).then(parts);
        for part in parts.into_iter().flatten() {
            for quad in part {
                change.gone.extend(gone.remove(&quad.subject).unwrap_or_default());
                if lacking.remove(&digest(&quad)) {
                    change.added.push(quad);
                }
            }
            self.change_if(BATCH, &mut change)?;
        }
        let mut rest: Vec<Vec<Quad>> = gone.into_values().collect();
        rest.sort_unstable_by(|a, b| a.first().zip(b.first()).map_or(Ordering::Equal, |(a, b)| compare(a, b)));
        for quads in rest {
            change.gone.extend(quads);
            self.change_if(BATCH, &mut change)?;
        }
        self.change_if(1, &mut change)?;
        if is_empty && changed > 0 {
            self.inner.remove_named_graph(graph).map_err(|source| StoreError::storage(&self.path, source))?;
        }
        Ok(changed)
    }

    /// The quads of a graph that are not wanted, by subject; the wanted ones that it has are taken from `lacking`.
    fn superfluous(&self, graph: &NamedNode, lacking: &mut FxHashSet<u128>) -> Result<FxHashMap<NamedOrBlankNode, Vec<Quad>>, StoreError> {
        let mut gone: FxHashMap<NamedOrBlankNode, Vec<Quad>> = FxHashMap::default();
        for quad in self.inner.quads_for_pattern(None, None, None, Some(GraphNameRef::NamedNode(graph.as_ref()))) {
            let quad = quad.map_err(|source| StoreError::storage(&self.path, source))?;
            if !lacking.remove(&digest(&quad)) {
                gone.entry(quad.subject.clone()).or_default().push(quad);
            }
        }
        Ok(gone)
    }

    /// Writes a change once it is of so many quads.
    fn change_if(&self, least: usize, change: &mut Change) -> Result<(), StoreError> {
        if change.gone.len() + change.added.len() < least {
            return Ok(());
        }
        let Change { gone, added } = std::mem::take(change);
        let is_large = gone.len() + added.len() >= FEW;
        let write = || -> Result<(), StorageError> {
            if is_large && gone.is_empty() {
                return bulk(&self.inner, added);
            }
            let mut transaction = self.inner.start_transaction()?;
            for quad in &gone {
                transaction.remove(quad);
            }
            transaction.extend(&added);
            transaction.commit()
        };
        write().map_err(|source| StoreError::storage(&self.path, source))?;
        // What transactions write stays in memory until it is flushed.
        if is_large { self.flush() } else { Ok(()) }
    }
}

/// A number that tells a quad from all others, but for a chance of one in 2^64 among billions.
fn digest(quad: &Quad) -> u128 {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        salt.hash(&mut hasher);
        quad.hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::schema;
    use oxigraph::model::Literal;
    use std::collections::BTreeSet;

    /// A graph with so many subjects, each of which says two things of one number.
    fn parts(graph: &NamedNode, subjects: std::ops::Range<usize>, number: usize) -> Vec<Vec<Quad>> {
        let quad = |subject: usize, text: String| {
            let subject = NamedNode::new_unchecked(format!("https://example.org/{subject}"));
            Quad::new(subject, schema::TEXT, Literal::new_simple_literal(text), graph.clone())
        };
        subjects.map(|subject| vec![quad(subject, format!("{number}")), quad(subject, "always".to_owned())]).collect()
    }

    #[test]
    fn only_the_difference_is_counted_and_written() {
        let store = Store::in_memory().expect("memory");
        let graph = NamedNode::new_unchecked("https://example.org/graph");
        let set = |subjects: std::ops::Range<usize>, number: usize| {
            let parts = parts(&graph, subjects, number);
            let changed = store.set_graph(&graph, || parts.iter().cloned()).expect("written");
            let wanted: BTreeSet<String> = parts.iter().flatten().map(ToString::to_string).collect();
            let stored: BTreeSet<String> = store.quads(&graph).expect("readable").iter().map(ToString::to_string).collect();
            assert_eq!(stored, wanted);
            changed
        };
        assert_eq!(set(0..4, 1), 8);
        assert_eq!(set(0..4, 1), 0);
        assert_eq!(set(0..4, 2), 8, "one quad of each subject is another");
        assert_eq!(set(2..6, 2), 8);
        let many = BATCH / 2 + 10;
        assert_eq!(set(0..many, 2), 2 * (many - 4), "more than go into one transaction");
        assert_eq!(set(0..0, 1), 2 * many);
        assert!(store.graphs().expect("readable").is_empty());
    }
}
