//! Findings as quads: the statement itself, and a claim that says why and how surely.

use super::{Base, literal, order};
use crate::collate::{Finding, Predicate};
use crate::vocab::{dl, prov, rdf};
use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, Quad, Term};

/// A finding as quads of the resolution graph, in the order of [`super::compare`].
#[must_use]
pub fn finding(finding: &Finding, base: &Base) -> Vec<Quad> {
    let (subject, object) = (base.instance(&finding.subject), base.instance(&finding.object));
    let predicate = predicate(finding.predicate);
    let node = base.finding(&format!("{} {} {}", finding.subject, predicate.as_str(), finding.object));
    let graph = GraphName::NamedNode(base.resolution());
    let mut quads = Vec::new();
    let mut add = |subject: &NamedNode, predicate: NamedNodeRef<'_>, object: Term| {
        quads.push(Quad::new(subject.clone(), predicate.into_owned(), object, graph.clone()));
    };
    add(&subject, predicate, object.clone().into());
    if finding.predicate != Predicate::ReadAs {
        add(&object, predicate, subject.clone().into());
    }
    add(&node, rdf::TYPE, dl::CLAIM.into_owned().into());
    add(&node, rdf::TYPE, rdf::STATEMENT.into_owned().into());
    add(&node, rdf::SUBJECT, subject.into());
    add(&node, rdf::PREDICATE, predicate.into_owned().into());
    add(&node, rdf::OBJECT, object.into());
    add(&node, dl::REASON, Literal::new_simple_literal(&finding.reason).into());
    add(&node, dl::CONFIDENCE, literal::confidence(finding.confidence).into());
    add(&node, prov::WAS_GENERATED_BY, base.rule(finding.rule).into());
    for phrase in &finding.evidence {
        add(&node, dl::EVIDENCE, base.instance(phrase).into());
    }
    quads.sort_unstable_by(order::compare);
    quads.dedup();
    quads
}

fn predicate(predicate: Predicate) -> NamedNodeRef<'static> {
    match predicate {
        Predicate::ReadAs => dl::READ_AS,
        Predicate::SameEventAs => dl::SAME_EVENT_AS,
        Predicate::DisagreesWith => dl::DISAGREES_WITH,
    }
}
