//! The syntax of a document, read downwards: the dependents of every token, in one pass.

use crate::language::{Document, Relation, TokenIndex};

/// Every token's dependents, in text order.
#[derive(Debug)]
pub(super) struct Tree {
    first: Vec<usize>,
    dependents: Vec<TokenIndex>,
}

/// The longest way from a trigger to an argument that is looked at, in steps.
const LONGEST: usize = 7;

impl Tree {
    /// Collects the dependents of all tokens.
    pub(super) fn new(document: &Document) -> Self {
        let count = document.tokens.len();
        let mut first = vec![0; count + 1];
        for head in document.tokens.iter().filter_map(|t| t.head) {
            first[head + 1] += 1;
        }
        for at in 1..=count {
            first[at] += first[at - 1];
        }
        let mut next = first.clone();
        let mut dependents = vec![0; first[count]];
        for (token, head) in document.tokens.iter().enumerate().filter_map(|(i, t)| Some((i, t.head?))) {
            dependents[next[head]] = token;
            next[head] += 1;
        }
        Self { first, dependents }
    }

    /// The dependents of a token, in text order.
    pub(super) fn dependents(&self, token: TokenIndex) -> &[TokenIndex] {
        &self.dependents[self.first[token]..self.first[token + 1]]
    }

    /// The first dependent by a relation.
    pub(super) fn by(&self, document: &Document, token: TokenIndex, relation: Relation) -> Option<TokenIndex> {
        self.dependents(token).iter().copied().find(|&t| document.tokens[t].relation == relation)
    }
}

/// The way through the syntax from one token to another: relations upwards, then downwards.
#[derive(Debug, Clone, Default)]
pub(super) struct Path {
    /// The relations of the tokens that are left on the way up.
    pub(super) up: Vec<Relation>,
    /// The relations of the tokens that are reached on the way down.
    pub(super) down: Vec<Relation>,
    /// The tokens between the two ends.
    pub(super) between: Vec<TokenIndex>,
}

impl Path {
    /// The way from `from` to `to`; none if it is too long.
    pub(super) fn new(document: &Document, from: TokenIndex, to: TokenIndex) -> Option<Self> {
        let (above_from, above_to) = (above(document, from), above(document, to));
        let (up, down) = above_from.iter().enumerate().find_map(|(i, token)| Some((i, above_to.iter().position(|t| t == token)?)))?;
        if up + down > LONGEST {
            return None;
        }
        let relation = |&token: &TokenIndex| document.tokens[token].relation;
        let mut between: Vec<TokenIndex> = above_from[..=up].iter().chain(above_to[..down].iter().rev()).copied().collect();
        between.retain(|&token| token != from && token != to);
        Some(Self {
            up: above_from[..up].iter().map(relation).collect(),
            down: above_to[..down].iter().rev().map(relation).collect(),
            between,
        })
    }
}

/// A token and the heads above it, as far as a path can go.
fn above(document: &Document, token: TokenIndex) -> Vec<TokenIndex> {
    let mut chain = vec![token];
    while let Some(head) = chain.last().and_then(|&t| document.tokens[t].head).filter(|_| chain.len() <= LONGEST) {
        chain.push(head);
    }
    chain
}
