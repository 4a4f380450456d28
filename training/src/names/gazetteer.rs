//! Builds the table of known names from the authority, and of how news writes its words from the corpora.

use super::corpus::Article;
use anyhow::{Context, Result};
use dateline::language::gazetteer::{LONGEST, Lists, encode, key};
use dateline::language::linear::word_hash;
use dateline::language::tokens::Tokenizer;
use dateline::language::word::normalize;
use dateline::span::Span;
use std::collections::BTreeMap;
use std::path::Path;

/// A city from this many inhabitants on is a large one.
const LARGE: u64 = 400_000;
/// A word must have been seen this often before its letter case counts.
const SEEN: u32 = 8;
/// A small word must stand inside names this often to count as one that does.
const LINKS: u32 = 25;

/// The gazetteer while it is being built.
#[derive(Debug)]
pub struct Builder {
    tokenizer: Tokenizer,
    entries: BTreeMap<u64, Lists>,
}

impl Builder {
    /// Takes up all names in `authority/*.tsv`.
    pub fn new(ontology: &Path) -> Result<Self> {
        let mut builder = Self { tokenizer: Tokenizer::new()?, entries: BTreeMap::new() };
        for file in ["countries", "places", "organizations", "people"] {
            builder.take_authority(&ontology.join(format!("authority/{file}.tsv")))?;
        }
        for row in rows(&ontology.join("authority/demonyms.tsv"))? {
            builder.add(&field(&row, 0), Lists::DEMONYM);
        }
        Ok(builder)
    }

    fn take_authority(&mut self, path: &Path) -> Result<()> {
        for row in rows(path)? {
            let kind = field(&row, 1);
            let population: u64 = field(&row, 7).parse().unwrap_or(0);
            let lists = match kind.as_str() {
                "country" => Lists::COUNTRY,
                "region" => Lists::REGION,
                "city" if population >= LARGE || field(&row, 9).starts_with("capital") => Lists::LARGE_CITY,
                "city" => Lists::CITY,
                "physical" => Lists::PHYSICAL,
                "media" => Lists::MEDIUM,
                "person" => Lists::PERSON,
                _ => Lists::ORGANIZATION,
            };
            let (label, aliases) = (field(&row, 2), field(&row, 3));
            for name in [label.as_str()].into_iter().chain(aliases.split('|')) {
                if is_latin(name) {
                    self.add(name, lists);
                }
            }
            match lists {
                Lists::PERSON => self.add_parts(&label),
                Lists::ORGANIZATION => self.add_last(&label),
                _ => {}
            }
        }
        Ok(())
    }

    fn words(&self, name: &str) -> Vec<u64> {
        let mut spans = Vec::new();
        self.tokenizer.tokens(name, Span::new(0, name.len()), &mut spans);
        spans.iter().map(|span| form(span.of(name))).collect()
    }

    fn add(&mut self, name: &str, lists: Lists) {
        let words = self.words(name);
        if words.len() > LONGEST || name.len() < 2 {
            return;
        }
        let mut so_far = 0;
        for (at, &word) in words.iter().enumerate() {
            so_far = key(so_far, word);
            let here = if at + 1 == words.len() { lists } else { Lists::PREFIX };
            let entry = self.entries.entry(so_far).or_default();
            *entry = entry.with(here);
        }
    }

    fn add_parts(&mut self, name: &str) {
        let parts: Vec<&str> = name.split(' ').filter(|part| part.chars().count() > 2 && !part.contains('.')).collect();
        if let [given, .., family] = parts.as_slice() {
            self.add(given, Lists::GIVEN);
            self.add(family, Lists::FAMILY);
        }
    }

    fn add_last(&mut self, name: &str) {
        if let Some((_, last)) = name.rsplit_once(' ') {
            self.add(last, Lists::BODY);
        }
    }

    /// Takes up how the corpora write their words inside sentences.
    pub fn take_cases(&mut self, articles: &[Article]) {
        let mut seen: BTreeMap<u64, [u32; 2]> = BTreeMap::new();
        for sentence in articles.iter().flat_map(|article| &article.sentences) {
            for word in sentence.words.iter().skip(1) {
                if word.chars().any(char::is_alphabetic) {
                    let capital = word.chars().any(char::is_uppercase);
                    seen.entry(form(word)).or_default()[usize::from(capital)] += 1;
                }
            }
        }
        for (word, [lower, capital]) in seen {
            let list = match lower + capital {
                SEEN.. if lower >= 9 * capital => Lists::COMMON,
                SEEN.. if capital >= 9 * lower => Lists::PROPER,
                _ => continue,
            };
            let entry = self.entries.entry(key(0, word)).or_default();
            *entry = entry.with(list);
        }
    }

    /// Takes up which words the corpora write with a small letter inside names.
    pub fn take_links(&mut self, articles: &[Article]) {
        let mut seen: BTreeMap<u64, u32> = BTreeMap::new();
        for sentence in articles.iter().flat_map(|article| &article.sentences) {
            for word in sentence.names.iter().flat_map(|(range, _)| &sentence.words[range.clone()]) {
                if word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_uppercase) {
                    *seen.entry(form(word)).or_default() += 1;
                }
            }
        }
        for (word, _) in seen.into_iter().filter(|(_, count)| *count >= LINKS) {
            let entry = self.entries.entry(key(0, word)).or_default();
            *entry = entry.with(Lists::LINK);
        }
    }

    /// The shipped form.
    pub fn encode(&self) -> Vec<u8> {
        encode(&self.entries.iter().map(|(&key, &lists)| (key, lists)).collect::<Vec<_>>())
    }
}

/// Hash of a word's normal form.
fn form(word: &str) -> u64 {
    let mut form = String::new();
    normalize(word, &mut form);
    word_hash(&form)
}

fn rows(path: &Path) -> Result<Vec<Vec<String>>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

fn field(row: &[String], at: usize) -> String {
    row.get(at).cloned().unwrap_or_default()
}

/// Names that an English text may write: Latin letters, the first a capital.
fn is_latin(name: &str) -> bool {
    name.chars().all(|c| !c.is_alphabetic() || c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c))
        && name.chars().any(char::is_uppercase)
}
