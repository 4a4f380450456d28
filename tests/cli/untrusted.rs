//! Input that means harm: nothing it says is done, and nothing in it takes the program down.

use super::{dateline, file, folder, run, text};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Term;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

/// Names and addresses that would end an IRI or a string, leave a folder, or be taken for an option or a command.
const ODD: [&str; 9] = [
    "https://selm.example/a b",
    "https://selm.example/\"quoted\"",
    "https://selm.example/> <https://evil.example/s> <https://evil.example/p> <https://evil.example/o",
    "https://selm.example/{x}|\\^`%00%zz",
    "https://selm.example/\n\u{202e}\u{0}\u{7f}é",
    "javascript:alert(1)",
    "../../../../tmp/dateline-was-here",
    "--output=dateline-was-here",
    "$(touch dateline-was-here); `touch dateline-was-here`",
];

/// Lines of JSON in which everything that may be odd is.
fn odd_lines() -> String {
    let line = |odd: &&str| {
        let words = format!("Ana Ruiz of {odd} said on Monday: “The bridge {odd} is open.” She met Ivo Radev in Lima.");
        let all = serde_json::json!({
            "id": odd, "url": odd, "title": odd, "author": odd, "publisher": odd, "date": odd, "language": odd, "text": words
        });
        format!("{all}\n")
    };
    ODD.iter().map(line).collect()
}

/// All files and folders in a folder.
fn content(folder: &Path) -> BTreeSet<String> {
    folder.read_dir().expect("a folder").map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn odd_names_and_addresses_stay_what_they_are_in_every_format() {
    let folder = folder();
    file(folder.path(), "odd.jsonl", odd_lines());
    let formats = [
        ("nquads", RdfFormat::NQuads),
        ("trig", RdfFormat::TriG),
        ("turtle", RdfFormat::Turtle),
        ("ntriples", RdfFormat::NTriples),
        ("jsonld", RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::default() }),
    ];
    for (name, format) in formats {
        let output = run(folder.path(), &["extract", "odd.jsonl", "--format", name]);
        let mut sources = BTreeSet::new();
        for quad in RdfParser::from_format(format).for_slice(output.as_bytes()) {
            let quad = quad.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(!quad.subject.to_string().contains("evil.example/s"), "{name}: {quad}");
            if let (true, Term::Literal(source)) = (quad.predicate.as_str().ends_with("#sourceFile"), quad.object) {
                sources.insert(source.value().to_owned());
            }
        }
        assert_eq!(sources, ODD.iter().map(ToString::to_string).collect(), "{name}");
    }
}

#[cfg(feature = "rocksdb")]
#[test]
fn names_lead_to_no_file_and_no_command() {
    let folder = folder();
    file(folder.path(), "odd.jsonl", odd_lines());
    assert!(run(folder.path(), &["ingest", "odd.jsonl"]).contains(&format!("{} new", ODD.len())));
    run(folder.path(), &["verify"]);
    run(folder.path(), &["export", "--format", "schema-org", "-o", "pages"]);
    assert_eq!(content(&folder.path().join("pages")).len(), ODD.len());
    for format in ["graphml", "gexf", "dot", "neo4j", "csvw", "parquet", "rdfxml"] {
        run(folder.path(), &["export", "--format", format, "-o", &format!("pages/{format}")]);
    }
    run(folder.path(), &["list"]);
    for odd in ODD.iter().filter(|odd| !odd.contains('\0')) {
        dateline(folder.path()).args(["show", "--", odd]).assert().code(predicates::ord::lt(2));
        run(folder.path(), &["query", "SELECT ?name { ?who rdfs:label ?name }", &format!("--bind=name={odd}")]);
        run(folder.path(), &["retract", "--", odd]);
    }
    let expected = ["dateline-kg", "odd.jsonl", "pages"].map(ToOwned::to_owned);
    assert_eq!(content(folder.path()), BTreeSet::from(expected));
    assert!(!Path::new("/tmp/dateline-was-here").exists());
}

/// A page whose references to entities would fill a disk, were they followed.
#[test]
fn entities_are_not_expanded_and_nothing_is_fetched() {
    let folder = folder();
    let entities: Vec<String> = (1..40).map(|n| format!("<!ENTITY e{n} \"&e{};&e{};\">", n - 1, n - 1)).collect();
    let entities = entities.concat();
    let head = "<!DOCTYPE html [<!ENTITY e0 SYSTEM \"file:///etc/passwd\">";
    let page = format!(
        "{head}{entities}]><html><body><p>Ana Ruiz said on Monday that the bridge was open and so was &e39; the school near it.</p>
         <p>The minister met the mayor in Lima on Friday, and nobody was hurt. <img src=\"http://127.0.0.1:9/x\"></p></body></html>"
    );
    file(folder.path(), "bomb.html", &page);
    let quads = run(folder.path(), &["extract", "bomb.html", "--format", "nquads"]);
    assert!(quads.contains("bridge") && !quads.contains("root:"), "{quads}");
    assert!(quads.len() < 100_000, "{}", quads.len());
}

#[test]
fn nested_json_is_a_bad_line_and_no_more() {
    let folder = folder();
    let deep = format!("{{\"text\": {}1{}}}\n", "[".repeat(200_000), "]".repeat(200_000));
    let good = "{\"id\": \"good\", \"text\": \"Ana Ruiz said on Monday that the bridge was open.\"}\n";
    file(folder.path(), "deep.jsonl", deep + good);
    dateline(folder.path()).args(["extract", "deep.jsonl"]).assert().code(3).stderr(contains("deep.jsonl:1")).stdout(contains("good"));
}

#[cfg(feature = "rocksdb")]
mod queries {
    use super::*;

    fn store() -> tempfile::TempDir {
        let folder = folder();
        dateline(folder.path()).arg("ingest").args(super::super::samples()).assert().success();
        folder
    }

    /// Asks, and gives what was said on standard error; the program must have failed in time.
    fn stopped(folder: &Path, question: &[&str]) -> String {
        let start = Instant::now();
        let mut command = dateline(folder);
        let assert = command.args(question).args(["--timeout", "1"]).timeout(Duration::from_secs(60)).assert().code(1);
        assert!(start.elapsed() < Duration::from_secs(30), "{question:?}");
        text(&assert.get_output().stderr)
    }

    #[test]
    fn what_never_ends_is_stopped() {
        let folder = store();
        let values: Vec<String> = (0..8).map(|n| format!("VALUES ?v{n} {{ {} }} ", "1 2 3 4 5 6 7 8 9 10 ".repeat(5))).collect();
        let values = values.concat();
        for query in [
            "SELECT (COUNT(*) AS ?n) { ?a (!dl:none|^!dl:none)* ?b . ?b (!dl:none|^!dl:none)* ?c . ?c (!dl:none|^!dl:none)* ?d }"
                .to_owned(),
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }".to_owned(),
            format!("SELECT (COUNT(*) AS ?n) {{ {values} }}"),
            "CONSTRUCT { ?a dl:x ?d } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?z) }".to_owned(),
        ] {
            assert!(stopped(folder.path(), &["query", &query]).contains("was not answered within 1 s:"), "{query}");
        }
        let network = "SELECT ?source ?target { ?source ?b ?c . ?target ?e ?f . ?g ?h ?i FILTER(?g = ?z) }";
        let export = ["export", "--format", "dot", "--query", network];
        assert!(stopped(folder.path(), &export).contains("the query was not answered within 1 s:"));
    }

    #[test]
    fn a_flood_is_cut_off_and_says_so() {
        let folder = store();
        let flood = "SELECT ?a ?d { ?a a schema:Person . ?d ?e ?f . ?g ?h ?i }";
        for format in ["table", "csv", "tsv", "json", "xml"] {
            let mut command = dateline(folder.path());
            let assert = command.args(["query", flood, "--limit", "5", "--format", format]).assert().success();
            let assert = assert.stderr(contains("larger --limit"));
            let rows = text(&assert.get_output().stdout);
            assert!((5..20).contains(&rows.matches("person/").count()), "{format}: {rows}");
        }
        let construct = "CONSTRUCT { ?a dl:x ?d } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
        dateline(folder.path()).args(["query", construct, "--limit", "5"]).assert().success().stderr(contains("larger --limit"));
        let network = ["export", "--format", "dot", "--query", "SELECT ?source ?target { ?source ?p ?o . ?target ?q ?r }", "--limit", "5"];
        let assert = dateline(folder.path()).args(network).assert().success().stderr(contains("larger --limit"));
        assert_eq!(text(&assert.get_output().stdout).matches(" -> ").count(), 5);
        let whole = ["query", "SELECT ?who { ?who a schema:Person } LIMIT 5", "--limit", "5"];
        dateline(folder.path()).args(whole).assert().success().stderr(contains("limit").not());
    }

    #[test]
    fn nesting_and_length_are_refused_or_answered_but_never_fatal() {
        let folder = store();
        let chain = |joint: &str| vec!["?x = 1"; 20_000].join(joint);
        for query in [
            format!("SELECT ?x {{ {} {} }}", "{".repeat(100_000), "}".repeat(100_000)),
            format!("SELECT ?x {{ ?x ?y ?z FILTER({}1{}) }}", "(".repeat(100_000), ")".repeat(100_000)),
            format!("SELECT ?x {{ ?x ?y ?z FILTER({}true) }}", "!".repeat(100_000)),
            format!("SELECT ?x {{ ?x {}dl:agent{} ?z }}", "(".repeat(100_000), ")*".repeat(100_000)),
            format!("SELECT ?x {{ ?x ?y {} }}", "[ ?p ".repeat(100_000)),
            format!("SELECT ?x {{ ?x ?y ?z FILTER({}) }}", chain(" || ")),
            format!("SELECT ?x {{ ?x ?y ?z FILTER({}) }}", chain(" + ")),
            format!("SELECT ?x {{ ?x {} ?z }}", vec!["dl:agent"; 20_000].join("/")),
            format!("SELECT ?x {{ {} }}", "{ ?x ?y ?z } UNION ".repeat(20_000) + "{}"),
            format!("SELECT ?x {{ {} }}", "OPTIONAL { ?x dl:agent ?z } ".repeat(20_000)),
        ] {
            file(folder.path(), "q.rq", &query);
            let output = dateline(folder.path()).args(["query", "q.rq", "--timeout", "2"]).output().expect("run");
            let start: String = query.chars().take(60).collect();
            assert!(output.status.code().is_some_and(|code| code < 3), "{start}: {:?} {}", output.status, text(&output.stderr));
        }
    }

    #[test]
    fn a_query_reaches_no_other_server_and_no_file() {
        let folder = store();
        for query in [
            "SELECT ?s { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
            "LOAD <file:///etc/passwd>",
            "DROP ALL",
            "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        ] {
            dateline(folder.path()).args(["query", query]).assert().code(predicates::ord::gt(0)).stdout("");
        }
        let file = "SELECT ?s FROM <file:///etc/passwd> { ?s ?p ?o }";
        assert_eq!(run(folder.path(), &["query", file, "--format", "csv"]).trim(), "s");
        run(folder.path(), &["verify"]);
    }
}
