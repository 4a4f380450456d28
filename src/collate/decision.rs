//! What people decided by hand about who is who.

use std::collections::BTreeSet;

/// A decision. Entities and articles are named relative to the base.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// Two names mean one person, organization or place.
    Same(String, String),
    /// Two names mean two.
    Different(String, String),
    /// In these articles a name means another than in the rest.
    Apart {
        /// The name.
        entity: String,
        /// The articles.
        articles: BTreeSet<String>,
    },
}

impl Decision {
    /// The name of the second bearer of a name, made from the first of the articles that mean it.
    #[must_use]
    pub fn second(&self) -> Option<String> {
        let Self::Apart { entity, articles } = self else { return None };
        Some(second(entity, articles.first()?))
    }
}

/// The name of another bearer of a name: the first of the articles that mean it tells it apart.
pub(super) fn second(entity: &str, article: &str) -> String {
    format!("{entity}~{}", article.rsplit('/').next().unwrap_or(article))
}
