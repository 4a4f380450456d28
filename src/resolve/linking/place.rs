//! Places: the country, region, city or sea of a name, by its size, by the countries that the article speaks of, by what stands beside it.

use super::super::cluster::{Cluster, ClusterIndex};
use super::super::record::class;
use super::evidence::Evidence;
use super::weighed::Weighed;
use crate::authority::{Kind, Match, Record, fold};
use crate::extract::EntityClass;

/// The rows that a place can be, with their points.
pub(super) fn weigh<'e>(evidence: &Evidence<'e>, index: ClusterIndex, cluster: &Cluster) -> Vec<Weighed<'e>> {
    let names = cluster.names.iter().map(|(name, _)| name).chain(&cluster.country);
    let mut weighed: Vec<Weighed<'e>> = Vec::new();
    for name in names {
        let rows: Vec<&Record<'static>> =
            evidence.authority.named(name).filter(|record| class(record.kind) == EntityClass::Place).collect();
        for &record in &rows {
            let twin = |other: &Record| other.country == record.country && other.kind == Kind::City && other.id != record.id;
            let has_twin = record.kind == Kind::Region && rows.iter().any(|other| twin(other));
            weighed.push(points(evidence, index, record, name, has_twin));
        }
    }
    weighed
}

fn points<'e>(evidence: &Evidence<'e>, index: ClusterIndex, record: &'e Record<'e>, name: &str, has_twin: bool) -> Weighed<'e> {
    let context = &evidence.context;
    let mut row = Weighed::new(record);
    let near = context.countries.contains(record.country);
    let within = context.within.get(&index);
    let inside = within.is_some_and(|countries| countries.contains(record.country));
    row.give(if has_twin { size(record).min(1.5) } else { size(record) }, "its size");
    match (fold(name) == fold(record.label), record.kind != Kind::City || record.is_spelling(name)) {
        (true, _) => row.give(1.0, "its name"),
        (false, true) => row.give(-0.5, "another spelling of its name"),
        (false, false) => row.give(if near { -1.0 } else { -3.0 }, "another name of it"),
    }
    row.give_if(record.is_capital(), 3.0, "it is a capital");
    row.give_if(context.teams.contains(&index), -6.0, "it may be a team");
    row.give_if(context.counties.contains(&index) && record.kind == Kind::City, -4.0, "the article calls it a county");
    row.give_if(record.is_reviewed(), 2.5, "its name is clear in news");
    row.give_if(near, 2.0, "the article speaks of its country");
    row.give_if(inside, 4.0, "its country stands beside it");
    row.give_if(within.is_some() && !inside && !near && record.kind != Kind::Country, -3.0, "another country stands beside it");
    let called = context.regions.contains(&index);
    match record.kind {
        Kind::Region => {
            row.give_if(called, 3.0, "the article calls it a region");
            let own = fold(name) == fold(record.label);
            row.give_if(!called && has_twin, if own { -2.0 } else { -3.5 }, "a city bears its name");
        }
        Kind::City => row.give_if(called, -3.0, "the article calls it a region"),
        _ => {}
    }
    let beside = context.beside.get(&index).is_some_and(|kinds| kinds.contains(&record.kind));
    row.give_if(beside, 1.5, "it stands in a row with others of its kind");
    let gated = record.matching != Match::Any && !near && !inside;
    row.give_if(gated, -2.5, "its name is also a common word");
    row
}

/// Points for how well known a place is by its size alone.
#[expect(clippy::cast_precision_loss, reason = "only the order of magnitude counts")]
fn size(record: &Record) -> f32 {
    match record.kind {
        Kind::Country => 5.0,
        Kind::Region if record.source.contains("rigour") => 3.0,
        Kind::Region => 1.5,
        Kind::Physical => 2.0,
        _ => (record.population as f32 + 1.0).log10() - 5.0,
    }
}
