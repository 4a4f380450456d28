//! Which events of several articles are one: by class, day, place and those who take part.

use super::corpus::{ArticleIndex, Corpus, Event, Id};
use super::identity::Identities;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Where an event stands: article, position among its events.
pub(super) type EventAt = (ArticleIndex, usize);

/// Events that are one, the first the one that the others are tied to.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    /// In the order of their first events.
    pub(super) list: Vec<Vec<Told>>,
}

/// One telling of an event.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) at: EventAt,
    /// How sure it is that it is the event of the cluster's first telling.
    pub(super) confidence: f32,
    /// What the two have in common, in words.
    pub(super) reason: String,
}

/// How an event is compared.
struct Scene<'c> {
    event: &'c Event,
    /// First and last day it can be on.
    days: (i32, i32),
    is_dated: bool,
    actors: BTreeSet<u64>,
    place: Option<Id>,
    /// True when the place is a country.
    is_wide: bool,
}

/// An event without a date is looked for on the day of publication and so many days before.
const BEFORE: i32 = 2;
/// An interval longer than this tells no day.
const LONGEST: i32 = 7;
/// So many tellings are compared under one key.
const MOST: usize = 48;
/// A likeness below this is none.
const LEAST: f32 = 0.58;

/// Groups the events of which `group` says that they can be one with others. With `within`, also events of one article.
pub(super) fn clusters<'r>(
    corpus: &Corpus,
    identities: &Identities,
    within: bool,
    group: impl Fn(&str, &str) -> Option<&'r str>,
) -> Clusters {
    let mut clusters = Clusters::default();
    let mut index: FxHashMap<(&str, u64, i32), Vec<usize>> = FxHashMap::default();
    for (article, told) in corpus.articles.iter().enumerate() {
        for (position, event) in told.events.iter().enumerate() {
            let Some(kind) = group(corpus.word(event.class), corpus.word(event.modality)) else { continue };
            let Some(scene) = scene(corpus, identities, (article, position)) else { continue };
            let keys = keys(&scene);
            let near: BTreeSet<usize> = (scene.days.0 - 1..=scene.days.1 + 1)
                .flat_map(|day| keys.iter().map(move |&key| (kind, key, day)))
                .filter_map(|key| index.get(&key))
                .flatten()
                .copied()
                .collect();
            let free = |&cluster: &usize| within || clusters.list[cluster].iter().all(|told| told.at.0 != article);
            let likeness = |cluster: usize| {
                let first = self::scene(corpus, identities, clusters.list[cluster].first()?.at)?;
                like(&first, &scene, corpus).map(|(likeness, reason)| (likeness, cluster, reason))
            };
            let best = near.into_iter().filter(free).filter_map(likeness).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            let at = (article, position);
            let cluster = if let Some((confidence, cluster, reason)) = best {
                clusters.list[cluster].push(Told { at, confidence, reason });
                cluster
            } else {
                clusters.list.push(vec![Told { at, confidence: 1.0, reason: String::new() }]);
                clusters.list.len() - 1
            };
            for key in keys {
                let known = index.entry((kind, key, scene.days.1)).or_default();
                if known.len() < MOST && !known.contains(&cluster) {
                    known.push(cluster);
                }
            }
        }
    }
    clusters
}

/// What an event is found by: its place, and each of those who take part.
fn keys(scene: &Scene<'_>) -> Vec<u64> {
    let place = scene.place.filter(|_| !scene.is_wide).map(|place| (1 << 40) + u64::from(place));
    place.into_iter().chain(scene.actors.iter().copied()).collect()
}

fn scene<'c>(corpus: &'c Corpus, identities: &Identities, (article, position): EventAt) -> Option<Scene<'c>> {
    let told = &corpus.articles[article];
    let event = told.events.get(position)?;
    let exact = event.days.filter(|(first, last)| last - first < LONGEST);
    let days = exact.or_else(|| if event.days.is_some() { None } else { told.published.map(|day| (day - BEFORE, day)) })?;
    Some(Scene {
        event,
        days,
        is_dated: exact.is_some(),
        actors: event.actors.iter().map(|&actor| identities.number(article, actor)).collect(),
        place: event.place,
        is_wide: event.place.is_some_and(|place| told.countries.contains(&place)),
    })
}

/// How sure two events are one, and by what; none if they are not.
fn like(one: &Scene<'_>, other: &Scene<'_>, corpus: &Corpus) -> Option<(f32, String)> {
    let mut reasons = Vec::new();
    let mut likeness = if one.event.class == other.event.class { 0.1 } else { 0.0 };
    likeness += when(one, other, &mut reasons)?;
    let shared = one.actors.intersection(&other.actors).count();
    let least = one.actors.len().min(other.actors.len());
    let here = one.place.is_some() && one.place == other.place && !one.is_wide;
    likeness += match (one.place, other.place) {
        _ if here => 0.35,
        (Some(a), Some(b)) if a == b => 0.15,
        (Some(_), Some(_)) if !one.is_wide && !other.is_wide => -0.2,
        _ => 0.05,
    };
    if let Some(place) = one.place.filter(|_| one.place == other.place) {
        reasons.push(format!("in {}", super::identity::last(corpus.word(place))));
    }
    likeness += match shared {
        0 if least > 0 => -0.1,
        0 => 0.0,
        1 if least > 1 && !here => 0.05,
        1 => 0.15,
        2 => 0.3,
        _ => 0.45,
    };
    if shared > 0 {
        reasons.push(format!("with {shared} of {least} taking part in both"));
    }
    (likeness > LEAST && (here || shared > 0)).then(|| (likeness.min(0.95), reasons.join(", ")))
}

/// What the days add; none if they exclude that the two are one.
fn when(one: &Scene<'_>, other: &Scene<'_>, reasons: &mut Vec<String>) -> Option<f32> {
    let apart = (one.days.0 - other.days.1).max(other.days.0 - one.days.1);
    match apart {
        _ if apart > 1 => None,
        1 => {
            reasons.push("a day apart".to_owned());
            Some(if one.is_dated && other.is_dated { 0.15 } else { 0.05 })
        }
        _ if one.is_dated && other.is_dated && one.days == other.days => {
            reasons.push("on the same day".to_owned());
            Some(0.35)
        }
        _ => {
            reasons.push("at the same time".to_owned());
            Some(0.15)
        }
    }
}
