//! Numbers that the text gives for events.

use super::{claim, literal, sheet::Sheet};
use crate::vocab::{self, dl, rdf};
use oxigraph::model::{Literal, NamedNode};

/// Writes all numbers; `events` are the IRIs of the events in the order of the claims.
pub(super) fn write(sheet: &mut Sheet<'_>, events: &[NamedNode]) {
    for quantity in &sheet.reading.claims.quantities {
        let what = &quantity.what;
        let node = sheet.claim("quantity", quantity.evidence);
        let measure = vocab::own(&what.measure);
        let value = literal::number(&what.value);
        sheet.add(&node, rdf::TYPE, dl::CLAIM);
        sheet.add(&node, rdf::TYPE, rdf::STATEMENT);
        if let Some(event) = what.event.and_then(|index| events.get(index)) {
            sheet.add(&node, rdf::SUBJECT, event.clone());
        }
        sheet.add(&node, rdf::PREDICATE, measure);
        sheet.add(&node, rdf::OBJECT, value);
        if let Some(qualifier) = &what.qualifier {
            sheet.add(&node, dl::QUALIFIER, Literal::new_simple_literal(qualifier));
        }
        if let Some(unit) = &what.unit {
            sheet.add(&node, dl::UNIT, Literal::new_simple_literal(unit));
        }
        claim::provenance(sheet, &node, quantity);
    }
}
