//! A store of sample articles is sound, and whatever is broken in it is found.
#![expect(clippy::expect_used, reason = "a test may panic")]

use dateline::diff::facts;
use dateline::graph::{Base, Settings};
use dateline::pipeline::Pipeline;
use dateline::source::read_text;
use dateline::store::{ArticleGraph, Store};
use dateline::verify::Verifier;
use dateline::vocab::{dl, nif, rdf};
use oxigraph::model::{GraphNameRef, Literal, NamedNode, NamedNodeRef, Quad, QuadRef};
use std::collections::{BTreeMap, BTreeSet};

const TEXT: &str = "Peruvian President Ana Quispe met Ivo Radev, the head of Harbour Bank, in Lima on Monday.\n\n\
    “We agreed on the port,” Quispe said. Radev said at least 12 people were killed when a bridge fell.\n";

/// A store with one article that was read from `text`.
fn store(text: &str, settings: &Settings) -> (Store, NamedNode) {
    let article = read_text("a.txt", text.to_owned());
    let quads = Pipeline::load().expect("a pipeline").quads(&article, settings);
    let store = Store::in_memory().expect("a store");
    let graph = Base::default().article(&article);
    let put = ArticleGraph { article: &graph, hash: &article.hash, source: &article.source, quads: &quads };
    store.put(&put, &BTreeSet::new(), false).expect("stored");
    (store, graph)
}

fn findings(store: &Store, graph: &NamedNode, originals: &BTreeMap<String, String>) -> Vec<String> {
    let verifier = Verifier::embedded().expect("shapes");
    verifier.check(store, graph, originals).expect("checked").findings.into_iter().map(|finding| finding.what).collect()
}

/// The first quad of an article's graph with this predicate.
fn first(store: &Store, graph: &NamedNode, predicate: NamedNodeRef<'_>) -> Quad {
    let found = store.oxigraph().quads_for_pattern(None, Some(predicate), None, Some(GraphNameRef::NamedNode(graph.as_ref())));
    let mut quads: Vec<Quad> = found.map(|quad| quad.expect("readable")).collect();
    quads.sort_by_key(Quad::to_string);
    quads.into_iter().next().expect("such a quad")
}

#[test]
fn a_store_as_it_was_written_is_sound() {
    let (store, graph) = store(TEXT, &Settings::default());
    assert_eq!(findings(&store, &graph, &BTreeMap::new()), Vec::<String>::new());
    let report = Verifier::embedded().expect("shapes").check(&store, &graph, &BTreeMap::new()).expect("checked");
    assert!(report.mentions > 10 && report.unread == 0, "{report:?}");
}

#[test]
fn what_is_broken_is_found() {
    let swaps: [(NamedNodeRef<'_>, Literal, &str); 4] = [
        (nif::ANCHOR_OF, Literal::new_simple_literal("other words"), "the mention says \"other words\""),
        (nif::END_INDEX, Literal::new_simple_literal("99999"), "its IRI or its indexes say otherwise"),
        (dl::CONTENT_HASH, Literal::new_simple_literal("0".repeat(64)), "the text is not the one"),
        (dl::CONFIDENCE, Literal::new_simple_literal("2.0"), "one confidence between 0 and 1"),
    ];
    for (predicate, value, message) in swaps {
        let (store, graph) = store(TEXT, &Settings::default());
        let quad = first(&store, &graph, predicate);
        store.oxigraph().remove(QuadRef::from(&quad)).expect("removed");
        store.oxigraph().insert(QuadRef::from(&Quad { object: value.into(), ..quad })).expect("inserted");
        let found = findings(&store, &graph, &BTreeMap::new());
        assert!(found.iter().any(|what| what.contains(message)), "{predicate}: {found:?}");
    }
}

#[test]
fn a_claim_without_evidence_an_unknown_term_and_a_dangling_identifier_are_found() {
    let (store, graph) = store(TEXT, &Settings::default());
    let evidence = first(&store, &graph, dl::EVIDENCE);
    store.oxigraph().remove(QuadRef::from(&evidence)).expect("removed");
    let odd = NamedNode::new_unchecked(format!("{}evidense", dl::NAMESPACE));
    let nobody = Base::default().as_str().to_owned() + "person/nobody";
    let quad = Quad::new(graph.clone(), odd, NamedNode::new_unchecked(nobody), graph.clone());
    store.oxigraph().insert(QuadRef::from(&quad)).expect("inserted");
    let found = findings(&store, &graph, &BTreeMap::new());
    for message in
        ["the words it was read from", "does not define <https://w3id.org/dateline#evidense>", "person/nobody>, which nothing describes"]
    {
        assert!(found.iter().any(|what| what.contains(message)), "{message}: {found:?}");
    }
}

#[test]
fn without_the_text_mentions_are_read_in_the_original() {
    let settings = Settings { text: false, ..Settings::default() };
    let (store, graph) = store(TEXT, &settings);
    let verifier = Verifier::embedded().expect("shapes");
    let report = verifier.check(&store, &graph, &BTreeMap::new()).expect("checked");
    assert!(report.findings.is_empty() && report.mentions == 0 && report.unread > 10, "{report:?}");
    let article = read_text("a.txt", TEXT.to_owned());
    let report = verifier.check(&store, &graph, &BTreeMap::from([(article.hash, article.text)])).expect("checked");
    assert!(report.findings.is_empty() && report.mentions > 10 && report.unread == 0, "{report:?}");
}

#[test]
fn a_retracted_article_leaves_nothing() {
    let (store, graph) = store(TEXT, &Settings::default());
    store.retract(&graph).expect("retracted");
    assert_eq!(store.len().expect("readable"), 0);
}

#[test]
fn a_difference_names_the_fact_that_changed() {
    let quads = |text: &str| {
        let (store, graph) = store(text, &Settings::default());
        store.quads(&graph).expect("quads")
    };
    let (old, new) = (quads(TEXT), quads(&TEXT.replace("at least 12", "at least 34")));
    assert_eq!(facts(&old, &old), dateline::diff::Difference::default());
    let difference = facts(&old, &new);
    let told = |facts: &[dateline::diff::Fact], number: &str| facts.iter().any(|fact| fact.content.contains(&format!("object: {number}")));
    assert!(told(&difference.removed, "12") && told(&difference.added, "34"), "{difference:?}");
    assert!(difference.removed.iter().all(|fact| fact.source == "a.txt"), "{difference:?}");
    assert!(!difference.added.iter().any(|fact| fact.kind == "Membership"), "what stayed is no difference: {difference:?}");
    assert!(old.iter().any(|quad| quad.predicate == rdf::TYPE));
}
