//! Queries in the SPARQL 1.1 protocol. Nothing can be changed: there is no update.

use super::{Asked, Reply};
use crate::export::{self, Profile, Writer};
use crate::graph::compare;
use crate::query::{Format, Query, QueryError, first, write};
use crate::store::Store;
use oxigraph::model::{GraphName, Quad};
use oxigraph::sparql::{QueryResults, QueryTripleIter};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// How long a query whose time is over may take to notice it.
const GRACE: Duration = Duration::from_secs(2);
/// What the store is asked within.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// How long a query may take.
    pub time: Duration,
    /// A query with more rows, or triples, is refused.
    pub rows: usize,
}

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

/// Answers a query in the format that the client likes best of those that fit, if that is done in time.
pub(super) fn answer(asked: &Asked, store: &Arc<Store>, base: &str, bounds: Bounds) -> Reply {
    let text = if asked.content_type.starts_with("application/sparql-query") {
        String::from_utf8(asked.body.clone()).ok()
    } else {
        asked.field("query")
    };
    let Some(text) = text else { return Reply::error(400, "there is no query: send it as the parameter \"query\"") };
    let query = match Query::parse(&text) {
        Ok(query) => query,
        Err(error) => return failed(&error),
    };
    let token = query.token();
    let (done, wait) = channel();
    let (store, base, accept) = (Arc::clone(store), base.to_owned(), asked.accept.clone());
    // What reads nothing from the store does not notice the token: then its thread is left behind, and the client is told all the same.
    std::thread::spawn(move || done.send(evaluate(query, &store, &base, &accept, bounds.rows)));
    match wait.recv_timeout(bounds.time) {
        Ok(reply) => reply,
        Err(RecvTimeoutError::Disconnected) => Reply::error(500, "the query could not be answered"),
        Err(RecvTimeoutError::Timeout) => {
            token.cancel();
            let late = format!("the query was not answered within {} s: ask for less", bounds.time.as_secs());
            wait.recv_timeout(GRACE).ok().filter(|reply| reply.status == 200).unwrap_or_else(|| Reply::error(503, &late))
        }
    }
}

fn evaluate(query: Query, store: &Store, base: &str, accept: &str, most: usize) -> Reply {
    let (results, cut) = match query.run(store) {
        Ok(results) => first(results, most),
        Err(error) => return failed(&error),
    };
    let (media_type, body) = match results {
        QueryResults::Graph(triples) => {
            let (format, media_type) = preferred(accept, &GRAPHS);
            (media_type, graph(triples, format, base))
        }
        rows => {
            let (format, media_type) = preferred(accept, &ROWS);
            let mut body = Vec::new();
            (media_type, write(rows, format, &mut body).map(|()| body).map_err(|error| error.to_string()))
        }
    };
    match body {
        _ if cut.is_short() => Reply::error(400, &format!("the answer has more than {most} rows: ask for fewer with LIMIT and OFFSET")),
        Ok(body) => Reply { status: 200, media_type, body },
        Err(error) => Reply::error(500, &error),
    }
}

/// The client's mistakes are told from failures.
fn failed(error: &QueryError) -> Reply {
    let status = if matches!(error, QueryError::Syntax(_)) { 400 } else { 500 };
    Reply::error(status, &error.to_string())
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

    fn asked(query: &str, time: Duration) -> Reply {
        let store = Arc::new(Store::in_memory().expect("memory"));
        let asked = Asked { content_type: "application/sparql-query".to_owned(), body: query.into(), ..Asked::default() };
        answer(&asked, &store, "https://example.org/", Bounds { time, rows: 10 })
    }

    fn values(count: usize, lists: usize) -> String {
        let list = |n| format!("VALUES ?v{n} {{ {} }} ", "1 ".repeat(count));
        (0..lists).map(list).collect()
    }

    #[test]
    fn what_never_ends_is_given_up_whether_it_reads_the_store_or_not() {
        let reply = asked(&format!("SELECT (COUNT(*) AS ?n) {{ {} }}", values(100, 8)), Duration::ZERO);
        assert_eq!(reply.status, 503);
        assert!(String::from_utf8_lossy(&reply.body).contains("was not answered"));
    }

    #[test]
    fn a_flood_is_refused_not_cut_off() {
        let status = |query: &str| asked(query, Duration::from_secs(60)).status;
        assert_eq!(status(&format!("SELECT * {{ {} }}", values(10, 1))), 200);
        assert_eq!(status(&format!("SELECT * {{ {} }}", values(11, 1))), 400);
        let construct = |values| format!("CONSTRUCT {{ <urn:a> <urn:b> ?v0 }} {{ {values} }}");
        assert_eq!(status(&construct(values(10, 1))), 200);
        assert_eq!(status(&construct("VALUES ?v0 { 1 2 3 4 5 6 7 8 9 10 11 }".to_owned())), 400);
    }

    #[test]
    fn the_client_chooses_the_format() {
        let rows = |accept| preferred(accept, &ROWS).0;
        assert_eq!(rows(""), Format::Json);
        assert_eq!(rows("*/*"), Format::Json);
        assert_eq!(rows("text/csv"), Format::Csv);
        assert_eq!(rows("application/sparql-results+json;q=0.5, application/sparql-results+xml"), Format::Xml);
    }
}
