//! An overlay in RDF 1.2: each claim about a triple as the reifier of that triple, as N-Quads to be loaded beside an export.

use super::nesting::name;
use crate::vocab::rdf;
use oxigraph::model::{GraphName, NamedNodeRef, Quad, Term};
use std::io::{self, Write};

/// From a claim to the triple it is about.
const REIFIES: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies";

/// Writes the overlay of one graph, whose quads stand grouped by subject.
pub(super) fn write(quads: &[Quad], out: &mut impl Write) -> io::Result<()> {
    for claim in quads.chunk_by(|a, b| name(&a.subject) == name(&b.subject)) {
        let object = |predicate: NamedNodeRef<'_>| claim.iter().find(|quad| quad.predicate == predicate).map(|quad| &quad.object);
        let (Some(subject), Some(Term::NamedNode(predicate)), Some(value)) =
            (object(rdf::SUBJECT), object(rdf::PREDICATE), object(rdf::OBJECT))
        else {
            continue;
        };
        let Some(first) = claim.first().filter(|_| !subject.is_literal()) else { continue };
        write!(out, "{} <{REIFIES}> <<( {subject} {predicate} {value} )>>", first.subject)?;
        match &first.graph_name {
            GraphName::DefaultGraph => writeln!(out, " .")?,
            graph => writeln!(out, " {graph} .")?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxigraph::io::{RdfFormat, RdfParser};

    #[test]
    fn a_claim_reifies_its_triple() {
        let graph = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> GRAPH <http://a/g> { \
                     <http://a/c> rdf:subject <http://a/s> ; rdf:predicate <http://a/p> ; rdf:object \"a \\\"b\\\"\"@en . <http://a/d> rdf:subject <http://a/s> }";
        let quads: Vec<Quad> = RdfParser::from_format(RdfFormat::TriG).for_slice(graph).collect::<Result<_, _>>().expect("TriG");
        let mut out = Vec::new();
        write(&quads, &mut out).expect("memory");
        let expected = format!("<http://a/c> <{REIFIES}> <<( <http://a/s> <http://a/p> \"a \\\"b\\\"\"@en )>> <http://a/g> .\n");
        assert_eq!(String::from_utf8(out).expect("UTF-8"), expected);
    }
}
