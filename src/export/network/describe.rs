//! Names and classes of the nodes for which an answer gives none, as the store has them.

use super::answer::{NetworkError, local};
use super::draft::{Draft, DraftNode};
use crate::store::Store;
use crate::vocab::{rdf, rdfs, schema, skos};
use oxigraph::model::{NamedNode, NamedNodeRef, Term};

/// Where names stand: of entities and events, of roles, of articles.
const NAMES: [NamedNodeRef<'static>; 3] = [rdfs::LABEL, skos::PREF_LABEL, schema::HEADLINE];

pub(super) fn complete(draft: &mut Draft, store: &Store) -> Result<(), NetworkError> {
    for (id, node) in draft.nodes.iter_mut().filter(|(_, node)| node.is_iri) {
        complete_node(node, &NamedNode::new_unchecked(id), store)?;
    }
    Ok(())
}

fn complete_node(node: &mut DraftNode, iri: &NamedNode, store: &Store) -> Result<(), NetworkError> {
    if node.kinds.is_empty() {
        for class in store.said_of(iri, rdf::TYPE)? {
            if let Term::NamedNode(class) = class {
                node.kinds.insert(local(class.as_str()).to_owned());
            }
        }
    }
    if node.labels.is_empty() {
        for property in NAMES {
            for name in store.said_of(iri, property)? {
                if let Term::Literal(name) = name {
                    node.labels.insert(name.value().to_owned());
                }
            }
        }
    }
    Ok(())
}
