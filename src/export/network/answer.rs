//! Answers of SPARQL read as nodes and edges.

use super::draft::{Attributes, Draft, DraftEdge, DraftNode, add};
use super::value::Value;
use crate::store::StoreError;
use crate::vocab::{rdf, rdfs, skos};
use oxigraph::model::{NamedOrBlankNode, Term, Triple, Variable};
use oxigraph::sparql::{QueryEvaluationError, QueryResults, QuerySolutionIter};

/// The ends of an edge in a SELECT, and whether it has a direction.
const ENDS: [(&str, &str, bool); 2] = [("source", "target", true), ("one", "other", false)];

/// The kind of an edge that a SELECT gives none.
const UNNAMED: &str = "related";

/// Why an answer is no network.
#[derive(Debug, thiserror::Error)]
pub enum NetworkError {
    /// A SELECT without ends.
    #[error("the query selects {0}: name the two ends of an edge ?source and ?target, or ?one and ?other where it has no direction")]
    NoEnds(String),
    /// An ASK.
    #[error("the query is answered by yes or no: a network needs a SELECT or a CONSTRUCT")]
    YesOrNo,
    /// The answer broke off.
    #[error("the query could not be answered")]
    Evaluation(#[from] QueryEvaluationError),
    /// Labels could not be read.
    #[error("cannot look up names")]
    Store(#[from] StoreError),
}

pub(super) fn read(answer: QueryResults<'_>) -> Result<Draft, NetworkError> {
    match answer {
        QueryResults::Solutions(rows) => read_rows(rows),
        QueryResults::Graph(triples) => {
            let mut draft = Draft::new(true);
            let mut triples = triples.collect::<Result<Vec<_>, _>>()?;
            triples.sort_by_cached_key(Triple::to_string);
            triples.dedup();
            for triple in triples {
                read_triple(&mut draft, triple);
            }
            Ok(draft)
        }
        QueryResults::Boolean(_) => Err(NetworkError::YesOrNo),
    }
}

/// What a column of a SELECT says.
enum Place {
    Source,
    Target,
    Kind,
    OfSource(String),
    OfTarget(String),
    OfEdge(String),
}

/// What each column says, and whether edges have a direction.
fn places(variables: &[Variable]) -> Result<(Vec<Place>, bool), NetworkError> {
    let names: Vec<&str> = variables.iter().map(Variable::as_str).collect();
    let found = ENDS.into_iter().find(|(source, target, _)| names.contains(source) && names.contains(target));
    let Some((source, target, is_directed)) = found else {
        return Err(NetworkError::NoEnds(names.iter().map(|name| format!("?{name}")).collect::<Vec<_>>().join(" ")));
    };
    let of = |name: &str, end: &str| Some(name.strip_prefix(end)?.strip_prefix('_')?.to_owned());
    let place = |name: &&str| match *name {
        name if name == source => Place::Source,
        name if name == target => Place::Target,
        "kind" => Place::Kind,
        name => of(name, source)
            .map(Place::OfSource)
            .or_else(|| of(name, target).map(Place::OfTarget))
            .unwrap_or(Place::OfEdge(name.to_owned())),
    };
    Ok((names.iter().map(place).collect(), is_directed))
}

fn read_rows(rows: QuerySolutionIter<'_>) -> Result<Draft, NetworkError> {
    let (places, is_directed) = places(rows.variables())?;
    let mut draft = Draft::new(is_directed);
    for row in rows {
        let row = row?;
        read_row(&mut draft, places.iter().zip(row.values()));
    }
    Ok(draft)
}

/// A row is an edge; one with a single end is a node by itself.
fn read_row<'a>(draft: &mut Draft, cells: impl Iterator<Item = (&'a Place, &'a Option<Term>)>) {
    let (mut source, mut target, mut kind) = (None, None, UNNAMED.to_owned());
    let (mut of_source, mut of_target, mut of_edge) = (Vec::new(), Vec::new(), Attributes::new());
    for (place, term) in cells {
        let Some(term) = term else { continue };
        match place {
            Place::Source => source = Some(term),
            Place::Target => target = Some(term),
            Place::Kind => kind = name(term),
            Place::OfSource(name) => of_source.push((name, term)),
            Place::OfTarget(name) => of_target.push((name, term)),
            Place::OfEdge(name) => add(&mut of_edge, name, Value::of(term)),
        }
    }
    let mut end = |term: Option<&Term>, said: Vec<(&String, &Term)>| {
        let (id, node) = node(draft, term?);
        for (name, term) in said {
            say(node, name, term);
        }
        Some(id)
    };
    if let (Some(source), Some(target)) = (end(source, of_source), end(target, of_target)) {
        draft.edges.push(DraftEdge { source, target, kind, attributes: of_edge });
    }
}

fn node<'a>(draft: &'a mut Draft, term: &Term) -> (String, &'a mut DraftNode) {
    let id = Value::of(term).to_string();
    let node = draft.nodes.entry(id.clone()).or_default();
    node.is_iri |= term.is_named_node();
    (id, node)
}

fn say(node: &mut DraftNode, attribute: &str, term: &Term) {
    match attribute {
        "label" => drop(node.labels.insert(Value::of(term).to_string())),
        "kind" => drop(node.kinds.insert(name(term))),
        attribute => add(&mut node.attributes, attribute, Value::of(term)),
    }
}

fn read_triple(draft: &mut Draft, triple: Triple) {
    let subject = match triple.subject {
        NamedOrBlankNode::NamedNode(node) => Term::NamedNode(node),
        NamedOrBlankNode::BlankNode(node) => Term::BlankNode(node),
    };
    let (source, found) = node(draft, &subject);
    let predicate = triple.predicate.as_ref();
    if predicate == rdf::TYPE {
        say(found, "kind", &triple.object);
    } else if predicate == rdfs::LABEL || predicate == skos::PREF_LABEL {
        say(found, "label", &triple.object);
    } else if triple.object.is_literal() {
        say(found, local(triple.predicate.as_str()), &triple.object);
    } else {
        let (target, _) = node(draft, &triple.object);
        let kind = local(triple.predicate.as_str()).to_owned();
        draft.edges.push(DraftEdge { source, target, kind, attributes: Attributes::new() });
    }
}

/// What a kind is called: the last part of an IRI, or the text itself.
fn name(term: &Term) -> String {
    let text = Value::of(term).to_string();
    if term.is_named_node() { local(&text).to_owned() } else { text }
}

/// The part of an IRI after its namespace.
pub(super) fn local(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().filter(|name| !name.is_empty()).unwrap_or(iri)
}
