//! The dependency trees of a document, indexed from head to dependents.

use crate::language::{Document, Relation, TokenIndex};
use std::ops::Range;

/// Dependents and extent of every token, computed once in time linear in the text.
#[derive(Debug)]
pub(super) struct Tree {
    /// Where each token's dependents start in `dependents`.
    offsets: Vec<usize>,
    dependents: Vec<TokenIndex>,
    /// First and one past the last token of the subtree.
    extents: Vec<Range<TokenIndex>>,
}

impl Tree {
    pub(super) fn of(document: &Document) -> Self {
        let tokens = &document.tokens;
        let mut offsets = vec![0; tokens.len() + 2];
        for head in tokens.iter().filter_map(|token| token.head).filter(|&head| head < tokens.len()) {
            offsets[head + 2] += 1;
        }
        for at in 2..offsets.len() {
            offsets[at] += offsets[at - 1];
        }
        let mut dependents = vec![0; offsets.last().copied().unwrap_or(0)];
        for (index, head) in tokens.iter().enumerate().filter_map(|(index, token)| Some((index, token.head?))) {
            if let Some(slot) = offsets.get_mut(head + 1).filter(|_| head < tokens.len()) {
                dependents[*slot] = index;
                *slot += 1;
            }
        }
        let mut tree = Self { offsets, dependents, extents: (0..tokens.len()).map(|t| t..t + 1).collect() };
        tree.extend_from_roots(document);
        tree
    }

    /// Visits heads before their dependents, then widens each head's extent in the opposite order.
    fn extend_from_roots(&mut self, document: &Document) {
        let mut order: Vec<TokenIndex> = (0..document.tokens.len()).filter(|&t| document.tokens[t].head.is_none()).collect();
        let mut next = 0;
        while let Some(&token) = order.get(next) {
            order.extend_from_slice(self.dependents(token));
            next += 1;
        }
        for &token in order.iter().rev() {
            if let Some(head) = document.tokens[token].head {
                let own = self.extents[token].clone();
                let extent = &mut self.extents[head];
                *extent = extent.start.min(own.start)..extent.end.max(own.end);
            }
        }
    }

    /// The direct dependents of a token, in text order.
    pub(super) fn dependents(&self, head: TokenIndex) -> &[TokenIndex] {
        &self.dependents[self.offsets[head]..self.offsets[head + 1]]
    }

    /// The first direct dependent in one of some relations.
    pub(super) fn dependent(&self, document: &Document, head: TokenIndex, relations: &[Relation]) -> Option<TokenIndex> {
        self.dependents(head).iter().copied().find(|&t| relations.contains(&document.tokens[t].relation))
    }

    /// From the first to the last token of the subtree under a token.
    pub(super) fn extent(&self, token: TokenIndex) -> Range<TokenIndex> {
        self.extents[token].clone()
    }
}
