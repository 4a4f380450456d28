//! The difference of two sets of quads in the RDF Patch format (<https://afs.github.io/rdf-patch/>).

use oxigraph::model::Quad;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Writes what leads from one state to another: deletions, then additions, each sorted, in one transaction.
///
/// # Errors
/// If the output fails.
pub fn write_patch(old: &[Quad], new: &[Quad], out: &mut impl Write) -> io::Result<()> {
    let (old, new) = (lines(old), lines(new));
    writeln!(out, "TX .")?;
    for line in old.difference(&new) {
        writeln!(out, "D {line} .")?;
    }
    for line in new.difference(&old) {
        writeln!(out, "A {line} .")?;
    }
    writeln!(out, "TC .")
}

fn lines(quads: &[Quad]) -> BTreeSet<String> {
    quads.iter().map(Quad::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxigraph::model::{GraphName, Literal, NamedNode};

    fn quad(value: &str) -> Quad {
        let node = NamedNode::new_unchecked("urn:n");
        Quad::new(node.clone(), node.clone(), Literal::new_simple_literal(value), GraphName::NamedNode(node))
    }

    #[test]
    fn a_patch_leads_from_one_state_to_the_other() {
        let mut out = Vec::new();
        write_patch(&[quad("a"), quad("b")], &[quad("b"), quad("c\n")], &mut out).expect("memory");
        let text = String::from_utf8(out).expect("UTF-8");
        assert_eq!(text, "TX .\nD <urn:n> <urn:n> \"a\" <urn:n> .\nA <urn:n> <urn:n> \"c\\n\" <urn:n> .\nTC .\n");
    }
}
