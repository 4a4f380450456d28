//! All that the event reader looks at in one document, prepared once.

use super::atlas::Atlas;
use super::lexicon::EventLexicon;
use super::tree::Tree;
use super::words::Words;
use crate::authority::Demonyms;
use crate::extract::dates::{self, DateLexicon};
use crate::extract::{Claim, MentionKind, Mentions, Quotation, QuoteKind, Referent, Source, When};
use crate::language::clusters::Clusters;
use crate::language::{Document, Relation, TokenIndex, Upos};
use crate::source::BlockKind;
use crate::span::Span;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::ops::Range;

/// The words and tables that the event reader goes by.
#[derive(Debug, Clone, Copy)]
pub struct Knowledge<'a> {
    /// Triggers and words of modality.
    pub events: &'a EventLexicon,
    /// Temporal expressions.
    pub dates: &'a DateLexicon,
    /// Adjectives of nationality.
    pub demonyms: &'a Demonyms,
    /// Word clusters.
    pub clusters: &'a Clusters,
}

/// A document with its syntax, times, speakers and candidates for triggers.
#[derive(Debug)]
pub struct Scene<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) mentions: &'a Mentions,
    pub(super) knowledge: Knowledge<'a>,
    pub(super) tree: Tree,
    /// Temporal expressions, in text order.
    pub(super) times: Vec<Time>,
    /// The words as numbers.
    pub(super) words: Words,
    /// Quoted or reported words and whose they are, in text order.
    pub(super) speeches: Vec<Speech>,
    /// The words that introduce quotations, in text order.
    cues: Vec<Span>,
    /// The places that the article names.
    pub(super) atlas: Atlas,
    /// The tokens that may be triggers, in text order.
    pub(super) candidates: Vec<Candidate>,
}

/// A temporal expression.
#[derive(Debug, Clone)]
pub(super) struct Time {
    pub(super) tokens: Range<TokenIndex>,
    pub(super) head: TokenIndex,
    pub(super) when: When,
}

/// A token that may be a trigger.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) token: TokenIndex,
    /// Lemma with particle or first noun, as the lexicon has it.
    pub(super) word: SmolStr,
    /// The classes that the lexicon gives the word.
    pub(super) classes: Vec<u8>,
    /// How often the word has been a candidate before in the article.
    pub(super) earlier: u32,
    /// How often it is one at all.
    pub(super) all: u32,
    /// How many candidates before it the lexicon gives the same class.
    pub(super) class_earlier: u32,
}

/// A piece of quoted or reported words.
#[derive(Debug, Clone)]
pub(super) struct Speech {
    pub(super) span: Span,
    /// Whose words they are, if it is somebody known,
    pub(super) speaker: Option<Referent>,
    /// or whether somebody unnamed is said to speak.
    pub(super) unnamed: bool,
    pub(super) kind: QuoteKind,
    /// The word that introduces them.
    pub(super) cue: Option<Span>,
}

impl<'a> Scene<'a> {
    /// Prepares a document.
    #[must_use]
    pub fn new(
        document: &'a Document<'a>,
        mentions: &'a Mentions,
        quotations: &[Claim<Quotation<Referent>>],
        knowledge: Knowledge<'a>,
    ) -> Self {
        let mut speeches: Vec<_> = quotations.iter().map(|claim| speech(&claim.what)).collect();
        speeches.sort_by_key(|speech| speech.span);
        let mut cues: Vec<Span> = quotations.iter().filter_map(|claim| claim.what.cue).collect();
        cues.sort_unstable();
        let words = Words::new(document, knowledge.events, knowledge.clusters);
        let tree = Tree::new(document);
        let atlas = Atlas::new(document, mentions);
        let times = times(document, knowledge.dates);
        let mut scene = Self { document, mentions, knowledge, tree, times, words, speeches, cues, atlas, candidates: Vec::new() };
        scene.candidates = scene.find_candidates();
        scene
    }

    /// The speech that a token stands in.
    pub(super) fn speech(&self, token: TokenIndex) -> Option<&Speech> {
        let span = self.document.tokens[token].span;
        let after = self.speeches.partition_point(|speech| speech.span.start <= span.start);
        self.speeches[..after].iter().rev().take(2).find(|speech| speech.span.contains(span))
    }

    /// True for a word that introduces a quotation.
    pub(super) fn is_cue(&self, token: TokenIndex) -> bool {
        let span = self.document.tokens[token].span;
        let after = self.cues.partition_point(|cue| cue.start <= span.start);
        after.checked_sub(1).is_some_and(|last| self.cues[last].contains(span))
    }

    /// True for a noun that is spoken of as known ("the", "this").
    pub(super) fn is_known(&self, token: TokenIndex) -> bool {
        let determiner = self.tree.by(self.document, token, Relation::Det);
        determiner.is_some_and(|t| self.knowledge.events.makes_known(&self.document.tokens[t].lemma))
    }

    fn find_candidates(&self) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let (mut words, mut classes_seen): (FxHashMap<SmolStr, u32>, FxHashMap<u8, u32>) = Default::default();
        for sentence in &self.document.sentences {
            let kind = self.document.article.blocks.get(sentence.block).map(|block| block.kind);
            if matches!(kind, Some(BlockKind::Furniture | BlockKind::Byline)) {
                continue;
            }
            for token in sentence.tokens.clone() {
                if let Some((word, classes)) = self.candidate(token) {
                    let class_earlier = classes.iter().filter_map(|class| classes_seen.get(class)).max().copied().unwrap_or_default();
                    for &class in &classes {
                        *classes_seen.entry(class).or_default() += 1;
                    }
                    let count = words.entry(word.clone()).or_default();
                    found.push(Candidate { token, word, classes, earlier: *count, all: 0, class_earlier });
                    *count += 1;
                }
            }
        }
        for candidate in &mut found {
            candidate.all = words.get(&candidate.word).copied().unwrap_or_default();
        }
        found
    }

    /// A verb or noun that may tell of an event: its word in the lexicon's form, and the classes that the lexicon gives it.
    fn candidate(&self, token: TokenIndex) -> Option<(SmolStr, Vec<u8>)> {
        let this = &self.document.tokens[token];
        let lemma = this.lemma.to_lowercase();
        let events = self.knowledge.events;
        let (word, classes) = match this.upos {
            Upos::Verb => listed(self.particle(token).map(|particle| format!("{lemma} {particle}")), &lemma, |w| events.verb(w)),
            Upos::Noun => listed(self.noun_before(token).map(|noun| format!("{noun} {lemma}")), &lemma, |w| events.noun(w)),
            Upos::Propn if self.mentions.at(token).is_none() => {
                let (word, classes) = listed(self.noun_before(token).map(|noun| format!("{noun} {lemma}")), &lemma, |w| events.noun(w));
                if classes.is_empty() {
                    return None;
                }
                (word, classes)
            }
            Upos::Adj | Upos::Aux if !events.verb(&lemma).is_empty() && this.relation != Relation::Amod => {
                (lemma.as_str().into(), events.verb(&lemma).to_vec())
            }
            _ => return None,
        };
        let in_name = self.mentions.at(token).is_some_and(|id| self.mentions[id].kind == MentionKind::Name);
        (!in_name && lemma.chars().all(|c| c.is_alphabetic() || c == '-')).then_some((word, classes))
    }

    fn particle(&self, verb: TokenIndex) -> Option<String> {
        let by_syntax = self.tree.by(self.document, verb, Relation::CompoundPrt);
        let next = self.document.tokens.get(verb + 1).filter(|t| matches!(t.upos, Upos::Adp | Upos::Adv)).map(|_| verb + 1);
        by_syntax.or(next).map(|t| self.document.word(t).to_lowercase())
    }

    fn noun_before(&self, noun: TokenIndex) -> Option<SmolStr> {
        let before = self.document.tokens.get(noun.checked_sub(1)?)?;
        matches!(before.upos, Upos::Noun | Upos::Adj | Upos::Propn).then(|| before.lemma.to_lowercase().into())
    }
}

/// The longer form if the lexicon has it, else the lemma.
fn listed<'a>(long: Option<String>, lemma: &str, classes: impl Fn(&str) -> &'a [u8]) -> (SmolStr, Vec<u8>) {
    match long {
        Some(long) if !classes(&long).is_empty() => (long.as_str().into(), classes(&long).to_vec()),
        _ => (lemma.into(), classes(lemma).to_vec()),
    }
}

/// The words of a quotation.
fn speech(quotation: &Quotation<Referent>) -> Speech {
    let (speaker, unnamed) = match &quotation.speaker {
        Some(Source::Known(referent)) => (Some(referent.clone()), false),
        Some(Source::Unnamed(_)) => (None, true),
        None => (None, false),
    };
    Speech { span: quotation.text, speaker, unnamed, kind: quotation.kind, cue: quotation.cue }
}

/// All temporal expressions of a document.
fn times(document: &Document, lexicon: &DateLexicon) -> Vec<Time> {
    let time = |(span, when): (Span, When)| {
        let first = document.tokens.partition_point(|t| t.span.end <= span.start);
        let end = document.tokens.partition_point(|t| t.span.start < span.end);
        let tokens = first..end;
        let outside = |&token: &TokenIndex| document.tokens[token].head.is_none_or(|head| !tokens.contains(&head));
        let head = tokens.clone().rev().find(outside).unwrap_or(first);
        (first < end).then_some(Time { tokens, head, when })
    };
    dates::find(document, lexicon).into_iter().filter_map(time).collect()
}
