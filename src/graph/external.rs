//! Links that a service or another data set was asked for, as the quads of their own graph, and back.

use super::{Base, literal, order};
use crate::vocab::{dl, prov, rdf, skos};
use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term};

/// That an entity is, or may be, one of another data set, according to a service.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalLink {
    /// The entity.
    pub entity: NamedNode,
    /// What it is there.
    pub target: NamedNode,
    /// Whether it is a sure link or a mere candidate.
    pub sure: bool,
    /// How likely it is, 0 to 1.
    pub confidence: f32,
    /// What the service said, in words.
    pub reason: String,
    /// The address of the service.
    pub service: NamedNode,
}

/// Links as the quads of their graph, in the order of [`super::compare`].
#[must_use]
pub fn external_links(links: &[ExternalLink], base: &Base) -> Vec<Quad> {
    let graph = GraphName::NamedNode(base.links());
    let mut quads = Vec::with_capacity(links.len() * 9);
    for link in links {
        let predicate = if link.sure { skos::EXACT_MATCH } else { skos::CLOSE_MATCH };
        let node = base.link(&format!("{} {} {}", link.entity.as_str(), link.target.as_str(), link.service.as_str()));
        let mut add = |subject: &NamedNode, predicate: NamedNodeRef<'_>, object: Term| {
            quads.push(Quad::new(subject.clone(), predicate.into_owned(), object, graph.clone()));
        };
        add(&link.entity, predicate, link.target.clone().into());
        add(&node, rdf::TYPE, dl::LINK.into_owned().into());
        add(&node, rdf::TYPE, rdf::STATEMENT.into_owned().into());
        add(&node, rdf::SUBJECT, link.entity.clone().into());
        add(&node, rdf::PREDICATE, predicate.into_owned().into());
        add(&node, rdf::OBJECT, link.target.clone().into());
        add(&node, dl::LINK_CONFIDENCE, literal::confidence(link.confidence).into());
        add(&node, dl::REASON, Literal::new_simple_literal(&link.reason).into());
        add(&node, prov::WAS_DERIVED_FROM, link.service.clone().into());
    }
    quads.sort_unstable_by(order::compare);
    quads.dedup();
    quads
}

/// The links that the quads of their graph hold, which stand in the order of [`super::compare`].
#[must_use]
pub fn external_links_of(quads: &[Quad]) -> Vec<ExternalLink> {
    quads.chunk_by(|a, b| a.subject == b.subject).filter_map(link).collect()
}

fn link(quads: &[Quad]) -> Option<ExternalLink> {
    let object = |predicate: NamedNodeRef<'static>| quads.iter().find(|quad| quad.predicate == predicate).map(|quad| &quad.object);
    let node = |predicate| if let Some(Term::NamedNode(node)) = object(predicate) { Some(node.clone()) } else { None };
    let value = |predicate| if let Some(Term::Literal(literal)) = object(predicate) { Some(literal.value()) } else { None };
    let NamedOrBlankNode::NamedNode(_) = &quads.first()?.subject else { return None };
    Some(ExternalLink {
        entity: node(rdf::SUBJECT)?,
        target: node(rdf::OBJECT)?,
        sure: node(rdf::PREDICATE)? == skos::EXACT_MATCH,
        confidence: value(dl::LINK_CONFIDENCE)?.parse().ok()?,
        reason: value(dl::REASON)?.to_owned(),
        service: node(prov::WAS_DERIVED_FROM)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_come_back_as_they_were() {
        let node = |name: &str| NamedNode::new_unchecked(format!("https://a.example/{name}"));
        let link = |entity: &str, target: &str, sure, confidence| ExternalLink {
            entity: node(entity),
            target: node(target),
            sure,
            confidence,
            reason: "it \"says\" so".to_owned(),
            service: node("service"),
        };
        let links = [link("a", "x", true, 0.9), link("a", "y", false, 0.35), link("b", "x", false, 0.0)];
        let base = Base::default();
        let quads = external_links(&links, &base);
        let mut back = external_links_of(&quads);
        back.sort_by(|a, b| (&a.entity, &a.target).cmp(&(&b.entity, &b.target)));
        assert_eq!(back, links);
        assert_eq!(external_links(&back, &base), quads);
    }
}
