//! From clusters to entities: the best name, the key that makes the IRI, what the authority knows.

use super::body::Body;
use super::cluster::Cluster;
use super::clusters::Clusters;
use super::linking::{Choice, Evidence, choices};
use super::{Entity, EntityId, Link, Position};
use crate::authority::{Kind, Record, fold, slug};
use crate::extract::EntityClass;
use crate::source::Article;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// The clusters of one entity, with the rows of the authority that it can be.
type Parts<'p> = (Vec<&'p Cluster>, Vec<Choice<'p>>);

/// The entities of an article, sorted by class and key.
pub(super) struct Entities<'e> {
    /// The entities.
    pub(super) list: Vec<Entity>,
    /// The row of the authority that each surely is.
    pub(super) records: Vec<Option<&'e Record<'e>>>,
    /// For each cluster its entity.
    pub(super) of_cluster: Vec<EntityId>,
}

/// Makes the clusters entities.
pub(super) fn entities<'e>(clusters: &'e Clusters, evidence: &Evidence<'e>, article: &Article) -> Entities<'e> {
    let mut by_key: BTreeMap<(EntityClass, String), Parts<'e>> = BTreeMap::new();
    let mut keys = Vec::with_capacity(clusters.list().len());
    for (index, cluster) in clusters.list().iter().enumerate() {
        let choices = choices(evidence, index, cluster);
        let key = (cluster.class, sure(&choices).map_or_else(|| key(cluster, article), |record| slug(record.label)));
        by_key.entry(key.clone()).or_insert((Vec::new(), choices)).0.push(cluster);
        keys.push(key);
    }
    let places: BTreeMap<_, EntityId> = by_key.keys().cloned().zip((0..).map(EntityId)).collect();
    let of_cluster = keys.iter().filter_map(|key| places.get(key).copied()).collect();
    let records = by_key.values().map(|(_, choices)| sure(choices)).collect();
    let list = by_key.into_iter().map(|((class, key), (parts, choices))| entity(class, key, &parts, &choices)).collect();
    Entities { list, records, of_cluster }
}

/// The key of what the authority does not know: its name. Of a body that several countries have, with the country; where the article
/// does not tell which, it is one that only this article names.
fn key(cluster: &Cluster, article: &Article) -> String {
    match &cluster.body {
        None => slug(best_name(&[cluster])),
        Some(Body { kind, owner: Some(owner) }) => slug(&format!("{owner} {kind}")),
        Some(Body { kind, owner: None }) => format!("{}~{}", slug(kind), article.key()),
    }
}

/// The row that an entity surely is.
fn sure<'e>(choices: &[Choice<'e>]) -> Option<&'e Record<'e>> {
    choices.first().filter(|choice| choice.is_sure()).map(|choice| choice.record)
}

fn entity(class: EntityClass, key: String, parts: &[&Cluster], choices: &[Choice]) -> Entity {
    let record = sure(choices);
    let label = best_name(parts);
    let place = record.filter(|_| class == EntityClass::Place);
    let label = place.and_then(|record| in_small_letters(label, record)).unwrap_or(label).to_owned();
    let mut aliases: Vec<String> =
        parts.iter().flat_map(|part| &part.names).map(|(name, _)| name.clone()).filter(|name| *name != label).collect();
    aliases.sort();
    aliases.dedup();
    let links = choices.iter().take(if record.is_some() { 1 } else { choices.len() }).flat_map(links).collect();
    let (subclasses, position) = (record.map(subclasses).unwrap_or_default(), record.and_then(position));
    Entity { class, subclasses, key, label, aliases, links, position }
}

/// Where other data sets describe the same.
fn links<'c>(choice: &'c Choice) -> impl Iterator<Item = Link> + use<'c> {
    let record = choice.record;
    let reason = choice.reasons.join(", ");
    let link = move |iri| Link { iri, sure: choice.is_sure(), confidence: choice.confidence, reason: reason.clone() };
    record.wikidata().into_iter().chain(record.geonames_iri()).chain(record.other_iri()).map(link)
}

/// Where a place is.
fn position(record: &Record) -> Option<Position> {
    let coordinates = (!record.latitude.is_empty()).then(|| (record.latitude.to_owned(), record.longitude.to_owned()));
    let known = !record.iso.is_empty() || coordinates.is_some();
    known.then(|| Position { iso: record.iso.to_owned(), coordinates })
}

/// How the authority writes the name of a place that an article has in capitals alone: "Washington" for "WASHINGTON".
fn in_small_letters<'r>(name: &str, record: &'r Record) -> Option<&'r str> {
    let is_small = |name: &str| name.chars().any(char::is_lowercase);
    record.names().find(|known| !is_small(name) && is_small(known) && fold(known) == fold(name))
}

/// The longest of the names; of equals one that is not all in capitals, then the more frequent, then the first.
fn best_name<'a>(parts: &[&'a Cluster]) -> &'a str {
    let names = parts.iter().flat_map(|part| &part.names);
    names
        .max_by_key(|(name, count)| (name.len(), name.chars().any(char::is_lowercase), *count, std::cmp::Reverse(name)))
        .map(|(name, _)| name.as_str())
        .or_else(|| parts.iter().find_map(|part| part.country.as_deref()))
        .unwrap_or_default()
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
