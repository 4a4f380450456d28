//! Looks every identifier up that a graph refers to.

use super::{Data, Finding, finding};
use crate::store::StoreError;
use crate::vocab::dl;
use oxigraph::model::{NamedNode, NamedNodeRef, TermRef};
use std::collections::BTreeSet;

/// Folders of identifiers that only name something and are described nowhere.
const NAMES: [&str; 1] = ["rule/"];

/// The instances that a graph refers to and no graph describes.
pub(super) fn check(data: &Data<'_>, graph: &NamedNode, base: &str) -> Result<Vec<Finding>, StoreError> {
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for triple in &data.graph {
        let TermRef::NamedNode(object) = triple.object else { continue };
        let Some(local) = object.as_str().strip_prefix(base) else { continue };
        if NAMES.iter().any(|folder| local.starts_with(folder)) || !seen.insert(object.as_str()) {
            continue;
        }
        if !is_described(data, object)? {
            let what = format!("it refers to <{}>, which nothing describes", object.as_str());
            findings.push(finding(graph, &triple.subject.into_owned(), what));
        }
    }
    Ok(findings)
}

fn is_described(data: &Data<'_>, node: NamedNodeRef<'_>) -> Result<bool, StoreError> {
    if data.graph.triples_for_subject(node).next().is_some() || data.store.any(Some(node.into()), None, None)? {
        return Ok(true);
    }
    // What an entity was read as, before it was taken for another.
    data.store.any(None, Some(dl::READ_AS), Some(node.into()))
}
