//! How content is named: by its hash.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The SHA-256 of a text in lower-case hexadecimal.
#[must_use]
pub fn content_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
