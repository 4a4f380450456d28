//! Each query of `queries/` has its expected rows on the sample articles, and the graph of these uses known terms only.
//!
//! `DATELINE_BLESS=1` writes the rows as they are now into `tests/queries/`: read them before you keep them.
#![expect(clippy::expect_used, reason = "a test may panic")]

mod samples;

use dateline::query::{self, Binding, Format, Query};
use dateline::store::Store;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::vocab::rdf;
use oxigraph::sparql::QueryResults;
use samples::files;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

static STORE: LazyLock<Store> = LazyLock::new(|| {
    let store = samples::store();
    dateline::consolidation::consolidate(&store).expect("consolidated");
    store
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The answer as CSV, or as sorted N-Triples for a CONSTRUCT.
fn answer(text: &str, bindings: &[&str]) -> String {
    let mut query = Query::parse(text).expect("SPARQL");
    for binding in bindings {
        query = query.bind(binding.parse::<Binding>().expect("a binding"));
    }
    match query.run(&STORE).expect("answered") {
        QueryResults::Graph(triples) => {
            let lines: BTreeSet<String> = triples.map(|triple| format!("{} .\n", triple.expect("a triple"))).collect();
            lines.into_iter().collect()
        }
        rows => {
            let mut out = Vec::new();
            query::write(rows, Format::Csv, &mut out).expect("written");
            String::from_utf8(out).expect("UTF-8").replace("\r\n", "\n")
        }
    }
}

#[test]
fn each_query_has_its_expected_rows() {
    let mut wrong = Vec::new();
    let queries = files("queries", "rq");
    for path in &queries {
        let text = fs::read_to_string(path).expect("readable");
        let extension = if text.contains("\nCONSTRUCT") { "nt" } else { "csv" };
        let rows = answer(&text, &[]);
        let expected = root().join("tests/queries").join(path.file_name().expect("a name")).with_extension(extension);
        if std::env::var_os("DATELINE_BLESS").is_some() {
            fs::write(&expected, &rows).expect("writable");
        }
        if fs::read_to_string(&expected).unwrap_or_default() != rows {
            wrong.push(format!("{}, which now gives\n{rows}", expected.display()));
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
    assert_eq!(files("tests/queries", "csv").len() + files("tests/queries", "nt").len(), queries.len(), "a file of rows for each query");
}

/// The bindings that a query's opening comment offers: `place="Sumy"` as variable and value.
fn offered(text: &str) -> Vec<(&str, &str)> {
    let comment = text.lines().take_while(|line| line.starts_with('#'));
    let offers = comment.flat_map(|line| line.split("--bind ").skip(1));
    offers.filter_map(|offer| offer.split_once("=\"")).filter_map(|(name, rest)| Some((name, rest.split_once('"')?.0))).collect()
}

/// The rows of an answer, and the number of a column.
fn rows(answer: &str, column: &str) -> (BTreeSet<Vec<String>>, usize) {
    let mut reader = csv::Reader::from_reader(answer.as_bytes());
    let number = reader.headers().expect("a header").iter().position(|name| name == column).expect("the query selects it");
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    (rows, number)
}

#[test]
fn the_bindings_that_comments_offer_select_the_rows_with_that_value() {
    let mut selecting = 0;
    for path in files("queries", "rq") {
        let text = fs::read_to_string(&path).expect("readable");
        for (name, value) in offered(&text) {
            let (mut all, column) = rows(&answer(&text, &[]), name);
            let (bound, _) = rows(&answer(&text, &[&format!("{name}=\"{value}\"")]), name);
            all.retain(|row| row.get(column).is_some_and(|found| found == value));
            assert_eq!(bound, all, "{}: --bind {name}=\"{value}\"", path.display());
            selecting += usize::from(!bound.is_empty());
        }
    }
    assert!(selecting >= 5, "only {selecting} of the bindings select anything");
}

#[test]
fn the_graph_uses_terms_of_the_ontology_only() {
    let ontology = fs::read_to_string(root().join("ontology/dateline.ttl")).expect("readable");
    let parser = RdfParser::from_format(RdfFormat::Turtle).for_slice(ontology.as_bytes());
    let known: BTreeSet<String> = parser.map(|quad| quad.expect("Turtle").subject.to_string()).collect();
    let mut unknown = BTreeSet::new();
    for quad in STORE.oxigraph() {
        let quad = quad.expect("readable");
        let is_type = quad.predicate == rdf::TYPE;
        unknown.extend([quad.predicate.to_string()].into_iter().filter(|predicate| !is_type && !known.contains(predicate)));
        let object = quad.object.to_string();
        unknown.extend(
            [object].into_iter().filter(|object| (is_type || object.starts_with("<https://w3id.org/dateline#")) && !known.contains(object)),
        );
    }
    assert_eq!(unknown, BTreeSet::new());
}
