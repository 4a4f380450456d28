//! Reads the shapes of a Turtle file.

use super::constraint::{Constraint, NodeKind};
use super::{Path, Shape, ShapeId, Target};
use crate::vocab::{rdf, sh};
use oxigraph::io::{RdfFormat, RdfParser, RdfSyntaxError};
use oxigraph::model::{Graph, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Term, TermRef, Triple};
use regex::Regex;
use std::collections::BTreeMap;

/// Why shapes cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ShapeError {
    /// The file is no Turtle.
    #[error("the shapes are not Turtle")]
    Syntax(#[from] RdfSyntaxError),
    /// The file uses a part of SHACL that the program does not know, or gives it a value that it cannot have.
    #[error("the program cannot check {property} with {value}")]
    Unknown {
        /// The property of SHACL.
        property: String,
        /// Its value.
        value: String,
    },
}

/// All shapes of a file: those with a name and those within them.
pub(super) fn read(turtle: &str) -> Result<BTreeMap<ShapeId, Shape>, ShapeError> {
    let mut graph = Graph::new();
    for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle) {
        graph.insert(&Triple::from(quad?));
    }
    let mut shapes: BTreeMap<ShapeId, Shape> = BTreeMap::new();
    for triple in &graph {
        if triple.predicate.as_str().starts_with(sh::NAMESPACE) {
            let shape = shapes.entry(triple.subject.to_string()).or_default();
            add(shape, &graph, triple.subject, triple.predicate, triple.object)?;
        }
    }
    Ok(shapes)
}

/// Adds what one triple says to its shape.
fn add(
    shape: &mut Shape,
    graph: &Graph,
    subject: NamedOrBlankNodeRef<'_>,
    property: NamedNodeRef<'_>,
    object: TermRef<'_>,
) -> Result<(), ShapeError> {
    let unknown = || ShapeError::Unknown { property: property.to_string(), value: object.to_string() };
    let node = || match object {
        TermRef::NamedNode(node) => Ok(node.into_owned()),
        _ => Err(unknown()),
    };
    match property.as_str().strip_prefix(sh::NAMESPACE).unwrap_or_default() {
        "targetClass" => shape.targets.push(Target::Class(node()?)),
        "targetSubjectsOf" => shape.targets.push(Target::SubjectsOf(node()?)),
        "property" => shape.properties.push(object.to_string()),
        "message" => shape.message = text(object).map(str::to_owned),
        "path" => shape.path = Some(path(graph, object).ok_or_else(unknown)?),
        // What is counted by a qualified shape, and a path walked backwards, are read with the node that they belong to.
        "qualifiedMinCount" | "qualifiedMaxCount" | "inversePath" => {}
        _ => shape.constraints.push(constraint(graph, subject, property, object).ok_or_else(unknown)?),
    }
    Ok(())
}

fn constraint(graph: &Graph, subject: NamedOrBlankNodeRef<'_>, property: NamedNodeRef<'_>, object: TermRef<'_>) -> Option<Constraint> {
    let node = || match object {
        TermRef::NamedNode(node) => Some(node.into_owned()),
        _ => None,
    };
    Some(match property.as_str().strip_prefix(sh::NAMESPACE)? {
        "nodeKind" if object == sh::IRI.into() => Constraint::NodeKind(NodeKind::Iri),
        "nodeKind" if object == sh::LITERAL.into() => Constraint::NodeKind(NodeKind::Literal),
        "class" => Constraint::Class(node()?),
        "datatype" => Constraint::Datatype(node()?),
        "node" => Constraint::Node(object.to_string()),
        "or" => Constraint::Or(list(graph, object).iter().map(Term::to_string).collect()),
        "xone" => Constraint::Xone(list(graph, object).iter().map(Term::to_string).collect()),
        "in" => Constraint::In(list(graph, object)),
        "hasValue" => Constraint::HasValue(object.into_owned()),
        "pattern" => Constraint::Pattern(Regex::new(text(object)?).ok()?),
        "minLength" => Constraint::MinLength(text(object)?.parse().ok()?),
        "minInclusive" => Constraint::MinInclusive(text(object)?.parse().ok()?),
        "maxInclusive" => Constraint::MaxInclusive(text(object)?.parse().ok()?),
        "lessThan" => Constraint::LessThan(node()?),
        "minCount" => Constraint::MinCount(text(object)?.parse().ok()?),
        "maxCount" => Constraint::MaxCount(text(object)?.parse().ok()?),
        "qualifiedValueShape" => {
            let count = |property, otherwise| match graph.object_for_subject_predicate(subject, property) {
                Some(count) => text(count)?.parse().ok(),
                None => Some(otherwise),
            };
            let (least, most) = (count(sh::QUALIFIED_MIN_COUNT, 0)?, count(sh::QUALIFIED_MAX_COUNT, usize::MAX)?);
            Constraint::Qualified(object.to_string(), least, most)
        }
        _ => return None,
    })
}

fn path(graph: &Graph, object: TermRef<'_>) -> Option<Path> {
    match object {
        TermRef::NamedNode(property) => Some(Path::Forward(property.into_owned())),
        TermRef::BlankNode(node) => match graph.object_for_subject_predicate(node, sh::INVERSE_PATH)? {
            TermRef::NamedNode(property) => Some(Path::Inverse(property.into_owned())),
            _ => None,
        },
        TermRef::Literal(_) => None,
    }
}

/// The members of an RDF list.
fn list(graph: &Graph, head: TermRef<'_>) -> Vec<Term> {
    let mut members = Vec::new();
    let mut rest: Option<NamedOrBlankNode> = super::resource(head).map(NamedOrBlankNodeRef::into_owned);
    while let Some(cell) = rest {
        members.extend(graph.object_for_subject_predicate(&cell, rdf::FIRST).map(TermRef::into_owned));
        rest = graph.object_for_subject_predicate(&cell, rdf::REST).and_then(super::resource).map(NamedOrBlankNodeRef::into_owned);
    }
    members
}

fn text(term: TermRef<'_>) -> Option<&str> {
    match term {
        TermRef::Literal(literal) => Some(literal.value()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_shacl_that_is_not_checked_is_an_error() {
        let turtle = "PREFIX sh: <http://www.w3.org/ns/shacl#> <urn:s> sh:targetClass <urn:c> ; sh:disjoint <urn:p> .";
        let error = read(turtle).err().expect("an error").to_string();
        assert!(error.contains("disjoint"), "{error}");
    }

    #[test]
    fn the_shapes_of_the_project_are_all_understood() {
        let shapes = read(super::super::FILE).expect("shapes");
        assert!(shapes.values().filter(|shape| !shape.targets.is_empty()).count() > 10);
        let used = |id: &ShapeId| shapes.contains_key(id);
        assert!(shapes.values().flat_map(|shape| &shape.properties).all(used));
    }
}
