//! Which entity the user means: by IRI, by a name in any case, or by a part of one.

use dateline::query::{Binding, Query};
use dateline::store::Store;
use oxigraph::model::{NamedNode, Term, Variable};
use oxigraph::sparql::QueryResults;
use std::collections::BTreeMap;

const NAMES: &str = include_str!("names.rq");
const READ_AS: &str = include_str!("read-as.rq");

/// What a name led to.
pub(in crate::commands) enum Found {
    /// No entity.
    Nothing,
    /// This one.
    One(NamedNode),
    /// Any of these, with their first labels.
    Several(Vec<(NamedNode, String)>),
}

pub(in crate::commands) fn find(store: &Store, name: &str) -> anyhow::Result<Found> {
    let names = names(store)?;
    let iri = name.trim_start_matches('<').trim_end_matches('>');
    let with_base = format!("{}{iri}", store.base()?);
    if let Some(entity) = names.keys().find(|entity| [iri, with_base.as_str()].contains(&entity.as_str())) {
        return Ok(Found::One(entity.clone()));
    }
    if let Some(entity) =
        NamedNode::new(if iri.contains("://") { iri } else { &with_base }).ok().map(|node| read_as(store, node)).transpose()?.flatten()
    {
        return Ok(Found::One(entity));
    }
    let wanted = name.to_lowercase();
    let exact = matching(&names, |known| known == wanted);
    Ok(choose(if exact.is_empty() { matching(&names, |known| known.contains(&wanted)) } else { exact }))
}

/// Whom the articles mean that were read with this IRI, if all of them mean one.
fn read_as(store: &Store, original: NamedNode) -> anyhow::Result<Option<NamedNode>> {
    let binding = Binding { variable: Variable::new("original")?, term: original.into() };
    let QueryResults::Solutions(rows) = Query::parse(READ_AS)?.bind(binding).run(store)? else { return Ok(None) };
    let meant = rows.map(|row| row.map(|row| row.get("entity").cloned())).collect::<Result<Vec<_>, _>>()?;
    Ok(if let [Some(Term::NamedNode(entity))] = &meant[..] { Some(entity.clone()) } else { None })
}

/// All entities with their names, the best first.
fn names(store: &Store) -> anyhow::Result<BTreeMap<NamedNode, Vec<String>>> {
    let mut names: BTreeMap<NamedNode, Vec<String>> = BTreeMap::new();
    let QueryResults::Solutions(rows) = Query::parse(NAMES)?.run(store)? else { return Ok(names) };
    for row in rows {
        let row = row?;
        if let (Some(Term::NamedNode(entity)), Some(Term::Literal(name))) = (row.get("entity"), row.get("name")) {
            names.entry(entity.clone()).or_default().push(name.value().to_owned());
        }
    }
    Ok(names)
}

fn matching(names: &BTreeMap<NamedNode, Vec<String>>, is_meant: impl Fn(&str) -> bool) -> Vec<(NamedNode, String)> {
    let meant = names.iter().filter(|(_, names)| names.iter().any(|name| is_meant(&name.to_lowercase())));
    meant.map(|(entity, names)| (entity.clone(), names.first().cloned().unwrap_or_default())).collect()
}

fn choose(mut found: Vec<(NamedNode, String)>) -> Found {
    match found.len() {
        0 => Found::Nothing,
        1 => found.pop().map_or(Found::Nothing, |(entity, _)| Found::One(entity)),
        _ => Found::Several(found),
    }
}
