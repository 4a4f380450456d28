//! The part of a graph that is at least so sure: claims below a confidence are left out with all that hangs on them.

use crate::vocab::{dl, itsrdf, nif, rdf, schema};
use oxigraph::model::{Quad, Term};
use std::collections::BTreeSet;

/// Drops from the quads of one graph the claims whose `dl:confidence` is below `least`, the numbers given for them, the
/// plain triples that only they assert, and the phrases that only they refer to.
pub fn retain_confident(quads: &mut Vec<Quad>, least: f64) {
    let mut dropped: BTreeSet<String> = quads.iter().filter(|quad| is_below(quad, least)).map(|quad| quad.subject.to_string()).collect();
    if dropped.is_empty() {
        return;
    }
    let about_dropped = |quad: &&Quad| quad.predicate == rdf::SUBJECT && dropped.contains(&quad.object.to_string());
    let hanging: Vec<String> = quads.iter().filter(about_dropped).map(|quad| quad.subject.to_string()).collect();
    dropped.extend(hanging);
    let is_dropped = |quad: &Quad| dropped.contains(&quad.subject.to_string());
    let (gone, kept): (Vec<_>, Vec<_>) = asserted(quads).into_iter().partition(|claim| dropped.contains(&claim.claim));
    let pairs = |claims: &[Asserted]| claims.iter().map(|c| (c.subject.clone(), c.object.clone())).collect::<BTreeSet<_>>();
    let (gone, kept) = (pairs(&gone), pairs(&kept));
    let between = |quad: &Quad, pairs: &BTreeSet<(String, String)>| {
        let (subject, object) = (quad.subject.to_string(), quad.object.to_string());
        pairs.contains(&(subject.clone(), object.clone())) || pairs.contains(&(object, subject))
    };
    let is_relation = |quad: &Quad| [dl::NAMESPACE, schema::NAMESPACE].iter().any(|space| quad.predicate.as_str().starts_with(space));
    quads.retain(|quad| {
        let hangs = is_dropped(quad) || dropped.contains(&quad.object.to_string());
        !(hangs || is_relation(quad) && between(quad, &gone) && !between(quad, &kept))
    });
    drop_unused_phrases(quads);
}

fn is_below(quad: &Quad, least: f64) -> bool {
    let Term::Literal(value) = &quad.object else { return false };
    quad.predicate == dl::CONFIDENCE && value.value().parse::<f64>().is_ok_and(|confidence| confidence < least)
}

/// A claim in the form of a statement, and what it relates.
#[derive(Default)]
struct Asserted {
    claim: String,
    subject: String,
    object: String,
}

/// The statements among the quads, which stand sorted by subject.
fn asserted(quads: &[Quad]) -> Vec<Asserted> {
    let statements = quads.chunk_by(|a, b| a.subject == b.subject).filter_map(|group| {
        let value = |predicate| group.iter().find(|quad| quad.predicate == predicate).map(|quad| quad.object.to_string());
        let claim = group.first().map(|quad| quad.subject.to_string())?;
        Some(Asserted { claim, subject: value(rdf::SUBJECT)?, object: value(rdf::OBJECT)? })
    });
    statements.collect()
}

/// Phrases that name no entity stand there as evidence: without their claim they go.
fn drop_unused_phrases(quads: &mut Vec<Quad>) {
    let named = |quad: &&Quad| quad.predicate == itsrdf::TA_IDENT_REF;
    let mut used: BTreeSet<String> = quads.iter().filter(named).map(|quad| quad.subject.to_string()).collect();
    used.extend(quads.iter().filter(|quad| matches!(quad.object, Term::NamedNode(_))).map(|quad| quad.object.to_string()));
    let is_phrase = |quad: &&Quad| quad.object == Term::from(nif::PHRASE.into_owned());
    let phrases: BTreeSet<String> = quads.iter().filter(is_phrase).map(|quad| quad.subject.to_string()).collect();
    quads.retain(|quad| {
        let subject = quad.subject.to_string();
        !phrases.contains(&subject) || used.contains(&subject)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxigraph::io::{RdfFormat, RdfParser};

    const GRAPH: &str = r"
        PREFIX dl: <https://w3id.org/dateline#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> PREFIX schema: <http://schema.org/>
        <x:anna> dl:memberOf <x:guild> , <x:club> ; schema:memberOf <x:guild> , <x:club> .
        <x:sure> rdf:subject <x:anna> ; rdf:object <x:club> ; dl:confidence 0.9 ; dl:evidence <x:words> .
        <x:unsure> rdf:subject <x:anna> ; rdf:object <x:guild> ; dl:confidence 0.4 ; dl:evidence <x:guess> .
        <x:event> dl:confidence 0.3 . <x:number> rdf:subject <x:event> ; rdf:object 7 ; dl:confidence 0.9 .
        <x:words> a nif:Phrase . <x:guess> a nif:Phrase .
    ";

    fn filtered(least: f64) -> String {
        let parser = RdfParser::from_format(RdfFormat::Turtle).for_slice(GRAPH);
        let mut quads: Vec<Quad> = parser.map(|quad| quad.expect("a quad")).collect();
        retain_confident(&mut quads, least);
        quads.iter().map(Quad::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn unsure_claims_go_with_what_hangs_on_them() {
        let graph = filtered(0.5);
        for gone in ["x:unsure", "x:guild", "x:guess", "x:event", "x:number"] {
            assert!(!graph.contains(gone), "{gone} in\n{graph}");
        }
        assert_eq!(graph.matches("x:club").count(), 3, "{graph}");
        assert!(graph.contains("x:words"));
    }

    #[test]
    fn below_every_confidence_nothing_goes() {
        assert_eq!(filtered(0.0), filtered(0.3));
    }
}
