//! What the rules look at: a document with its mentions, trees and quoted stretches.

use super::CueLexicon;
use super::marks::Quoted;
use super::tree::Tree;
use crate::extract::Mentions;
use crate::language::{Document, TokenIndex};
use crate::span::Span;
use std::ops::Range;

/// Everything that the rules for quotations read.
pub(super) struct Scene<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) mentions: &'a Mentions,
    pub(super) lexicon: &'a CueLexicon,
    pub(super) tree: Tree,
    /// Quoted stretches, in text order.
    pub(super) quoted: Vec<Quoted>,
    /// The tokens of each quoted stretch, marks included.
    pub(super) extents: Vec<Range<TokenIndex>>,
    /// For each token the quoted stretch that holds it.
    inside: Vec<Option<usize>>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(document: &'a Document<'a>, mentions: &'a Mentions, lexicon: &'a CueLexicon) -> Self {
        let quoted = super::marks::find(document.article);
        let extents: Vec<_> = quoted.iter().map(|quoted| tokens(document, quoted.outer)).collect();
        let mut inside = vec![None; document.tokens.len()];
        for (index, extent) in extents.iter().enumerate() {
            inside[extent.clone()].fill(Some(index));
        }
        Self { document, mentions, lexicon, tree: Tree::of(document), quoted, extents, inside }
    }

    /// True when a token stands in quotation marks.
    pub(super) fn is_quoted(&self, token: TokenIndex) -> bool {
        self.inside.get(token).is_some_and(Option::is_some)
    }

    /// A token's lemma in lower case.
    pub(super) fn lemma(&self, token: TokenIndex) -> String {
        self.document.tokens[token].lemma.to_lowercase()
    }

    /// A token's word in lower case; empty past the end.
    pub(super) fn word(&self, token: TokenIndex) -> String {
        if token < self.document.tokens.len() { self.document.word(token).to_lowercase() } else { String::new() }
    }

    /// True for a hyphen inside a word.
    pub(super) fn is_hyphen(&self, token: TokenIndex) -> bool {
        matches!(self.document.word(token), "-" | "‑")
    }

    /// The first token of the sentence that a token is in.
    pub(super) fn sentence_start(&self, token: TokenIndex) -> TokenIndex {
        self.document.sentences.get(self.document.sentence_of(token)).map_or(token, |s| s.tokens.start)
    }

    /// One past the last token of the sentence that a token is in.
    pub(super) fn sentence_end(&self, token: TokenIndex) -> TokenIndex {
        self.document.sentences.get(self.document.sentence_of(token)).map_or(token, |s| s.tokens.end)
    }

    /// The tokens of a block.
    pub(super) fn block(&self, block: usize) -> Range<TokenIndex> {
        self.document.article.blocks.get(block).map_or(0..0, |block| tokens(self.document, block.span))
    }

    /// The last block of running text before a block.
    pub(super) fn body_before(&self, block: usize) -> Option<usize> {
        (0..block).rev().take(4).find(|&before| self.document.article.blocks[before].kind.is_body())
    }

    /// The first block of running text after a block.
    pub(super) fn body_after(&self, block: usize) -> Option<usize> {
        let blocks = &self.document.article.blocks;
        (block + 1..blocks.len().min(block + 3)).find(|&after| blocks[after].kind.is_body())
    }

    /// True when a token begins a sentence.
    pub(super) fn begins_sentence(&self, token: TokenIndex) -> bool {
        let sentence = self.document.sentence_of(token);
        self.document.sentences.get(sentence).is_none_or(|s| s.tokens.start == token)
    }
}

/// The tokens that overlap a span.
pub(super) fn tokens(document: &Document, span: Span) -> Range<TokenIndex> {
    let start = document.tokens.partition_point(|token| token.span.end <= span.start);
    let end = document.tokens.partition_point(|token| token.span.start < span.end);
    start..end.max(start)
}
