//! Stage 7: the graph as files: as RDF in Turtle, JSON-LD, N-Triples, N-Quads, TriG, RDF/XML, and as networks for other tools.

mod context;
mod jsonld;
mod nesting;
mod network;
mod prelude;
mod pretty;
mod profile;
mod reifiers;
mod replacement;
mod web_page;
mod writer;

pub use network::{Column, Edge, Network, NetworkError, NetworkFormat, Node, Type, Value};
pub use pretty::{PrettyError, pretty};
pub use profile::Profile;
pub use replacement::{Replacement, ReplacementError};
pub use web_page::web_page;
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
    /// The claims alone, as reifiers in N-Quads of RDF 1.2.
    Reifiers,
}
