//! Between resolution and graph: what several articles say, laid side by side. Who is who across them, which of them tell of the
//! same event, and where they contradict each other. A pure function of the articles and of decisions made by hand.

mod corpus;
mod decision;
mod disagreements;
mod events;
mod facts;
mod finding;
mod identity;
mod rules;
#[cfg(test)]
mod tests;

pub use decision::Decision;
pub use facts::{EventFact, Facts, FigureFact, PersonFact, QuoteFact, RoleFact};
pub use finding::{Finding, Predicate, in_order};
pub use rules::Rules;

use corpus::Corpus;
use events::Cluster;
use identity::Identities;
use rustc_hash::FxHashSet;
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
pub fn collate(articles: impl IntoIterator<Item = Facts>, decisions: &[Decision], rules: &Rules) -> Collation {
    let corpus = Corpus::new(articles, rules);
    let mut identities = identity::identify(&corpus, decisions);
    let told_as_one = |class: &str, modality: &str| rules.same(class).filter(|_| rules.is_told_as_one(modality));
    let same = events::clusters(&corpus, &identities, false, told_as_one);
    let incidents = events::clusters(&corpus, &identities, true, |class, _| rules.incident(class));
    let mut findings = std::mem::take(&mut identities.ledger);
    findings.extend(same_events(&corpus, &same));
    findings.extend(disagreements::statuses(&corpus, &identities));
    findings.extend(disagreements::figures(&corpus, &incidents, rules));
    findings.extend(disagreements::settings(&corpus, &same));
    findings.extend(disagreements::attributions(&corpus, &identities));
    Collation { identities: names(&corpus, identities), findings: in_order(findings) }
}

/// Whom entities mean, as names: but for an article that knows the other name too, where nothing could tell the two apart again.
fn names(corpus: &Corpus, identities: Identities) -> BTreeMap<(String, String), String> {
    let mut names = BTreeMap::new();
    let mut taken: FxHashSet<(usize, String)> = FxHashSet::default();
    for ((index, original), name) in identities.names {
        let article = &corpus.articles[index];
        let stands_there =
            corpus.id(&name).is_some_and(|id| article.people.iter().any(|person| person.person == id) || article.others.contains(&id));
        if !stands_there && taken.insert((index, name.clone())) {
            names.insert((article.name.to_string(), corpus.word(original).to_owned()), name);
        }
    }
    names
}

/// All tellings of an event tied to the first.
fn same_events(corpus: &Corpus, clusters: &[Cluster]) -> Vec<Finding> {
    let place = |(article, event): (usize, usize)| {
        let at = &corpus.articles[article].events[event].at;
        (corpus.locate(article, at.claim), corpus.locate(article, at.evidence))
    };
    let mut found = Vec::new();
    for cluster in clusters {
        for told in &cluster.others {
            let ((object, words), (subject, evidence)) = (place(cluster.first), place(told.at));
            found.push(Finding {
                subject,
                predicate: Predicate::SameEventAs,
                object,
                reason: told.common.words(corpus),
                rule: "event/same",
                confidence: told.confidence,
                evidence: vec![words, evidence],
            });
        }
    }
    found
}
