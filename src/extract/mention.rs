//! Mentions: the places where a text refers to somebody or something.

use crate::language::{Document, TokenIndex, Upos};
use crate::span::Span;
use std::ops::Range;

/// Position of a mention in its [`Mentions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MentionId(pub usize);

/// One place where the text refers to an entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The words: for a name, without its title.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<TokenIndex>,
    /// The token that stands for the whole in the syntax.
    pub head: TokenIndex,
    /// By what it refers.
    pub kind: MentionKind,
    /// What it refers to, as far as its words tell.
    pub class: EntityClass,
}

impl Mention {
    /// A mention over some tokens.
    pub(super) fn over(document: &Document, tokens: Range<TokenIndex>, kind: MentionKind, class: EntityClass) -> Self {
        Self { span: document.span(&tokens), head: head(document, &tokens), tokens, kind, class }
    }
}

/// The first token whose head lies outside; without syntax, the last word.
fn head(document: &Document, tokens: &Range<TokenIndex>) -> TokenIndex {
    let outside = |&t: &TokenIndex| document.tokens[t].head.is_some_and(|h| !tokens.contains(&h));
    let word = |&t: &TokenIndex| document.tokens[t].upos != Upos::Punct;
    let last = tokens.end.saturating_sub(1);
    tokens.clone().filter(word).find(outside).or_else(|| tokens.clone().rev().find(word)).unwrap_or(last)
}

/// By what a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MentionKind {
    /// A proper name.
    Name,
    /// A pronoun ("he", "their").
    Pronoun,
    /// A description ("the envoy", "the country").
    Description,
}

/// What kind of thing an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityClass {
    /// `schema:Person`
    Person,
    /// `schema:Organization`
    Organization,
    /// `schema:Place`
    Place,
    /// `dl:NamedEvent`
    NamedEvent,
    /// `schema:CreativeWork`: documents, plans, laws, products.
    Work,
}

/// The mentions of one document, in text order, with a way from a token to the mention it belongs to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mentions {
    list: Vec<Mention>,
    by_token: Vec<Option<MentionId>>,
}

impl Mentions {
    /// Indexes mentions that are in text order and do not overlap.
    #[must_use]
    pub fn new(list: Vec<Mention>, tokens: usize) -> Self {
        let mut by_token = vec![None; tokens];
        for (index, mention) in list.iter().enumerate() {
            by_token[mention.tokens.clone()].fill(Some(MentionId(index)));
        }
        Self { list, by_token }
    }

    /// The mention that a token belongs to.
    #[must_use]
    pub fn at(&self, token: TokenIndex) -> Option<MentionId> {
        self.by_token.get(token).copied().flatten()
    }

    /// The mention whose head a token is.
    #[must_use]
    pub fn headed_by(&self, token: TokenIndex) -> Option<MentionId> {
        self.at(token).filter(|&id| self[id].head == token)
    }

    /// All mentions with their ids, in text order.
    pub fn iter(&self) -> impl Iterator<Item = (MentionId, &Mention)> {
        self.list.iter().enumerate().map(|(index, mention)| (MentionId(index), mention))
    }

    /// The mentions that start before a token, the nearest first.
    pub fn before(&self, token: TokenIndex) -> impl Iterator<Item = (MentionId, &Mention)> {
        let end = self.list.partition_point(|mention| mention.tokens.start < token);
        (0..end).rev().filter_map(|index| Some((MentionId(index), self.list.get(index)?)))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// True when there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl std::ops::Index<MentionId> for Mentions {
    type Output = Mention;

    fn index(&self, id: MentionId) -> &Mention {
        &self.list[id.0]
    }
}
