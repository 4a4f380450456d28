//! Between resolution and graph: what several articles say, laid side by side. Who is who across them, which of them tell of the
//! same event, and where they contradict each other. A pure function of the articles and of decisions made by hand.

mod decision;
mod facts;
mod finding;

pub use decision::Decision;
pub use facts::{EventFact, Facts, FigureFact, PersonFact, QuoteFact, RoleFact};
pub use finding::{Finding, Predicate, in_order};

use std::collections::BTreeMap;

/// All that follows from a set of articles.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Collation {
    /// For an article and an entity as it alone was read: whom it means, where that is another.
    pub identities: BTreeMap<(String, String), String>,
    /// What was found, in its one order.
    pub findings: Vec<Finding>,
}

/// Lays the articles side by side. Their order does not matter.
#[must_use]
pub fn collate(mut articles: Vec<Facts>, _decisions: &[Decision]) -> Collation {
    articles.sort_by(|a, b| a.article.cmp(&b.article));
    let findings = Vec::new();
    Collation { identities: BTreeMap::new(), findings: in_order(findings) }
}
