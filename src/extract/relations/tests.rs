//! The lexicon's examples, read by the program.

use super::{RelationLexicon, relations};
use crate::extract::lexicon::{Lexicon, MarkedText};
use crate::extract::mentions::mentions;
use crate::extract::roles::roles;
use crate::extract::{Lexicons, Referent};
use crate::language::Language;
use crate::source::read_text;

/// Subject, predicate and object in the text's words; a country that only an adjective names, by its name.
type Triple = (String, String, String);

/// All relations that are read from a sentence.
fn found(language: &Language, lexicons: &Lexicons, example: &MarkedText) -> Vec<Triple> {
    let article = read_text("example.txt", example.text.clone());
    let document = language.analyse(&article);
    let mentions = mentions(&document, lexicons);
    let words = |referent: &Referent| match referent {
        Referent::Mention(id) => mentions[*id].span.of(&article.text).to_owned(),
        Referent::Country(name) | Referent::Party(name) => name.to_string(),
    };
    let roles = roles(&document, &mentions, lexicons);
    let claims = relations(&document, &mentions, &roles, lexicons);
    let mut triples: Vec<_> =
        claims.iter().map(|claim| (words(&claim.what.subject), claim.what.predicate.to_string(), words(&claim.what.object))).collect();
    triples.sort();
    triples.dedup();
    triples
}

/// The relation that an example marks: none in a counter-example.
fn marked(lexicons: &Lexicons, predicate: &str, example: &MarkedText) -> Vec<Triple> {
    let named = |words: &str| lexicons.demonyms.country(words).map_or_else(|| words.to_owned(), str::to_owned);
    let pairs = example.marked("subject").zip(example.marked("object"));
    let mut triples: Vec<_> = pairs.map(|(subject, object)| (subject.to_owned(), predicate.to_owned(), named(object))).collect();
    triples.sort();
    triples
}

#[test]
fn every_group_finds_its_examples_and_no_counter_example() {
    let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
    let mut wrong = Vec::new();
    for (predicate, group) in lexicons.relations.stated() {
        for example in group.examples {
            let (found, marked) = (found(&language, &lexicons, example), marked(&lexicons, predicate, example));
            if found != marked || marked.is_empty() {
                wrong.push(format!("{}: {:?} gives {found:?}, not {marked:?}", group.name, example.text));
            }
        }
        for example in group.counter_examples {
            let found = found(&language, &lexicons, example);
            let stated = found.iter().any(|(_, stated, _)| stated == predicate);
            wrong.extend(stated.then(|| format!("{}: {:?} gives {found:?}", group.name, example.text)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_group_has_examples() {
    let lexicon = RelationLexicon::embedded().expect("it can be read");
    let bare: Vec<_> =
        lexicon.groups().iter().filter(|g| g.examples.is_empty() || g.counter_examples.is_empty()).map(|g| g.name.to_owned()).collect();
    assert!(bare.is_empty(), "{bare:?}");
}

#[test]
fn places_listed_together_lie_in_the_same() {
    let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
    let read = |text: &str| found(&language, &lexicons, &MarkedText { text: text.to_owned(), marks: Vec::new() });
    let both = |whole: &str| ["Fujian", "Zhejiang"].map(|part| (part.to_owned(), "partOf".to_owned(), whole.to_owned())).to_vec();
    assert_eq!(read("Rain fell in China's Zhejiang and Fujian provinces."), both("China"));
    assert_eq!(read("Rain fell in the Chinese provinces of Zhejiang and Fujian."), both("China"));
    assert_eq!(read("Rain fell in China's Zhejiang and Fujian.").len(), 1, "no noun says that both are of one kind");
}
