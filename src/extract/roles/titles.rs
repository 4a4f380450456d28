//! The title lexicon: which nouns name a post, function or profession.

use crate::extract::lexicon::{Group, Lexicon, MarkedText};
use crate::language::{Document, TokenIndex};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words by which titles are known.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "TitleFile")]
pub struct Titles {
    file: TitleFile,
    /// The title nouns by their last word.
    heads: FxHashMap<String, Vec<Head>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleFile {
    former: Vec<String>,
    not_part: Vec<String>,
    courtesy: Vec<String>,
    links: Vec<String>,
    verbs: Vec<String>,
    appointing: Vec<String>,
    doing: BTreeMap<String, String>,
    fields: BTreeMap<String, Field>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Field {
    heads: Vec<String>,
    #[serde(default)]
    prefix: bool,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

/// A title noun, filed under its last word.
#[derive(Debug, Clone)]
struct Head {
    before: Vec<String>,
    prefix: bool,
}

/// A title noun found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FoundHead {
    /// Its first token.
    pub(super) start: TokenIndex,
    /// True if it is written in the plural.
    pub(super) plural: bool,
    /// True if it stands before names alone and takes no words before it.
    pub(super) prefix: bool,
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
        let mut heads: FxHashMap<String, Vec<Head>> = FxHashMap::default();
        for field in file.fields.values() {
            for head in &field.heads {
                let mut words: Vec<String> = pieces(head).map(str::to_owned).collect();
                if let Some(last) = words.pop() {
                    heads.entry(last).or_default().push(Head { before: words, prefix: field.prefix });
                }
            }
        }
        for entries in heads.values_mut() {
            entries.sort_by_key(|head| std::cmp::Reverse(head.before.len()));
        }
        Self { file, heads }
    }
}

/// The words of a title as tokens are cut: at spaces and hyphens.
fn pieces(title: &str) -> impl Iterator<Item = &str> {
    title.split([' ', '-', '‑']).filter(|piece| !piece.is_empty())
}

impl Titles {
    /// The title noun that ends at a token, the longest first.
    pub(super) fn ending_at(&self, document: &Document, token: TokenIndex) -> Option<FoundHead> {
        let word = plain(document.word(token));
        let last = word.rsplit(['-', '‑']).next().unwrap_or(&word).to_owned();
        let forms = [word.clone(), last].into_iter().map(|form| (form, false));
        let plurals = singular(&word).into_iter().map(|form| (form, true));
        let (entries, plural) = forms.chain(plurals).find_map(|(form, plural)| Some((self.heads.get(&form)?, plural)))?;
        let first = document.sentences.get(document.sentence_of(token))?.tokens.start;
        let prefix = entries.iter().any(|head| head.prefix);
        let found = |head: &Head| Some(FoundHead { start: start(document, first, token, &head.before)?, plural, prefix });
        entries.iter().find_map(found)
    }

    /// The singular of a plural title noun.
    pub(super) fn singular_of(&self, word: &str) -> Option<String> {
        let known = |form: &String| self.heads.contains_key(&form.to_lowercase());
        singular(word).into_iter().find(known)
    }

    /// True for "former", "late", "then".
    pub(super) fn is_former(&self, word: &str) -> bool {
        contains(&self.file.former, word)
    }

    /// True for words before a title that are no part of it.
    pub(super) fn is_not_part(&self, word: &str) -> bool {
        contains(&self.file.not_part, word)
    }

    /// True for "Mr", "Dr".
    pub(super) fn is_courtesy(&self, word: &str) -> bool {
        contains(&self.file.courtesy, &plain(word))
    }

    /// True for the prepositions after a title.
    pub(super) fn is_link(&self, word: &str) -> bool {
        contains(&self.file.links, word)
    }

    /// True for "become", "serve": verbs whose subject holds the title after them.
    pub(super) fn is_verb(&self, lemma: &str) -> bool {
        contains(&self.file.verbs, lemma)
    }

    /// True for "appoint", "elect": verbs whose object holds the title after it.
    pub(super) fn is_appointing(&self, lemma: &str) -> bool {
        contains(&self.file.appointing, lemma)
    }

    /// The title of one who does this: "head" for "head".
    pub(super) fn doer(&self, lemma: &str) -> Option<&str> {
        self.file.doing.get(lemma).map(String::as_str)
    }
}

fn contains(list: &[String], word: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}

/// Lower-cased, without a final full stop.
fn plain(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}

/// The singulars that a plural noun can have.
pub(super) fn singular(word: &str) -> Vec<String> {
    let mut forms = Vec::new();
    for (ending, replacement) in [("men", "man"), ("ies", "y"), ("ches", "ch"), ("sses", "ss"), ("s", "")] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) {
            forms.push(format!("{stem}{replacement}"));
        }
    }
    forms
}

/// Where a noun of several words starts, if those before its last stand there.
fn start(document: &Document, first: TokenIndex, token: TokenIndex, before: &[String]) -> Option<TokenIndex> {
    let mut at = token;
    for word in before.iter().rev() {
        at = at.checked_sub(1).filter(|&at| at >= first)?;
        if matches!(document.word(at), "-" | "‑") {
            at = at.checked_sub(1).filter(|&at| at >= first)?;
        }
        let written = plain(document.word(at));
        if written != *word && !singular(&written).contains(word) {
            return None;
        }
    }
    Some(at)
}
