//! Roles: who holds which post, function or title.

use super::{Claim, Lexicons, Mentions, Referent, Role};
use crate::language::Document;

/// Finds the roles that the document states of its people.
#[must_use]
pub fn roles(_document: &Document, _mentions: &Mentions, _lexicons: &Lexicons) -> Vec<Claim<Role<Referent>>> {
    Vec::new()
}
