//! Pretty Turtle for a few triples; its cost grows faster than their number, so it is not for whole stores.

use crate::vocab::PREFIXES;
use oxigraph::model::Triple;
use sophia::api::prefix::{Prefix, PrefixMapPair};
use sophia::api::prelude::*;
use sophia::inmem::graph::LightGraph;
use sophia::iri::Iri;
use sophia::turtle::parser::nt;
use sophia::turtle::serializer::turtle::{TurtleConfig, TurtleSerializer};
use std::fmt::Write;

/// Why triples could not be written prettily.
#[derive(Debug, thiserror::Error)]
#[error("cannot write Turtle: {0}")]
pub struct PrettyError(String);

/// The folders of instances, which become prefixes.
const FOLDERS: [&str; 7] = ["person", "organization", "place", "event", "work", "role", "rule"];

/// Writes triples as Turtle, grouped and with prefixes for the instances under `base` too.
///
/// # Errors
/// If an IRI is none.
pub fn pretty(triples: &[Triple], base: &str) -> Result<String, PrettyError> {
    let mut lines: Vec<String> = triples.iter().map(|triple| format!("{triple} .\n")).collect();
    lines.sort_unstable();
    lines.dedup();
    let graph: LightGraph = nt::parse_str(&lines.concat()).collect_triples().map_err(failed)?;
    let config = TurtleConfig::new().with_pretty(true).with_own_prefix_map(prefixes(base)?);
    let mut serializer = TurtleSerializer::new_stringifier_with_config(config);
    let turtle = serializer.serialize_graph(&graph).map_err(failed)?;
    let mut text = String::new();
    let _ = writeln!(text, "{}", turtle.as_str().trim_end());
    Ok(text)
}

fn prefixes(base: &str) -> Result<Vec<PrefixMapPair>, PrettyError> {
    let standard = PREFIXES.iter().map(|(name, namespace)| ((*name).to_owned(), (*namespace).to_owned()));
    let own = FOLDERS.iter().map(|folder| ((*folder).to_owned(), format!("{base}{folder}/")));
    let pair = |(name, namespace): (String, String)| {
        let prefix = Prefix::new(name.into_boxed_str()).map_err(failed)?;
        Ok((prefix, Iri::new(namespace.into_boxed_str()).map_err(failed)?))
    };
    standard.chain(own).map(pair).collect()
}

fn failed(error: impl std::fmt::Display) -> PrettyError {
    PrettyError(error.to_string())
}
