//! Reads every mention again where it claims to stand.

use super::{Data, Finding, Report, finding, value};
use crate::hash::content_hash;
use crate::vocab::{dl, nif, rdf};
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, TermRef};
use std::collections::BTreeMap;

/// Compares an article's hash with its text, and the words of its mentions with what stands there.
pub(super) fn check(data: &Data<'_>, graph: &NamedNode, originals: &BTreeMap<String, String>) -> Report {
    let mut report = Report::default();
    let hash = literal(data, graph.as_ref().into(), dl::CONTENT_HASH);
    let stored = data.graph.triples_for_predicate(nif::IS_STRING).find_map(|triple| match triple.object {
        TermRef::Literal(text) => Some(text.value()),
        _ => None,
    });
    if let (Some(hash), Some(text)) = (&hash, stored)
        && content_hash(text) != *hash
    {
        report.findings.push(finding(graph, &graph.clone().into(), "the text is not the one whose hash the article has"));
    }
    let text = stored.or_else(|| originals.get(hash.as_deref()?).map(String::as_str)).map(Text::new);
    if let Some(text) = &text {
        let contexts = data.graph.subjects_for_predicate_object(rdf::TYPE, nif::CONTEXT);
        report.findings.extend(contexts.filter_map(|context| misplaced(data, graph, context, (0, text.len()))));
    }
    for phrase in data.graph.subjects_for_predicate_object(rdf::TYPE, nif::PHRASE) {
        match &text {
            None => report.unread += 1,
            Some(text) => {
                report.mentions += 1;
                report.findings.extend(misread(data, graph, phrase, text));
            }
        }
    }
    report
}

/// A text and where each of its code points begins.
struct Text<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Text<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, starts: text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect() }
    }

    /// How many code points it has.
    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// What stands from one code point to another.
    fn between(&self, begin: usize, end: usize) -> Option<&'t str> {
        self.text.get(*self.starts.get(begin)?..*self.starts.get(end)?)
    }
}

/// What is wrong with a mention.
fn misread(data: &Data<'_>, graph: &NamedNode, phrase: NamedOrBlankNodeRef<'_>, text: &Text<'_>) -> Option<Finding> {
    let node: NamedOrBlankNode = phrase.into_owned();
    let Some((begin, end)) = place(data, phrase) else {
        return Some(finding(graph, &node, "the mention does not say where it begins and ends"));
    };
    if let Some(finding) = misplaced(data, graph, phrase, (begin, end)) {
        return Some(finding);
    }
    let words = literal(data, phrase, nif::ANCHOR_OF).unwrap_or_default();
    match text.between(begin, end) {
        Some(found) if found == words => None,
        Some(found) => Some(finding(graph, &node, format!("the mention says {words:?}, the text {found:?}"))),
        None => Some(finding(graph, &node, format!("the mention ends at {end}, behind the end of the text"))),
    }
}

/// What is wrong with a stretch of text that should reach from one code point to another, by its indexes and by its IRI.
fn misplaced(data: &Data<'_>, graph: &NamedNode, stretch: NamedOrBlankNodeRef<'_>, wanted: (usize, usize)) -> Option<Finding> {
    let iri = format!("{}#char={},{}", graph.as_str(), wanted.0, wanted.1);
    let is_named = matches!(stretch, NamedOrBlankNodeRef::NamedNode(node) if node.as_str() == iri);
    let is_placed = place(data, stretch) == Some(wanted);
    (!is_named || !is_placed).then(|| {
        let (begin, end) = wanted;
        finding(graph, &stretch.into_owned(), format!("it should reach from {begin} to {end}: its IRI or its indexes say otherwise"))
    })
}

/// The code points where a stretch of text says that it begins and ends.
fn place(data: &Data<'_>, stretch: NamedOrBlankNodeRef<'_>) -> Option<(usize, usize)> {
    let index = |property| literal(data, stretch, property)?.parse().ok();
    Some((index(nif::BEGIN_INDEX)?, index(nif::END_INDEX)?))
}

fn literal(data: &Data<'_>, node: NamedOrBlankNodeRef<'_>, property: NamedNodeRef<'_>) -> Option<String> {
    let term = data.graph.object_for_subject_predicate(node, property)?.into_owned();
    value(&term).map(str::to_owned)
}
