//! Relations between people, organizations and places.

use super::{Claim, Lexicons, Mentions, Referent, RelationClaim};
use crate::language::Document;

/// Finds the relations that the document states between its mentions.
#[must_use]
pub(super) fn relations(_document: &Document, _mentions: &Mentions, _lexicons: &Lexicons) -> Vec<Claim<RelationClaim<Referent>>> {
    Vec::new()
}
