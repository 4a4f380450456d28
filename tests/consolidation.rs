//! What follows from several articles stands in the store, whichever way they came there, and can be computed again.
#![expect(clippy::expect_used, reason = "a test may panic")]

use dateline::collate::Decision;
use dateline::consolidation::{consolidate, decide};
use dateline::graph::{Settings, facts};
use dateline::pipeline::Pipeline;
use dateline::query::{Format, Query, write};
use dateline::source::read_text;
use dateline::store::{ArticleGraph, Store};
use oxigraph::model::Quad;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::load().expect("what is built in loads"));

const BRIDGE: (&str, &str) = ("bridge.txt", "Mayor Aleksei Petrov of Lima said on Monday that the bridge was open.\n");
const SCHOOL: (&str, &str) = ("school.txt", "Mayor Alexey Petrov of Lima said on Friday that the school was closed.\n");
const RACE: (&str, &str) = ("race.txt", "Ana Ruiz won the race in Cusco on Sunday. Petrov was not there.\n");

fn put(store: &Store, (name, text): (&str, &str), again: bool) {
    let (article, settings) = (read_text(name, text.to_owned()), Settings::default());
    let (iri, quads) = (settings.base.article(&article), PIPELINE.quads(&article, &settings));
    let graph = ArticleGraph { article: &iri, hash: &article.hash, source: &article.source, quads: &quads };
    store.put(&graph, &BTreeSet::new(), again).expect("stored");
}

fn store(articles: &[(&str, &str)]) -> Store {
    let store = Store::in_memory().expect("memory");
    for article in articles {
        put(&store, *article, false);
    }
    consolidate(&store).expect("consolidated");
    store
}

fn quads(store: &Store) -> BTreeSet<String> {
    store.oxigraph().iter().map(|quad| quad.expect("readable").to_string()).collect()
}

/// The rows of a query, without its header.
fn rows(store: &Store, query: &str) -> Vec<String> {
    let mut out = Vec::new();
    write(Query::parse(query).expect("SPARQL").run(store).expect("answered"), Format::Csv, &mut out).expect("written");
    String::from_utf8(out).expect("UTF-8").lines().skip(1).map(str::to_owned).collect()
}

/// Who is said to hold which role in each article, as queries see it.
fn holders(store: &Store) -> Vec<String> {
    rows(
        store,
        "SELECT DISTINCT ?who WHERE { GRAPH ?article { ?role org:member ?person } BIND(REPLACE(STR(?person), '^.*/', '') AS ?who) } ORDER BY ?who",
    )
}

fn decided(store: &Store, decisions: &[Decision]) {
    decide(store, &Settings::default().base, decisions).expect("kept");
    consolidate(store).expect("consolidated");
}

#[test]
fn queries_see_one_person_under_two_spellings() {
    let store = store(&[BRIDGE, SCHOOL]);
    assert_eq!(holders(&store), ["aleksei-petrov"]);
    let ledger = rows(&store, "SELECT ?why ?words WHERE { ?f rdf:predicate dl:readAs ; dl:reason ?why ; dl:evidence/nif:anchorOf ?words }");
    assert_eq!(ledger.len(), 1, "{ledger:?}");
    assert!(ledger[0].contains("Alexey Petrov"), "{ledger:?}");
    let names = rows(&store, "SELECT DISTINCT ?name WHERE { ?p a schema:Person ; rdfs:label ?name } ORDER BY ?name");
    assert_eq!(names, ["Aleksei Petrov", "Alexey Petrov"], "each article keeps its own spelling");
}

#[test]
fn the_way_the_articles_came_does_not_matter() {
    let whole = store(&[BRIDGE, SCHOOL, RACE]);
    let pieces = store(&[RACE]);
    for article in [SCHOOL, BRIDGE] {
        put(&pieces, article, false);
        consolidate(&pieces).expect("consolidated");
    }
    assert_eq!(quads(&pieces), quads(&whole));
    put(&pieces, ("school.txt", "The school was open again.\n"), false);
    consolidate(&pieces).expect("consolidated");
    assert_eq!(quads(&pieces), quads(&store(&[BRIDGE, RACE, ("school.txt", "The school was open again.\n")])));
}

#[test]
fn computing_again_changes_nothing_and_brings_back_what_was_dropped() {
    let store = store(&[BRIDGE, SCHOOL]);
    let before = quads(&store);
    let changes = consolidate(&store).expect("consolidated");
    assert_eq!((changes.articles, changes.quads), (0, 0));
    store.oxigraph().remove_named_graph(Settings::default().base.resolution().as_ref()).expect("dropped");
    assert_ne!(quads(&store), before);
    consolidate(&store).expect("consolidated");
    assert_eq!(quads(&store), before);
}

#[test]
fn the_quads_that_bear_on_other_articles_hold_all_facts() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let paths: BTreeSet<_> = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("readable").path()).collect();
    let texts: Vec<String> = paths.iter().map(|path| std::fs::read_to_string(path).expect("readable")).collect();
    let names: Vec<String> = (0..texts.len()).map(|number| format!("{number}.txt")).collect();
    let store = store(&names.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>());
    let base = Settings::default().base;
    for (name, text) in names.iter().zip(&texts) {
        let article = read_text(name, text.clone());
        let (iri, read) = (base.article(&article), PIPELINE.quads(&article, &Settings::default()));
        let whole = store.quads(&iri).expect("readable");
        let bearing = store.bearing(&iri).expect("readable");
        assert!(bearing.len() * 2 < whole.len(), "{} of {}", bearing.len(), whole.len());
        assert_eq!(facts(&iri, &bearing, &base), facts(&iri, &whole, &base));
        assert_eq!(facts(&iri, &read, &base), facts(&iri, &whole, &base), "as it was read, so it is stored");
    }
}

#[test]
fn what_was_decided_by_hand_stays_and_can_be_taken_back() {
    let store = store(&[BRIDGE, SCHOOL]);
    let before = quads(&store);
    let apart = Decision::Different("person/aleksei-petrov".into(), "person/alexey-petrov".into());
    decided(&store, std::slice::from_ref(&apart));
    assert_eq!(holders(&store), ["aleksei-petrov", "alexey-petrov"]);
    put(&store, SCHOOL, true);
    consolidate(&store).expect("consolidated");
    assert_eq!(holders(&store), ["aleksei-petrov", "alexey-petrov"]);
    decided(&store, &[]);
    assert_eq!(quads(&store), before);
}

#[test]
fn an_article_read_again_bears_the_names_of_all() {
    let store = store(&[BRIDGE, SCHOOL]);
    let before = quads(&store);
    put(&store, SCHOOL, true);
    assert_eq!(holders(&store), ["aleksei-petrov", "alexey-petrov"]);
    consolidate(&store).expect("consolidated");
    assert_eq!(quads(&store), before);
}

#[test]
fn organizations_and_places_are_merged_by_hand() {
    let store = store(&[("a.txt", "The Harbour Post moved to Lima.\n"), ("b.txt", "The Harbour Gazette closed.\n")]);
    let before = quads(&store);
    let bodies = rows(&store, "SELECT DISTINCT ?o WHERE { GRAPH ?g { ?o a schema:Organization } } ORDER BY ?o");
    let [one, other] = &bodies[..] else { panic!("two organizations: {bodies:?}") };
    let name = |iri: &String| Settings::default().base.relative(iri).to_owned();
    decided(&store, &[Decision::Same(name(one), name(other))]);
    assert_eq!(rows(&store, "SELECT DISTINCT ?o WHERE { GRAPH ?g { ?o a schema:Organization } }").len(), 1);
    decided(&store, &[]);
    assert_eq!(quads(&store), before);
}

#[test]
fn nothing_is_found_in_an_empty_store() {
    let store = store(&[]);
    assert_eq!(quads(&store), BTreeSet::new());
    let resolution = Settings::default().base.resolution();
    let found: Vec<Quad> = store.quads(&resolution).expect("readable");
    assert!(found.is_empty() && !store.oxigraph().contains_named_graph(resolution.as_ref()).expect("readable"));
}
