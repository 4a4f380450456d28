//! What is known of an article from outside its text, put together with what the text says.

use super::layout::Layout;
use super::metadata::{authors, published, publisher, stated, url};
use super::page::Page;
use super::tongue::language;
use super::{Article, Block, BlockKind, Stated};
use crate::hash::content_hash;
use crate::span::Span;
use time::Date;

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
