//! Rows as SPARQL 1.1 CSV: the text of each value, and quotation marks around any that needs them, IRIs with commas too.

use super::QueryError;
use csv::{Terminator, WriterBuilder};
use oxigraph::model::Term;
use oxigraph::sparql::QuerySolutionIter;
use std::io::Write;

pub(super) fn write(rows: QuerySolutionIter<'_>, out: &mut impl Write) -> Result<(), QueryError> {
    let names: Vec<String> = rows.variables().iter().map(|variable| variable.as_str().to_owned()).collect();
    if names.is_empty() {
        // A row without columns is an empty line, which is no record of CSV.
        return Ok(out.write_all("\r\n".repeat(1 + rows.collect::<Result<Vec<_>, _>>()?.len()).as_bytes())?);
    }
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    table.write_record(&names).map_err(std::io::Error::from)?;
    for row in rows {
        let row = row?;
        table.write_record(row.values().iter().map(|term| term.as_ref().map(cell).unwrap_or_default())).map_err(std::io::Error::from)?;
    }
    Ok(table.flush()?)
}

fn cell(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::BlankNode(node) => node.to_string(),
        Term::Literal(literal) => literal.value().to_owned(),
    }
}
