//! Relational nouns: nouns that tie somebody to something, such as "president" or "brother", found in a text.

use crate::language::{Document, TokenIndex};
use rustc_hash::FxHashMap;

/// Relational nouns of one or more words, by their last word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Nouns {
    heads: FxHashMap<String, Vec<Head>>,
}

#[derive(Debug, Clone)]
struct Head {
    before: Vec<String>,
    prefix: bool,
    group: usize,
}

/// A relational noun found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FoundHead {
    /// Its first token.
    pub(crate) start: TokenIndex,
    /// True if it is written in the plural.
    pub(crate) plural: bool,
    /// True if it stands before names alone and takes no other noun before it.
    pub(crate) prefix: bool,
    /// The number of the group that it was added with.
    pub(crate) group: usize,
}

impl Nouns {
    /// Adds a noun in the singular; `prefix` if it takes no other such noun before it.
    pub(crate) fn add(&mut self, noun: &str, prefix: bool, group: usize) {
        let mut words: Vec<String> = pieces(noun).map(str::to_owned).collect();
        if let Some(last) = words.pop() {
            let entries = self.heads.entry(last).or_default();
            entries.push(Head { before: words, prefix, group });
            entries.sort_by_key(|head| std::cmp::Reverse(head.before.len()));
        }
    }

    /// The noun that ends at a token, the longest first.
    pub(crate) fn ending_at(&self, document: &Document, token: TokenIndex) -> Option<FoundHead> {
        let word = plain(document.word(token));
        let last = word.rsplit(['-', '‑']).next().unwrap_or(&word).to_owned();
        let plurals: Vec<String> = [&word, &last].into_iter().flat_map(|form| singulars(form)).collect();
        let forms = [word.clone(), last].into_iter().map(|form| (form, false));
        let plurals = plurals.into_iter().map(|form| (form, true));
        let (entries, plural) = forms.chain(plurals).find_map(|(form, plural)| Some((self.heads.get(&form)?, plural)))?;
        let first = document.sentences.get(document.sentence_of(token))?.tokens.start;
        let prefix = |head: &Head| entries.iter().any(|other| other.prefix && other.before == head.before);
        let own: Vec<&str> = pieces(&word).collect();
        let whole =
            |head: &Head| own.split_last().is_some_and(|(_, before)| !before.is_empty() && before.ends_with(&as_words(&head.before)));
        let found = |head: &Head| {
            let start = if whole(head) { token } else { start(document, first, token, &head.before)? };
            Some(FoundHead { start, plural, prefix: prefix(head), group: head.group })
        };
        entries.iter().find_map(found)
    }

    /// The singular of a plural noun among them.
    pub(crate) fn singular_of(&self, word: &str) -> Option<String> {
        let known = |form: &String| form.to_lowercase().rsplit(['-', '‑']).next().is_some_and(|last| self.heads.contains_key(last));
        singulars(word).into_iter().find(known)
    }
}

fn as_words(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

/// The words of a noun as tokens are cut: at spaces and hyphens.
fn pieces(noun: &str) -> impl Iterator<Item = &str> {
    noun.split([' ', '-', '‑']).filter(|piece| !piece.is_empty())
}

/// Lower-cased, without a final full stop.
pub(crate) fn plain(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}

/// The singulars that a plural noun can have.
fn singulars(word: &str) -> Vec<String> {
    let mut forms = Vec::new();
    for (ending, replacement) in [("men", "man"), ("wives", "wife"), ("ies", "y"), ("ches", "ch"), ("sses", "ss"), ("s", "")] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
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
        if written != *word && !singulars(&written).contains(word) {
            return None;
        }
    }
    Some(at)
}
