//! Taking an article out of the store.

use super::{Store, StoreError};
use oxigraph::model::NamedNode;

impl Store {
    /// Removes all that an article says: all of it or, on an error, nothing. What followed from it together with others stays until they are consolidated.
    ///
    /// # Errors
    /// If the disk is full or fails.
    pub fn retract(&self, article: &NamedNode) -> Result<(), StoreError> {
        let change = || {
            let mut transaction = self.inner.start_transaction()?;
            transaction.remove_named_graph(article)?;
            transaction.commit()
        };
        change().map_err(|source| StoreError::storage(&self.path, source))
    }
}
