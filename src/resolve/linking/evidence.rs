//! What an article tells of who its names can be.

use super::super::clusters::Clusters;
use super::context::Context;
use crate::authority::{Authority, Rows};
use crate::extract::{Claims, Mentions, Referent};
use crate::language::Document;

/// What an article tells of who its names can be.
pub(in crate::resolve) struct Evidence<'e> {
    pub(super) document: &'e Document<'e>,
    pub(super) authority: &'e Authority,
    pub(super) added: &'e Rows<'e>,
    pub(super) context: Context<'e>,
}

impl<'e> Evidence<'e> {
    /// Gathers the evidence of an article.
    pub(in crate::resolve) fn new(
        document: &'e Document<'e>,
        mentions: &Mentions,
        claims: &Claims<Referent>,
        clusters: &'e Clusters,
        (authority, added): (&'e Authority, &'e Rows<'e>),
    ) -> Self {
        Self { document, authority, added, context: Context::new(document, mentions, claims, clusters, authority) }
    }
}
