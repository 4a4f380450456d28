//! Links of entities into other data sets, each with a claim that says how sure it is and why; and what is known of a place there.

use super::literal;
use super::sheet::Sheet;
use crate::resolve::{Entity, Position};
use crate::vocab::{dl, prov, rdf, schema, skos, xsd};
use oxigraph::model::{Literal, NamedNode};

/// Writes the links of an entity.
pub(super) fn write(sheet: &mut Sheet<'_>, entity: &Entity, node: &NamedNode) {
    for link in &entity.links {
        let Ok(target) = NamedNode::new(link.iri.as_str()) else { continue };
        let predicate = if link.sure { skos::EXACT_MATCH } else { skos::CLOSE_MATCH };
        sheet.add(node, predicate, target.clone());
        let claim = sheet.link();
        let article = sheet.article.clone();
        sheet.add(&claim, rdf::TYPE, dl::LINK);
        sheet.add(&claim, rdf::TYPE, rdf::STATEMENT);
        sheet.add(&claim, rdf::SUBJECT, node.clone());
        sheet.add(&claim, rdf::PREDICATE, predicate);
        sheet.add(&claim, rdf::OBJECT, target);
        sheet.add(&claim, dl::LINK_CONFIDENCE, literal::confidence(link.confidence));
        sheet.add(&claim, dl::REASON, Literal::new_simple_literal(&link.reason));
        sheet.add(&claim, prov::WAS_DERIVED_FROM, article);
    }
    if let Some(position) = &entity.position {
        locate(sheet, node, position);
    }
}

fn locate(sheet: &mut Sheet<'_>, node: &NamedNode, position: &Position) {
    if !position.iso.is_empty() {
        sheet.add(node, dl::ISO_CODE, Literal::new_simple_literal(&position.iso));
    }
    if let Some((latitude, longitude)) = &position.coordinates {
        sheet.add(node, schema::LATITUDE, Literal::new_typed_literal(latitude, xsd::DECIMAL));
        sheet.add(node, schema::LONGITUDE, Literal::new_typed_literal(longitude, xsd::DECIMAL));
    }
}
