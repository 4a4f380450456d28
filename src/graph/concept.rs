//! The authority as a SKOS concept scheme.

use super::{Base, order};
use crate::authority::{Authority, Record};
use crate::vocab::{dl, rdf, schema, skos, xsd};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Quad, Term};

/// The rows of an authority as SKOS concepts, one after the other; a city and a region that share an identifier are one concept.
pub fn concepts<'a>(authority: &'a Authority, base: &'a Base) -> impl Iterator<Item = Vec<Quad>> + use<'a> {
    let mut rows: Vec<&Record> = authority.records().iter().collect();
    rows.sort_by_key(|record| (record.id, record.kind));
    let starts: Vec<usize> = (0..rows.len()).filter(|&row| row == 0 || rows[row - 1].id != rows[row].id).collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([rows.len()]).collect();
    let groups: Vec<Vec<&Record>> = starts.iter().zip(ends).map(|(&start, end)| rows[start..end].to_vec()).collect();
    std::iter::once(scheme(base)).chain(groups.into_iter().map(|group| concept(&group, base)))
}

fn scheme(base: &Base) -> Vec<Quad> {
    let node = base.scheme();
    vec![
        Quad::new(node.clone(), rdf::TYPE, skos::CONCEPT_SCHEME, node.clone()),
        Quad::new(node.clone(), skos::PREF_LABEL, english("Dateline's built-in authority"), node),
    ]
}

fn concept(records: &[&Record], base: &Base) -> Vec<Quad> {
    let Some(first) = records.first() else { return Vec::new() };
    let (node, graph) = (base.concept(first.id), base.scheme());
    let mut quads = Vec::new();
    let mut add = |predicate: NamedNodeRef<'static>, object: Term| quads.push(Quad::new(node.clone(), predicate, object, graph.clone()));
    add(rdf::TYPE, skos::CONCEPT.into());
    add(skos::IN_SCHEME, graph.clone().into());
    add(skos::PREF_LABEL, english(first.label).into());
    if let Some(iri) = first.wikidata().and_then(|iri| NamedNode::new(iri).ok()) {
        add(skos::EXACT_MATCH, iri.into());
    }
    for record in records {
        record.names().filter(|name| *name != first.label).for_each(|name| add(skos::ALT_LABEL, english(name).into()));
        add(skos::DEFINITION, english(record.description).into());
        add(skos::NOTE, english(&origin(record)).into());
        if let Some(iri) = record.geonames_iri().and_then(|iri| NamedNode::new(iri).ok()) {
            add(skos::EXACT_MATCH, iri.into());
        }
        if !record.iso.is_empty() {
            add(dl::ISO_CODE, Literal::new_simple_literal(record.iso).into());
        }
    }
    if let Some(place) = records.iter().find(|record| !record.latitude.is_empty()) {
        add(schema::LATITUDE, Literal::new_typed_literal(place.latitude, xsd::DECIMAL).into());
        add(schema::LONGITUDE, Literal::new_typed_literal(place.longitude, xsd::DECIMAL).into());
    }
    quads.sort_unstable_by(order::compare);
    quads.dedup();
    quads
}

/// Where a row comes from, and of when.
fn origin(record: &Record) -> String {
    if record.as_of.is_empty() { format!("From {}.", record.source) } else { format!("From {}, as of {}.", record.source, record.as_of) }
}

fn english(text: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(text, "en")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_becomes_a_concept_with_a_label_and_an_origin() {
        let (authority, base) = (Authority::embedded().expect("the authority is well-formed"), Base::default());
        let mut concepts = 0;
        for quads in concepts_of(&authority, &base).skip(1) {
            let has = |predicate: NamedNodeRef<'_>| quads.iter().any(|quad| quad.predicate == predicate);
            assert!(has(skos::PREF_LABEL) && has(skos::NOTE) && has(skos::DEFINITION), "{quads:?}");
            concepts += 1;
        }
        assert!(concepts > 20_000, "{concepts}");
    }

    use super::concepts as concepts_of;
}
