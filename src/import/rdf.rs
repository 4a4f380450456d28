//! SKOS and other RDF: whatever has a name. The triples go through a store on disk first, for they may stand in any order.

use super::open::Reader;
use super::row::{Row, joined};
use super::{ImportError, Sink, table};
use crate::authority::Kind;
use crate::store::{Store, StoreError};
use crate::vocab::{dl, rdf, schema, skos};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Term};
use std::collections::BTreeSet;

/// The properties that name something, the best first.
const NAMES: [&str; 4] = [
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://schema.org/name",
    "http://xmlns.com/foaf/0.1/name",
];

/// Reads RDF.
pub(super) fn read(reader: Reader, syntax: Option<RdfFormat>, sink: &mut Sink) -> Result<(), ImportError> {
    let folder = tempfile::tempdir().map_err(|error| sink.read_error(error))?;
    let store = scratch(folder.path()).map_err(|error| sink.format_error(error.to_string()))?;
    let mut loader = store.oxigraph().bulk_loader();
    let parser = RdfParser::from_format(syntax.unwrap_or(RdfFormat::TriG)).lenient();
    loader.load_from_reader(parser, reader).map_err(|error| sink.format_error(format!("it cannot be read as RDF: {error}")))?;
    loader.commit().map_err(|error| sink.format_error(error.to_string()))?;
    let mut last = None;
    for quad in store.oxigraph().quads_for_pattern(None, None, None, None) {
        let subject = quad.map_err(|error| sink.format_error(error.to_string()))?.subject;
        // All quads of a subject come one after the other.
        if let NamedOrBlankNode::NamedNode(node) = subject
            && last.as_ref() != Some(&node)
        {
            let row = row(&store, &node, sink).map_err(|error| sink.format_error(error.to_string()))?;
            sink.take(&format!("<{}>", node.as_str()), Ok(row))?;
            last = Some(node);
        }
    }
    Ok(())
}

#[cfg(feature = "rocksdb")]
fn scratch(folder: &std::path::Path) -> Result<Store, StoreError> {
    Store::create(&folder.join("rdf"))
}

#[cfg(not(feature = "rocksdb"))]
fn scratch(_: &std::path::Path) -> Result<Store, StoreError> {
    Store::in_memory()
}

/// What the graph says of something; nothing of a scheme of concepts, a class or a property.
fn row(store: &Store, node: &NamedNode, sink: &Sink) -> Result<Option<Row>, StoreError> {
    let said = |property: &str| store.said_of(node, NamedNodeRef::new_unchecked(property));
    let classes = nodes(&store.said_of(node, rdf::TYPE)?);
    let local = |iri: &String| iri.rsplit(['/', '#']).next().unwrap_or_default().to_owned();
    let classes: Vec<String> = classes.iter().map(local).collect();
    if classes.iter().any(|class| ["ConceptScheme", "Class", "Property", "ObjectProperty", "DatatypeProperty"].contains(&class.as_str())) {
        return Ok(None);
    }
    let mut names = Vec::new();
    for property in NAMES {
        names.extend(best_first(&said(property)?));
    }
    let Some(label) = names.first().cloned() else { return Ok(None) };
    for property in [skos::ALT_LABEL.as_str(), "http://schema.org/alternateName"] {
        names.extend(best_first(&said(property)?));
    }
    names.retain(|name| *name != label);
    let matches = nodes(&store.said_of(node, skos::EXACT_MATCH)?);
    let item = matches.iter().find(|iri| iri.starts_with("http://www.wikidata.org/entity/Q")).cloned();
    let number = |iri: &String| iri.strip_prefix("https://sws.geonames.org/").map(|rest| rest.trim_end_matches('/').to_owned());
    let first = |property: &str| Ok::<_, StoreError>(best_first(&said(property)?).into_iter().next().unwrap_or_default());
    let description = [skos::DEFINITION.as_str(), "http://schema.org/description"].into_iter().map(first).collect::<Result<Vec<_>, _>>()?;
    let kind: Option<Kind> = classes.iter().filter_map(|class| table::kind(class)).min();
    Ok(Some(Row {
        id: item.unwrap_or_else(|| node.as_str().to_owned()),
        kind,
        label,
        aliases: joined(names.iter().map(String::as_str)),
        geonames: matches.iter().find_map(number).unwrap_or_default(),
        iso: first(dl::ISO_CODE.as_str())?,
        country: String::new(),
        weight: 0,
        description: description.into_iter().find(|text| !text.is_empty()).unwrap_or_default(),
        source: sink.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        position: (first(schema::LATITUDE.as_str())?, first(schema::LONGITUDE.as_str())?),
    }))
}

/// The texts, those in English or in no language first.
fn best_first(terms: &[Term]) -> Vec<String> {
    let rank = |language: Option<&str>| language.is_some_and(|language| !language.starts_with("en"));
    let literals = terms.iter().filter_map(|term| if let Term::Literal(literal) = term { Some(literal) } else { None });
    let texts: BTreeSet<(bool, &str)> = literals.map(|literal| (rank(literal.language()), literal.value())).collect();
    texts.into_iter().map(|(_, text)| text.to_owned()).collect()
}

fn nodes(terms: &[Term]) -> BTreeSet<String> {
    terms.iter().filter_map(|term| if let Term::NamedNode(node) = term { Some(node.as_str().to_owned()) } else { None }).collect()
}
