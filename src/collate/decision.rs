//! What people decided by hand about who is who.

use std::collections::BTreeSet;

/// A decision. Entities are named relative to the base.
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
