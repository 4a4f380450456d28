//! Relations between two entities: the claim, the plain triple, and its schema.org equivalent.

use super::{claim, sheet::Sheet};
use crate::extract::EntityClass::{Organization, Place};
use crate::extract::RelationClaim;
use crate::resolve::EntityId;
use crate::vocab::{self, dl, rdf, schema};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef};

pub(super) fn write(sheet: &mut Sheet<'_>) {
    for relation in &sheet.reading.claims.relations {
        let what = &relation.what;
        let (Some(subject), Some(object)) = (sheet.entity(what.subject), sheet.entity(what.object)) else { continue };
        let predicate = vocab::own(&what.predicate);
        let node = sheet.claim("relation", relation.evidence);
        sheet.add(&node, rdf::TYPE, dl::CLAIM);
        sheet.add(&node, rdf::TYPE, rdf::STATEMENT);
        sheet.add(&node, rdf::SUBJECT, subject.clone());
        sheet.add(&node, rdf::PREDICATE, predicate.clone());
        sheet.add(&node, rdf::OBJECT, object.clone());
        if let Some(detail) = &what.detail {
            sheet.add(&node, dl::DETAIL, Literal::new_simple_literal(detail));
        }
        sheet.add(&subject, &predicate, object.clone());
        equivalent(sheet, what, &subject, &object);
        claim::provenance(sheet, &node, relation);
    }
}

/// States the relation in schema.org's words too, where it has some.
fn equivalent(sheet: &mut Sheet<'_>, what: &RelationClaim<EntityId>, subject: &NamedNode, object: &NamedNode) {
    match schema_property(sheet, what) {
        Some(Direction::Same(property)) => sheet.add(subject, property, object.clone()),
        Some(Direction::Inverse(property)) => sheet.add(object, property, subject.clone()),
        None => {}
    }
}

/// Which way round schema.org has a property.
enum Direction {
    Same(NamedNodeRef<'static>),
    Inverse(NamedNodeRef<'static>),
}

fn schema_property(sheet: &Sheet<'_>, what: &RelationClaim<EntityId>) -> Option<Direction> {
    let class = |id: EntityId| sheet.reading.entities.get(id.0).map(|entity| entity.class);
    Some(match what.predicate.as_str() {
        "relative" => Direction::Same(schema::RELATED_TO),
        "associate" => Direction::Same(schema::KNOWS),
        "memberOf" => Direction::Same(schema::MEMBER_OF),
        "partOf" => match (class(what.subject)?, class(what.object)?) {
            (Place, Place) => Direction::Same(schema::CONTAINED_IN_PLACE),
            (Organization, Organization) => Direction::Same(schema::PARENT_ORGANIZATION),
            _ => return None,
        },
        "basedIn" => Direction::Same(schema::LOCATION),
        "owns" => Direction::Same(schema::OWNS),
        "employs" => Direction::Same(schema::EMPLOYEE),
        "educatedAt" => Direction::Same(schema::ALUMNI_OF),
        "authorOf" => Direction::Inverse(schema::AUTHOR),
        _ => return None,
    })
}
