//! Which row of the authority an entity is: by name, and where several bear it by what else the article names. When in doubt, none.

use super::cluster::{Cluster, ClusterIndex, Clusters};
use super::identity::{class, record};
use crate::authority::{Authority, Kind, Record, fold};
use crate::extract::{Claims, EntityClass, MentionKind, Mentions, Referent};
use crate::language::Document;
use std::collections::BTreeSet;

/// What an article tells of who its names can be.
pub(super) struct Evidence<'e> {
    authority: &'e Authority,
    /// The countries that it names, by their labels.
    countries: BTreeSet<&'e str>,
    /// The people who hold a title.
    titled: BTreeSet<ClusterIndex>,
    /// The places that it calls a region.
    regions: BTreeSet<ClusterIndex>,
}

/// A city of this size is meant before a region of its name.
const METROPOLIS: u32 = 1_000_000;
/// What a region or physical feature weighs, as the logarithm of inhabitants.
const FEATURE_WEIGHT: i64 = 600;
/// By how much the best candidate must outweigh the next.
const MARGIN: i64 = 150;
const REGION_WORDS: [&str; 8] = ["region", "regions", "oblast", "oblasts", "province", "provinces", "governorate", "district"];

impl<'e> Evidence<'e> {
    /// Gathers the evidence of an article.
    pub(super) fn new(
        document: &Document,
        mentions: &Mentions,
        claims: &Claims<Referent>,
        clusters: &'e Clusters,
        authority: &'e Authority,
    ) -> Self {
        let mut evidence = Self { authority, countries: BTreeSet::new(), titled: BTreeSet::new(), regions: BTreeSet::new() };
        for cluster in clusters.list().iter().filter(|cluster| cluster.class == EntityClass::Place) {
            evidence.countries.extend(cluster.country.as_deref());
            let names = cluster.names.iter().filter_map(|(name, _)| record(name, cluster.class, authority));
            evidence.countries.extend(names.filter(|record| record.kind == Kind::Country).map(|record| record.label));
        }
        let people = claims.roles.iter().filter_map(|claim| match claim.what.person {
            Referent::Mention(id) => clusters.of_mention(id),
            Referent::Country(_) | Referent::Party(_) => None,
        });
        evidence.titled = people.collect();
        for (id, mention) in mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name && mention.class == EntityClass::Place)
        {
            let after = (mention.tokens.end..document.tokens.len().min(mention.tokens.end + 4)).map(|token| document.word(token));
            let called = after.take_while(|word| !matches!(*word, "." | ";")).any(|word| REGION_WORDS.contains(&word));
            evidence.regions.extend(clusters.of_mention(id).filter(|_| called));
        }
        evidence
    }

    /// The row that a cluster surely is.
    pub(super) fn record(&self, index: ClusterIndex, cluster: &Cluster) -> Option<&'e Record<'static>> {
        match cluster.class {
            EntityClass::Place => self.place(index, cluster),
            EntityClass::Person => self.person(index, cluster),
            _ => cluster.names.iter().find_map(|(name, _)| record(name, cluster.class, self.authority)),
        }
    }

    fn place(&self, index: ClusterIndex, cluster: &Cluster) -> Option<&'e Record<'static>> {
        let mut names = cluster.names.iter().map(|(name, _)| name).chain(&cluster.country);
        names.find_map(|name| record(name, cluster.class, self.authority).or_else(|| self.likely_place(index, name)))
    }

    /// The place that outweighs all others of a name.
    fn likely_place(&self, index: ClusterIndex, name: &str) -> Option<&'e Record<'static>> {
        let all: Vec<&Record> = self.authority.named(name).filter(|record| class(record.kind) == EntityClass::Place).collect();
        let key = fold(name);
        let labelled = |record: &&&Record| fold(record.label) == key || is_capital(record);
        let named: Vec<&Record> =
            if all.iter().any(|record| labelled(&record)) { all.iter().filter(labelled).copied().collect() } else { all };
        let mut weighed: Vec<(i64, &Record)> = named.iter().map(|record| (self.weight(record), *record)).collect();
        weighed.sort_by_key(|(weight, record)| (std::cmp::Reverse(*weight), record.id));
        let (&(most, best), others) = weighed.split_first()?;
        let twin = others.iter().find(|(_, other)| other.country == best.country && other.id != best.id).map(|(_, other)| *other);
        if others.iter().any(|(weight, other)| Some(other.id) != twin.map(|twin| twin.id) && most - weight < MARGIN) {
            return None;
        }
        match twin {
            Some(twin) => self.of_twins(index, best, twin),
            None => Some(best),
        }
    }

    /// The one of a city and a region that share name and country.
    fn of_twins(&self, index: ClusterIndex, one: &'e Record<'static>, other: &'e Record<'static>) -> Option<&'e Record<'static>> {
        let (city, region) = match (one.kind, other.kind) {
            (Kind::City, Kind::Region) => (one, other),
            (Kind::Region, Kind::City) => (other, one),
            _ => return None,
        };
        if self.regions.contains(&index) {
            return Some(region);
        }
        (is_capital(city) || city.population >= METROPOLIS).then_some(city)
    }

    fn weight(&self, record: &Record) -> i64 {
        let size = if record.kind == Kind::City { 100 * i64::from((record.population + 1).ilog10()) } else { FEATURE_WEIGHT };
        let near = if self.countries.contains(record.country) { 200 } else { 0 };
        size + near + if is_capital(record) { 300 } else { 0 }
    }

    /// The person of this full name, or for a bare surname the head of state or government, if the article names the country.
    fn person(&self, index: ClusterIndex, cluster: &Cluster) -> Option<&'e Record<'static>> {
        let full: Vec<&str> = cluster.names.iter().map(|(name, _)| name.as_str()).filter(|name| name.contains(' ')).collect();
        let near = |record: &&Record| record.kind == Kind::Person && self.countries.contains(record.country);
        let mut found: Vec<&Record> = if full.is_empty() {
            let surname = cluster.names.first().map(|(name, _)| name.as_str())?;
            self.authority.leaders(surname).filter(near).collect()
        } else {
            full.iter().flat_map(|name| self.authority.named(name).chain(self.authority.people_like(name))).filter(near).collect()
        };
        found.sort_by_key(|record| record.id);
        found.dedup_by_key(|record| record.id);
        let [record] = found[..] else { return None };
        (record.is_leader() || self.titled.contains(&index) || full.is_empty()).then_some(record)
    }
}

fn is_capital(record: &Record) -> bool {
    record.description.starts_with("capital of")
}
