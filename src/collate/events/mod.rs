//! Which events of several articles are one: by class, day, place and those who take part.

mod index;
mod scene;

pub(super) use scene::EventAt;

use super::corpus::{Corpus, Event, Id};
use super::identity::Identities;
use index::{Index, Key};
use rustc_hash::FxHashMap;
use scene::{Common, Scene};

/// Events that are one.
#[derive(Debug)]
pub(super) struct Cluster {
    /// The one that the others are tied to.
    pub(super) first: EventAt,
    /// In the order of the articles.
    pub(super) others: Vec<Told>,
}

/// Another telling of an event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) at: EventAt,
    /// How sure it is that it is the event of the cluster's first telling.
    pub(super) confidence: f32,
    /// What the two have in common.
    pub(super) common: Common,
}

impl Cluster {
    fn last(&self) -> EventAt {
        self.others.last().map_or(self.first, |told| told.at)
    }
}

/// Groups the events of which `group` says that they can be one with others, in the order of the first of each. With `within`, also
/// events of one article.
pub(super) fn clusters<'r>(
    corpus: &Corpus,
    identities: &Identities,
    within: bool,
    group: impl Fn(&str, &str) -> Option<&'r str>,
) -> Vec<Cluster> {
    let mut search = Search { corpus, identities, within, clusters: Vec::new(), index: Index::default() };
    let mut kinds = Kinds::default();
    for (article, told) in corpus.articles.iter().enumerate() {
        for (position, event) in told.events.iter().enumerate() {
            let Some(kind) = kinds.of(event, || group(corpus.word(event.class), corpus.word(event.modality))) else { continue };
            search.place((article, position), kind);
        }
    }
    search.clusters
}

/// Groups of classes as numbers.
#[derive(Default)]
struct Kinds<'r> {
    names: Vec<&'r str>,
    /// By class and modality.
    known: FxHashMap<(Id, Id), Option<u64>>,
}

impl<'r> Kinds<'r> {
    fn of(&mut self, event: &Event, group: impl FnOnce() -> Option<&'r str>) -> Option<u64> {
        if let Some(kind) = self.known.get(&(event.class, event.modality)) {
            return *kind;
        }
        let kind = group().map(|name| {
            let position = self.names.iter().position(|known| *known == name);
            position.unwrap_or_else(|| {
                self.names.push(name);
                self.names.len() - 1
            }) as u64
        });
        self.known.insert((event.class, event.modality), kind);
        kind
    }
}

/// The clusters as far as the articles were gone through.
struct Search<'c> {
    corpus: &'c Corpus,
    identities: &'c Identities,
    within: bool,
    clusters: Vec<Cluster>,
    index: Index,
}

impl Search<'_> {
    /// Puts an event into the cluster that it is most like, or into one of its own.
    fn place(&mut self, at: EventAt, kind: u64) {
        let Some(scene) = Scene::new(self.corpus, self.identities, at) else { return };
        let keys: Vec<u64> = scene.keys().map(|key| kind << 48 | key).collect();
        let cluster = if let Some((confidence, cluster, common)) = self.best(at, &scene, &keys) {
            self.clusters[cluster as usize].others.push(Told { at, confidence, common });
            cluster
        } else {
            let Ok(cluster) = u32::try_from(self.clusters.len()) else { return };
            self.clusters.push(Cluster { first: at, others: Vec::new() });
            cluster
        };
        for key in keys {
            self.index.add((key, scene.days.1), cluster);
        }
    }

    fn best(&self, at: EventAt, scene: &Scene<'_>, keys: &[u64]) -> Option<(f32, u32, Common)> {
        let days = scene.days.0 - 1..=scene.days.1 + 1;
        let looked: Vec<Key> = days.flat_map(|day| keys.iter().map(move |&key| (key, day))).collect();
        let mut near: Vec<u32> = looked.into_iter().flat_map(|key| self.index.get(key)).collect();
        near.sort_unstable();
        near.dedup();
        // Articles come one after the other: one that stands in a cluster already stands last there.
        let free = |&cluster: &u32| self.within || self.clusters[cluster as usize].last().0 != at.0;
        let likeness = |cluster: u32| {
            let first = Scene::new(self.corpus, self.identities, self.clusters[cluster as usize].first)?;
            first.like(scene).map(|(likeness, common)| (likeness, cluster, common))
        };
        let found = near.into_iter().filter(free).filter_map(likeness);
        found.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
    }
}
