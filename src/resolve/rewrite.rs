//! Claims on mentions, rewritten as claims on entities.

use super::cluster::ClusterIndex;
use super::clusters::Clusters;
use super::{EntityId, distinct};
use crate::extract::{Claim, Claims, EntityClass, Event, Mentions, Quotation, Referent, RelationClaim, Role, Source};
use std::collections::BTreeMap;

/// Clusters for the countries and parties that claims name by an adjective or a letter alone.
pub(super) fn unnamed(claims: &Claims<Referent>, clusters: &mut Clusters) -> BTreeMap<Referent, ClusterIndex> {
    let mut found = BTreeMap::new();
    for referent in referents(claims) {
        let cluster = |clusters: &mut Clusters| match referent {
            Referent::Country(name) => Some(clusters.country(name)),
            Referent::Party(name) => Some(clusters.named(EntityClass::Organization, name)),
            Referent::Mention(_) => None,
        };
        if !found.contains_key(referent) {
            found.extend(cluster(clusters).map(|cluster| (referent.clone(), cluster)));
        }
    }
    found
}

fn referents(claims: &Claims<Referent>) -> impl Iterator<Item = &Referent> {
    let roles = claims.roles.iter().flat_map(|role| role.what.of.iter().chain([&role.what.person]));
    let relations = claims.relations.iter().flat_map(|relation| [&relation.what.subject, &relation.what.object]);
    let events = claims.events.iter().flat_map(|event| {
        let event = &event.what;
        event.participants.iter().chain(&event.agents).chain(&event.targets).chain(&event.place)
    });
    let quotations = claims.quotations.iter().flat_map(|quotation| {
        let quotation = &quotation.what;
        [&quotation.speaker, &quotation.addressee, &quotation.via].into_iter().flatten().filter_map(|source| match source {
            Source::Known(referent) => Some(referent),
            Source::Unnamed(_) => None,
        })
    });
    roles.chain(relations).chain(events).chain(quotations)
}

/// What a referent became; none if it refers to nothing that the text names.
type Lookup<'a> = dyn Fn(&Referent) -> Option<EntityId> + 'a;

/// Rewrites all claims; a role without its person and a relation without its two sides are dropped.
pub(super) fn claims(claims: Claims<Referent>, mentions: &Mentions, entity: &Lookup) -> Claims<EntityId> {
    Claims {
        roles: distinct::roles(claims.roles.into_iter().filter_map(|claim| rewritten(claim, |role| role_of(role, entity))).collect()),
        relations: claims.relations.into_iter().filter_map(|claim| rewritten(claim, |relation| relation_of(relation, entity))).collect(),
        events: claims.events.into_iter().filter_map(|claim| rewritten(claim, |event| Some(event_of(event, entity)))).collect(),
        quotations: claims
            .quotations
            .into_iter()
            .filter_map(|claim| rewritten(claim, |q| Some(quotation_of(q, mentions, entity))))
            .collect(),
        quantities: claims.quantities,
    }
}

fn rewritten<T, U>(claim: Claim<T>, rewrite: impl FnOnce(T) -> Option<U>) -> Option<Claim<U>> {
    let Claim { what, evidence, rule, confidence } = claim;
    Some(Claim { what: rewrite(what)?, evidence, rule, confidence })
}

fn role_of(role: Role<Referent>, entity: &Lookup) -> Option<Role<EntityId>> {
    let person = entity(&role.person)?;
    let of = role.of.as_ref().and_then(entity).filter(|&of| of != person);
    Some(Role { person, title: role.title, of, status: role.status })
}

fn relation_of(relation: RelationClaim<Referent>, entity: &Lookup) -> Option<RelationClaim<EntityId>> {
    let (subject, object) = (entity(&relation.subject)?, entity(&relation.object)?);
    (subject != object).then_some(RelationClaim { subject, predicate: relation.predicate, object, detail: relation.detail })
}

fn event_of(event: Event<Referent>, entity: &Lookup) -> Event<EntityId> {
    let all = |referents: Vec<Referent>| {
        let mut found: Vec<EntityId> = Vec::with_capacity(referents.len());
        for id in referents.iter().filter_map(entity) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found
    };
    Event {
        class: event.class,
        trigger: event.trigger,
        participants: all(event.participants),
        agents: all(event.agents),
        targets: all(event.targets),
        place: event.place.as_ref().and_then(entity),
        time: event.time,
        modality: event.modality,
    }
}

fn quotation_of(quotation: Quotation<Referent>, mentions: &Mentions, entity: &Lookup) -> Quotation<EntityId> {
    let source = |source: Source<Referent>| match source {
        Source::Known(referent) => match (entity(&referent), referent) {
            (Some(id), _) => Some(Source::Known(id)),
            (None, Referent::Mention(id)) => Some(Source::Unnamed(mentions[id].span)),
            (None, Referent::Country(_) | Referent::Party(_)) => None,
        },
        Source::Unnamed(span) => Some(Source::Unnamed(span)),
    };
    Quotation {
        text: quotation.text,
        kind: quotation.kind,
        speaker: quotation.speaker.and_then(source),
        cue: quotation.cue,
        addressee: quotation.addressee.and_then(source),
        via: quotation.via.and_then(source),
    }
}
