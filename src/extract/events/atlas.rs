//! The places that an article names: how often each, and which stand near a sentence.

use crate::extract::{EntityClass, MentionId, MentionKind, Mentions};
use crate::language::{Document, TokenIndex};
use crate::source::BlockKind;
use rustc_hash::FxHashMap;
use smol_str::{SmolStr, StrExt};
use std::ops::Range;

/// All names of places in an article's own words.
#[derive(Debug)]
pub(super) struct Atlas {
    /// The mentions, in text order.
    mentions: Vec<MentionId>,
    /// One entry a name, the most frequent first.
    names: Vec<PlaceName>,
    by_name: FxHashMap<SmolStr, usize>,
}

/// A name of a place.
#[derive(Debug, Clone)]
pub(super) struct PlaceName {
    pub(super) first: MentionId,
    /// How often the article has it.
    pub(super) count: usize,
    /// How many other names it has more often.
    pub(super) rank: usize,
    /// True for the first place that the article names.
    pub(super) opens: bool,
}

impl Atlas {
    pub(super) fn new(document: &Document, mentions: &Mentions) -> Self {
        let is_body = |token| {
            document
                .article
                .blocks
                .get(document.sentences[document.sentence_of(token)].block)
                .is_some_and(|block| block.kind != BlockKind::Furniture)
        };
        let named = mentions.iter().filter(|(_, m)| m.class == EntityClass::Place && m.kind == MentionKind::Name);
        let found: Vec<MentionId> = named.filter(|(_, m)| is_body(m.head)).map(|(id, _)| id).collect();
        let mut counts: FxHashMap<SmolStr, (usize, MentionId)> = FxHashMap::default();
        for &id in &found {
            counts.entry(key(document, mentions, id)).or_insert((0, id)).0 += 1;
        }
        let mut sorted: Vec<_> = counts.into_iter().collect();
        sorted.sort_unstable_by_key(|(_, (count, first))| (usize::MAX - count, *first));
        let earliest = found.first().copied();
        let entry = |(rank, &(_, (count, first)))| PlaceName { first, count, rank, opens: earliest == Some(first) };
        let entries = sorted.iter().enumerate().map(entry).collect();
        let by_name = sorted.into_iter().enumerate().map(|(at, (name, _))| (name, at)).collect();
        Self { mentions: found, names: entries, by_name }
    }

    /// How many mentions there are.
    pub(super) fn len(&self) -> usize {
        self.mentions.len()
    }

    /// The name of a mention, with its number.
    pub(super) fn name(&self, document: &Document, mentions: &Mentions, id: MentionId) -> Option<(usize, &PlaceName)> {
        let at = *self.by_name.get(&key(document, mentions, id))?;
        Some((at, &self.names[at]))
    }

    /// The names that the article has most often, with their numbers.
    pub(super) fn most_frequent(&self, count: usize) -> impl Iterator<Item = (usize, &PlaceName)> {
        self.names.iter().enumerate().take(count)
    }

    /// The mentions inside a range of tokens.
    pub(super) fn within(&self, mentions: &Mentions, range: &Range<TokenIndex>) -> &[MentionId] {
        let start = self.mentions.partition_point(|&id| mentions[id].head < range.start);
        let end = self.mentions.partition_point(|&id| mentions[id].head < range.end);
        &self.mentions[start..end]
    }

    /// The nearest mentions before and after a range of tokens, up to `count` on each side, from the range outwards.
    pub(super) fn around(&self, mentions: &Mentions, range: &Range<TokenIndex>, count: usize) -> (Vec<MentionId>, Vec<MentionId>) {
        let start = self.mentions.partition_point(|&id| mentions[id].head < range.start);
        let end = self.mentions.partition_point(|&id| mentions[id].head < range.end);
        let before = self.mentions[..start].iter().rev().take(count).copied().collect();
        (before, self.mentions[end..].iter().take(count).copied().collect())
    }
}

fn key(document: &Document, mentions: &Mentions, id: MentionId) -> SmolStr {
    mentions[id].span.of(&document.article.text).to_lowercase_smolstr()
}
