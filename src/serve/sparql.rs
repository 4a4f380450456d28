//! Queries in the SPARQL 1.1 protocol. Nothing can be changed: there is no update.

use super::{Asked, Reply};
use crate::export::{self, Profile, Writer};
use crate::graph::compare;
use crate::query::{Format, Query, QueryError, write};
use crate::store::Store;
use oxigraph::model::{GraphName, Quad};
use oxigraph::sparql::{QueryResults, QueryTripleIter};

/// Answers with rows, and the words by which they are asked for.
const ROWS: [(&str, Format, &str); 4] = [
    ("json", Format::Json, "application/sparql-results+json"),
    ("xml", Format::Xml, "application/sparql-results+xml"),
    ("csv", Format::Csv, "text/csv; charset=utf-8"),
    ("tab-separated", Format::Tsv, "text/tab-separated-values; charset=utf-8"),
];
/// Answers that are graphs.
const GRAPHS: [(&str, export::Format, &str); 4] = [
    ("turtle", export::Format::Turtle, "text/turtle"),
    ("n-triples", export::Format::NTriples, "application/n-triples"),
    ("rdf+xml", export::Format::RdfXml, "application/rdf+xml"),
    ("ld+json", export::Format::JsonLd, "application/ld+json"),
];

/// Answers a query in the format that the client likes best of those that fit.
pub(super) fn answer(asked: &Asked, store: &Store, base: &str) -> Reply {
    let text = if asked.content_type.starts_with("application/sparql-query") {
        String::from_utf8(asked.body.clone()).ok()
    } else {
        asked.field("query")
    };
    let Some(text) = text else { return Reply::error(400, "there is no query: send it as the parameter \"query\"") };
    let results = match Query::parse(&text).and_then(|query| query.run(store)) {
        Ok(results) => results,
        Err(error @ QueryError::Syntax(_)) => return Reply::error(400, &error.to_string()),
        Err(error) => return Reply::error(500, &error.to_string()),
    };
    let body = match results {
        QueryResults::Graph(triples) => {
            let (format, media_type) = preferred(&asked.accept, &GRAPHS);
            graph(triples, format, base).map(|body| (media_type, body))
        }
        rows => {
            let (format, media_type) = preferred(&asked.accept, &ROWS);
            let mut body = Vec::new();
            write(rows, format, &mut body).map(|()| (media_type, body)).map_err(|error| error.to_string())
        }
    };
    match body {
        Ok((media_type, body)) => Reply { status: 200, media_type, body },
        Err(error) => Reply::error(500, &error),
    }
}

/// The format of a list that the client likes best: the one of the highest weight, of equals the one it names first; else the first.
fn preferred<F: Copy>(accept: &str, formats: &[(&str, F, &'static str)]) -> (F, &'static str) {
    let weight = |range: &str| range.split(";q=").nth(1).and_then(|weight| weight.trim().parse::<f32>().ok()).unwrap_or(1.0);
    let mut ranges: Vec<&str> = accept.split(',').map(str::trim).collect();
    ranges.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    let named = |range: &&str| formats.iter().find(|(word, ..)| range.split(';').next().unwrap_or_default().contains(word));
    let (_, format, media_type) = ranges.iter().find_map(named).unwrap_or(&formats[0]);
    (*format, media_type)
}

fn graph(triples: QueryTripleIter<'_>, format: export::Format, base: &str) -> Result<Vec<u8>, String> {
    let quads = triples.map(|triple| triple.map(|triple| triple.in_graph(GraphName::DefaultGraph)));
    let mut quads: Vec<Quad> = quads.collect::<Result<_, _>>().map_err(|error| error.to_string())?;
    quads.sort_unstable_by(compare);
    quads.dedup();
    let mut body = Vec::new();
    let mut writer = Writer::new(format, Profile::Full, base, &mut body).map_err(|error| error.to_string())?;
    writer.graph(quads).map_err(|error| error.to_string())?;
    writer.finish().map_err(|error| error.to_string())?;
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_chooses_the_format() {
        let rows = |accept| preferred(accept, &ROWS).0;
        assert_eq!(rows(""), Format::Json);
        assert_eq!(rows("*/*"), Format::Json);
        assert_eq!(rows("text/csv"), Format::Csv);
        assert_eq!(rows("application/sparql-results+json;q=0.5, application/sparql-results+xml"), Format::Xml);
    }
}
