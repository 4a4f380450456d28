//! Reads quotations: words in quotation marks and reported clauses, with their speaker, cue, addressee and channel.

mod attribution;
mod channel;
mod cue_file;
mod cues;
mod indirect;
mod issuer;
mod literal;
mod marks;
mod occurrence;
mod order;
mod representative;
mod scene;
mod speaker;
mod stance;
mod subject;
mod tree;

pub use cue_file::Content;
pub use cues::CueLexicon;

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
    use crate::extract::lexicon::{Lexicon, MarkedText};
    use crate::extract::{Lexicons, Referent, Source};
    use crate::language::Language;
    use crate::source::{Article, Block, BlockKind};
    use crate::span::Span;

    /// The reported words, cues and speakers that are read from a sentence.
    fn reported(language: &Language, lexicons: &Lexicons, sentence: &str) -> Vec<[String; 3]> {
        let article = article(&[sentence]);
        let document = language.analyse(&article);
        let (mentions, claims) = crate::extract::extract(&document, lexicons);
        let words = |span: Option<Span>| span.map_or(String::new(), |span| span.of(&article.text).to_owned());
        let trimmed = |words: String| words.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let speaker = |source: &Option<Source<Referent>>| match source {
            Some(Source::Known(Referent::Mention(id))) => words(Some(mentions[*id].span)),
            Some(Source::Unnamed(span)) => words(Some(*span)),
            _ => String::new(),
        };
        let quotations = claims.quotations.iter().map(|claim| &claim.what);
        quotations.map(|what| [trimmed(words(Some(what.text))), words(what.cue), speaker(&what.speaker)]).collect()
    }

    fn expected(example: &MarkedText) -> [String; 3] {
        let first = |label| example.marked(label).next().unwrap_or_default();
        [first("text").trim_matches(|c: char| !c.is_alphanumeric()).to_owned(), first("cue").to_owned(), first("speaker").to_owned()]
    }

    #[test]
    fn every_cue_group_finds_its_examples_and_no_counter_example() {
        let language = Language::load().expect("the model");
        let lexicons = Lexicons::embedded().expect("the lexicons");
        let mut wrong = Vec::new();
        for group in lexicons.cues.groups() {
            for example in group.examples.iter().chain(group.counter_examples) {
                let found = reported(&language, &lexicons, &example.text);
                let right = if example.marks.is_empty() { found.is_empty() } else { found.contains(&expected(example)) };
                wrong.extend((!right).then(|| format!("{}: {:?} gives {found:?}", group.name, example.text)));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

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
