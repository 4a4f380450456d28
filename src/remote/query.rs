//! A query answered by a server.

use super::endpoint::Ask;
use super::{Endpoint, RemoteError};
use crate::query::Binding;
use crate::vocab::PREFIXES;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Triple;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsParser, ReaderQueryResultsParserOutput};
use oxigraph::sparql::{QueryEvaluationError, QueryResults, QuerySolutionIter, QueryTripleIter};
use std::io::{self, Cursor};

const ACCEPT: &str =
    "application/sparql-results+json, application/sparql-results+xml;q=0.8, application/n-triples;q=0.7, text/turtle;q=0.6";

/// Asks a server. The project's prefixes need not be declared; what its default graph is the server decides.
///
/// # Errors
/// If the server refuses or fails too often, or its answer is none or lacks a bound variable.
pub fn query(
    endpoint: &Endpoint,
    text: &str,
    bindings: &[Binding],
    told: &mut dyn FnMut(&str),
) -> Result<QueryResults<'static>, RemoteError> {
    let body = with_bindings(text, bindings);
    let ask = Ask {
        what: "the query",
        method: "POST",
        parameters: String::new(),
        content_type: "application/sparql-query",
        accept: ACCEPT,
        body: body.as_bytes(),
        ..Ask::default()
    };
    let answer = endpoint.ask(&ask, told)?;
    let media_type = answer.media_type.as_str();
    let results = if let Some(format) = QueryResultsFormat::from_media_type(media_type) {
        rows(format, answer.body)?
    } else if let Some(format) = RdfFormat::from_media_type(media_type) {
        graph(format, answer.body)?
    } else {
        return Err(RemoteError::MediaType(answer.media_type));
    };
    check(&results, bindings)?;
    Ok(results)
}

/// The query with prefixes before its first line, so that the server counts lines as the file does, and values behind its last.
fn with_bindings(text: &str, bindings: &[Binding]) -> String {
    let prefixes = PREFIXES.map(|(prefix, namespace)| format!("PREFIX {prefix}: <{namespace}> ")).concat();
    if bindings.is_empty() {
        return prefixes + text;
    }
    let names: Vec<String> = bindings.iter().map(|binding| binding.variable.to_string()).collect();
    let terms: Vec<String> = bindings.iter().map(|binding| binding.term.to_string()).collect();
    format!("{prefixes}{text}\nVALUES ({}) {{ ({}) }}\n", names.join(" "), terms.join(" "))
}

fn rows(format: QueryResultsFormat, body: Vec<u8>) -> Result<QueryResults<'static>, RemoteError> {
    let broken = |error| RemoteError::Answer(io::Error::other(error));
    let results = match QueryResultsParser::from_format(format).for_reader(Cursor::new(body)).map_err(broken)? {
        ReaderQueryResultsParserOutput::Boolean(value) => value.into(),
        ReaderQueryResultsParserOutput::Solutions(rows) => QuerySolutionIter::from(rows).into(),
    };
    Ok(results)
}

fn graph(format: RdfFormat, body: Vec<u8>) -> Result<QueryResults<'static>, RemoteError> {
    let quads = RdfParser::from_format(format).for_reader(Cursor::new(body)).collect::<Result<Vec<_>, _>>();
    let quads = quads.map_err(|error| RemoteError::Answer(io::Error::other(error)))?;
    let triples = quads.into_iter().map(|quad| Ok::<Triple, QueryEvaluationError>(quad.into()));
    Ok(QueryTripleIter::new(triples).into())
}

/// A variable that the query does not select would only multiply its rows.
fn check(results: &QueryResults<'_>, bindings: &[Binding]) -> Result<(), RemoteError> {
    let QueryResults::Solutions(rows) = results else { return Ok(()) };
    let unknown = bindings.iter().find(|binding| !rows.variables().contains(&binding.variable));
    unknown.map_or(Ok(()), |binding| Err(RemoteError::UnknownVariable(binding.variable.as_str().to_owned())))
}
