//! One entry for an event that an article mentions several times.

use super::scene::Scene;
use crate::extract::{Claim, Event, Referent, When};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};

/// Keeps one of the claims that tell of the same event by the same word: the first, filled up from the others.
///
/// A word that comes again tells of the event that is known already if it says so ("the strike"), or if the same take part;
/// otherwise it may well be another of its kind.
pub(super) fn merge(scene: &Scene, claims: Vec<Claim<Event<Referent>>>) -> Vec<Claim<Event<Referent>>> {
    let mut by_key: FxHashMap<(SmolStr, SmolStr), usize> = FxHashMap::default();
    let mut kept: Vec<Claim<Event<Referent>>> = Vec::with_capacity(claims.len());
    for claim in claims {
        let candidate = scene.candidate_at(claim.what.trigger);
        let key = (claim.what.class.clone(), candidate.map(|c| c.word.clone()).unwrap_or_default());
        let is_known = candidate.is_some_and(|c| scene.is_known(c.token));
        let is_same = |first: &Event<Referent>| compatible(first, &claim.what) && (is_known || same_actors(scene, first, &claim.what));
        if let Some(first) = by_key.get(&key).and_then(|&at| kept.get_mut(at)).filter(|first| is_same(&first.what)) {
            fill(first, claim);
        } else {
            by_key.insert(key, kept.len());
            kept.push(claim);
        }
    }
    kept
}

/// True when the same take part in both, and somebody does.
fn same_actors(scene: &Scene, a: &Event<Referent>, b: &Event<Referent>) -> bool {
    let actors = |event: &Event<Referent>| -> BTreeSet<SmolStr> {
        let all = event.participants.iter().chain(&event.agents).chain(&event.targets);
        all.map(|actor| match actor {
            Referent::Country(name) | Referent::Party(name) => name.clone(),
            Referent::Mention(id) => scene.mentions[*id].span.of(&scene.document.article.text).into(),
        })
        .collect()
    };
    let first = actors(a);
    !first.is_empty() && first == actors(b)
}

/// Words of one family of classes that stand no farther apart than this, in bytes, tell of one event.
const BREATH: usize = 60;

/// Keeps the surest of several words that tell of one event in one breath ("signed an agreement"), and those that are at least
/// as sure as `sure` by themselves ("arrested and charged").
pub(super) fn thin(scene: &Scene, claims: Vec<Claim<Event<Referent>>>, sure: f32) -> Vec<Claim<Event<Referent>>> {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by(|&a, &b| claims[b].confidence.total_cmp(&claims[a].confidence).then(a.cmp(&b)));
    let mut kept: BTreeMap<usize, usize> = BTreeMap::new();
    for claim in order {
        let trigger = claims[claim].what.trigger;
        let mut near = kept.range(trigger.start.saturating_sub(2 * BREATH)..trigger.end + BREATH).map(|(_, &other)| &claims[other].what);
        let alike = |other: &Event<Referent>| scene.knowledge.events.is_alike(&other.class, &claims[claim].what.class);
        if claims[claim].confidence >= sure || !near.any(|other| other.trigger.end + BREATH > trigger.start && alike(other)) {
            kept.insert(trigger.start, claim);
        }
    }
    let kept: BTreeSet<usize> = kept.into_values().collect();
    claims.into_iter().enumerate().filter(|(index, _)| kept.contains(index)).map(|(_, claim)| claim).collect()
}

/// True unless the two differ in when or whether they happened.
fn compatible(a: &Event<Referent>, b: &Event<Referent>) -> bool {
    let calendar = |time: Option<When>| time.map(|when| (when.begin, when.end));
    let same_time = a.time.is_none() || b.time.is_none() || calendar(a.time) == calendar(b.time);
    same_time && a.modality == b.modality
}

/// Fills what one claim leaves open from another of the same event.
pub(super) fn fill(first: &mut Claim<Event<Referent>>, other: Claim<Event<Referent>>) {
    let event = &mut first.what;
    event.place = event.place.take().or(other.what.place);
    event.time = event.time.or(other.what.time);
    if event.participants.is_empty() && event.agents.is_empty() && event.targets.is_empty() {
        event.participants = other.what.participants;
        event.agents = other.what.agents;
        event.targets = other.what.targets;
    }
    first.confidence = first.confidence.max(other.confidence);
}
