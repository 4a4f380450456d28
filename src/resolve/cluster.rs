//! Clusters: the mentions of one article that refer to the same thing.

use crate::authority::{Authority, fold, romanized};
use crate::extract::{EntityClass, MentionId, MentionKind, Mentions};
use crate::language::Document;
use rustc_hash::FxHashMap;

/// Position of a cluster in its [`Clusters`].
pub(super) type ClusterIndex = usize;

/// Mentions that refer to one thing.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    /// What it is.
    pub(super) class: EntityClass,
    /// Its distinct names as written, with how often each stands; the first seen first.
    pub(super) names: Vec<(String, usize)>,
    /// The label of the country that it is, where the text names it by an adjective.
    pub(super) country: Option<String>,
}

/// All clusters of one article.
#[derive(Debug, Clone, Default)]
pub(super) struct Clusters {
    list: Vec<Cluster>,
    of_mention: Vec<Option<ClusterIndex>>,
    by_key: FxHashMap<(EntityClass, String), ClusterIndex>,
}

impl Clusters {
    /// Groups the names of a document.
    pub(super) fn of_names(document: &Document, mentions: &Mentions, _authority: &Authority) -> Self {
        let mut clusters = Self { of_mention: vec![None; mentions.len()], ..Self::default() };
        let mut names: Vec<MentionId> = mentions.iter().filter(|(_, m)| m.kind == MentionKind::Name).map(|(id, _)| id).collect();
        names.sort_by_key(|&id| (std::cmp::Reverse(mentions[id].tokens.len()), id));
        for id in names {
            let mention = &mentions[id];
            let name = mention.span.of(&document.article.text);
            let cluster = clusters.named(mention.class, name);
            clusters.of_mention[id.0] = Some(cluster);
        }
        clusters
    }

    /// The cluster of a mention.
    pub(super) fn of_mention(&self, id: MentionId) -> Option<ClusterIndex> {
        self.of_mention.get(id.0).copied().flatten()
    }

    /// Ties a mention to a cluster.
    pub(super) fn tie(&mut self, id: MentionId, cluster: ClusterIndex) {
        if let Some(place) = self.of_mention.get_mut(id.0) {
            *place = Some(cluster);
        }
    }

    /// The cluster with a name, made if there is none.
    pub(super) fn named(&mut self, class: EntityClass, name: &str) -> ClusterIndex {
        let key = if class == EntityClass::Person { romanized(name) } else { fold(name) };
        let index = self.cluster(class, &key);
        if class == EntityClass::Person
            && let Some((_, surname)) = key.rsplit_once(' ')
        {
            self.by_key.entry((class, surname.to_owned())).or_insert(index);
        }
        self.list[index].count(name);
        index
    }

    fn cluster(&mut self, class: EntityClass, key: &str) -> ClusterIndex {
        let next = self.list.len();
        let index = *self.by_key.entry((class, key.to_owned())).or_insert(next);
        if index == next {
            self.list.push(Cluster { class, names: Vec::new(), country: None });
        }
        index
    }

    /// The cluster of a country that only an adjective names; the label is none of its names in the text.
    pub(super) fn country(&mut self, label: &str) -> ClusterIndex {
        let index = self.cluster(EntityClass::Place, &fold(label));
        self.list[index].country.get_or_insert_with(|| label.to_owned());
        index
    }

    /// All clusters.
    pub(super) fn list(&self) -> &[Cluster] {
        &self.list
    }
}

impl Cluster {
    fn count(&mut self, name: &str) {
        match self.names.iter_mut().find(|(known, _)| known == name) {
            Some((_, count)) => *count += 1,
            None => self.names.push((name.to_owned(), 1)),
        }
    }
}
