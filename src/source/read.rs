//! Reading one article: from a path or bytes to an [`Article`].

use super::decode::decode;
use super::html::read_html;
use super::layout::Layout;
use super::metadata::{authors, published, publisher, stated, url};
use super::page::Page;
use super::stream::{Kind, read_whole};
use super::tongue::language;
use super::{Article, Block, BlockKind, SourceError, Stated};
use crate::hash::content_hash;
use crate::span::Span;
use std::fs::File;
use std::path::Path;
use time::Date;

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

/// What is known of an article from outside its text.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<Date>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
}

impl Known {
    /// The article of a plain text; what is known counts before what the text says.
    pub(super) fn read(self, name: &str, text: String) -> Article {
        let page = Page::read(&text);
        let own = url(&page);
        let mut article = self.article(name, String::new(), page.blocks());
        article.url = article.url.or(own);
        let address = article.url.as_deref();
        article.headline = article.headline.or_else(|| page.headline.map(|span| stated(&text, span)));
        article.publisher = article.publisher.or_else(|| publisher(&page, address));
        article.published = article.published.or_else(|| published(&page, address));
        article.language = article.language.or_else(|| language(&text, page.layout));
        if article.authors.is_empty() {
            article.authors = authors(&page);
        }
        article.hash = content_hash(&text);
        article.text = text;
        article
    }

    /// An article with what is known put before what it says itself.
    pub(super) fn over(self, mut article: Article) -> Article {
        let outside = |value: String| Stated { value, span: None };
        article.headline = article.headline.or_else(|| self.headline.map(outside));
        article.publisher = self.publisher.map(outside).or(article.publisher);
        article.published = self.published.or(article.published);
        article.url = self.url.or(article.url);
        article.language = self.language.or(article.language);
        if !self.authors.is_empty() {
            article.authors = self.authors.into_iter().map(outside).collect();
        }
        article
    }

    /// The article of a text whose blocks are known.
    pub(super) fn article(self, name: &str, text: String, blocks: Vec<Block>) -> Article {
        let top = blocks.first().filter(|block| block.kind == BlockKind::Headline).map(|block| block.span);
        let beside = |value: String, span: Option<Span>| Stated {
            span: span.filter(|span| text.get(span.start..span.end) == Some(value.as_str())),
            value,
        };
        Article {
            source: name.to_owned(),
            hash: content_hash(&text),
            headline: self.headline.map(|headline| beside(headline, top)),
            authors: self.authors.into_iter().map(|author| beside(author, None)).collect(),
            publisher: self.publisher.map(|publisher| beside(publisher, None)),
            published: self.published,
            language: self.language.or_else(|| language(&text, Layout::built_in())),
            url: self.url,
            blocks,
            text,
        }
    }
}
