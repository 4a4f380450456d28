//! Stage 5: from a resolved article to quads, in one fixed order. The only place where quads are made.

mod check;
mod claim;
mod concept;
mod confidence;
mod decision;
mod document;
mod entity;
mod event;
mod external;
mod facts;
mod finding;
mod identity;
mod iri;
mod link;
mod literal;
mod offsets;
mod order;
mod quantity;
mod quotation;
mod relation;
mod role;
mod sheet;
#[cfg(test)]
mod tests;

pub use concept::concepts;
pub use confidence::retain_confident;
pub use decision::{decision_node, decision_quads, decisions};
pub use external::{ExternalLink, external_links, external_links_of};
pub use facts::facts;
pub use finding::finding;
pub use identity::{Renames, as_read, mark, marked, renamed};
pub use iri::{Base, BaseError, DEFAULT_BASE};
pub use offsets::Offsets;
pub use order::compare;

use crate::resolve::Reading;
use oxigraph::model::Quad;
use sheet::Sheet;

/// What the graph of an article is to hold.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the instances live.
    pub base: Base,
    /// Whether the article's whole text is kept.
    pub text: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { base: Base::default(), text: true }
    }
}

/// All that an article says, as quads without duplicates, in the order of [`compare`].
#[must_use]
pub fn quads(reading: &Reading<'_>, settings: &Settings) -> Vec<Quad> {
    let mut sheet = Sheet::new(reading, settings);
    document::write(&mut sheet, settings.text);
    entity::write(&mut sheet);
    let roles = role::write(&mut sheet);
    check::write(&mut sheet, &roles);
    relation::write(&mut sheet);
    let events = event::write(&mut sheet);
    quotation::write(&mut sheet);
    quantity::write(&mut sheet, &events);
    sheet.into_quads()
}
