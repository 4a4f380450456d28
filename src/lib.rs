//! Dateline reads news articles and keeps what they say as a knowledge graph.
//!
//! The stages stand in the order in which an article passes through them, and each knows only those before it:
//! [`source`] → [`language`] → [`extract`] → [`resolve`] → [`collate`] → [`graph`] → [`store`] → [`query`], [`export`], [`diff`], [`verify`], [`remote`], [`reconciliation`] and [`serve`].

pub mod authority;
pub mod collate;
pub mod consolidation;
pub mod diff;
pub mod export;
pub mod extract;
pub mod graph;
pub mod hash;
pub mod import;
pub mod language;
pub mod pipeline;
pub mod query;
pub mod reconciliation;
pub mod remote;
pub mod resolve;
pub mod serve;
pub mod source;
pub mod span;
pub mod store;
pub mod verify;
pub mod vocab;
