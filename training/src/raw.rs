//! Measures tags and syntax from plain text, as the `CoNLL` 2018 evaluation does: words are matched by where they stand.

use crate::conllu;
use crate::report::{Counts, Row, Table};
use crate::sentences::{Paragraph, paragraphs};
use crate::syntax::universal;
use crate::train;
use crate::trees::Tree;
use anyhow::Result;
use dateline::language::Relation;
use dateline::language::classes::WordClasses;
use dateline::language::lemmas::Lemmas;
use dateline::language::sentences::Splitter;
use dateline::language::syntax::Parser;
use dateline::language::tags::{Label, Scene, Tagger, spaced};
use dateline::language::tokens::Tokenizer;
use dateline::span::Span;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The layers from plain text to trees.
pub struct Layers {
    tokenizer: Tokenizer,
    splitter: Splitter,
    classes: WordClasses,
    tagger: Tagger,
    lemmas: Lemmas,
    parser: Parser,
}

/// A word with all that is said of it.
struct Word {
    label: Label,
    lemma: String,
    /// Where the head stands; none for the root.
    head: Option<Span>,
    relation: Relation,
}

/// Words by where they stand in a paragraph.
type Words = BTreeMap<Span, Word>;

/// What is compared, and whether two words are alike in it.
type Measure = (&'static str, fn(&Word, &Word) -> bool);

const TAGS: [Measure; 3] =
    [("XPOS", |a, b| a.label.0 == b.label.0), ("UPOS", |a, b| a.label.1 == b.label.1), ("lemmas", |a, b| a.lemma == b.lemma)];

const SYNTAX: [Measure; 3] = [
    ("UAS", |a, b| a.head == b.head),
    ("LAS", |a, b| a.head == b.head && universal(a.relation) == universal(b.relation)),
    ("LAS with subtypes", |a, b| a.head == b.head && a.relation == b.relation),
];

impl Layers {
    /// Opens the layers in a folder of models.
    pub fn open(models: &Path) -> Result<Self> {
        Ok(Self {
            tokenizer: Tokenizer::new()?,
            splitter: train::splitter(models)?,
            classes: train::classes(models)?,
            tagger: train::tagger(models)?,
            lemmas: train::lemmas(models)?,
            parser: train::parser(models)?,
        })
    }

    /// The tagger.
    pub fn tagger(&self) -> &Tagger {
        &self.tagger
    }

    /// The parser.
    pub fn parser(&self) -> &Parser {
        &self.parser
    }

    /// The splitter.
    pub fn splitter(&self) -> &Splitter {
        &self.splitter
    }

    /// The lemmatizer.
    pub fn lemmas(&self) -> &Lemmas {
        &self.lemmas
    }

    /// Where the tokens of a text stand.
    pub fn tokens(&self, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        self.tokenizer.tokens(text, Span::new(0, text.len()), &mut spans);
        spans
    }

    /// The words of one sentence, and what the layers see of them.
    pub fn scene<'t>(&self, text: &'t str) -> (Vec<&'t str>, Scene) {
        let spans = self.tokens(text);
        let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
        let scene = Scene::new(spaced(text, spans.iter().copied()), &self.classes, self.tagger.dictionary());
        (words, scene)
    }

    /// F1 of tags and lemmas.
    pub fn tags(&self, files: &[PathBuf]) -> Result<Vec<Table>> {
        self.evaluate(files, &TAGS)
    }

    /// F1 of attachments.
    pub fn syntax(&self, files: &[PathBuf]) -> Result<Vec<Table>> {
        self.evaluate(files, &SYNTAX)
    }

    fn evaluate(&self, files: &[PathBuf], measures: &[Measure]) -> Result<Vec<Table>> {
        files.iter().map(|file| Ok(Table { file: file.display().to_string(), rows: self.rows(file, measures)? })).collect()
    }

    fn rows(&self, file: &Path, measures: &[Measure]) -> Result<Vec<Row>> {
        let mut counts = vec![Counts::default(); measures.len()];
        for paragraph in paragraphs(&conllu::read(file)?) {
            let (wanted, found) = (annotated(&paragraph)?, self.read(&paragraph.text));
            for (counts, (_, alike)) in counts.iter_mut().zip(measures) {
                let right = found.iter().filter(|(span, word)| wanted.get(span).is_some_and(|wanted| alike(word, wanted))).count();
                counts.add(Counts { right, found: found.len(), wanted: wanted.len() });
            }
        }
        Ok(counts.into_iter().zip(measures).map(|(counts, (name, _))| counts.row(name)).collect())
    }

    /// The words that the layers find in a text.
    fn read(&self, text: &str) -> Words {
        let (spans, mut words) = (self.tokens(text), Words::new());
        for sentence in self.splitter.sentences(text, &spans) {
            let spans = &spans[sentence];
            let scene = Scene::new(spaced(text, spans.iter().copied()), &self.classes, self.tagger.dictionary());
            let labels = self.tagger.tag(&scene);
            let arcs = self.parser.parse(&scene.words, &labels);
            for ((span, label), (head, relation)) in spans.iter().zip(labels).zip(arcs) {
                let lemma = self.lemmas.lemma(span.of(text), label).to_lowercase();
                words.insert(*span, Word { label, lemma, head: head.map(|head| spans[head]), relation });
            }
        }
        words
    }
}

/// The words of the treebank.
fn annotated(paragraph: &Paragraph) -> Result<Words> {
    let (mut words, mut rest) = (Words::new(), paragraph.tokens.as_slice());
    for sentence in &paragraph.annotated {
        let (spans, others) = rest.split_at(sentence.words.len());
        rest = others;
        for (span, word) in spans.iter().zip(Tree::new(sentence)?.words) {
            let (label, lemma) = ((word.tag, word.upos), word.lemma.to_lowercase());
            words.insert(*span, Word { label, lemma, head: word.head.map(|head| spans[head]), relation: word.relation });
        }
    }
    Ok(words)
}
