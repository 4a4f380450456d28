//! The title lexicon: which nouns name a post, function or profession.

use crate::extract::lexicon::{Group, Lexicon, MarkedText};
use crate::extract::relational::{Nouns, plain};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words by which titles are known.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "TitleFile")]
pub struct Titles {
    file: TitleFile,
    nouns: Nouns,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleFile {
    former: Vec<String>,
    not_part: Vec<String>,
    courtesy: Vec<String>,
    participles: Vec<String>,
    leading: Vec<String>,
    unnamed: Vec<String>,
    links: Vec<String>,
    listing: Vec<String>,
    of_several: Vec<String>,
    verbs: Vec<String>,
    appointing: Vec<String>,
    entering: Vec<String>,
    leaving: Vec<String>,
    replacing: Vec<String>,
    origins: Vec<String>,
    posts: Vec<String>,
    doing: BTreeMap<String, String>,
    being: Vec<String>,
    parties: Vec<char>,
    seats: BTreeMap<String, String>,
    fields: BTreeMap<String, Field>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Field {
    heads: Vec<String>,
    #[serde(default)]
    prefix: bool,
    /// True for what people do for a living: their nationality, or the body of another title, is not what it is of.
    #[serde(default)]
    profession: bool,
    /// True for public offices, whose titles stand before names.
    #[serde(default)]
    office: bool,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

impl Lexicon for Titles {
    const PATH: &'static str = "ontology/lexicon/titles.toml";
    const EMBEDDED: &'static str = include_str!("../../../ontology/lexicon/titles.toml");

    fn groups(&self) -> Vec<Group<'_>> {
        let fields = self.file.fields.iter();
        fields.map(|(name, field)| Group { name, examples: &field.examples, counter_examples: &field.counter_examples }).collect()
    }
}

impl From<TitleFile> for Titles {
    fn from(file: TitleFile) -> Self {
        let mut nouns = Nouns::default();
        let mut fields: Vec<(usize, &Field)> = file.fields.values().enumerate().collect();
        fields.sort_by_key(|(_, field)| (field.profession, !field.prefix));
        for (group, field) in fields {
            for head in &field.heads {
                nouns.add(head, field.prefix, group);
            }
        }
        Self { file, nouns }
    }
}

impl Titles {
    /// True for the groups of professions, by number.
    pub(crate) fn is_profession(&self, group: usize) -> bool {
        self.file.fields.values().nth(group).is_some_and(|field| field.profession)
    }

    /// True for the groups of ranks, which are of no body that another title is of.
    pub(crate) fn is_rank(&self, group: usize) -> bool {
        self.file.fields.values().nth(group).is_some_and(|field| field.prefix)
    }

    /// True for the groups of public offices, whose titles stand before names: "minister", "senator".
    pub(crate) fn is_office(&self, group: usize) -> bool {
        self.file.fields.values().nth(group).is_some_and(|field| field.office)
    }

    /// The title nouns.
    pub(crate) fn nouns(&self) -> &Nouns {
        &self.nouns
    }

    /// True for "former", "late", "then".
    pub(crate) fn is_former(&self, word: &str) -> bool {
        contains(&self.file.former, word)
    }

    /// True for words before a title that are no part of it.
    pub(crate) fn is_not_part(&self, word: &str) -> bool {
        contains(&self.file.not_part, word)
    }

    /// True for "Mr", "Dr".
    pub(crate) fn is_courtesy(&self, word: &str) -> bool {
        contains(&self.file.courtesy, &plain(word))
    }

    /// True for title nouns that can be part of the title after them.
    pub(crate) fn is_leading(&self, word: &str) -> bool {
        contains(&self.file.leading, &plain(word))
    }

    /// True for what a title can be of without naming it: "opposition".
    pub(crate) fn is_unnamed(&self, word: &str) -> bool {
        contains(&self.file.unnamed, word)
    }

    /// True for the prepositions after a title.
    pub(crate) fn is_link(&self, word: &str) -> bool {
        contains(&self.file.links, word)
    }

    /// True for words before a title in the plural that one of several holds: "one of".
    pub(crate) fn is_of_several(&self, words: &str) -> bool {
        contains(&self.file.of_several, words)
    }

    /// True for "including": words between a title in the plural and those who hold it.
    pub(crate) fn is_listing(&self, word: &str) -> bool {
        contains(&self.file.listing, word)
    }

    /// True for "from": a preposition that leads to the seat of an office.
    pub(crate) fn is_origin(&self, word: &str) -> bool {
        contains(&self.file.origins, word)
    }

    /// The letters that stand for parties.
    pub(crate) fn parties(&self) -> &[char] {
        &self.file.parties
    }

    /// The state that an abbreviation without full stops stands for, or its name.
    pub(crate) fn seat(&self, short: &str) -> Option<&str> {
        let named = || self.file.seats.values().find(|name| *name == short);
        self.file.seats.get(short).or_else(named).map(String::as_str)
    }

    /// True for "acting", "founding".
    pub(crate) fn is_participle(&self, word: &str) -> bool {
        contains(&self.file.participles, word)
    }

    /// True for "term", "capacity": nouns whose possessor holds the title after them.
    pub(crate) fn is_post(&self, lemma: &str) -> bool {
        contains(&self.file.posts, lemma)
    }

    /// True for "resign": verbs whose subject no longer holds the title after them.
    pub(crate) fn is_leaving(&self, lemma: &str) -> bool {
        contains(&self.file.leaving, lemma)
    }

    /// True for "become", "take": verbs with which a title begins.
    pub(crate) fn is_entering(&self, lemma: &str) -> bool {
        contains(&self.file.entering, lemma)
    }

    /// True for "replace": verbs whose subject has the title of their object after them.
    pub(crate) fn is_replacing(&self, lemma: &str) -> bool {
        contains(&self.file.replacing, lemma)
    }

    /// True for "become", "serve": verbs whose subject holds the title after them.
    pub(crate) fn is_verb(&self, lemma: &str) -> bool {
        contains(&self.file.verbs, lemma)
    }

    /// True for "appoint", "elect": verbs whose object holds the title after it.
    pub(crate) fn is_appointing(&self, lemma: &str) -> bool {
        contains(&self.file.appointing, lemma)
    }

    /// Words that state a title as they stand: "in charge".
    pub(crate) fn being(&self, words: &str) -> Option<&str> {
        self.file.being.iter().find(|entry| entry.eq_ignore_ascii_case(words)).map(String::as_str)
    }

    /// The title of one who does this: "head" for "head".
    pub(crate) fn doer(&self, lemma: &str) -> Option<&str> {
        self.file.doing.get(lemma).map(String::as_str)
    }
}

fn contains(list: &[String], word: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}
