//! Compares the project's own terms, in a graph or in a query, with the ontology that defines them.

use super::{Data, Finding, finding};
use crate::vocab::dl;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNode, NamedOrBlankNode, TermRef};
use std::collections::BTreeSet;

const ONTOLOGY: &str = include_str!("../../ontology/dateline.ttl");

/// The terms that the ontology defines.
pub(super) struct Terms(BTreeSet<String>);

impl Terms {
    /// The ontology that the program was built with.
    pub(super) fn embedded() -> Self {
        let triples = RdfParser::from_format(RdfFormat::Turtle).for_slice(ONTOLOGY);
        let subjects = triples.filter_map(|triple| match triple.ok()?.subject {
            NamedOrBlankNode::NamedNode(node) => node.as_str().strip_prefix(dl::NAMESPACE).map(str::to_owned),
            NamedOrBlankNode::BlankNode(_) => None,
        });
        Self(subjects.collect())
    }

    /// The nodes that use a term without a definition.
    pub(super) fn check(&self, data: &Data<'_>, graph: &NamedNode) -> Vec<Finding> {
        let mut findings = Vec::new();
        for triple in &data.graph {
            let object = match triple.object {
                TermRef::NamedNode(object) => Some(object),
                _ => None,
            };
            let unknown = [Some(triple.predicate), object].into_iter().flatten().find(|term| !self.defines(term.as_str()));
            if let Some(term) = unknown {
                findings.push(finding(graph, &triple.subject.into_owned(), format!("the ontology does not define <{}>", term.as_str())));
            }
        }
        findings
    }

    /// True for the terms of others, and for those of the ontology.
    fn defines(&self, iri: &str) -> bool {
        iri.strip_prefix(dl::NAMESPACE).is_none_or(|name| self.0.contains(name))
    }
}

/// The project's terms that a query names and the ontology does not define, sorted.
#[must_use]
pub fn undefined_in_query(text: &str) -> Vec<String> {
    let terms = Terms::embedded();
    let code = text.lines().map(|line| if line.trim_start().starts_with('#') { "" } else { line });
    let mut unknown = BTreeSet::new();
    for line in code {
        for start in ["dl:", dl::NAMESPACE] {
            for (_, rest) in line.match_indices(start).map(|(at, _)| line.split_at(at + start.len())) {
                let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if !name.is_empty() && !terms.0.contains(&name) {
                    unknown.insert(format!("dl:{name}"));
                }
            }
        }
    }
    unknown.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_told_which_terms_do_not_exist() {
        let query =
            "# dl:notATerm in a comment\nSELECT ?x WHERE { ?x dl:evidence ?y ; dl:evidense ?z . ?z a <https://w3id.org/dateline#Meating> }";
        assert_eq!(undefined_in_query(query), ["dl:Meating", "dl:evidense"]);
    }
}
