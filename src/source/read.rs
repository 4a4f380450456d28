//! Reading one article: from a path or bytes to an [`Article`].

use super::decode::decode;
use super::metadata::{authors, published, publisher, stated, url};
use super::page::Page;
use super::tongue::language;
use super::{Article, SourceError};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::Path;

/// Reads one file of plain text. The article's `source` is the file's name without its folders.
///
/// # Errors
/// If the file cannot be read, is empty, or holds no text.
pub fn read_path(path: &Path) -> Result<Article, SourceError> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|source| SourceError::Unreadable { name: name.clone(), source })?;
    let mut article = read_bytes(&name, bytes)?;
    if let Some(file) = path.file_name() {
        article.source = file.to_string_lossy().into_owned();
    }
    Ok(article)
}

/// Reads one article from the bytes of plain text. `name` is what errors and [`Article::source`] call it.
///
/// # Errors
/// If the bytes are empty or hold no text.
pub fn read_bytes(name: &str, bytes: Vec<u8>) -> Result<Article, SourceError> {
    Ok(read_text(name, decode(name, bytes)?))
}

/// Reads one article from its text, which is kept as it is.
#[must_use]
pub fn read_text(name: &str, text: String) -> Article {
    let page = Page::read(&text);
    let url = url(&page);
    Article {
        source: name.to_owned(),
        hash: hash(&text),
        headline: page.headline.map(|span| stated(&text, span)),
        authors: authors(&page),
        publisher: publisher(&page, url.as_deref()),
        published: published(&page, url.as_deref()),
        language: language(&text, page.layout),
        blocks: page.blocks(),
        url,
        text,
    }
}

/// SHA-256 in lower-case hexadecimal.
fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
