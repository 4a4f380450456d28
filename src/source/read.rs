//! Reading one article: from a path or bytes to an [`Article`].

use super::decode::decode;
use super::html::read_html;
use super::known::Known;
use super::stream::{Kind, read_whole};
use super::{Article, SourceError};
use std::fs::File;
use std::path::Path;

/// Reads one file that holds one article: plain text or a web page, also compressed by gzip or zstd.
/// The article's `source` is the file's name without its folders.
///
/// # Errors
/// If the file cannot be read, is empty, too large, or holds no article.
pub fn read_path(path: &Path) -> Result<Article, SourceError> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|source| SourceError::Unreadable { name: name.clone(), source })?;
    let mut article = read_bytes(&name, read_whole(&name, file)?)?;
    if let Some(file) = path.file_name() {
        article.source = file.to_string_lossy().into_owned();
    }
    Ok(article)
}

/// Reads one article from the bytes of plain text or a web page. `name` is what errors and [`Article::source`] call it.
///
/// # Errors
/// If the bytes are empty or hold no article.
pub fn read_bytes(name: &str, bytes: Vec<u8>) -> Result<Article, SourceError> {
    let kind = Kind::of(&bytes);
    let text = decode(name, bytes)?;
    if kind == Kind::Html { read_html(name, &text) } else { Ok(read_text(name, text)) }
}

/// Reads one article from its plain text, which is kept as it is.
#[must_use]
pub fn read_text(name: &str, text: String) -> Article {
    Known::default().read(name, text)
}
