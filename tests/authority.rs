//! The files of the authority keep their rules.
#![expect(clippy::expect_used, reason = "a test may panic")]

use dateline::authority::{Authority, Kind, Match, Office, Record};
use dateline::language::gazetteer::{Gazetteer, Lists, key};
use dateline::language::linear::word_hash;
use dateline::language::model::ModelFile;
use dateline::language::word::normalize;
use std::borrow::Cow;
use std::collections::BTreeSet;

const FILES: [(&str, &str); 5] = [
    ("countries", include_str!("../ontology/authority/countries.tsv")),
    ("places", include_str!("../ontology/authority/places.tsv")),
    ("organizations", include_str!("../ontology/authority/organizations.tsv")),
    ("events", include_str!("../ontology/authority/events.tsv")),
    ("people", include_str!("../ontology/authority/people.tsv")),
];

fn records() -> impl Iterator<Item = (&'static str, Record<'static>)> {
    FILES.iter().flat_map(|(file, text)| {
        let read = move |line| Record::read(line).unwrap_or_else(|error| panic!("ontology/authority/{file}.tsv: {error}: {line}"));
        text.lines().skip(1).map(move |line| (*file, read(line)))
    })
}

fn offices() -> impl Iterator<Item = Office<'static>> {
    let text = include_str!("../ontology/authority/offices.tsv");
    text.lines().skip(1).map(|line| Office::read(line).unwrap_or_else(|error| panic!("offices.tsv: {error}: {line}")))
}

#[test]
fn every_row_says_what_it_is_and_where_it_comes_from() {
    for (file, record) in records() {
        let complete = [record.id, record.label, record.description, record.source].iter().all(|field| !field.trim().is_empty());
        assert!(complete, "{file}.tsv: {} {:?} lacks a label, description or source", record.id, record.label);
    }
    for office in offices() {
        let complete = [office.person, office.title, office.as_of, office.source].iter().all(|field| !field.trim().is_empty());
        assert!(complete, "offices.tsv: {office:?} lacks a person, office, day or source");
    }
}

#[test]
fn a_source_with_a_year_dates_its_rows() {
    for (file, record) in records() {
        let dated = ["2026-01", "2022-23", "Natural Earth 5.1", "congress-legislators"].iter().any(|source| record.source.contains(source));
        assert!(!dated || !record.as_of.is_empty(), "{file}.tsv: {} {} has no as-of", record.id, record.label);
    }
}

#[test]
fn no_identifier_stands_twice() {
    let mut seen = BTreeSet::new();
    for (file, record) in records() {
        assert!(seen.insert((record.id, record.kind)), "{file}.tsv: {} stands twice", record.id);
        let known = record.id.starts_with("loc:") || record.id.starts_with("gn:") || is_wikidata(record.id);
        assert!(known, "{file}.tsv: {:?} is no identifier", record.id);
    }
}

#[test]
fn no_place_of_one_kind_shares_its_geonames_number() {
    let mut seen = BTreeSet::new();
    for (file, record) in records().filter(|(_, record)| !record.geonames.is_empty()) {
        assert!(
            seen.insert((record.geonames, record.kind)),
            "{file}.tsv: {} {} has the GeoNames number of another",
            record.id,
            record.label
        );
    }
}

fn is_wikidata(id: &str) -> bool {
    id.strip_prefix('Q').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[test]
fn coordinates_lie_on_the_earth() {
    let degrees = |text: &str| text.parse::<f64>().unwrap_or(f64::NAN).abs();
    for (file, record) in records().filter(|(_, record)| !record.latitude.is_empty() || !record.longitude.is_empty()) {
        let inside = degrees(record.latitude) <= 90.0 && degrees(record.longitude) <= 180.0;
        assert!(inside, "{file}.tsv: {} {} lies nowhere", record.id, record.label);
    }
}

/// The words that news writes with a small letter nine times of ten, as the language model has counted them.
fn common_words() -> Gazetteer {
    let file = ModelFile::open("names", Cow::Borrowed(include_bytes!("../models/names.dlm"))).expect("the layer is whole");
    Gazetteer::new(file.section("gazetteer").expect("it has a gazetteer")).expect("a gazetteer")
}

#[test]
fn a_common_word_needs_a_gate() {
    let words = common_words();
    let is_common = |name: &str| {
        let mut form = String::new();
        normalize(name, &mut form);
        words.get(key(0, word_hash(&form))).has(Lists::COMMON)
    };
    assert!(is_common("The") && !is_common("Kyiv"));
    for (file, record) in records().filter(|(_, record)| record.matching == Match::Any && record.kind != Kind::Person) {
        for name in record.names() {
            let acronym = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
            assert!(acronym || !is_common(name), "{file}.tsv: {} matches the common word {name:?}", record.label);
        }
    }
}

#[test]
fn every_office_is_of_somebody_in_the_authority() {
    let authority = Authority::embedded().expect("the authority is well-formed");
    let people: BTreeSet<&str> = authority.records().iter().filter(|record| record.kind == Kind::Person).map(|record| record.id).collect();
    for office in offices() {
        assert!(people.contains(office.person), "offices.tsv: {} is in no row of people.tsv", office.person);
        assert!(
            office.end.is_empty() || office.start.is_empty() || office.start <= office.end || office.start.starts_with(office.end),
            "{office:?} ends before it begins"
        );
    }
}

#[test]
fn an_alias_in_another_language_is_no_spelling() {
    let authority = Authority::embedded().expect("the authority is well-formed");
    let hamm = authority.records().iter().find(|record| record.label == "Hamm").expect("Hamm is in the authority");
    assert!(!hamm.is_spelling("Hamas"));
    let kyiv = authority.with_id("Q1899").expect("Kyiv is in the authority");
    assert!(kyiv.is_spelling("Kiev"));
}
