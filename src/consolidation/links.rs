//! Keeps what services were asked for tied to the entities that the articles have: links follow an entity to the IRI of its identity, and
//! go with the last article that has it.

use crate::graph::{self, Base, ExternalLink};
use crate::store::{Store, StoreError};
use crate::vocab::{dl, rdf};
use oxigraph::model::{NamedNode, NamedOrBlankNode};

/// Brings the graph of links up to date.
pub(super) fn follow(store: &Store, base: &Base) -> Result<(), StoreError> {
    let quads = store.quads(&base.links())?;
    if quads.is_empty() {
        return Ok(());
    }
    let mut links = Vec::new();
    for link in graph::external_links_of(&quads) {
        if let Some(entity) = bearer(store, base, &link.entity)? {
            links.push(ExternalLink { entity, ..link });
        }
    }
    store.set_graph(&base.links(), || std::iter::once(graph::external_links(&links, base))).map(drop)
}

/// The entity itself while an article has it, else the one that it became; none if it became several or is gone.
fn bearer(store: &Store, base: &Base, entity: &NamedNode) -> Result<Option<NamedNode>, StoreError> {
    if store.any(Some(entity.as_ref().into()), Some(rdf::TYPE), None)? {
        return Ok(Some(entity.clone()));
    }
    let resolution = base.resolution();
    let mut became = Vec::new();
    for quad in store.quads_to(dl::READ_AS, entity)? {
        if let NamedOrBlankNode::NamedNode(identity) = quad.subject
            && quad.graph_name != resolution.clone().into()
        {
            became.push(identity);
        }
    }
    became.sort_unstable();
    became.dedup();
    Ok(if let [one] = &became[..] { Some(one.clone()) } else { None })
}
