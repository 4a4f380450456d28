//! What the rest of an article tells of its names: the countries it speaks of, who holds which title, which places stand side by side.

use super::super::cluster::ClusterIndex;
use super::super::clusters::Clusters;
use super::super::record::record;
use crate::authority::{Authority, Kind, Tells};
use crate::extract::{Claims, EntityClass, MentionId, MentionKind, Mentions, Referent};
use crate::language::{Document, TokenIndex};
use std::collections::{BTreeMap, BTreeSet};

/// So many different words of sport make an article a report on it.
const SPORT: usize = 5;

/// A title that a person holds in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// The key of the title in the register of offices.
    pub(super) key: String,
    /// The key of the title with what it is of.
    pub(super) whole: String,
    /// Labels of what it is of; nothing if the article does not say.
    pub(super) of: Vec<String>,
}

/// What an article tells of its names.
pub(super) struct Context<'e> {
    /// The countries that it speaks of, by their labels.
    pub(super) countries: BTreeSet<&'e str>,
    /// The titles of each person.
    pub(super) titles: BTreeMap<ClusterIndex, Vec<Title>>,
    /// The places that it calls a region.
    pub(super) regions: BTreeSet<ClusterIndex>,
    /// The places that it calls a county.
    pub(super) counties: BTreeSet<ClusterIndex>,
    /// The names of places that in a report on sport stand for a team.
    pub(super) teams: BTreeSet<ClusterIndex>,
    /// The bodies that it calls a platform, or by which somebody speaks.
    pub(super) platforms: BTreeSet<ClusterIndex>,
    /// The country named right after a place.
    pub(super) within: BTreeMap<ClusterIndex, BTreeSet<&'e str>>,
    /// The kinds of the places named beside a place in a row.
    pub(super) beside: BTreeMap<ClusterIndex, BTreeSet<Kind>>,
    /// The day of the article, as "2025-12-20".
    pub(super) day: Option<String>,
}

impl<'e> Context<'e> {
    pub(super) fn new(
        document: &'e Document<'e>,
        mentions: &Mentions,
        claims: &Claims<Referent>,
        clusters: &'e Clusters,
        authority: &'e Authority,
    ) -> Self {
        let mut context = Self {
            countries: BTreeSet::new(),
            titles: BTreeMap::new(),
            regions: BTreeSet::new(),
            counties: BTreeSet::new(),
            teams: BTreeSet::new(),
            platforms: BTreeSet::new(),
            within: BTreeMap::new(),
            beside: BTreeMap::new(),
            day: document.article.published.map(|day| day.to_string()),
        };
        context.read_countries(document, clusters, authority);
        context.read_titles(claims, clusters, authority);
        context.read_surroundings(document, mentions, clusters, authority);
        context
    }

    fn read_countries(&mut self, document: &'e Document<'e>, clusters: &'e Clusters, authority: &'e Authority) {
        for cluster in clusters.list().iter().filter(|cluster| cluster.class == EntityClass::Place) {
            self.countries.extend(cluster.country.as_deref());
            let names = cluster.names.iter().filter_map(|(name, _)| record(name, cluster.class, authority));
            self.countries.extend(names.filter(|record| record.kind == Kind::Country).map(|record| record.label));
        }
        let words = (0..document.tokens.len()).map(|token| document.word(token));
        self.countries.extend(words.filter_map(|word| authority.demonyms().country(word)));
    }

    fn read_titles(&mut self, claims: &Claims<Referent>, clusters: &Clusters, authority: &Authority) {
        for claim in &claims.roles {
            let Referent::Mention(id) = claim.what.person else { continue };
            let Some(cluster) = clusters.of_mention(id) else { continue };
            let of = claim.what.of.as_ref().map(|of| labels(of, clusters, authority)).unwrap_or_default();
            let key = authority.offices().key(&claim.what.title);
            let whole = of.first().map_or_else(|| key.clone(), |of| authority.offices().key(&format!("{} {of}", claim.what.title)));
            self.titles.entry(cluster).or_default().push(Title { key, whole, of });
        }
    }

    fn read_surroundings(&mut self, document: &Document, mentions: &Mentions, clusters: &'e Clusters, authority: &'e Authority) {
        let named = |id: Option<MentionId>| id.filter(|&id| mentions[id].kind == MentionKind::Name).and_then(|id| clusters.of_mention(id));
        let tells = |word: &str, what| authority.surroundings().tells(word, what);
        let sport = is_sport(document, authority);
        for (id, mention) in mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name) {
            let Some(cluster) = clusters.of_mention(id) else { continue };
            let word = |token: usize| if token < document.tokens.len() { document.word(token) } else { "" };
            let end = mention.tokens.end;
            let before = mention.tokens.start.checked_sub(1).map_or("", word);
            if mention.class != EntityClass::Place {
                let beside = [before, word(end)];
                self.platforms.extend(beside.iter().any(|word| tells(&word.to_lowercase(), Tells::Platform)).then_some(cluster));
            }
            let called = (end..end + 4).map(word).take_while(|word| !matches!(*word, "." | ";")).any(|word| tells(word, Tells::Region));
            let row = word(row_end(document, mentions, end)).to_lowercase();
            self.regions.extend((called || tells(&row, Tells::Region)).then_some(cluster));
            self.counties.extend(tells(&row, Tells::County).then_some(cluster));
            let located = tells(&before.to_lowercase(), Tells::Located);
            self.teams.extend((sport && !located).then_some(cluster));
            let next = if matches!(word(end), "," | "and" | "or" | "in") { named(mentions.at(end + 1)) } else { None };
            if let Some(next) = next.filter(|&next| next != cluster) {
                self.read_neighbours(cluster, next, matches!(word(end), "," | "in"), clusters, authority);
            }
        }
    }

    /// Two places side by side: "Houston, Texas", "Berlin and Geneva".
    fn read_neighbours(&mut self, one: ClusterIndex, next: ClusterIndex, inside: bool, clusters: &'e Clusters, authority: &'e Authority) {
        let row = |index: ClusterIndex| {
            let cluster = clusters.list().get(index).filter(|cluster| cluster.class == EntityClass::Place)?;
            cluster.names.iter().find_map(|(name, _)| record(name, cluster.class, authority))
        };
        let (first, second) = (row(one), row(next));
        if let Some(second) = second {
            let country = if second.kind == Kind::Country { second.label } else { second.country };
            let wider = matches!(second.kind, Kind::Country | Kind::Region);
            if inside && wider && !country.is_empty() {
                self.within.entry(one).or_default().insert(country);
            }
            self.beside.entry(one).or_default().insert(second.kind);
        }
        if let Some(first) = first {
            self.beside.entry(next).or_default().insert(first.kind);
        }
    }
}

/// Where a row of names ends that begins with one ending at a token: "Sumy and Donetsk" in "Sumy and Donetsk regions".
fn row_end(document: &Document, mentions: &Mentions, end: TokenIndex) -> TokenIndex {
    let word = |token: TokenIndex| if token < document.tokens.len() { document.word(token) } else { "" };
    let mut end = end;
    while matches!(word(end), "," | "and" | "or" | "&") {
        let next = if word(end) == "," && matches!(word(end + 1), "and" | "or" | "&") { end + 2 } else { end + 1 };
        let Some(id) = mentions.at(next).filter(|&id| mentions[id].kind == MentionKind::Name) else { break };
        end = mentions[id].tokens.end.max(end + 1);
    }
    end
}

/// True for a report on sport.
fn is_sport(document: &Document, authority: &Authority) -> bool {
    let words: BTreeSet<String> = (0..document.tokens.len()).map(|token| document.word(token).to_lowercase()).collect();
    words.iter().filter(|word| authority.surroundings().tells(word, Tells::Sport)).count() >= SPORT
}

/// The labels under which the register may have what a title is of.
fn labels(of: &Referent, clusters: &Clusters, authority: &Authority) -> Vec<String> {
    let Some(cluster) = clusters.of_referent(of).and_then(|index| clusters.list().get(index)) else {
        return match of {
            Referent::Country(label) | Referent::Party(label) => vec![label.to_string()],
            Referent::Mention(_) => Vec::new(),
        };
    };
    let names = cluster.names.iter().map(|(name, _)| name).chain(&cluster.country);
    let mut labels: Vec<String> = Vec::new();
    for name in names {
        if let Some(row) = record(name, cluster.class, authority) {
            labels.push(row.label.to_owned());
            labels.extend((row.kind == Kind::Government && !row.country.is_empty()).then(|| row.country.to_owned()));
        } else {
            labels.push(name.clone());
        }
    }
    labels.dedup();
    labels
}
