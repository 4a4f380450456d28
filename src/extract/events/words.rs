//! The words of a document as numbers, looked up once: all features of the event model are made of them.

use super::lexicon::{EventLexicon, Marks};
use crate::language::clusters::Clusters;
use crate::language::linear::word_hash;
use crate::language::{Document, TokenIndex};
use rustc_hash::FxHashMap;

/// The cluster of a word that is in none.
const UNKNOWN: [u64; 4] = [u64::MAX; 4];

/// What the features need to know of each token.
#[derive(Debug)]
pub(super) struct Words {
    words: Vec<Word>,
    counts: FxHashMap<u64, u32>,
}

/// One token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Hash of the dictionary form in small letters.
    pub(super) lemma: u64,
    /// Hash of the form in small letters.
    pub(super) form: u64,
    /// Its clusters, from coarse to fine.
    pub(super) clusters: [u64; 4],
    /// The modalities that it tells of.
    pub(super) marks: Marks,
}

impl Words {
    /// Looks all words up.
    pub(super) fn new(document: &Document, events: &EventLexicon, clusters: &Clusters) -> Self {
        let mut buffer = String::new();
        let words: Vec<Word> = (0..document.tokens.len()).map(|token| word(document, token, events, clusters, &mut buffer)).collect();
        let mut counts = FxHashMap::default();
        for word in &words {
            *counts.entry(word.lemma).or_default() += 1;
        }
        Self { words, counts }
    }

    /// How often the article uses a token's word, in whatever form.
    pub(super) fn count(&self, token: TokenIndex) -> u32 {
        self.counts.get(&self[token].lemma).copied().unwrap_or_default()
    }
}

impl std::ops::Index<TokenIndex> for Words {
    type Output = Word;

    fn index(&self, token: TokenIndex) -> &Word {
        &self.words[token]
    }
}

fn word(document: &Document, token: TokenIndex, events: &EventLexicon, clusters: &Clusters, buffer: &mut String) -> Word {
    lower(&document.tokens[token].lemma, buffer);
    let lemma = word_hash(buffer);
    let of_lemma = events.marks(buffer);
    lower(document.word(token), buffer);
    let form = word_hash(buffer);
    let marks = of_lemma.and(events.marks(buffer));
    Word { lemma, form, clusters: clusters.get(form).map_or(UNKNOWN, |ids| ids.map(u64::from)), marks }
}

/// Writes a word in small letters.
fn lower(word: &str, buffer: &mut String) {
    buffer.clear();
    if word.is_ascii() {
        buffer.push_str(word);
        buffer.make_ascii_lowercase();
    } else {
        buffer.push_str(&word.to_lowercase());
    }
}
