//! Reads quotations: words in quotation marks and reported clauses, with their speaker, cue, addressee and channel.

mod cues;
mod literal;
mod marks;

pub use cues::{Content, CueLexicon};

use super::{Claim, Mentions, Quotation, Referent};
use crate::language::Document;

/// All quotations of a document, in text order.
#[must_use]
pub fn extract(document: &Document, _mentions: &Mentions, _lexicon: &CueLexicon) -> Vec<Claim<Quotation<Referent>>> {
    marks::find(document.article).into_iter().map(|quoted| literal::claim(document, quoted)).collect()
}

#[cfg(test)]
mod tests {
    use crate::source::{Article, Block, BlockKind};
    use crate::span::Span;

    /// An article of plain paragraphs.
    pub(in crate::extract) fn article(paragraphs: &[&str]) -> Article {
        let mut text = String::new();
        let mut blocks = Vec::new();
        for paragraph in paragraphs {
            let start = text.len();
            text.push_str(paragraph);
            blocks.push(Block { span: Span::new(start, text.len()), kind: BlockKind::Paragraph });
            text.push('\n');
        }
        Article {
            source: String::new(),
            text,
            hash: String::new(),
            url: None,
            headline: None,
            authors: Vec::new(),
            publisher: None,
            published: None,
            language: None,
            blocks,
        }
    }
}
