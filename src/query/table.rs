//! Rows as a table for people: aligned columns, IRIs shortened, text without quotation marks.

use super::QueryError;
use crate::graph::DEFAULT_BASE;
use crate::vocab::PREFIXES;
use oxigraph::model::Term;
use oxigraph::sparql::QuerySolutionIter;
use std::io::Write;

/// The widest that a column but the last is padded to, in characters.
const WIDEST: usize = 60;

pub(super) fn write(rows: QuerySolutionIter<'_>, out: &mut impl Write) -> Result<(), QueryError> {
    let names: Vec<String> = rows.variables().iter().map(|variable| variable.as_str().to_owned()).collect();
    let mut lines = vec![names];
    for row in rows {
        let row = row?;
        lines.push(row.values().iter().map(|term| term.as_ref().map(cell).unwrap_or_default()).collect());
    }
    let widths = widths(&lines);
    for (number, line) in lines.iter().enumerate() {
        writeln!(out, "{}", pad(line, &widths))?;
        if number == 0 {
            let rule: Vec<String> = widths.iter().map(|&width| "─".repeat(width)).collect();
            writeln!(out, "{}", rule.join("  "))?;
        }
    }
    Ok(())
}

fn widths(lines: &[Vec<String>]) -> Vec<usize> {
    let columns = lines.first().map_or(0, Vec::len);
    let width = |column: usize| lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    (0..columns).map(|column| width(column).min(WIDEST)).collect()
}

fn pad(line: &[String], widths: &[usize]) -> String {
    let cells = line.iter().zip(widths).map(|(cell, &width)| format!("{cell:width$}"));
    cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

/// A term as people read it.
fn cell(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => shorten(node.as_str()),
        Term::BlankNode(node) => node.to_string(),
        Term::Literal(literal) => literal.value().split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// An IRI with its namespace as a prefix; an instance without the default base.
#[must_use]
pub fn shorten(iri: &str) -> String {
    if let Some(rest) = iri.strip_prefix(DEFAULT_BASE) {
        return rest.to_owned();
    }
    let known = PREFIXES.iter().find_map(|(prefix, namespace)| Some(format!("{prefix}:{}", iri.strip_prefix(namespace)?)));
    known.unwrap_or_else(|| iri.to_owned())
}
