//! How much of the graph is written. Both profiles use the same IRIs.

use crate::vocab::{itsrdf, nif, rdf};
use oxigraph::model::{NamedNodeRef, Quad, Term};
use std::collections::BTreeSet;

/// How much of the graph is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Without texts, phrases and what they refer to: `dl:evidence` still leads to an IRI that says where the words stand.
    Lean,
    /// Everything.
    Full,
}

const PHRASE_CLASSES: [NamedNodeRef<'static>; 2] = [nif::CONTEXT, nif::PHRASE];

impl Profile {
    /// Drops from the quads of one graph what the profile leaves out.
    pub fn apply(self, quads: &mut Vec<Quad>) {
        if self == Self::Full {
            return;
        }
        let is_phrase = |quad: &&Quad| {
            quad.predicate == itsrdf::TA_IDENT_REF
                || quad.predicate == rdf::TYPE && matches!(&quad.object, Term::NamedNode(class) if PHRASE_CLASSES.contains(&class.as_ref()))
        };
        let phrases: BTreeSet<_> = quads.iter().filter(is_phrase).map(|quad| quad.subject.to_string()).collect();
        quads.retain(|quad| !phrases.contains(&quad.subject.to_string()));
    }
}
