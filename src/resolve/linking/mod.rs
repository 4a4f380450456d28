//! Which row of the authority an entity is. Each row that bears one of its names gets points for what the article tells for and against it;
//! that the entity is none of them has points too, so that the chance of each follows from all. What is not likely enough is no link.

mod added;
mod body;
mod context;
mod evidence;
mod person;
mod place;
mod spelling;
mod weighed;

pub(super) use evidence::Evidence;

use super::cluster::{Cluster, ClusterIndex};
use super::clusters::Clusters;
use crate::authority::{Authority, Record};
use crate::extract::EntityClass;
use std::collections::BTreeSet;
use weighed::Weighed;

/// From this chance on a link is sure. On annotated articles, those above it are right in 99 of 100 cases.
const SURE: f32 = 0.8;
/// From this chance on a row is kept as a candidate.
const CANDIDATE: f32 = 0.25;
/// So many candidates are kept.
const CANDIDATES: usize = 3;

/// A row that an entity can be.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice<'e> {
    /// The row.
    pub(super) record: &'e Record<'e>,
    /// How likely it is.
    pub(super) confidence: f32,
    /// What tells for it, most telling first.
    pub(super) reasons: Vec<&'static str>,
}

impl Choice<'_> {
    /// True when it is as good as certain.
    pub(super) fn is_sure(&self) -> bool {
        self.confidence >= SURE
    }
}

/// The names to look up in added authorities: as the article has them, and as these may spell them.
pub(super) fn names(clusters: &Clusters, authority: &Authority) -> BTreeSet<String> {
    if !authority.has_added() {
        return BTreeSet::new();
    }
    let own = clusters.list().iter().flat_map(|cluster| cluster.names.iter().map(|(name, _)| name.clone()));
    own.chain(clusters.list().iter().flat_map(|cluster| spelling::spellings(cluster, authority))).collect()
}

/// The rows that a cluster can be, the likeliest first; none when nothing is likely. What an authority that goes first surely knows
/// is not weighed against others; what any added one surely knows, not against rows that lead nowhere.
pub(super) fn choices<'e>(evidence: &Evidence<'e>, index: ClusterIndex, cluster: &Cluster) -> Vec<Choice<'e>> {
    let mut weighed = match cluster.class {
        EntityClass::Place => place::weigh(evidence, index, cluster),
        EntityClass::Person => person::weigh(evidence, index, cluster),
        EntityClass::Organization | EntityClass::NamedEvent | EntityClass::Work => body::weigh(evidence, index, cluster),
    };
    weighed.retain(|row| !evidence.added.replace(row.record));
    let added = added::weigh(evidence, index, cluster);
    let first = added.iter().filter(|row| evidence.added.is_first(row.record)).cloned().collect();
    let mut choices = chances(first);
    if !is_sure(&choices) {
        if is_sure(&chances(added.clone())) {
            weighed.retain(|row| row.record.is_linked());
        }
        weighed.extend(added);
        choices = chances(weighed);
    }
    choices.retain(|choice| choice.confidence >= CANDIDATE);
    choices.truncate(CANDIDATES);
    choices
}

/// True when the likeliest is as good as certain.
fn is_sure(choices: &[Choice]) -> bool {
    choices.first().is_some_and(Choice::is_sure)
}

/// The chance of each row, against all others and against none of them; points are logarithms of odds.
fn chances<'e>(mut weighed: Vec<Weighed<'e>>) -> Vec<Choice<'e>> {
    weighed.sort_by(|a, b| {
        b.points.total_cmp(&a.points).then_with(|| a.record.id.cmp(b.record.id)).then_with(|| a.record.kind.cmp(&b.record.kind))
    });
    let mut seen = BTreeSet::new();
    weighed.retain(|row| seen.insert(row.record.id));
    let sum: f32 = weighed.iter().map(|row| row.points.exp()).sum();
    let choice = |row: Weighed<'e>| {
        let Weighed { record, points, mut reasons } = row;
        reasons.retain(|(points, _)| *points >= 0.0);
        reasons.sort_by(|a, b| b.0.total_cmp(&a.0));
        let reasons = reasons.into_iter().map(|(_, reason)| reason).collect();
        Choice { record, confidence: points.exp() / (1.0 + sum), reasons }
    };
    weighed.into_iter().map(choice).collect()
}
