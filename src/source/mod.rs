//! Stage 1: from what people have (files, pages, streams) to [`Article`]s. Knows nothing of language or RDF.

mod address;
mod article;
mod byline;
mod caption;
mod date;
mod decode;
mod error;
mod html;
mod inputs;
mod jsonl;
mod known;
mod layout;
mod lines;
mod metadata;
mod outlet;
mod page;
mod phrase;
mod read;
mod shape;
mod stream;
mod tail;
mod tongue;
mod top;
mod warc;
mod wrap;

pub use article::{Article, Block, BlockKind, Stated};
pub use error::SourceError;
pub use inputs::{InputOptions, Inputs};
pub use layout::Fields;
pub use read::{read_bytes, read_path, read_text};
pub use stream::Kind;
