//! A page about one entity, as `OpenRefine` shows it beside a candidate; and the page at the root.

use super::names::Names;
use super::{Asked, Reply};
use crate::store::Store;
use crate::vocab::{dl, skos};
use oxigraph::model::Term;
use std::collections::BTreeSet;

/// The page about an entity.
pub(super) fn entity(id: &str, names: &Names, store: &Store) -> Reply {
    let Some(entity) = names.entity(id) else { return Reply::error(404, "there is no such entity") };
    let mut lines = vec![("class", entity.class.to_owned()), ("IRI", entity.node.as_str().to_owned())];
    lines.extend(entity.names.iter().skip(1).map(|name| ("also", name.clone())));
    for (word, property) in [("is", skos::EXACT_MATCH), ("may be", skos::CLOSE_MATCH), ("read as", dl::READ_AS)] {
        let terms: BTreeSet<String> = store.said_of(&entity.node, property).unwrap_or_default().into_iter().map(shown).collect();
        lines.extend(terms.into_iter().map(|term| (word, term)));
    }
    let rows: Vec<String> = lines.iter().map(|(word, value)| format!("<dt>{word}</dt><dd>{}</dd>", escaped(value))).collect();
    Reply::html(document(&entity.name, &format!("<dl>{}</dl>", rows.concat())))
}

/// What can be asked here.
pub(super) fn root(asked: &Asked, reconciles: bool) -> Reply {
    let mut offers = vec![("SPARQL 1.1 queries", "query")];
    offers.extend(reconciles.then_some(("Reconciliation service, for OpenRefine", "reconcile")));
    let address = escaped(&asked.address());
    let lines: Vec<String> = offers.iter().map(|(what, path)| format!("<p>{what}: <code>{address}/{path}</code></p>")).collect();
    Reply::html(document("Dateline", &lines.concat()))
}

fn shown(term: Term) -> String {
    match term {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::Literal(literal) => literal.value().to_owned(),
        Term::BlankNode(node) => node.to_string(),
    }
}

fn document(title: &str, body: &str) -> String {
    let title = escaped(title);
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
