//! Web pages: the article's text out of the page, and what its markup says about it.

mod body;
mod depth;
mod element;
mod jsonld;
mod metadata;

use super::known::Known;
use super::phrase::fold;
use super::{Article, Block, BlockKind, SourceError};
use crate::span::Span;
use scraper::Html;

/// The largest page that is parsed (bytes).
pub(super) const LARGEST: usize = 32 << 20;
/// Pages of newspapers nest some forty elements.
const DEEPEST: usize = 600;

/// Reads the article of a web page. Its text is made of the headline and the blocks of the article, with empty lines between.
pub(super) fn read_html(name: &str, html: &str) -> Result<Article, SourceError> {
    if html.len() > LARGEST {
        return Err(SourceError::TooLarge { name: name.to_owned(), limit: LARGEST >> 20 });
    }
    if depth::depth(html) > DEEPEST {
        return Err(SourceError::TooDeep { name: name.to_owned(), limit: DEEPEST });
    }
    let page = Html::parse_document(html);
    let data = jsonld::read(&page);
    let known = metadata::read(&page, &data);
    let blocks = body::blocks(&page, data.body.as_deref());
    if !blocks.iter().any(|(kind, _)| kind.is_body()) {
        let reason = "the page has no running text; save the article as plain text".to_owned();
        return Err(SourceError::NoArticle { name: name.to_owned(), reason });
    }
    Ok(compose(name, known, blocks))
}

/// Puts the text together from its blocks.
fn compose(name: &str, known: Known, found: Vec<(BlockKind, String)>) -> Article {
    let mut text = String::new();
    let mut blocks = Vec::new();
    let title = known.headline.as_deref().map(fold);
    let headline = known.headline.clone().map(|headline| (BlockKind::Headline, headline));
    let repeated = |(kind, words): &(BlockKind, String)| *kind == BlockKind::Headline && Some(fold(words)) == title;
    for (kind, words) in headline.into_iter().chain(found.into_iter().filter(|block| !repeated(block))) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&words);
        blocks.push(Block { span: Span::new(start, text.len()), kind });
    }
    known.article(name, text, blocks)
}

#[cfg(test)]
mod tests;
