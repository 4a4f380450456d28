//! Pronouns, and descriptions such as "the envoy" or "the country".

use super::lexicon::{Group, Lexicon, MarkedText};
use super::{EntityClass, Lexicons, Mention, MentionKind, Mentions};
use crate::language::{Document, Relation, Token, TokenIndex, Upos};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words by which a text refers to what it has named before.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Descriptions {
    determiners: Vec<String>,
    courtesies: BTreeMap<String, Sort>,
    pronouns: BTreeMap<String, Sort>,
    nouns: BTreeMap<Sort, Vec<String>>,
    names: BTreeMap<Sort, Vec<String>>,
    examples: Sentences,
    counter_examples: Sentences,
}

/// The sentences that show what each group finds or leaves alone.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentences {
    determiners: Vec<MarkedText>,
    courtesies: Vec<MarkedText>,
    pronouns: Vec<MarkedText>,
    nouns: Vec<MarkedText>,
    names: Vec<MarkedText>,
}

impl Sentences {
    fn all(&self) -> [(&'static str, &[MarkedText]); 5] {
        [
            ("determiners", &self.determiners),
            ("courtesies", &self.courtesies),
            ("pronouns", &self.pronouns),
            ("nouns", &self.nouns),
            ("names", &self.names),
        ]
    }
}

impl Lexicon for Descriptions {
    const PATH: &'static str = "ontology/lexicon/descriptions.toml";
    const EMBEDDED: &'static str = include_str!("../../ontology/lexicon/descriptions.toml");

    fn groups(&self) -> Vec<Group<'_>> {
        let pairs = self.examples.all().into_iter().zip(self.counter_examples.all());
        pairs.map(|((name, examples), (_, counter_examples))| Group { name, examples, counter_examples }).collect()
    }
}

/// What a word can refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// A man.
    Male,
    /// A woman.
    Female,
    /// A human being.
    Person,
    /// Several people, or a body.
    Several,
    /// A thing, body or place.
    Thing,
    /// A body.
    Organization,
    /// A country.
    Country,
    /// A city.
    City,
    /// Any other place.
    Place,
    /// A named event.
    Event,
    /// A document, plan, law or product.
    Work,
}

impl Sort {
    /// The class of entity that it most often is.
    #[must_use]
    pub fn class(self) -> EntityClass {
        match self {
            Self::Male | Self::Female | Self::Person | Self::Several => EntityClass::Person,
            Self::Thing | Self::Organization => EntityClass::Organization,
            Self::Country | Self::City | Self::Place => EntityClass::Place,
            Self::Event => EntityClass::NamedEvent,
            Self::Work => EntityClass::Work,
        }
    }
}

impl Descriptions {
    /// True for "the", "a", "this".
    #[must_use]
    pub fn is_determiner(&self, word: &str) -> bool {
        self.determiners.iter().any(|determiner| determiner.eq_ignore_ascii_case(word))
    }

    /// What a pronoun can refer to.
    #[must_use]
    pub fn pronoun(&self, word: &str) -> Option<Sort> {
        self.pronouns.get(&word.to_lowercase()).copied()
    }

    /// Man or woman, by the word before the name; the word in lower case.
    #[must_use]
    pub fn courtesy(&self, word: &str) -> Option<Sort> {
        self.courtesies.get(word).copied()
    }

    /// What a common noun after "the" can refer to.
    #[must_use]
    pub fn noun(&self, lemma: &str) -> Option<Sort> {
        self.nouns.iter().find(|(_, words)| words.iter().any(|word| word == lemma)).map(|(&sort, _)| sort)
    }

    /// The class of a name that ends in this word ("summit", "treaty").
    #[must_use]
    pub fn name_class(&self, last: &str) -> Option<EntityClass> {
        self.names.iter().find(|(_, words)| words.iter().any(|word| word == last)).map(|(sort, _)| sort.class())
    }
}

/// The pronouns of the third person.
pub(super) fn pronouns(document: &Document, lexicons: &Lexicons, named: &Mentions) -> Vec<Mention> {
    let mut list = Vec::new();
    for (index, token) in document.tokens.iter().enumerate() {
        if matches!(token.upos, Upos::Pron | Upos::Det)
            && named.at(index).is_none()
            && let Some(sort) = lexicons.descriptions.pronoun(document.word(index))
        {
            list.push(Mention::over(document, index..index + 1, MentionKind::Pronoun, sort.class()));
        }
    }
    list
}

/// Noun phrases with "the" or "this" whose noun can stand for somebody named before.
pub(super) fn descriptions(document: &Document, lexicons: &Lexicons, named: &Mentions) -> Vec<Mention> {
    let mut list: Vec<Mention> = Vec::new();
    for (index, token) in document.tokens.iter().enumerate() {
        if !is_noun(token) || named.at(index).is_some() {
            continue;
        }
        let titled = || lexicons.titles.nouns().ending_at(document, index).filter(|found| !found.plural).map(|_| Sort::Person);
        let Some(sort) = lexicons.descriptions.noun(&document.word(index).to_lowercase()).or_else(titled) else { continue };
        if sort == Sort::Organization && speaks_through(document, lexicons, index + 1) {
            list.push(Mention::over(document, index..index + 1, MentionKind::Description, sort.class()));
            continue;
        }
        if let Some(start) = start(document, lexicons, named, index)
            && last_noun(document, named, index)
        {
            list.push(Mention::over(document, start..index + 1, MentionKind::Description, sort.class()));
        }
    }
    list
}

/// True for a noun, and for an adjective that stands where only one can: "the official said".
fn is_noun(token: &Token) -> bool {
    let nominal = matches!(token.relation, Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Obl | Relation::OblAgent);
    matches!(token.upos, Upos::Noun | Upos::Propn) || token.upos == Upos::Adj && nominal
}

/// True for the noun of one who speaks for the body before it: "a company spokesperson".
fn speaks_through(document: &Document, lexicons: &Lexicons, noun: TokenIndex) -> bool {
    document.tokens.get(noun).is_some_and(|token| token.upos == Upos::Noun && lexicons.cues.is_voice(&token.lemma))
}

/// The definite determiner before a noun, past at most three adjectives and nouns; the word after a name where one stands between.
fn start(document: &Document, lexicons: &Lexicons, named: &Mentions, noun: TokenIndex) -> Option<TokenIndex> {
    let sentence = &document.sentences.get(document.sentence_of(noun))?.tokens;
    let earliest = noun.saturating_sub(4).max(sentence.start);
    let mut first = None;
    for token in (earliest..noun).rev() {
        let word = document.word(token);
        if lexicons.descriptions.is_determiner(word) {
            return (!matches!(word, "a" | "an" | "A" | "An")).then_some(first.unwrap_or(token));
        }
        if named.at(token).is_some_and(|id| named[id].class != EntityClass::Person) {
            first = first.or(Some(token + 1));
            continue;
        }
        let hyphen = matches!(word, "-" | "‑");
        if named.at(token).is_some() || !hyphen && !matches!(document.tokens[token].upos, Upos::Adj | Upos::Adv | Upos::Noun | Upos::Propn)
        {
            return None;
        }
    }
    None
}

/// True when neither another noun nor a name goes on after this one.
fn last_noun(document: &Document, named: &Mentions, noun: TokenIndex) -> bool {
    document.tokens.get(noun + 1).is_none_or(|next| !matches!(next.upos, Upos::Noun | Upos::Propn) && named.at(noun + 1).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::extract;
    use crate::language::Language;
    use crate::source::read_text;

    /// What a group finds in a sentence: words, each with the class or the mark of what it refers to.
    fn found(group: &str, text: &str, language: &Language, lexicons: &Lexicons) -> Vec<(String, String)> {
        let words = &lexicons.descriptions;
        let article = read_text("example.txt", text.to_owned());
        let document = language.analyse(&article);
        if group == "nouns" {
            let (mentions, _) = extract(&document, lexicons);
            let list = mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Description);
            return list.map(|(_, m)| (m.span.of(&article.text).to_owned(), format!("{:?}", m.class))).collect();
        }
        let of = |word: &str| match group {
            "determiners" => words.is_determiner(word).then(|| "determiner".to_owned()),
            "courtesies" => words.courtesy(&word.to_lowercase()).map(|sort| format!("{sort:?}").to_lowercase()),
            "pronouns" => words.pronoun(word).map(|sort| format!("{sort:?}").to_lowercase()),
            _ => words.name_class(&word.to_lowercase()).map(|class| format!("{class:?}")),
        };
        (0..document.tokens.len()).filter_map(|t| Some((document.word(t).to_owned(), of(document.word(t))?))).collect()
    }

    /// A mark as the group tells it.
    fn told(group: &str, label: &str) -> String {
        match (group, label) {
            ("names", "event") => "NamedEvent".to_owned(),
            ("names", "work") => "Work".to_owned(),
            ("nouns", "person") => "Person".to_owned(),
            ("nouns", "organization") => "Organization".to_owned(),
            ("nouns", _) => "Place".to_owned(),
            _ => label.to_owned(),
        }
    }

    #[test]
    fn every_group_finds_its_examples_and_no_counter_example() {
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        for group in Descriptions::embedded().expect("a lexicon").groups() {
            assert!(!group.examples.is_empty() && !group.counter_examples.is_empty(), "{} has no sentences", group.name);
            for example in group.examples.iter().chain(group.counter_examples) {
                let wanted: Vec<(String, String)> =
                    example.marks.iter().map(|m| (m.span.of(&example.text).to_owned(), told(group.name, &m.label))).collect();
                assert_eq!(found(group.name, &example.text, &language, &lexicons), wanted, "{}: {}", group.name, example.text);
            }
        }
    }
}
