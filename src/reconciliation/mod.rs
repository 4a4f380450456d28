//! Stage 8: the graph's entities looked up in services that the user names: reconciliation services and SPARQL endpoints.
//!
//! Whatever a service does, nothing fails but the question that it was asked: that one is told of and stays without an answer.

mod answer;
mod cache;
mod entities;
mod manifest;
mod protocol;
mod run;
mod sparql;
mod verdict;

pub use answer::{Answer, Candidate, Question};
pub use cache::{Cache, CacheError};
pub use entities::{Class, Named, entities};
pub use manifest::Manifest;
pub use protocol::Protocol;
pub use run::{Outcome, Service, Terms, reconcile};
pub use verdict::Bar;
