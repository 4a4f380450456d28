//! What the graph of an article holds, on readings made by hand.

use super::*;
use crate::extract::{
    CalendarDate, Claim, Claims, EntityClass, Event, Mention, MentionKind, Modality, Quotation, QuoteKind, Role, RoleStatus, Source, Vague,
    When,
};
use crate::resolve::{Entity, EntityId};
use crate::source::Article;
use crate::span::Span;
use crate::vocab::nif;
use oxigraph::model::{NamedOrBlankNode, Term};
use proptest::prelude::*;
use std::collections::BTreeMap;

const TEXT: &str = "“Así”, said envoy Ana Pérez after talks in Lima.";

fn article(text: &str) -> Article {
    Article {
        source: "a.txt".into(),
        text: text.into(),
        hash: "0123456789abcdef0123".into(),
        url: None,
        headline: None,
        authors: vec![],
        publisher: None,
        published: None,
        language: Some("en".into()),
        blocks: vec![],
    }
}

fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("words of the text");
    Span::new(start, start + words.len())
}

fn entity(class: EntityClass, key: &str, label: &str) -> Entity {
    Entity { class, subclasses: vec![], key: key.into(), label: label.into(), aliases: vec![], links: vec![], position: None }
}

fn mention(span: Span, class: EntityClass) -> Mention {
    Mention { span, tokens: 0..0, head: 0, kind: MentionKind::Name, class }
}

fn claim<T>(what: T, evidence: &str) -> Claim<T> {
    Claim { what, evidence: span(evidence), rule: "test/rule".into(), confidence: 0.9 }
}

fn reading(article: &Article) -> Reading<'_> {
    let (ana, lima) = (EntityId(0), EntityId(1));
    let role = |title: &str| Role { person: ana, title: title.into(), of: None, status: RoleStatus::Current };
    Reading {
        article,
        entities: vec![entity(EntityClass::Person, "ana-pérez", "Ana Pérez"), entity(EntityClass::Place, "lima", "Lima")],
        mentions: vec![(mention(span("Ana Pérez"), EntityClass::Person), ana), (mention(span("Lima"), EntityClass::Place), lima)],
        authors: vec![],
        publisher: None,
        checks: vec![],
        claims: Claims {
            roles: vec![claim(role("envoy"), "envoy Ana Pérez"), claim(role("Envoy"), "envoy Ana Pérez")],
            events: vec![claim(
                Event {
                    class: "Negotiation".into(),
                    trigger: span("talks"),
                    participants: vec![ana],
                    agents: vec![],
                    targets: vec![],
                    place: Some(lima),
                    time: Some(When { vague: Some(Vague::Early), ..When::at(CalendarDate::Month(2025, 12)) }),
                    modality: Modality::Actual,
                },
                "talks in Lima",
            )],
            quotations: vec![claim(
                Quotation {
                    text: span("Así"),
                    kind: QuoteKind::Fragment,
                    speaker: Some(Source::Known(ana)),
                    cue: Some(span("said")),
                    addressee: None,
                    via: None,
                },
                "“Así”",
            )],
            ..Claims::default()
        },
    }
}

fn lines(reading: &Reading<'_>) -> Vec<String> {
    let short = |quad: Quad| format!("{} {} {}", quad.subject, quad.predicate, quad.object).replace(DEFAULT_BASE, "");
    quads(reading, &Settings::default()).into_iter().map(short).collect()
}

#[test]
fn offsets_are_code_points() {
    let article = article(TEXT);
    let lines = lines(&reading(&article));
    let anchor =
        "<article/0123456789abcdef#char=18,27> <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf> \"Ana Pérez\"";
    assert!(lines.contains(&anchor.to_owned()), "{lines:#?}");
}

#[test]
fn claims_read_from_the_same_words_are_told_apart() {
    let article = article(TEXT);
    let lines = lines(&reading(&article));
    for expected in [
        "<article/0123456789abcdef#role=12,27> <http://www.w3.org/ns/org#role> <role/envoy>",
        "<article/0123456789abcdef#role=12,27;2> <http://www.w3.org/ns/org#role> <role/envoy>",
        "<role/envoy> <http://www.w3.org/2004/02/skos/core#prefLabel> \"envoy\"@en",
        "<role/envoy> <http://www.w3.org/2004/02/skos/core#altLabel> \"Envoy\"@en",
        "<article/0123456789abcdef#event=34,39> <http://www.w3.org/2000/01/rdf-schema#label> \"talks in Lima\"@en",
        "<article/0123456789abcdef#event=34,39> <http://semanticweb.cs.vu.nl/2009/11/sem/hasTimeStamp> \"2025-12\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>",
        "<article/0123456789abcdef#event=34,39> <https://w3id.org/dateline#edtf> \"2025-12-01~/2025-12-10~\"^^<http://id.loc.gov/datatypes/edtf/EDTF>",
        "<article/0123456789abcdef#quote=1,4> <http://schema.org/creator> <person/ana-p%C3%A9rez>",
    ] {
        assert!(lines.contains(&expected.to_owned()), "{expected} not in {lines:#?}");
    }
}

#[test]
fn the_text_can_be_left_out() {
    let article = article(TEXT);
    let reading = reading(&article);
    let holds_text = |text| {
        let settings = Settings { text, ..Settings::default() };
        quads(&reading, &settings).iter().any(|quad| quad.predicate == nif::IS_STRING)
    };
    assert!(holds_text(true) && !holds_text(false));
}

/// Every phrase of the graph: its subject's properties by predicate.
fn phrases(quads: &[Quad]) -> BTreeMap<String, BTreeMap<&str, String>> {
    let mut phrases: BTreeMap<String, BTreeMap<&str, String>> = BTreeMap::new();
    for quad in quads {
        if let (NamedOrBlankNode::NamedNode(subject), Term::Literal(literal)) = (&quad.subject, &quad.object) {
            phrases.entry(subject.as_str().to_owned()).or_default().insert(quad.predicate.as_str(), literal.value().to_owned());
        }
    }
    phrases.retain(|_, values| values.contains_key(nif::ANCHOR_OF.as_str()));
    phrases
}

proptest! {
    #[test]
    fn every_anchor_is_the_text_between_its_offsets(text in "\\PC{1,200}", cuts in proptest::collection::vec((0..200_usize, 0..20_usize), 1..8)) {
        let article = article(&text);
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let clamp = |at: usize| starts[at.min(starts.len() - 1)];
        let spans = cuts.iter().map(|&(from, length)| Span::new(clamp(from), clamp(from + length)));
        let reading = Reading {
            article: &article,
            entities: vec![entity(EntityClass::Person, "x", "X")],
            mentions: spans.map(|span| (mention(span, EntityClass::Person), EntityId(0))).collect(),
            authors: vec![],
            publisher: None,
            claims: Claims::default(),
            checks: vec![],
        };
        let quads = quads(&reading, &Settings::default());
        let phrases = phrases(&quads);
        prop_assert!(!phrases.is_empty());
        let characters: Vec<char> = text.chars().collect();
        for values in phrases.values() {
            let offset = |name: &str| values[name].parse::<usize>().expect("an offset");
            let (begin, end) = (offset(nif::BEGIN_INDEX.as_str()), offset(nif::END_INDEX.as_str()));
            prop_assert_eq!(&values[nif::ANCHOR_OF.as_str()], &characters[begin..end].iter().collect::<String>());
        }
    }
}
