//! Events: what happened, who took part as what, where, when, and whether it is told as fact.

use super::{claim, literal, sheet::Sheet};
use crate::extract::{Event, Modality, When};
use crate::resolve::EntityId;
use crate::vocab::{self, dl, edtf, rdf, rdfs, sem};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef};

/// Writes all events and gives their IRIs, in the order of the claims.
pub(super) fn write(sheet: &mut Sheet<'_>) -> Vec<NamedNode> {
    let events = &sheet.reading.claims.events;
    events
        .iter()
        .map(|event| {
            let node = sheet.claim("event", event.what.trigger);
            sheet.add(&node, rdf::TYPE, sem::EVENT);
            sheet.add(&node, rdf::TYPE, vocab::own(&event.what.class));
            sheet.add(&node, rdfs::LABEL, sheet.text(&label(sheet, &event.what)));
            sheet.add(&node, dl::MODALITY, modality(event.what.modality));
            let trigger = sheet.phrase(event.what.trigger);
            sheet.add(&node, dl::TRIGGER, trigger);
            actors(sheet, &node, dl::PARTICIPANT, &event.what.participants);
            actors(sheet, &node, dl::AGENT, &event.what.agents);
            actors(sheet, &node, dl::TARGET, &event.what.targets);
            if let Some(place) = event.what.place.and_then(|id| sheet.entity(id)) {
                sheet.add(&node, sem::HAS_PLACE, place);
            }
            if let Some(when) = event.what.time {
                time(sheet, &node, when);
            }
            claim::provenance(sheet, &node, event);
            node
        })
        .collect()
}

fn actors(sheet: &mut Sheet<'_>, node: &NamedNode, predicate: NamedNodeRef<'static>, actors: &[EntityId]) {
    for actor in actors.iter().filter_map(|&id| sheet.entity(id)).collect::<Vec<_>>() {
        sheet.add(node, predicate, actor.clone());
        sheet.add(node, sem::HAS_ACTOR, actor);
    }
}

fn time(sheet: &mut Sheet<'_>, node: &NamedNode, when: When) {
    match when.end {
        None => sheet.add(node, sem::HAS_TIME_STAMP, literal::date(when.begin)),
        Some(end) => {
            sheet.add(node, sem::HAS_BEGIN_TIME_STAMP, literal::date(when.begin));
            sheet.add(node, sem::HAS_END_TIME_STAMP, literal::date(end));
        }
    }
    if let Some(value) = when.edtf() {
        sheet.add(node, dl::EDTF, Literal::new_typed_literal(value, edtf::EDTF));
    }
}

/// The trigger's words, and the place: "talks in Miami".
fn label(sheet: &Sheet<'_>, event: &Event<EntityId>) -> String {
    let words = sheet.words(event.trigger).split_whitespace().collect::<Vec<_>>().join(" ");
    match event.place.and_then(|id| sheet.reading.entities.get(id.0)) {
        Some(place) => format!("{words} in {}", place.label),
        None => words,
    }
}

fn modality(modality: Modality) -> NamedNodeRef<'static> {
    match modality {
        Modality::Actual => dl::ACTUAL,
        Modality::Planned => dl::PLANNED,
        Modality::Hypothetical => dl::HYPOTHETICAL,
        Modality::Denied => dl::DENIED,
        Modality::Claimed => dl::CLAIMED,
    }
}
