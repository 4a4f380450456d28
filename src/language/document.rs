//! What the second stage hands on: the article's text as sentences of tagged, parsed tokens, and the names in it.

use super::{Relation, Tag, Upos};
use crate::source::Article;
use crate::span::Span;
use smol_str::SmolStr;
use std::ops::Range;

/// Position of a token in its document.
pub type TokenIndex = usize;

/// An article with its linguistic analysis. Tokens and sentences are views into the unchanged text.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// The article that was analysed.
    pub article: &'a Article,
    /// All tokens, in text order.
    pub tokens: Vec<Token>,
    /// All sentences, in text order; no sentence crosses a block.
    pub sentences: Vec<Sentence>,
    /// Names, in text order, not overlapping.
    pub names: Vec<Name>,
}

/// A word, number or punctuation mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Dictionary form, lower-cased but for proper nouns.
    pub lemma: SmolStr,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank tag.
    pub tag: Tag,
    /// The token it depends on, as an index into the document; none for the root of its sentence.
    pub head: Option<TokenIndex>,
    /// How it depends on its head.
    pub relation: Relation,
}

/// A sentence: a run of tokens inside one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<TokenIndex>,
    /// Index of its block in [`Article::blocks`].
    pub block: usize,
}

/// A name found by the sequence model.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Its tokens, titles ("President", "Mr") not among them.
    pub tokens: Range<TokenIndex>,
    /// What kind of thing it names.
    pub class: NameClass,
    /// How sure the model is, 0 to 1.
    pub confidence: f32,
}

/// What kind of thing a name names: the four classes of the training corpora.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameClass {
    /// A human being.
    Person,
    /// A company, body, party, medium or other group.
    Organization,
    /// A country, city, region, sea or facility.
    Place,
    /// Any other name: an event, a document, a nationality, a product.
    Other,
}

impl Document<'_> {
    /// The words of one token.
    #[must_use]
    pub fn word(&self, token: TokenIndex) -> &str {
        self.tokens[token].span.of(&self.article.text)
    }

    /// The words from the first to the last token of a range, as they stand in the text.
    #[must_use]
    pub fn words(&self, tokens: &Range<TokenIndex>) -> &str {
        self.span(tokens).of(&self.article.text)
    }

    /// The span from the first to the last token of a range; an empty range gives an empty span.
    #[must_use]
    pub fn span(&self, tokens: &Range<TokenIndex>) -> Span {
        if tokens.is_empty() {
            return Span::new(0, 0);
        }
        self.tokens[tokens.start].span.cover(self.tokens[tokens.end - 1].span)
    }

    /// The index of the sentence that holds a token.
    #[must_use]
    pub fn sentence_of(&self, token: TokenIndex) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= token)
    }

    /// The tokens that depend on `head` directly, in text order.
    pub fn dependents(&self, head: TokenIndex) -> impl Iterator<Item = TokenIndex> + '_ {
        let sentence = self.sentences[self.sentence_of(head)].tokens.clone();
        sentence.filter(move |&t| self.tokens[t].head == Some(head))
    }
}
