//! What is known of the clusters of an article when pronouns and descriptions look for them: sex, kind, titles.

use super::cluster::{Cluster, ClusterIndex};
use super::clusters::Clusters;
use crate::authority::{Authority, GivenNames, Kind, fold};
use crate::extract::{Claims, Descriptions, EntityClass, Lexicons, Mention, MentionId, MentionKind, Mentions, Referent, RoleStatus, Sort};
use crate::language::{Document, TokenIndex};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// How many of the last holders of a title a description is compared with.
const HOLDERS: usize = 32;

/// Sex, kind and titles of each cluster.
#[derive(Debug, Clone, Default)]
pub(super) struct Traits {
    sex: Vec<Option<Sort>>,
    kind: Vec<Option<Kind>>,
    words: Vec<Vec<String>>,
    /// For each last word of a title: who is named with it, in text order.
    holders: FxHashMap<String, Vec<Holder>>,
    /// What the title of a description is of.
    owners: FxHashMap<MentionId, ClusterIndex>,
    /// What each person has titles of, with the last word of the title.
    posts: FxHashMap<ClusterIndex, Vec<(String, ClusterIndex)>>,
    /// The descriptions that say that a title is over: "the former president".
    former: BTreeSet<MentionId>,
}

/// A person named with a title.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Holder {
    id: MentionId,
    cluster: ClusterIndex,
    title: String,
    of: Option<ClusterIndex>,
    former: bool,
}

impl Traits {
    /// Gathers what the names, the words before them and the roles tell.
    pub(super) fn new(
        document: &Document,
        mentions: &Mentions,
        claims: &Claims<Referent>,
        lexicons: &Lexicons,
        clusters: &Clusters,
        authority: &Authority,
    ) -> Self {
        let words = &lexicons.descriptions;
        let mut traits = Self::default();
        for cluster in clusters.list() {
            traits.sex.push(sex_of(cluster, authority.given_names()));
            traits.kind.push(cluster.record(authority).map(|record| record.kind));
            traits
                .words
                .push(cluster.names.iter().flat_map(|(name, _)| fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect());
        }
        traits.read_courtesies(document, mentions, words, clusters);
        traits.read_titles(claims, words, clusters);
        let descriptions = mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Description);
        let over = |mention: &Mention| mention.tokens.clone().any(|token| lexicons.titles.is_former(document.word(token)));
        traits.former = descriptions.filter(|(_, mention)| over(mention)).map(|(id, _)| id).collect();
        traits
    }

    /// "Mr" and "Ms" before a name.
    fn read_courtesies(&mut self, document: &Document, mentions: &Mentions, words: &Descriptions, clusters: &Clusters) {
        for (id, mention) in
            mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name && mention.class == EntityClass::Person)
        {
            let sort = title_before(document, mention.tokens.start).and_then(|word| words.courtesy(&word));
            if let (Some(sort), Some(cluster)) = (sort, clusters.of_mention(id)) {
                self.sex[cluster] = Some(sort);
            }
        }
    }

    fn read_titles(&mut self, claims: &Claims<Referent>, words: &Descriptions, clusters: &Clusters) {
        for claim in &claims.roles {
            let Referent::Mention(id) = claim.what.person else { continue };
            let of = claim.what.of.as_ref().and_then(|of| clusters.of_referent(of));
            let Some(cluster) = clusters.of_mention(id) else {
                self.owners.extend(of.map(|of| (id, of)));
                continue;
            };
            let title = claim.what.title.to_lowercase();
            let head = title_head(&title);
            if let Some(sort @ (Sort::Male | Sort::Female)) = words.noun(head) {
                self.sex[cluster].get_or_insert(sort);
            }
            if let Some(of) = of {
                self.posts.entry(cluster).or_default().push((head.to_owned(), of));
            }
            let whole = title.split(" of ").next().unwrap_or_default().to_owned();
            self.holders.entry(head.to_owned()).or_default().push(Holder {
                id,
                cluster,
                title: whole,
                of,
                former: claim.what.status == RoleStatus::Former,
            });
        }
        self.holders.values_mut().for_each(|holders| holders.sort_unstable());
    }

    /// Man or woman, if known.
    pub(super) fn sex(&self, cluster: ClusterIndex) -> Option<Sort> {
        self.sex.get(cluster).copied().flatten()
    }

    /// Who holds a title with this last word: of those before a mention, else of those after it, the last
    /// (the first) whose title is most like the description, as present or past, and of nothing else.
    pub(super) fn holder(&self, noun: &str, description: &str, id: MentionId) -> Option<ClusterIndex> {
        let holders = self.holders.get(noun)?;
        let owner = self.owners.get(&id).copied();
        let fits = |holder: &&Holder| {
            let open = || holder.of.is_none() && owner.is_none_or(|owner| !self.is_of_another(holder.cluster, noun, owner));
            owner.is_none() || holder.of == owner || open()
        };
        let (earlier, later) = holders.split_at_checked(holders.partition_point(|holder| holder.id < id))?;
        let words: Vec<&str> = description.split_whitespace().collect();
        let former = self.former.contains(&id);
        let like = |holder: &&Holder| {
            let same_time = isize::from(holder.former == former);
            likeness(&holder.title, &words) + same_time + if owner.is_some() && holder.of == owner { 4 } else { 0 }
        };
        let best = earlier.iter().rev().take(HOLDERS).rev().filter(fits).max_by_key(like);
        best.or_else(|| later.iter().take(HOLDERS).find(fits)).map(|holder| holder.cluster)
    }

    /// What the title of a description is of.
    pub(super) fn owner(&self, description: MentionId) -> Option<ClusterIndex> {
        self.owners.get(&description).copied()
    }

    /// True for a person who has a title of a body or country.
    pub(super) fn is_of(&self, person: ClusterIndex, owner: ClusterIndex) -> bool {
        self.posts.get(&person).is_some_and(|posts| posts.iter().any(|&(_, of)| of == owner))
    }

    /// True for a person who has no title of a body or country, but the same of another one, or any of another country than this one.
    pub(super) fn is_of_another(&self, person: ClusterIndex, noun: &str, owner: ClusterIndex) -> bool {
        let country = self.is_country(owner);
        let other = |(title, of): &(String, ClusterIndex)| title == noun || country && self.is_country(*of);
        !self.is_of(person, owner) && self.posts.get(&person).is_some_and(|posts| posts.iter().any(other))
    }

    /// True for a description whose title is of something that the text names.
    pub(super) fn is_owned(&self, description: MentionId) -> bool {
        self.owners.contains_key(&description)
    }

    /// True if a word is among the cluster's names.
    pub(super) fn has_word(&self, cluster: ClusterIndex, word: &str) -> bool {
        self.words.get(cluster).is_some_and(|words| words.iter().any(|known| known == word))
    }

    /// True for a country.
    pub(super) fn is_country(&self, cluster: ClusterIndex) -> bool {
        self.is(cluster, Kind::Country)
    }

    /// True for a city.
    pub(super) fn is_city(&self, cluster: ClusterIndex) -> bool {
        self.is(cluster, Kind::City)
    }

    /// True for a news medium.
    pub(super) fn is_media(&self, cluster: ClusterIndex) -> bool {
        self.is(cluster, Kind::Media)
    }

    fn is(&self, cluster: ClusterIndex, kind: Kind) -> bool {
        self.kind.get(cluster).copied().flatten() == Some(kind)
    }
}

/// The noun of a title in lower case: "envoy" for "special envoy of the board".
pub(super) fn title_head(title: &str) -> &str {
    title.split(" of ").next().and_then(|title| title.rsplit([' ', '-']).next()).unwrap_or_default()
}

/// How much a title has in common with the words of a description: what both say counts double, what only the title says is taken off.
fn likeness(title: &str, description: &[&str]) -> isize {
    title.split_whitespace().map(|word| if description.contains(&word) { 2 } else { -1 }).sum()
}

fn title_before(document: &Document, start: TokenIndex) -> Option<String> {
    let mut token = start.checked_sub(1)?;
    if document.word(token) == "." {
        token = token.checked_sub(1)?;
    }
    Some(document.word(token).trim_end_matches('.').to_lowercase())
}

/// The sex that a person's given names tell.
fn sex_of(cluster: &Cluster, given: &GivenNames) -> Option<Sort> {
    if cluster.class != EntityClass::Person {
        return None;
    }
    let mut full = cluster.names.iter().map(|(name, _)| name).filter(|name| name.contains(' '));
    full.find_map(|name| given.is_female(&fold(name.split([' ', '-']).next()?)))
        .map(|female| if female { Sort::Female } else { Sort::Male })
}
