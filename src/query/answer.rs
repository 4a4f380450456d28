//! Answers in the formats that people and programs read.

use super::{QueryError, csv, table};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, QuerySolutionIter};
use std::io::Write;

/// How the answer to a SELECT or ASK is written; graphs are written as exports are.
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
}

impl Format {
    fn rows(self) -> Option<QueryResultsFormat> {
        match self {
            Self::Csv => Some(QueryResultsFormat::Csv),
            Self::Tsv => Some(QueryResultsFormat::Tsv),
            Self::Json => Some(QueryResultsFormat::Json),
            Self::Xml => Some(QueryResultsFormat::Xml),
            Self::Table => None,
        }
    }
}

/// Writes rows, or yes or no.
///
/// # Errors
/// If the answer breaks off, is a graph, or cannot be written.
pub fn write(results: QueryResults<'_>, format: Format, out: &mut impl Write) -> Result<(), QueryError> {
    match results {
        QueryResults::Solutions(rows) => solutions(rows, format, out),
        QueryResults::Boolean(value) => boolean(value, format, out),
        QueryResults::Graph(_) => Err(QueryError::Format("the answer is a graph, not rows".to_owned())),
    }
}

fn solutions(rows: QuerySolutionIter<'_>, format: Format, out: &mut impl Write) -> Result<(), QueryError> {
    if format == Format::Csv {
        return csv::write(rows, out);
    }
    let Some(format) = format.rows() else { return table::write(rows, out) };
    let mut serializer = QueryResultsSerializer::from_format(format).serialize_solutions_to_writer(&mut *out, rows.variables().to_vec())?;
    for row in rows {
        serializer.serialize(&row?)?;
    }
    serializer.finish()?;
    end_line(format, out)
}

fn boolean(value: bool, format: Format, out: &mut impl Write) -> Result<(), QueryError> {
    let Some(format) = format.rows() else { return Ok(writeln!(out, "{}", if value { "yes" } else { "no" })?) };
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
