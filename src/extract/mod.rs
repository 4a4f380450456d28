//! Stage 3: from a [`Document`](crate::language::Document) and the lexicons to [`Mentions`] and [`Claims`]. Knows nothing of other documents or RDF.

mod claim;
pub mod lexicon;
mod mention;

pub use claim::{
    CalendarDate, Claim, Claims, Event, Modality, Quantity, Quotation, QuoteKind, Referent, RelationClaim, Role, RoleStatus, Source, When,
};
pub use mention::{EntityClass, Mention, MentionId, MentionKind, Mentions};
