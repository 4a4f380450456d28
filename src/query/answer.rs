//! Answers in the formats that people and programs read.

use super::{QueryError, table};
use crate::vocab::PREFIXES;
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, QuerySolutionIter, QueryTripleIter};
use std::io::Write;

/// How an answer is written. The first five are for SELECT and ASK, the others for CONSTRUCT and DESCRIBE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Columns for people, IRIs shortened.
    Table,
    /// SPARQL 1.1 CSV.
    Csv,
    /// SPARQL 1.1 TSV.
    Tsv,
    /// SPARQL 1.1 JSON.
    Json,
    /// SPARQL 1.1 XML.
    Xml,
    /// Turtle.
    Turtle,
    /// N-Triples.
    NTriples,
    /// RDF/XML.
    RdfXml,
    /// JSON-LD, expanded.
    JsonLd,
}

impl Format {
    fn rows(self) -> Option<QueryResultsFormat> {
        match self {
            Self::Csv => Some(QueryResultsFormat::Csv),
            Self::Tsv => Some(QueryResultsFormat::Tsv),
            Self::Json => Some(QueryResultsFormat::Json),
            Self::Xml => Some(QueryResultsFormat::Xml),
            _ => None,
        }
    }

    fn graph(self) -> Option<RdfFormat> {
        match self {
            Self::Turtle => Some(RdfFormat::Turtle),
            Self::NTriples => Some(RdfFormat::NTriples),
            Self::RdfXml => Some(RdfFormat::RdfXml),
            Self::JsonLd => Some(RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::default() }),
            _ => None,
        }
    }
}

/// Writes an answer; without a format as a table, or as Turtle if it is a graph.
///
/// # Errors
/// If the answer breaks off, has no such format, or cannot be written.
pub fn write(results: QueryResults<'_>, format: Option<Format>, out: &mut impl Write) -> Result<(), QueryError> {
    match results {
        QueryResults::Solutions(rows) => solutions(rows, format.unwrap_or(Format::Table), out),
        QueryResults::Boolean(value) => boolean(value, format.unwrap_or(Format::Table), out),
        QueryResults::Graph(triples) => graph(triples, format.unwrap_or(Format::Turtle), out),
    }
}

fn solutions(rows: QuerySolutionIter<'_>, format: Format, out: &mut impl Write) -> Result<(), QueryError> {
    if format == Format::Table {
        return table::write(rows, out);
    }
    let format = format.rows().ok_or_else(|| unfit("rows", "table, csv, tsv, json or xml"))?;
    let mut serializer = QueryResultsSerializer::from_format(format).serialize_solutions_to_writer(&mut *out, rows.variables().to_vec())?;
    for row in rows {
        serializer.serialize(&row?)?;
    }
    serializer.finish()?;
    end_line(format, out)
}

fn boolean(value: bool, format: Format, out: &mut impl Write) -> Result<(), QueryError> {
    if format == Format::Table {
        return Ok(writeln!(out, "{}", if value { "yes" } else { "no" })?);
    }
    let format = format.rows().ok_or_else(|| unfit("yes or no", "table, csv, tsv, json or xml"))?;
    QueryResultsSerializer::from_format(format).serialize_boolean_to_writer(&mut *out, value)?;
    end_line(format, out)
}

/// JSON and XML come without a line end.
fn end_line(format: QueryResultsFormat, out: &mut impl Write) -> Result<(), QueryError> {
    if matches!(format, QueryResultsFormat::Json | QueryResultsFormat::Xml) {
        writeln!(out)?;
    }
    Ok(())
}

fn graph(triples: QueryTripleIter<'_>, format: Format, out: &mut impl Write) -> Result<(), QueryError> {
    let format = format.graph().ok_or_else(|| unfit("a graph", "turtle, ntriples, rdfxml or jsonld"))?;
    let mut serializer = RdfSerializer::from_format(format);
    for (prefix, namespace) in PREFIXES {
        serializer = serializer.with_prefix(prefix, namespace).map_err(|error| QueryError::Format(error.to_string()))?;
    }
    let mut quads = Vec::new();
    for triple in triples {
        quads.push(triple?.in_graph(oxigraph::model::GraphName::DefaultGraph));
    }
    quads.sort_unstable_by(crate::graph::compare);
    quads.dedup();
    let mut writer = serializer.for_writer(&mut *out);
    for quad in &quads {
        writer.serialize_quad(quad)?;
    }
    writer.finish()?;
    Ok(())
}

fn unfit(answer: &str, formats: &str) -> QueryError {
    QueryError::Format(format!("the answer is {answer}: use --format {formats}"))
}
