//! Reads quotations: words in quotation marks and reported clauses, with their speaker, cue, addressee and channel.

mod attribution;
mod channel;
mod cues;
mod indirect;
mod literal;
mod marks;
mod occurrence;
mod order;
mod scene;
mod speaker;
mod tree;

pub use cues::{Content, CueLexicon};

use super::{Claim, Mentions, Quotation, Referent};
use crate::language::Document;
use scene::Scene;

/// All quotations of a document, in text order.
#[must_use]
pub fn extract(document: &Document, mentions: &Mentions, lexicon: &CueLexicon) -> Vec<Claim<Quotation<Referent>>> {
    let scene = Scene::new(document, mentions, lexicon);
    let cues = occurrence::cues(&scene);
    let attributions = attribution::attributions(&scene, &cues);
    let literal = scene.quoted.iter().zip(attributions).map(|(quoted, attribution)| literal::claim(&scene, *quoted, attribution));
    let literal = literal.filter(|claim| claim.confidence > literal::SCARE);
    let mut claims: Vec<_> = literal.chain(indirect::claims(&scene, &cues)).collect();
    claims.sort_by_key(|claim| claim.what.text);
    claims
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
