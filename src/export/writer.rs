//! Writes graph after graph in one format, each sorted, without holding more than one.

use super::jsonld::JsonLd;
use super::prelude::Prelude;
use super::{Format, Profile, reifiers};
use crate::vocab::PREFIXES;
use oxigraph::io::{RdfFormat, RdfSerializer, WriterQuadSerializer};
use oxigraph::model::{GraphName, Quad};
use std::io::{self, Write};

/// Writes graphs to one output.
pub struct Writer<W: Write> {
    sink: Sink<W>,
    profile: Profile,
    keeps_graphs: bool,
}

enum Sink<W: Write> {
    Rdf(Box<WriterQuadSerializer<Prelude<W>>>),
    JsonLd(Box<JsonLd<W>>),
    Reifiers(W),
}

/// Why a graph could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The output failed.
    #[error("cannot write the output")]
    Output(#[from] io::Error),
    /// The base is not an IRI.
    #[error("{0:?} cannot be a base IRI")]
    Base(String),
}

impl<W: Write> Writer<W> {
    /// Begins an output. `base` shortens the IRIs of instances.
    ///
    /// # Errors
    /// If the base is no IRI, or nothing can be written.
    pub fn new(format: Format, profile: Profile, base: &str, out: W) -> Result<Self, ExportError> {
        let (rdf, keeps_graphs) = match format {
            Format::Turtle => (RdfFormat::Turtle, false),
            Format::NTriples => (RdfFormat::NTriples, false),
            Format::RdfXml => (RdfFormat::RdfXml, false),
            Format::NQuads => (RdfFormat::NQuads, true),
            Format::TriG => (RdfFormat::TriG, true),
            Format::Reifiers => return Ok(Self { sink: Sink::Reifiers(out), profile, keeps_graphs: true }),
            Format::JsonLd => return Ok(Self { sink: Sink::JsonLd(Box::new(JsonLd::new(base, out)?)), profile, keeps_graphs: true }),
        };
        let bad = |_| ExportError::Base(base.to_owned());
        let mut serializer = RdfSerializer::from_format(rdf);
        for (prefix, namespace) in PREFIXES {
            serializer = serializer.with_prefix(prefix, namespace).map_err(bad)?;
        }
        let serializer = serializer.with_base_iri(base).map_err(bad)?;
        let has_prelude = matches!(format, Format::Turtle | Format::TriG);
        let out = if has_prelude { Prelude::new(base, out)? } else { Prelude::none(out) };
        Ok(Self { sink: Sink::Rdf(Box::new(serializer.for_writer(out))), profile, keeps_graphs })
    }

    /// Writes one graph, whose quads are in the order of [`crate::graph::compare`].
    ///
    /// # Errors
    /// If the output fails.
    pub fn graph(&mut self, mut quads: Vec<Quad>) -> Result<(), ExportError> {
        self.profile.apply(&mut quads);
        match &mut self.sink {
            Sink::JsonLd(json) => json.graph(&quads)?,
            Sink::Reifiers(out) => reifiers::write(&quads, out)?,
            Sink::Rdf(serializer) => {
                for mut quad in quads {
                    if !self.keeps_graphs {
                        quad.graph_name = GraphName::DefaultGraph;
                    }
                    serializer.serialize_quad(&quad)?;
                }
            }
        }
        Ok(())
    }

    /// Ends the output.
    ///
    /// # Errors
    /// If the output fails.
    pub fn finish(self) -> Result<W, ExportError> {
        let mut out = match self.sink {
            Sink::JsonLd(json) => json.finish()?,
            Sink::Reifiers(out) => out,
            Sink::Rdf(serializer) => serializer.finish()?.into_inner(),
        };
        out.flush()?;
        Ok(out)
    }
}
