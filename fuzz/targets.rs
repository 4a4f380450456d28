//! What is fed: one test a target.

use super::Target;
use dateline::authority::{Office, Record};
use dateline::extract::lexicon::Lexicon;
use dateline::extract::quotations::CueLexicon;
use dateline::extract::{Descriptions, NameLexicon, QuantityLexicon, RelationLexicon, Titles};
use dateline::graph::Settings;
use dateline::pipeline::Pipeline;
use dateline::query::{self, Binding, Format, Query};
use dateline::source::{Article, InputOptions, Inputs, Kind, read_bytes};
use dateline::store::{ArticleGraph, Store};
use oxigraph::io::{RdfFormat, RdfParser, RdfSerializer};
use oxigraph::sparql::QueryResults;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

/// Reads an article to its end and holds that its graph is written as it is.
fn extract(pipeline: &Pipeline, article: &Article) {
    let quads = pipeline.quads(article, &Settings::default());
    let mut serializer = RdfSerializer::from_format(RdfFormat::NQuads).for_writer(Vec::new());
    for quad in &quads {
        serializer.serialize_quad(quad).expect("memory");
    }
    let bytes = serializer.finish().expect("memory");
    let again: Vec<_> = RdfParser::from_format(RdfFormat::NQuads).for_slice(&bytes).map(|quad| quad.expect("valid N-Quads")).collect();
    assert!(again == quads, "the graph is not what is written of it");
}

/// Reads a file of many articles to its end.
fn articles(name: &str, kind: Kind, bytes: &[u8]) -> Vec<Article> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{name}-input"));
    std::fs::write(&path, bytes).expect("written");
    Inputs::new([&path], InputOptions { kind: Some(kind), ..InputOptions::default() }).filter_map(Result::ok).collect()
}

#[test]
fn text() {
    let pipeline = Pipeline::load().expect("what is built in loads");
    let read = move |bytes: &[u8]| {
        if let Ok(article) = read_bytes("text", bytes.to_vec()) {
            extract(&pipeline, &article);
        }
    };
    let words =
        &["By Ana Ruiz\n", "# ", "- ", "| a | b |\n", "Mr. ", "U.S. ", "said", "on Monday", "$1.2 million", "at least ", "“", "”, he said"];
    Target { name: "text", cases: 150, words, read: Box::new(read) }.run();
}

#[test]
fn html() {
    let pipeline = Pipeline::load().expect("what is built in loads");
    let read = move |bytes: &[u8]| {
        let page = [b"<!doctype html>".as_slice(), bytes].concat();
        if let Ok(article) = read_bytes("html", page) {
            assert!(article.blocks.iter().all(|block| !block.span.of(&article.text).is_empty()));
            extract(&pipeline, &article);
        }
    };
    let words = &[
        "<p>",
        "</p>",
        "<article>",
        "<table>",
        "<svg>",
        "<!--",
        "-->",
        "<script>",
        "&amp;",
        "&#x0;",
        "&#xD800;",
        "<time datetime=\"",
        "\">",
        "{\"@type\":",
        "</",
    ];
    Target { name: "html", cases: 150, words, read: Box::new(read) }.run();
}

#[test]
fn jsonl() {
    let pipeline = Pipeline::load().expect("what is built in loads");
    let read = move |bytes: &[u8]| {
        for article in articles("jsonl", Kind::Jsonl, bytes) {
            extract(&pipeline, &article);
        }
    };
    let words =
        &["{", "}", "null", "[", "]", "\\u0000", "\\ud800", "\"url\":", "\"text\":", "\"html\":", "\"date\":", "1e999", "<p>", "https://"];
    Target { name: "jsonl", cases: 150, words, read: Box::new(read) }.run();
}

#[test]
fn warc() {
    let read = |bytes: &[u8]| drop(articles("warc", Kind::Warc, bytes));
    let words = &[
        "WARC/1.0\r\n",
        "Content-Length: 0\r\n",
        "Content-Length: 18446744073709551615\r\n",
        "\r\n\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Content-Encoding: gzip\r\n",
        "Content-Encoding: deflate\r\n",
        "ffffffffffffffff\r\n",
        "WARC-Type: response\r\n",
        "HTTP/1.1 200 OK\r\n",
    ];
    Target { name: "warc", cases: 1000, words, read: Box::new(read) }.run();
}

#[test]
fn lexicon() {
    let read = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        drop((NameLexicon::read("a", &text), Descriptions::read("a", &text), CueLexicon::read("a", &text)));
        drop((Titles::read("a", &text), RelationLexicon::read("a", &text), QuantityLexicon::read("a", &text)));
    };
    let words = &["[[", "]]", "[", " = ", "'''", "\"\"\"", "{", "}", "examples", "{speaker: ", "{{", "\\", "true", "1979-05-27"];
    Target { name: "lexicon", cases: 500, words, read: Box::new(read) }.run();
}

#[test]
fn authority() {
    let read = |bytes: &[u8]| {
        for line in String::from_utf8_lossy(bytes).lines() {
            if let Ok(record) = Record::read(line) {
                drop((
                    record.names().count(),
                    record.is_leader(),
                    record.is_capital(),
                    record.is_spelling("Ana"),
                    record.wikidata(),
                    record.geonames_iri(),
                ));
            }
            if let Ok(office) = Office::read(line) {
                let _ = (office.on("2024-03-07"), office.is_certain("2024-03-07"));
            }
        }
    };
    let words = &["\t", "\t\t\t", "|", "Q1", "Q", "9999-99-99", "2024", "-", ";", "person", "country"];
    Target { name: "authority", cases: 2000, words, read: Box::new(read) }.run();
}

/// A store with one article.
fn store() -> Store {
    let article = dateline::source::read_text("a.txt", "Peruvian President Ana Quispe met Ivo Radev in Lima on Monday.\n".to_owned());
    let quads = Pipeline::load().expect("what is built in loads").quads(&article, &Settings::default());
    let store = Store::in_memory().expect("memory");
    let name = Settings::default().base.article(&article);
    let graph = ArticleGraph { article: &name, hash: &article.hash, source: &article.source, quads: &quads };
    store.put(&graph, &BTreeSet::new(), false).expect("stored");
    store
}

/// The first line is a binding, the rest the query.
#[test]
fn query() {
    let store = store();
    let read = move |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let (binding, text) = text.split_once('\n').unwrap_or(("", &text));
        let Ok(mut query) = Query::parse(text) else { return };
        if let Ok(binding) = binding.parse::<Binding>() {
            query = query.bind(binding);
        }
        let Ok(answer) = query.within(Duration::from_millis(200)).run(&store) else { return };
        match query::first(answer, 50).0 {
            QueryResults::Graph(triples) => drop(triples.collect::<Result<Vec<_>, _>>()),
            answer => drop(query::write(answer, Format::Table, &mut Vec::new())),
        }
    };
    let words = &[
        "SELECT * {",
        "}",
        "OPTIONAL {",
        "FILTER(",
        "BIND(",
        "GROUP BY",
        "?x",
        "<https://",
        ">",
        "dl:",
        "*",
        "+",
        "/",
        "|",
        "^",
        "!",
        "VALUES",
        "UNDEF",
        "\"\"^^xsd:integer",
        "REGEX(?x, \"(a*)*b\")",
        "STRDT(",
        "SUBSTR(?x, 0, -1)",
        "CONCAT(",
        "MINUS {",
        "GRAPH ?g {",
        "name=",
        "name=<",
    ];
    Target { name: "query", cases: 300, words, read: Box::new(read) }.run();
}
