//! One constraint of a shape, and whether the values of a node keep it.

use super::super::{Data, resource, value};
use super::{ShapeId, Shapes};
use crate::store::StoreError;
use oxigraph::model::{NamedNode, Term, TermRef};
use regex::Regex;

/// A constraint component of SHACL Core.
pub(super) enum Constraint {
    NodeKind(NodeKind),
    Class(NamedNode),
    Datatype(NamedNode),
    Node(ShapeId),
    Or(Vec<ShapeId>),
    Xone(Vec<ShapeId>),
    In(Vec<Term>),
    HasValue(Term),
    Pattern(Regex),
    MinLength(usize),
    MinInclusive(f64),
    MaxInclusive(f64),
    LessThan(NamedNode),
    MinCount(usize),
    MaxCount(usize),
    /// How many values have a shape, at least and at most.
    Qualified(ShapeId, usize, usize),
}

/// The kinds of nodes that the shapes name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NodeKind {
    Iri,
    Literal,
}

impl Constraint {
    /// What is wrong with the values of a node, if anything.
    pub(super) fn fault(&self, shapes: &Shapes, node: &Term, values: &[Term], data: &Data<'_>) -> Result<Option<String>, StoreError> {
        if let Some(fault) = self.miscounted(shapes, values, data)? {
            return Ok(Some(fault));
        }
        for value in values {
            if let Self::Node(shape) = self
                && let Some(fault) = shapes.first_fault(shape, value, data)?
            {
                return Ok(Some(if value == node { fault } else { format!("{value}: {fault}") }));
            }
            if !self.holds(shapes, node, value, data)? {
                return Ok(Some(format!("{value} is not {}", self.wanted())));
            }
        }
        Ok(None)
    }

    /// Too few or too many values, or not the one that must be there.
    fn miscounted(&self, shapes: &Shapes, values: &[Term], data: &Data<'_>) -> Result<Option<String>, StoreError> {
        let (count, least, most) = match self {
            Self::MinCount(least) => (values.len(), *least, usize::MAX),
            Self::MaxCount(most) => (values.len(), 0, *most),
            Self::Qualified(shape, least, most) => {
                let mut count = 0;
                for value in values {
                    count += usize::from(shapes.conforms(shape, value, data)?);
                }
                (count, *least, *most)
            }
            Self::HasValue(wanted) => {
                return Ok((!values.contains(wanted)).then(|| format!("{wanted} is not among the values")));
            }
            _ => return Ok(None),
        };
        Ok(match count {
            _ if count < least => Some(format!("{count} values, at least {least} wanted")),
            _ if count > most => Some(format!("{count} values, at most {most} wanted")),
            _ => None,
        })
    }

    /// True when one value keeps the constraint.
    fn holds(&self, shapes: &Shapes, node: &Term, term: &Term, data: &Data<'_>) -> Result<bool, StoreError> {
        let count = |ids: &[ShapeId]| ids.iter().try_fold(0, |sum, id| Ok(sum + usize::from(shapes.conforms(id, term, data)?)));
        Ok(match self {
            Self::NodeKind(NodeKind::Iri) => matches!(term, Term::NamedNode(_)),
            Self::NodeKind(NodeKind::Literal) => matches!(term, Term::Literal(_)),
            Self::Class(class) => data.is_a(term.as_ref(), class)?,
            Self::Datatype(datatype) => matches!(term, Term::Literal(literal) if literal.datatype() == datatype.as_ref()),
            Self::Node(shape) => shapes.conforms(shape, term, data)?,
            Self::Or(ids) => count(ids)? > 0,
            Self::Xone(ids) => count(ids)? == 1,
            Self::In(terms) => terms.contains(term),
            Self::Pattern(pattern) => text(term).is_some_and(|text| pattern.is_match(text)),
            Self::MinLength(least) => text(term).is_some_and(|text| text.chars().count() >= *least),
            Self::MinInclusive(least) => number(term).is_some_and(|number| number >= *least),
            Self::MaxInclusive(most) => number(term).is_some_and(|number| number <= *most),
            Self::LessThan(property) => is_less(node, term, property, data),
            Self::MinCount(_) | Self::MaxCount(_) | Self::HasValue(_) | Self::Qualified(..) => true,
        })
    }

    /// What the constraint asks for, in words.
    fn wanted(&self) -> String {
        match self {
            Self::NodeKind(NodeKind::Iri) => "an IRI".to_owned(),
            Self::NodeKind(NodeKind::Literal) => "a literal".to_owned(),
            Self::Class(class) => format!("described as a {class}"),
            Self::Datatype(datatype) => format!("a {datatype}"),
            Self::Node(_) | Self::Or(_) | Self::Xone(_) => "of the shape it should have".to_owned(),
            Self::In(_) => "among the values allowed".to_owned(),
            Self::Pattern(pattern) => format!("of the form {pattern}"),
            Self::MinLength(least) => format!("{least} characters long"),
            Self::MinInclusive(least) => format!("{least} or more"),
            Self::MaxInclusive(most) => format!("{most} or less"),
            Self::LessThan(property) => format!("less than {property}"),
            Self::MinCount(_) | Self::MaxCount(_) | Self::HasValue(_) | Self::Qualified(..) => String::new(),
        }
    }
}

/// An IRI, or the value of a literal.
fn text(term: &Term) -> Option<&str> {
    match term {
        Term::NamedNode(node) => Some(node.as_str()),
        _ => value(term),
    }
}

fn number(term: &Term) -> Option<f64> {
    value(term)?.parse().ok()
}

/// True when a value is less than all values of another property of the node.
fn is_less(node: &Term, term: &Term, property: &NamedNode, data: &Data<'_>) -> bool {
    let Some(node) = resource(node.as_ref()) else { return false };
    let mut others = data.graph.objects_for_subject_predicate(node, property).map(TermRef::into_owned);
    others.all(|other| matches!((number(term), number(&other)), (Some(one), Some(other)) if one < other))
}
