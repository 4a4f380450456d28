//! What is known of countries, places, bodies and people before an article is read: names, kinds, identifiers and demonyms, compiled into the program.

mod acronym;
mod added;
mod demonym;
mod fold;
mod found;
mod given_name;
mod index;
mod keys;
mod office;
mod office_title;
mod record;
mod surroundings;

pub use acronym::is_acronym;
pub use added::{AddedError, Layer, Writer, layers};
pub use demonym::Demonyms;
pub use fold::{distance, fold, romanized, slug};
pub use found::{Found, Rows};
pub use given_name::GivenNames;
pub use index::Authority;
pub use office::{Office, Offices, Term};
pub use record::{Kind, Match, Record, RecordError};
pub use surroundings::{Surroundings, Tells};
