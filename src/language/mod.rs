//! Stage 2: from an [`Article`](crate::source::Article) to a [`Document`]: tokens, sentences, tags, syntax, names. Knows nothing of entities or RDF.

mod analysis;
mod characters;
pub mod classes;
pub mod clusters;
mod document;
pub mod gazetteer;
pub mod kinds;
mod label_set;
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
pub use label_set::UnknownLabel;
pub use model::ModelError;
pub use relation::Relation;
pub use tag::Tag;
pub use upos::Upos;
