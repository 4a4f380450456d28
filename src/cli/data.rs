//! The arguments that put RDF files in the place of the store.

use clap::{Args, ValueHint};
use std::path::PathBuf;

/// RDF files in place of the store.
#[derive(Debug, Args)]
pub(crate) struct Data {
    /// Take RDF files instead of the store, whoever made them: .nq, .trig, .ttl, .nt, .rdf, .jsonld; may be repeated
    #[arg(long = "data", value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "path")]
    pub(crate) files: Vec<PathBuf>,
    /// The IRI against which relative ones are read, in these files and in a query [default: the file's own]
    #[arg(long, value_name = "IRI", requires = "files")]
    pub(crate) relative_to: Option<String>,
}
