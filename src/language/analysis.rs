//! The whole of stage 2: the loaded model layers, and an article's way through them.

use super::classes::WordClasses;
use super::clusters::Clusters;
use super::kinds::Kinds;
use super::lemmas::Lemmas;
use super::names::NameFinder;
use super::sentences::Splitter;
use super::shipped::Shipped;
use super::syntax::Parser;
use super::tags::{Scene, Tagger, spaced};
use super::tokens::Tokenizer;
use super::{Document, ModelError, Relation, Sentence, Tag, Token, TokenIndex, Upos};
use crate::source::Article;
use crate::span::Span;
use smol_str::SmolStr;

/// The trained language model, all layers loaded.
#[derive(Debug, Clone)]
pub struct Language {
    tokenizer: Tokenizer,
    splitter: Splitter,
    classes: WordClasses,
    tagger: Tagger,
    lemmas: Lemmas,
    parser: Parser,
    names: NameFinder,
}

impl Language {
    /// The model that is built into the program.
    ///
    /// # Errors
    /// If a layer has the wrong version or checksum.
    pub fn load() -> Result<Self, ModelError> {
        let clusters = Clusters::open(Shipped::CLUSTERS.bytes())?;
        let kinds = Kinds::open(Shipped::KINDS.bytes())?;
        let classes = WordClasses::new(clusters, kinds);
        Ok(Self {
            tokenizer: Tokenizer::new()?,
            splitter: Splitter::open(Shipped::SENTENCES.bytes())?,
            tagger: Tagger::open(Shipped::TAGS.bytes())?,
            lemmas: Lemmas::open(Shipped::LEMMAS.bytes())?,
            parser: Parser::open(Shipped::SYNTAX.bytes())?,
            names: NameFinder::open(Shipped::NAMES.bytes(), &classes)?,
            classes,
        })
    }

    /// Analyses an article: tokens, sentences, tags and lemmas, syntax, names.
    #[must_use]
    pub fn analyse<'a>(&self, article: &'a Article) -> Document<'a> {
        let (spans, sentences) = self.cut(article);
        let mut tokens: Vec<Token> = spans.iter().map(|&span| untagged(span, &article.text)).collect();
        for sentence in &sentences {
            let first = sentence.tokens.start;
            if let Some(tokens) = tokens.get_mut(sentence.tokens.clone()) {
                self.annotate(&article.text, tokens, first);
            }
        }
        let words = sentences.iter().map(|sentence| tokens.get(sentence.tokens.clone()).unwrap_or_default());
        let names = self.names.find(words.map(|tokens| tokens.iter().map(|token| token.span.of(&article.text))));
        Document { article, tokens, sentences, names }
    }

    /// Tags, lemmas and syntax of one sentence, whose first token has the number `first` in the document.
    fn annotate(&self, text: &str, tokens: &mut [Token], first: TokenIndex) {
        let scene = Scene::new(spaced(text, tokens.iter().map(|token| token.span)), &self.classes, self.tagger.dictionary());
        let labels = self.tagger.tag(&scene);
        let arcs = self.parser.parse(&scene.words, &labels);
        for (token, (label, (head, relation))) in tokens.iter_mut().zip(labels.into_iter().zip(arcs)) {
            token.lemma = self.lemmas.lemma(token.span.of(text), label);
            (token.tag, token.upos) = label;
            (token.head, token.relation) = (head.map(|head| first + head), relation);
        }
    }

    /// Tokens and sentences.
    fn cut(&self, article: &Article) -> (Vec<Span>, Vec<Sentence>) {
        let mut tokens = Vec::new();
        let mut found = Vec::new();
        for (block, stretch) in article.blocks.iter().enumerate() {
            let first = tokens.len();
            self.tokenizer.tokens(&article.text, stretch.span, &mut tokens);
            let ranges = self.splitter.sentences(&article.text, &tokens[first..]);
            found.extend(ranges.into_iter().map(|range| Sentence { tokens: first + range.start..first + range.end, block }));
        }
        (tokens, found)
    }
}

fn untagged(span: Span, text: &str) -> Token {
    Token { span, lemma: SmolStr::new(span.of(text)), upos: Upos::X, tag: Tag::Nn, head: None, relation: Relation::Dep }
}
