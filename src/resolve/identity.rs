//! From clusters to entities: the best name, the key that makes the IRI, what the authority knows.

use super::cluster::{Cluster, Clusters};
use super::linking::Evidence;
use super::{Entity, EntityId};
use crate::authority::{Authority, Kind, Match, Record, slug};
use crate::extract::EntityClass;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// The clusters of one entity, with its row in the authority.
type Parts<'p> = (Vec<&'p Cluster>, Option<&'p Record<'static>>);

/// The entities, sorted by class and key, and for each cluster its entity.
pub(super) fn entities(clusters: &Clusters, evidence: &Evidence) -> (Vec<Entity>, Vec<EntityId>) {
    let mut by_key: BTreeMap<(EntityClass, String), Parts> = BTreeMap::new();
    let mut keys = Vec::with_capacity(clusters.list().len());
    for (index, cluster) in clusters.list().iter().enumerate() {
        let record = evidence.record(index, cluster);
        let key = (cluster.class, record.map_or_else(|| slug(best_name(&[cluster])), |record| slug(record.label)));
        by_key.entry(key.clone()).or_insert((Vec::new(), record)).0.push(cluster);
        keys.push(key);
    }
    let places: BTreeMap<_, EntityId> = by_key.keys().cloned().zip((0..).map(EntityId)).collect();
    let place = keys.iter().filter_map(|key| places.get(key).copied()).collect();
    let entities = by_key.into_iter().map(|((class, key), (parts, record))| entity(class, key, &parts, record)).collect();
    (entities, place)
}

fn entity(class: EntityClass, key: String, parts: &[&Cluster], record: Option<&Record>) -> Entity {
    let label = best_name(parts).to_owned();
    let mut aliases: Vec<String> =
        parts.iter().flat_map(|part| &part.names).map(|(name, _)| name.clone()).filter(|name| *name != label).collect();
    aliases.sort();
    aliases.dedup();
    let links = record.map(links).unwrap_or_default();
    Entity { class, subclasses: record.map(subclasses).unwrap_or_default(), key, label, aliases, links }
}

/// Where other data sets describe the same.
fn links(record: &Record) -> Vec<String> {
    let wikidata = record.is_linked().then(|| format!("http://www.wikidata.org/entity/{}", record.id));
    let geonames = (!record.geonames.is_empty()).then(|| format!("https://sws.geonames.org/{}/", record.geonames));
    wikidata.into_iter().chain(geonames).collect()
}

/// The longest of the names that are no mere acronyms; of equals the more frequent, then the first.
fn best_name<'a>(parts: &[&'a Cluster]) -> &'a str {
    let names = parts.iter().flat_map(|part| &part.names);
    names
        .max_by_key(|(name, count)| (name.len(), *count, std::cmp::Reverse(name)))
        .map(|(name, _)| name.as_str())
        .or_else(|| parts.iter().find_map(|part| part.country.as_deref()))
        .unwrap_or_default()
}

/// The one row that a cluster surely means.
pub(super) fn record_of<'a>(cluster: &Cluster, authority: &'a Authority) -> Option<&'a Record<'static>> {
    let mut names = cluster.names.iter().map(|(name, _)| name).chain(&cluster.country);
    names.find_map(|name| record(name, cluster.class, authority))
}

/// The one row that a name of a class surely means.
pub(super) fn record<'a>(name: &str, wanted: EntityClass, authority: &'a Authority) -> Option<&'a Record<'static>> {
    let surely = |record: &&Record| match record.matching {
        Match::Any => true,
        Match::Exact => record.names().any(|known| known == name),
        Match::Context => false,
    };
    let mut rows: Vec<&Record> = authority.named(name).filter(surely).filter(|record| class(record.kind) == wanted).collect();
    rows.sort_by_key(|record| (record.kind, std::cmp::Reverse(record.population)));
    let (first, others) = rows.split_first()?;
    let alone = first.kind == Kind::Country || others.iter().all(|other| other.id == first.id);
    alone.then_some(first)
}

pub(super) fn class(kind: Kind) -> EntityClass {
    match kind {
        Kind::Country | Kind::Region | Kind::City | Kind::Physical => EntityClass::Place,
        Kind::Person => EntityClass::Person,
        Kind::Government | Kind::Media | Kind::Party | Kind::Organization => EntityClass::Organization,
        Kind::Event => EntityClass::NamedEvent,
    }
}

fn subclasses(record: &Record) -> Vec<SmolStr> {
    let class = match record.kind {
        Kind::Country => "Country",
        Kind::City => "City",
        Kind::Region => "AdministrativeArea",
        Kind::Government => "GovernmentOrganization",
        Kind::Media => "NewsMediaOrganization",
        Kind::Party => "PoliticalParty",
        Kind::Physical | Kind::Person | Kind::Organization | Kind::Event => return Vec::new(),
    };
    vec![SmolStr::new_static(class)]
}
