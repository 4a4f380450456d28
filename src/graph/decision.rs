//! Decisions made by hand as quads, and back.

use super::{Base, order};
use crate::collate::Decision;
use crate::vocab::{dl, owl, prov, rdf};
use oxigraph::model::{GraphName, NamedNode, NamedNodeRef, Quad, Term};
use std::collections::BTreeSet;

/// The decisions as the quads of their graph, in the order of [`super::compare`].
#[must_use]
pub fn decision_quads(decisions: &[Decision], base: &Base) -> Vec<Quad> {
    let mut quads = Vec::new();
    for decision in decisions {
        let (subject, predicate, object, articles) = statement(decision);
        let node = decision_node(decision, base);
        let graph = GraphName::NamedNode(base.decisions());
        let mut add = |predicate: NamedNodeRef<'_>, object: NamedNode| {
            quads.push(Quad::new(node.clone(), predicate.into_owned(), object, graph.clone()));
        };
        add(rdf::TYPE, dl::DECISION.into_owned());
        add(rdf::SUBJECT, base.instance(&subject));
        add(rdf::PREDICATE, predicate.into_owned());
        add(rdf::OBJECT, base.instance(&object));
        for article in &articles {
            add(prov::WAS_DERIVED_FROM, base.instance(article));
        }
    }
    quads.sort_unstable_by(order::compare);
    quads.dedup();
    quads
}

/// The IRI of a decision.
#[must_use]
pub fn decision_node(decision: &Decision, base: &Base) -> NamedNode {
    let (subject, predicate, object, articles) = statement(decision);
    base.decision(&format!("{subject} {} {object} {articles:?}", predicate.as_str()))
}

fn statement(decision: &Decision) -> (String, NamedNodeRef<'static>, String, BTreeSet<String>) {
    match decision {
        Decision::Same(one, other) => (one.clone(), owl::SAME_AS, other.clone(), BTreeSet::new()),
        Decision::Different(one, other) => (one.clone(), owl::DIFFERENT_FROM, other.clone(), BTreeSet::new()),
        Decision::Apart { entity, articles } => {
            (entity.clone(), owl::DIFFERENT_FROM, decision.second().unwrap_or_default(), articles.clone())
        }
    }
}

/// The decisions that the quads of their graph hold, which stand in the order of [`super::compare`].
#[must_use]
pub fn decisions(quads: &[Quad], base: &Base) -> Vec<Decision> {
    let mut decisions: Vec<Decision> = quads.chunk_by(|a, b| a.subject == b.subject).filter_map(|group| decision(group, base)).collect();
    decisions.sort();
    decisions
}

fn decision(quads: &[Quad], base: &Base) -> Option<Decision> {
    let objects = |predicate: NamedNodeRef<'static>| -> BTreeSet<String> {
        let found = quads.iter().filter(|quad| quad.predicate == predicate);
        let name =
            |quad: &Quad| if let Term::NamedNode(node) = &quad.object { Some(base.relative(node.as_str()).to_owned()) } else { None };
        found.filter_map(name).collect()
    };
    let (subject, object) = (objects(rdf::SUBJECT).pop_first()?, objects(rdf::OBJECT).pop_first()?);
    let articles = objects(prov::WAS_DERIVED_FROM);
    match objects(rdf::PREDICATE).pop_first()? {
        same if same == owl::SAME_AS.as_str() => Some(Decision::Same(subject, object)),
        _ if articles.is_empty() => Some(Decision::Different(subject, object)),
        _ => Some(Decision::Apart { entity: subject, articles }),
    }
}
