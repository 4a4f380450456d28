//! Stage 2: from an [`Article`](crate::source::Article) to a [`Document`]: tokens, sentences, tags, syntax, names. Knows nothing of entities or RDF.

mod analysis;
mod characters;
pub mod classes;
pub mod clusters;
mod document;
pub mod gazetteer;
pub mod kinds;
pub mod lemmas;
pub mod linear;
pub mod model;
pub mod names;
mod relation;
pub mod rows;
pub mod sentences;
pub mod shipped;
pub mod syntax;
pub mod table;
mod tag;
pub mod tags;
pub mod tokens;
mod upos;
pub mod word;

pub use analysis::Language;
pub use document::{Document, Name, NameClass, Sentence, Token, TokenIndex};
pub use model::ModelError;
pub use relation::Relation;
pub use tag::Tag;
pub use upos::Upos;

/// A label that is not in the closed set it should come from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown label {0:?}")]
pub struct UnknownLabel(pub String);
