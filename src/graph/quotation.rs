//! Quotations: whose words, to whom, through whom.

use super::{claim, sheet::Sheet};
use crate::extract::{QuoteKind, Source};
use crate::resolve::EntityId;
use crate::vocab::{dl, rdf, schema};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term};

pub(super) fn write(sheet: &mut Sheet<'_>) {
    for quotation in &sheet.reading.claims.quotations {
        let node = sheet.claim("quote", quotation.what.text);
        sheet.add(&node, rdf::TYPE, schema::QUOTATION);
        sheet.add(&node, schema::TEXT, sheet.text(sheet.words(quotation.what.text)));
        sheet.add(&node, dl::QUOTE_KIND, kind(quotation.what.kind));
        if let Some(cue) = quotation.what.cue {
            sheet.add(&node, dl::CUE, Literal::new_simple_literal(sheet.words(cue)));
        }
        speaker(sheet, &node, quotation.what.speaker.as_ref());
        party(sheet, &node, dl::ADDRESSEE, quotation.what.addressee.as_ref());
        party(sheet, &node, dl::VIA, quotation.what.via.as_ref());
        claim::provenance(sheet, &node, quotation);
    }
}

fn speaker(sheet: &mut Sheet<'_>, node: &NamedNode, speaker: Option<&Source<EntityId>>) {
    match speaker {
        Some(Source::Known(id)) => {
            if let Some(entity) = sheet.entity(*id) {
                sheet.add(node, schema::CREATOR, entity);
            }
        }
        Some(Source::Unnamed(span)) => sheet.add(node, dl::UNNAMED_SOURCE, Literal::new_simple_literal(sheet.words(*span))),
        None => {}
    }
}

/// An addressee or channel: the entity, or the words for it.
fn party(sheet: &mut Sheet<'_>, node: &NamedNode, predicate: NamedNodeRef<'static>, party: Option<&Source<EntityId>>) {
    let object: Option<Term> = match party {
        Some(Source::Known(id)) => sheet.entity(*id).map(Term::from),
        Some(Source::Unnamed(span)) => Some(Literal::new_simple_literal(sheet.words(*span)).into()),
        None => None,
    };
    if let Some(object) = object {
        sheet.add(node, predicate, object);
    }
}

fn kind(kind: QuoteKind) -> NamedNodeRef<'static> {
    match kind {
        QuoteKind::Direct => dl::DIRECT,
        QuoteKind::Fragment => dl::FRAGMENT,
        QuoteKind::Indirect => dl::INDIRECT,
    }
}
