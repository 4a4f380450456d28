//! Bodies and named events: by the very name, or by a name that is a common word only where the article uses it as one of its kind.

use super::super::body::Body;
use super::super::cluster::{Cluster, ClusterIndex};
use super::super::record::class;
use super::evidence::Evidence;
use super::weighed::Weighed;
use crate::authority::{Match, Record};

/// The rows that a body or event can be, with their points.
pub(super) fn weigh<'e>(evidence: &Evidence<'e>, index: ClusterIndex, cluster: &Cluster) -> Vec<Weighed<'e>> {
    let mut weighed = Vec::new();
    for (name, _) in &cluster.names {
        let rows = evidence.authority.named(name).filter(|record| class(record.kind) == cluster.class);
        weighed.extend(rows.map(|record| points(evidence, index, record, name)));
    }
    if let Some(Body { kind, owner: Some(owner) }) = &cluster.body {
        for adjective in evidence.authority.demonyms().of(owner) {
            let name = format!("{adjective} {kind}");
            let rows = evidence.authority.named(&name).filter(|record| record.country == owner);
            weighed.extend(rows.map(|record| {
                let mut row = Weighed::new(record);
                row.give(4.0, "its name and its country");
                row
            }));
        }
    }
    weighed
}

fn points<'e>(evidence: &Evidence<'e>, index: ClusterIndex, record: &'e Record<'e>, name: &str) -> Weighed<'e> {
    let context = &evidence.context;
    let mut row = Weighed::new(record);
    let verbatim = record.names().any(|known| known == name);
    match record.matching {
        Match::Any => row.give(if verbatim { 3.0 } else { 2.0 }, "its name"),
        Match::Exact => row.give(if verbatim { 4.0 } else { -2.0 }, "its very name"),
        Match::Context => {
            row.give(-1.0, "its name");
            row.give_if(context.platforms.contains(&index), 3.5, "the article uses it as a platform");
        }
    }
    row.give_if(context.countries.contains(record.country), 2.0, "the article speaks of its country");
    row
}
