//! Stage 1: from what people have (files, pages, streams) to [`Article`]s. Knows nothing of language or RDF.

mod article;

pub use article::{Article, Block, BlockKind, Stated};
