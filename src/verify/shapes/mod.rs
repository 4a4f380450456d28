//! The SHACL shapes of `ontology/shapes.ttl`, read and checked: of SHACL, the parts that they use.

mod constraint;
mod reader;

pub use reader::ShapeError;

use super::{Data, Finding, finding, resource};
use crate::store::StoreError;
use crate::vocab::rdf;
use constraint::Constraint;
use oxigraph::model::{NamedNode, NamedOrBlankNode, NamedOrBlankNodeRef, Term, TermRef};
use std::collections::BTreeMap;

const FILE: &str = include_str!("../../../ontology/shapes.ttl");

/// The key of a shape: its IRI or the label of its blank node.
type ShapeId = String;

/// All shapes of a file, by their keys.
pub(super) struct Shapes(BTreeMap<ShapeId, Shape>);

/// What a node has to be like, or the values of one of its properties.
#[derive(Default)]
struct Shape {
    targets: Vec<Target>,
    /// The property, if it is about the values of one.
    path: Option<Path>,
    constraints: Vec<Constraint>,
    /// The shapes of its properties.
    properties: Vec<ShapeId>,
    message: Option<String>,
}

/// Which nodes a shape is for.
enum Target {
    Class(NamedNode),
    SubjectsOf(NamedNode),
}

/// From a node to its values.
enum Path {
    Forward(NamedNode),
    Inverse(NamedNode),
}

impl Shapes {
    /// The shapes that the program was built with.
    pub(super) fn embedded() -> Result<Self, ShapeError> {
        reader::read(FILE).map(Self)
    }

    /// All nodes of a graph that do not have the shape they should.
    pub(super) fn check(&self, data: &Data<'_>, graph: &NamedNode) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        for shape in self.0.values() {
            for node in targets(shape, data) {
                let mut faults = Vec::new();
                self.faults(shape, &node.clone().into(), data, &mut faults)?;
                findings.extend(faults.into_iter().map(|fault| finding(graph, &node, fault)));
            }
        }
        Ok(findings)
    }

    /// What a node lacks of a shape.
    fn faults(&self, shape: &Shape, node: &Term, data: &Data<'_>, faults: &mut Vec<String>) -> Result<(), StoreError> {
        let values = shape.path.as_ref().map_or_else(|| vec![node.clone()], |path| values(path, node, data));
        for constraint in &shape.constraints {
            if let Some(fault) = constraint.fault(self, node, &values, data)? {
                let path = shape.path.as_ref().map(|path| format!("{path}: ")).unwrap_or_default();
                faults.push(shape.message.clone().map_or_else(|| format!("{path}{fault}"), |message| format!("{message} ({path}{fault})")));
            }
        }
        for property in shape.properties.iter().filter_map(|id| self.0.get(id)) {
            self.faults(property, node, data, faults)?;
        }
        Ok(())
    }

    /// True when a node has a shape.
    fn conforms(&self, id: &ShapeId, node: &Term, data: &Data<'_>) -> Result<bool, StoreError> {
        Ok(self.first_fault(id, node, data)?.is_none())
    }

    /// The first thing that a node lacks of a shape.
    fn first_fault(&self, id: &ShapeId, node: &Term, data: &Data<'_>) -> Result<Option<String>, StoreError> {
        let Some(shape) = self.0.get(id) else { return Ok(Some(format!("there is no shape {id}"))) };
        let mut faults = Vec::new();
        self.faults(shape, node, data, &mut faults)?;
        Ok(faults.into_iter().next())
    }
}

/// The nodes that a shape is for.
fn targets(shape: &Shape, data: &Data<'_>) -> Vec<NamedOrBlankNode> {
    let mut nodes = Vec::new();
    for target in &shape.targets {
        match target {
            Target::Class(class) => {
                nodes.extend(data.graph.subjects_for_predicate_object(rdf::TYPE, class).map(NamedOrBlankNodeRef::into_owned));
            }
            Target::SubjectsOf(property) => {
                nodes.extend(data.graph.triples_for_predicate(property).map(|triple| triple.subject.into_owned()));
            }
        }
    }
    nodes
}

fn values(path: &Path, node: &Term, data: &Data<'_>) -> Vec<Term> {
    match path {
        Path::Forward(property) => match resource(node.as_ref()) {
            Some(node) => data.graph.objects_for_subject_predicate(node, property).map(TermRef::into_owned).collect(),
            None => Vec::new(),
        },
        Path::Inverse(property) => {
            data.graph.subjects_for_predicate_object(property, node.as_ref()).map(|subject| subject.into_owned().into()).collect()
        }
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let local = |node: &NamedNode| node.as_str().rsplit(['#', '/']).next().unwrap_or_default().to_owned();
        match self {
            Self::Forward(property) => f.write_str(&local(property)),
            Self::Inverse(property) => write!(f, "inverse of {}", local(property)),
        }
    }
}
