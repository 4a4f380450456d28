//! Nodes of the document: people, organizations, places, works, events, quotations, in the terms of schema.org.

use super::facts::Facts;
use crate::vocab::{dl, org, rdf, rdfs, schema, sem, skos};
use oxigraph::model::NamedNodeRef;
use serde_json::{Map, Value, json};

/// Relations between entities that schema.org knows: the property, and the classes of its ends.
const RELATIONS: [(NamedNodeRef<'static>, NamedNodeRef<'static>, NamedNodeRef<'static>); 6] = [
    (schema::RELATED_TO, schema::PERSON, schema::PERSON),
    (schema::KNOWS, schema::PERSON, schema::PERSON),
    (schema::MEMBER_OF, schema::PERSON, schema::ORGANIZATION),
    (schema::PARENT_ORGANIZATION, schema::ORGANIZATION, schema::ORGANIZATION),
    (schema::LOCATION, schema::ORGANIZATION, schema::PLACE),
    (schema::CONTAINED_IN_PLACE, schema::PLACE, schema::PLACE),
];

/// Adds values to a property: none, one alone, or several as a list.
pub(super) fn add(object: &mut Map<String, Value>, property: &str, mut values: Vec<Value>) {
    let value = match values.len() {
        0 => return,
        1 => values.remove(0),
        _ => Value::Array(values),
    };
    object.insert(property.to_owned(), value);
}

pub(super) fn texts(texts: &[&str]) -> Vec<Value> {
    texts.iter().map(|text| json!(text)).collect()
}

pub(super) fn references(iris: &[&str]) -> Vec<Value> {
    iris.iter().map(|iri| json!({"@id": iri})).collect()
}

/// The name of a property of schema.org.
fn local(property: NamedNodeRef<'static>) -> &'static str {
    property.as_str().strip_prefix(schema::NAMESPACE).unwrap_or(property.as_str())
}

/// A person, organization, place or work with its names, links, roles and relations.
pub(super) fn entity(facts: &Facts<'_>, iri: &str) -> Value {
    let classes = facts.things(iri, rdf::TYPE);
    let classes: Vec<&str> = classes.into_iter().filter_map(|class| class.strip_prefix(schema::NAMESPACE)).collect();
    let mut node = Map::new();
    add(&mut node, "@type", texts(&classes));
    node.insert("@id".to_owned(), json!(iri));
    add(&mut node, "name", texts(&facts.texts(iri, rdfs::LABEL)));
    add(&mut node, "alternateName", texts(&facts.texts(iri, skos::ALT_LABEL)));
    add(&mut node, "sameAs", texts(&facts.things(iri, skos::EXACT_MATCH)));
    for (property, of, to) in RELATIONS {
        if facts.is_a(iri, of) {
            let others: Vec<&str> = facts.things(iri, property).into_iter().filter(|other| facts.is_a(other, to)).collect();
            add(&mut node, local(property), references(&others));
        }
    }
    if facts.is_a(iri, schema::PERSON) {
        roles(facts, iri, &mut node);
    }
    Value::Object(node)
}

/// What somebody is now, according to the article: titles, and the organizations they are of.
fn roles(facts: &Facts<'_>, person: &str, node: &mut Map<String, Value>) {
    let (mut titles, mut bodies) = (Vec::new(), Vec::new());
    let is_theirs = |role: &&str| {
        facts.things(role, org::MEMBER).contains(&person) && facts.things(role, dl::ROLE_STATUS).contains(&dl::CURRENT.as_str())
    };
    for membership in facts.instances(org::MEMBERSHIP).into_iter().filter(is_theirs) {
        titles.extend(facts.things(membership, org::ROLE).into_iter().flat_map(|role| facts.texts(role, skos::PREF_LABEL)));
        bodies.extend(facts.things(membership, org::ORGANIZATION).into_iter().filter(|body| facts.is_a(body, schema::ORGANIZATION)));
    }
    for list in [&mut titles, &mut bodies] {
        list.sort_unstable();
        list.dedup();
    }
    add(node, "jobTitle", texts(&titles));
    add(node, "affiliation", references(&bodies));
}

/// An event that took place or is to take place; none for one that is denied, only claimed or only possible.
pub(super) fn event(facts: &Facts<'_>, iri: &str) -> Option<Value> {
    let modality = facts.things(iri, dl::MODALITY);
    if !modality.iter().any(|&modality| modality == dl::ACTUAL.as_str() || modality == dl::PLANNED.as_str()) {
        return None;
    }
    let mut node = Map::from_iter([("@type".to_owned(), json!("Event")), ("@id".to_owned(), json!(iri))]);
    add(&mut node, "additionalType", texts(&own_classes(facts, iri)));
    add(&mut node, "name", texts(&facts.texts(iri, rdfs::LABEL)));
    let (start, end) = (facts.texts(iri, sem::HAS_BEGIN_TIME_STAMP), facts.texts(iri, sem::HAS_END_TIME_STAMP));
    let start = if start.is_empty() { facts.texts(iri, sem::HAS_TIME_STAMP) } else { start };
    add(&mut node, "startDate", texts(&start));
    add(&mut node, "endDate", texts(&end));
    let places: Vec<&str> = facts.things(iri, sem::HAS_PLACE).into_iter().filter(|place| facts.is_a(place, schema::PLACE)).collect();
    add(&mut node, "location", references(&places));
    let (attendees, others): (Vec<&str>, Vec<&str>) =
        facts.things(iri, dl::PARTICIPANT).into_iter().partition(|actor| facts.is_agent(actor));
    let mut about: Vec<&str> = [facts.things(iri, dl::AGENT), facts.things(iri, dl::TARGET), others].concat();
    about.sort_unstable();
    about.dedup();
    add(&mut node, "attendee", references(&attendees));
    add(&mut node, "about", references(&about));
    Some(Value::Object(node))
}

/// A named event, such as a war or a conference.
pub(super) fn named_event(facts: &Facts<'_>, iri: &str) -> Value {
    let mut node = Map::from_iter([("@type".to_owned(), json!("Event")), ("@id".to_owned(), json!(iri))]);
    add(&mut node, "name", texts(&facts.texts(iri, rdfs::LABEL)));
    add(&mut node, "alternateName", texts(&facts.texts(iri, skos::ALT_LABEL)));
    add(&mut node, "sameAs", texts(&facts.things(iri, skos::EXACT_MATCH)));
    Value::Object(node)
}

fn own_classes<'a>(facts: &Facts<'a>, iri: &str) -> Vec<&'a str> {
    facts.things(iri, rdf::TYPE).into_iter().filter(|class| class.starts_with(dl::NAMESPACE)).collect()
}

/// Somebody's words between quotation marks; none for words that are only reported.
pub(super) fn quotation(facts: &Facts<'_>, iri: &str) -> Option<Value> {
    if facts.things(iri, dl::QUOTE_KIND).contains(&dl::INDIRECT.as_str()) {
        return None;
    }
    let mut node = Map::from_iter([("@type".to_owned(), json!("Quotation")), ("@id".to_owned(), json!(iri))]);
    add(&mut node, "text", texts(&facts.texts(iri, schema::TEXT)));
    let speakers: Vec<&str> = facts.things(iri, schema::CREATOR).into_iter().filter(|speaker| facts.is_agent(speaker)).collect();
    add(&mut node, "creator", references(&speakers));
    Some(Value::Object(node))
}
