//! Every format gives back the data set that it was made from, however odd its literals.
#![expect(clippy::expect_used, reason = "a test may panic")]

use dateline::export::{Format, Profile, Writer};
use dateline::graph::{DEFAULT_BASE, compare};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{GraphName, Literal, NamedNode, Quad, Term};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

/// Things of the program's own kind, and some that are hard to shorten.
const THINGS: [&str; 9] = [
    "https://w3id.org/dateline/id/person/ann-roe",
    "https://w3id.org/dateline/id/article/0123456789abcdef",
    "https://w3id.org/dateline/id/article/0123456789abcdef#char=0,5",
    "https://w3id.org/dateline/id/",
    "https://w3id.org/dateline#name",
    "http://www.wikidata.org/entity/Q1",
    "http://a.example/x?y=z&u=v#w",
    "http://a.example/..%2F/é(1),2;3",
    "urn:x:y",
];

const GRAPHS: [&str; 3] = [THINGS[1], THINGS[3], "http://a.example/graph"];

const PROPERTIES: [&str; 5] = [
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://schema.org/datePublished",
    "https://w3id.org/dateline#participant",
    "http://a.example/property",
];

const WORDS: [&str; 19] = [
    "",
    " ",
    " a ",
    "\"",
    "'",
    "\\",
    "\\u0041",
    "a\nb",
    "a\r\nb",
    "\t",
    "]]>",
    "<b>&amp;",
    "\u{202e}مرحبا",
    "𝄞\u{feff}",
    "\u{7f}\u{85}\u{2028}",
    "{\"@id\":1}",
    // Halves of a pair, written as escapes: six characters each, which nobody may read as one.
    "\\ud800",
    "\\uDC00\\uD83D",
    "&#xD800;",
];

/// Values with their datatypes, in forms that are not the usual ones too.
const TYPED: [(&str, &str); 19] = [
    ("7", "integer"),
    ("+07", "integer"),
    ("9007199254740993", "integer"),
    ("123456789012345678901234567890", "integer"),
    ("0.10", "decimal"),
    ("-0.000000000000000000000001", "decimal"),
    ("123456789012345678901234567890.123456789012345678901234567890", "decimal"),
    ("-.0", "decimal"),
    ("1E400", "double"),
    ("-5e-324", "double"),
    ("NaN", "double"),
    ("1", "boolean"),
    ("2025-03-18", "date"),
    ("-0044-03-15", "date"),
    ("-12025-02-29", "date"),
    ("-0001-12-31T23:59:60.000000001+14:00", "dateTime"),
    ("2025-03", "gYearMonth"),
    ("not a day", "date"),
    (" 1 ", "integer"),
];

fn iri(choices: &'static [&'static str]) -> impl Strategy<Value = NamedNode> {
    select(choices).prop_map(NamedNode::new_unchecked)
}

/// Text without what XML 1.0 cannot hold; `odd` adds just that.
fn words(odd: bool) -> BoxedStrategy<String> {
    let plain = prop_oneof![select(&WORDS[..]).prop_map(str::to_owned), "[^\\p{Cc}\u{fffe}\u{ffff}]{0,20}"];
    if odd {
        prop_oneof![plain, select(&["\u{0}", "a\u{1}\u{1f}b", "\u{ffff}"][..]).prop_map(str::to_owned)].boxed()
    } else {
        plain.boxed()
    }
}

fn literal(odd: bool) -> impl Strategy<Value = Literal> {
    let typed = |(value, name): (&str, &str)| Literal::new_typed_literal(value, NamedNode::new_unchecked(format!("{XSD}{name}")));
    prop_oneof![
        words(odd).prop_map(Literal::new_simple_literal),
        (words(odd), select(&["en", "uk", "zh-hant", "ar"][..]))
            .prop_map(|(text, language)| Literal::new_language_tagged_literal_unchecked(text, language)),
        select(&TYPED[..]).prop_map(typed),
        words(odd).prop_map(|text| Literal::new_typed_literal(text, NamedNode::new_unchecked("http://a.example/type"))),
    ]
}

fn quads(odd: bool) -> impl Strategy<Value = Vec<Quad>> {
    let object = prop_oneof![iri(&THINGS).prop_map(Term::from), literal(odd).prop_map(Term::from)];
    let quad = (iri(&THINGS), iri(&PROPERTIES), object, iri(&GRAPHS));
    proptest::collection::vec(quad.prop_map(|(subject, predicate, object, graph)| Quad::new(subject, predicate, object, graph)), 0..30)
}

fn written(format: Format, mut quads: Vec<Quad>) -> Vec<u8> {
    quads.sort_unstable_by(compare);
    quads.dedup();
    let mut writer = Writer::new(format, Profile::Full, DEFAULT_BASE, Vec::new()).expect("a base");
    for graph in quads.chunk_by(|a, b| a.graph_name == b.graph_name) {
        writer.graph(graph.to_vec()).expect("memory");
    }
    writer.finish().expect("memory")
}

fn read(format: RdfFormat, bytes: &[u8]) -> Result<BTreeSet<String>, String> {
    let quads = RdfParser::from_format(format).for_slice(bytes).collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?;
    Ok(quads.iter().map(ToString::to_string).collect())
}

fn gives_back(format: Format, syntax: RdfFormat, mut quads: Vec<Quad>) -> Result<(), TestCaseError> {
    let bytes = written(format, quads.clone());
    if !syntax.supports_datasets() {
        for quad in &mut quads {
            quad.graph_name = GraphName::DefaultGraph;
        }
    }
    let expected: BTreeSet<String> = quads.iter().map(ToString::to_string).collect();
    let found = read(syntax, &bytes).map_err(|error| TestCaseError::fail(format!("{error}\n{}", String::from_utf8_lossy(&bytes))))?;
    prop_assert_eq!(found, expected, "{}", String::from_utf8_lossy(&bytes));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn each_format_gives_back_its_data_set(quads in quads(true)) {
        gives_back(Format::NQuads, RdfFormat::NQuads, quads.clone())?;
        gives_back(Format::NTriples, RdfFormat::NTriples, quads.clone())?;
        gives_back(Format::TriG, RdfFormat::TriG, quads.clone())?;
        gives_back(Format::Turtle, RdfFormat::Turtle, quads.clone())?;
        gives_back(Format::JsonLd, RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::empty() }, quads)?;
    }

    #[test]
    fn rdf_xml_gives_back_what_xml_can_hold(quads in quads(false)) {
        gives_back(Format::RdfXml, RdfFormat::RdfXml, quads)?;
    }
}

/// Every format, and how it is read.
fn formats() -> [(Format, RdfFormat); 6] {
    [
        (Format::NQuads, RdfFormat::NQuads),
        (Format::NTriples, RdfFormat::NTriples),
        (Format::TriG, RdfFormat::TriG),
        (Format::Turtle, RdfFormat::Turtle),
        (Format::JsonLd, RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::empty() }),
        (Format::RdfXml, RdfFormat::RdfXml),
    ]
}

#[test]
fn a_megabyte_of_text_comes_back() {
    let text = "“Ті самі слова” \\ \"\n\u{202e}مرحبا".repeat(30_000);
    assert!(text.len() > 1 << 20);
    let graph = NamedNode::new_unchecked(THINGS[1]);
    let property = NamedNode::new_unchecked(PROPERTIES[1]);
    let tagged = Literal::new_language_tagged_literal_unchecked(text.clone(), "ar");
    for literal in [Literal::new_simple_literal(text), tagged] {
        let quad = Quad::new(graph.clone(), property.clone(), literal, graph.clone());
        for (format, syntax) in formats() {
            gives_back(format, syntax, vec![quad.clone()]).expect("the same");
        }
    }
}

#[test]
fn each_hostile_value_comes_back_from_each_format() {
    let words =
        WORDS.iter().flat_map(|word| [Literal::new_simple_literal(*word), Literal::new_language_tagged_literal_unchecked(*word, "ar")]);
    let typed = TYPED.iter().map(|(value, name)| Literal::new_typed_literal(*value, NamedNode::new_unchecked(format!("{XSD}{name}"))));
    let (graph, property) = (NamedNode::new_unchecked(THINGS[1]), NamedNode::new_unchecked(PROPERTIES[4]));
    let quads: Vec<Quad> = words.chain(typed).map(|literal| Quad::new(graph.clone(), property.clone(), literal, graph.clone())).collect();
    for (format, syntax) in formats() {
        gives_back(format, syntax, quads.clone()).expect("the same");
    }
}
