//! The IRI of a person, organization or place in an article's graph, once several articles show whom it means: and the way back.

use super::Base;
use crate::vocab::dl;
use oxigraph::model::{GraphName, NamedNode, NamedOrBlankNode, Quad, Term};
use std::collections::BTreeMap;

/// New IRIs for old ones.
pub type Renames = BTreeMap<NamedNode, NamedNode>;

/// For each entity of an article that bears the IRI of its identity: what it was read as. Both relative to the base.
#[must_use]
pub fn as_read(quads: &[Quad], base: &Base) -> BTreeMap<String, String> {
    let short = |iri: &NamedNode| base.relative(iri.as_str()).to_owned();
    quads.iter().filter_map(marked).map(|(identity, original)| (short(identity), short(original))).collect()
}

/// What a mark says: the identity, and what the article alone was read as.
#[must_use]
pub fn marked(quad: &Quad) -> Option<(&NamedNode, &NamedNode)> {
    match (&quad.subject, &quad.object) {
        (NamedOrBlankNode::NamedNode(identity), Term::NamedNode(original)) if quad.predicate == dl::READ_AS => Some((identity, original)),
        _ => None,
    }
}

/// The mark in an article's graph of an entity that bears the IRI of its identity.
#[must_use]
pub fn mark(identity: &NamedNode, original: &NamedNode, article: &NamedNode) -> Quad {
    Quad::new(identity.clone(), dl::READ_AS, original.clone(), GraphName::NamedNode(article.clone()))
}

/// The quad with the new IRIs.
#[must_use]
pub fn renamed(mut quad: Quad, renames: &Renames) -> Quad {
    if let NamedOrBlankNode::NamedNode(subject) = &quad.subject
        && let Some(new) = renames.get(subject)
    {
        quad.subject = new.clone().into();
    }
    if let Term::NamedNode(object) = &quad.object
        && let Some(new) = renames.get(object)
    {
        quad.object = new.clone().into();
    }
    quad
}
