//! Entities as the article types and names them, and the mentions that refer to them.

use super::{link, sheet::Sheet};
use crate::extract::{EntityClass, MentionKind};
use crate::vocab::{dl, itsrdf, rdf, rdfs, schema, sem, skos};
use oxigraph::model::{NamedNode, NamedNodeRef};

pub(super) fn write(sheet: &mut Sheet<'_>) {
    entities(sheet);
    mentions(sheet);
}

fn entities(sheet: &mut Sheet<'_>) {
    for entity in &sheet.reading.entities {
        let node = sheet.base.entity(entity.class, &entity.key);
        for &class in classes(entity.class) {
            sheet.add(&node, rdf::TYPE, class);
        }
        for subclass in &entity.subclasses {
            sheet.add(&node, rdf::TYPE, NamedNode::new_unchecked(format!("{}{subclass}", schema::NAMESPACE)));
        }
        sheet.add(&node, rdfs::LABEL, sheet.text(&entity.label));
        for alias in entity.aliases.iter().filter(|alias| **alias != entity.label) {
            sheet.add(&node, skos::ALT_LABEL, sheet.text(alias));
        }
        link::write(sheet, entity, &node);
    }
}

fn mentions(sheet: &mut Sheet<'_>) {
    for (mention, id) in &sheet.reading.mentions {
        let Some(entity) = sheet.entity(*id) else { continue };
        let phrase = sheet.phrase(mention.span);
        sheet.add(&phrase, itsrdf::TA_IDENT_REF, entity);
        sheet.add(&phrase, dl::MENTION_KIND, kind(mention.kind));
    }
}

fn classes(class: EntityClass) -> &'static [NamedNodeRef<'static>] {
    match class {
        EntityClass::Person => &[schema::PERSON],
        EntityClass::Organization => &[schema::ORGANIZATION],
        EntityClass::Place => &[schema::PLACE],
        EntityClass::NamedEvent => &[sem::EVENT, dl::NAMED_EVENT],
        EntityClass::Work => &[schema::CREATIVE_WORK],
    }
}

fn kind(kind: MentionKind) -> NamedNodeRef<'static> {
    match kind {
        MentionKind::Name => dl::NAME,
        MentionKind::Pronoun => dl::PRONOUN,
        MentionKind::Description => dl::DESCRIPTION,
    }
}
