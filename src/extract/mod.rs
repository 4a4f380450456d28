//! Stage 3: from a [`Document`](crate::language::Document) and the lexicons to [`Mentions`] and [`Claims`]. Knows nothing of other documents or RDF.

mod aliases;
mod beside;
mod bodies;
mod boundaries;
mod claim;
pub mod dates;
mod description;
mod documents;
pub mod events;
mod joint_names;
pub mod lexicon;
mod lexicons;
mod mention;
mod mentions;
mod officials;
mod quantities;
pub mod quotations;
mod relational;
mod relations;
mod roles;
mod short_forms;
mod when;

pub(crate) use aliases::also_called;
pub use boundaries::NameLexicon;
pub use claim::{Claim, Claims, Event, Modality, Quantity, Quotation, QuoteKind, Referent, RelationClaim, Role, RoleStatus, Source};
pub use description::{Descriptions, Sort};
pub use lexicons::Lexicons;
pub use mention::{EntityClass, Mention, MentionId, MentionKind, Mentions};
pub use quantities::QuantityLexicon;
pub use relations::RelationLexicon;
pub use roles::{DESCRIPTION, Titles};
pub(crate) use short_forms::{bracketed, is_made_of};
pub use when::{CalendarDate, Vague, When};

use crate::language::Document;

/// Reads a document: what it mentions, and what it says of that.
#[must_use]
pub fn extract(document: &Document, lexicons: &Lexicons) -> (Mentions, Claims<Referent>) {
    let mentions = mentions::mentions(document, lexicons);
    let quotations = quotations::extract(document, &mentions, &lexicons.cues);
    let events = lexicons.events.read(document, &mentions, &quotations, &lexicons.demonyms);
    let roles = roles::roles(document, &mentions, lexicons);
    let claims = Claims {
        relations: relations::relations(document, &mentions, &roles, lexicons),
        roles,
        quantities: quantities::quantities(document, &events, &lexicons.quantities),
        events,
        quotations,
    };
    (mentions, claims)
}
