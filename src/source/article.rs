//! What the first stage hands on: one article's text, unchanged, and what its top and edges say about it.

use crate::hash::content_hash;
use crate::span::Span;
use time::Date;

/// One article as it was read, before any language is analysed.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// File name or URL as given by the user (`dl:sourceFile`).
    pub source: String,
    /// The decoded text. Every span of the later stages counts in it; nothing changes it.
    pub text: String,
    /// SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal.
    pub hash: String,
    /// Canonical URL, if the source states one.
    pub url: Option<String>,
    /// Headline.
    pub headline: Option<Stated>,
    /// Names of the authors, one each.
    pub authors: Vec<Stated>,
    /// Name of the publisher.
    pub publisher: Option<Stated>,
    /// Day of publication; relative dates count from it.
    pub published: Option<Date>,
    /// BCP 47 tag of the language, if known ("en").
    pub language: Option<String>,
    /// The text cut into blocks, in order; between them stand only white space, list marks and rules.
    pub blocks: Vec<Block>,
}

impl Article {
    /// What tells it from all others, by its canonical URL if it has one, else by its text: sixteen hexadecimal digits.
    #[must_use]
    pub fn key(&self) -> String {
        let hash = self.url.as_ref().map(|url| content_hash(url));
        let hash = hash.as_ref().unwrap_or(&self.hash);
        hash.get(..16).unwrap_or(hash).to_owned()
    }
}

/// A value that the source states, and where in the text if it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The value, with white space folded.
    pub value: String,
    /// Where the text says it; none if it came from metadata outside the text.
    pub span: Option<Span>,
}

/// A paragraph, heading, list item, table row or piece of page furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where it stands, without the list marker or surrounding white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BlockKind {
    /// The article's headline (also where the page repeats it).
    Headline,
    /// Author, date, place of writing, outlet.
    Byline,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list in the article.
    ListItem,
    /// One cell of a table in the article.
    TableCell,
    /// The words under a photo, with its credit.
    Caption,
    /// Navigation, tables of contents, "read more", author boxes: kept, but not the article's own words.
    Furniture,
}

impl BlockKind {
    /// True for the blocks that are the article's own reporting.
    #[must_use]
    pub fn is_body(self) -> bool {
        matches!(self, Self::Paragraph | Self::ListItem | Self::TableCell)
    }
}
