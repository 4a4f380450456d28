//! The page that an article's quads are written on, with what all of them need: its IRIs, its offsets, its language.

use super::{Base, Offsets, Settings, literal, order};
use crate::resolve::{EntityId, Reading};
use crate::span::Span;
use crate::vocab::{nif, rdf};
use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, Quad, Term};
use rustc_hash::{FxHashMap, FxHashSet};

/// The quads of one article as they come, with the IRIs they share.
pub(super) struct Sheet<'a> {
    /// What is being written.
    pub(super) reading: &'a Reading<'a>,
    /// Where instances live.
    pub(super) base: &'a Base,
    /// The article's IRI, also of its graph.
    pub(super) article: NamedNode,
    /// The IRI of its whole text.
    pub(super) context: NamedNode,
    entities: Vec<NamedNode>,
    offsets: Offsets<'a>,
    numbers: FxHashMap<String, usize>,
    phrases: FxHashSet<(usize, usize)>,
    quads: Vec<Quad>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(reading: &'a Reading<'a>, settings: &'a Settings) -> Self {
        let base = &settings.base;
        let article = base.article(reading.article);
        let offsets = Offsets::new(&reading.article.text);
        let context = NamedNode::new_unchecked(format!("{}#char=0,{}", article.as_str(), offsets.len()));
        let entities = reading.entities.iter().map(|entity| base.entity(entity.class, &entity.key)).collect();
        let (numbers, phrases) = (FxHashMap::default(), FxHashSet::default());
        Self { reading, base, article, context, entities, offsets, numbers, phrases, quads: Vec::new() }
    }

    /// States something in the article's graph.
    pub(super) fn add<'n>(&mut self, subject: &NamedNode, predicate: impl Into<NamedNodeRef<'n>>, object: impl Into<Term>) {
        let graph = GraphName::NamedNode(self.article.clone());
        self.quads.push(Quad::new(subject.clone(), predicate.into(), object, graph));
    }

    /// The IRI of the next link of an entity of this article into another data set.
    pub(super) fn link(&mut self) -> NamedNode {
        let number = self.numbers.entry("link".to_owned()).or_default();
        *number += 1;
        NamedNode::new_unchecked(format!("{}#link={number}", self.article.as_str()))
    }

    /// The IRI of an entity; none if the reading has no such entity.
    pub(super) fn entity(&self, id: EntityId) -> Option<NamedNode> {
        self.entities.get(id.0).cloned()
    }

    /// Text in the article's language.
    pub(super) fn text(&self, value: &str) -> Literal {
        literal::text(value, self.reading.article.language.as_deref())
    }

    /// The words of a span.
    pub(super) fn words(&self, span: Span) -> &'a str {
        self.reading.article.text.get(span.start..span.end).unwrap_or_default()
    }

    /// First code point of a span and one past its last.
    pub(super) fn code_points(&self, span: Span) -> (usize, usize) {
        (self.offsets.code_point(span.start), self.offsets.code_point(span.end))
    }

    /// Writes a stretch of text as a phrase, if it is not written yet, and gives its IRI.
    pub(super) fn phrase(&mut self, span: Span) -> NamedNode {
        let (begin, end) = self.code_points(span);
        let phrase = NamedNode::new_unchecked(format!("{}#char={begin},{end}", self.article.as_str()));
        if !self.phrases.insert((begin, end)) {
            return phrase;
        }
        let context = self.context.clone();
        self.add(&phrase, rdf::TYPE, nif::PHRASE);
        self.add(&phrase, nif::ANCHOR_OF, Literal::new_simple_literal(self.words(span)));
        self.add(&phrase, nif::BEGIN_INDEX, literal::number(&begin.to_string()));
        self.add(&phrase, nif::END_INDEX, literal::number(&end.to_string()));
        self.add(&phrase, nif::REFERENCE_CONTEXT, context);
        phrase
    }

    /// The IRI of a claim read from a span; claims of one kind read from the same words are numbered from the second.
    pub(super) fn claim(&mut self, kind: &str, span: Span) -> NamedNode {
        let (begin, end) = self.code_points(span);
        let iri = format!("{}#{kind}={begin},{end}", self.article.as_str());
        let number = self.numbers.entry(iri.clone()).or_default();
        *number += 1;
        NamedNode::new_unchecked(if *number == 1 { iri } else { format!("{iri};{number}") })
    }

    /// All quads, sorted, each once.
    pub(super) fn into_quads(mut self) -> Vec<Quad> {
        self.quads.sort_unstable_by(order::compare);
        self.quads.dedup();
        self.quads
    }
}
