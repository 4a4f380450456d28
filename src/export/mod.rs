//! Stage 7: the graph as files: Turtle, JSON-LD, N-Triples, N-Quads, TriG, RDF/XML.

mod context;
mod file;
mod jsonld;
mod nesting;
mod prelude;
mod pretty;
mod profile;
mod writer;

pub use file::{FileError, Replacement};
pub use pretty::{PrettyError, pretty};
pub use profile::Profile;
pub use writer::{ExportError, Writer};

/// A format of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Turtle: grouped by article and subject.
    Turtle,
    /// JSON-LD with the published context.
    JsonLd,
    /// N-Triples.
    NTriples,
    /// N-Quads.
    NQuads,
    /// TriG.
    TriG,
    /// RDF/XML.
    RdfXml,
}
