//! The articles of a store that the user names.

use super::BadUsage;
use dateline::store::{Store, StoredArticle};
use oxigraph::model::NamedNode;
use std::collections::BTreeSet;
use std::path::Path;

/// The graphs of the articles that are named, sorted; an error for a name that no article has.
pub(super) fn named(store: &Store, names: &[String]) -> anyhow::Result<Vec<NamedNode>> {
    let (graphs, missing) = look_up(store, names)?;
    match missing.first() {
        Some(name) => Err(BadUsage(unknown(store, name)).into()),
        None => Ok(graphs),
    }
}

/// The graphs of the articles that are named, sorted, and the names that no article has.
pub(super) fn look_up<'n>(store: &Store, names: &'n [String]) -> anyhow::Result<(Vec<NamedNode>, Vec<&'n str>)> {
    let articles = store.articles()?;
    let (mut graphs, mut missing) = (BTreeSet::new(), Vec::new());
    for name in names {
        let found: Vec<_> = articles.iter().filter(|article| is_named(article, name)).collect();
        if found.is_empty() {
            missing.push(name.as_str());
        }
        graphs.extend(found.into_iter().map(|article| article.graph.clone()));
    }
    Ok((graphs.into_iter().collect(), missing))
}

/// What to tell of a name that no article has.
pub(super) fn unknown(store: &Store, name: &str) -> String {
    format!("no article {name:?} in the store {}: `dateline list` shows them", store.path().display())
}

/// True when an article has this IRI, was read from this file or address, or from a file whose name without extension this is.
fn is_named(article: &StoredArticle, name: &str) -> bool {
    let stem = |source: &str| Path::new(source).file_stem().is_some_and(|stem| stem == name);
    let iri = name.trim_start_matches('<').trim_end_matches('>');
    article.graph.as_str() == iri || article.sources.iter().any(|source| source == name || stem(source))
}
