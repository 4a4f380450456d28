//! What an article says as one line of text, with what tells whether it still holds.

use crate::collate::Facts;
use serde::{Deserialize, Serialize};

/// Raised whenever other facts are read from the same graph.
const FORM: u32 = 1;

/// A line.
#[derive(Serialize, Deserialize)]
struct Line<F> {
    article: String,
    hash: String,
    form: u32,
    base: String,
    facts: F,
}

/// The line of an article of this text; none if it cannot be written.
pub(super) fn line(article: &str, hash: &str, base: &str, facts: &Facts) -> Option<String> {
    let line = Line { article: article.to_owned(), hash: hash.to_owned(), form: FORM, base: base.to_owned(), facts };
    serde_json::to_string(&line).ok()
}

/// Whose line it is.
pub(super) fn article(line: &str) -> Option<&str> {
    line.strip_prefix(r#"{"article":""#)?.split('"').next()
}

/// What the line says, if it was read from the same text under the same base.
pub(super) fn facts(line: &str, hash: &str, base: &str) -> Option<Facts> {
    let line: Line<Facts> = serde_json::from_str(line).ok()?;
    (line.hash == hash && line.form == FORM && line.base == base).then_some(line.facts)
}
