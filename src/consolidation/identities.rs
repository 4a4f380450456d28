//! Entities renamed where they bear another IRI in their article's graph than that of their identity.

use crate::graph::Base;
use crate::store::{Renaming, Store, StoreError};
use oxigraph::model::NamedNode;
use std::collections::BTreeMap;

/// The entities of so many articles are renamed in one transaction.
const BATCH: usize = 100;
/// After so many transactions what they wrote is flushed: until then it stays in memory.
const FLUSH: usize = 20;

/// Gives entities the IRIs of their identities, which are named relative to the base; tells in how many articles.
pub(super) fn give<'a>(
    store: &Store,
    base: &Base,
    articles: impl IntoIterator<Item = &'a NamedNode>,
    identities: &BTreeMap<(String, String), String>,
) -> Result<usize, StoreError> {
    let (mut changed, mut waiting) = (0, Vec::new());
    for article in articles {
        let (now, wanted) = (store.identities(article)?, wanted(base, article, identities));
        if now == wanted {
            continue;
        }
        changed += 1;
        waiting.push(Renaming { article: article.clone(), now, wanted });
        if waiting.len() == BATCH {
            store.rename(&waiting)?;
            waiting.clear();
            if (changed / BATCH).is_multiple_of(FLUSH) {
                store.flush()?;
            }
        }
    }
    store.rename(&waiting)?;
    Ok(changed)
}

/// For each entity of an article that is to bear another IRI than it was read with: that one.
fn wanted(base: &Base, article: &NamedNode, identities: &BTreeMap<(String, String), String>) -> BTreeMap<NamedNode, NamedNode> {
    let name = base.relative(article.as_str());
    let from = identities.range((name.to_owned(), String::new())..);
    from.take_while(|((article, _), _)| article == name)
        .map(|((_, original), identity)| (base.instance(original), base.instance(identity)))
        .collect()
}
