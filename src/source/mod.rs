//! Stage 1: from what people have (files, pages, streams) to [`Article`]s. Knows nothing of language or RDF.

mod address;
mod article;
mod byline;
mod caption;
mod date;
mod decode;
mod error;
mod layout;
mod lines;
mod metadata;
mod outlet;
mod page;
mod phrase;
mod read;
mod shape;
mod tail;
mod tongue;
mod top;
mod wrap;

pub use article::{Article, Block, BlockKind, Stated};
pub use error::SourceError;
pub use read::{read_bytes, read_path, read_text};
