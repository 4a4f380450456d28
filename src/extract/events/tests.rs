//! The lexicons' examples, read by the program.

use super::lexicon::{Modalities, Triggers};
use super::{EventReader, Scene};
use crate::authority::Demonyms;
use crate::extract::Mentions;
use crate::extract::lexicon::{Lexicon, MarkedText};
use crate::language::linear::feature;
use crate::language::{Document, Language};
use crate::source::{Article, read_text};

/// The templates of the features that words of modality make.
const MODALITY: std::ops::RangeInclusive<u32> = 70..=82;

struct Program {
    language: Language,
    reader: EventReader,
    demonyms: Demonyms,
}

impl Program {
    fn new() -> Self {
        let language = Language::load().expect("the model is in order");
        Self { language, reader: EventReader::embedded().expect("the lexicons are in order"), demonyms: Demonyms::embedded() }
    }

    fn with<T>(&self, text: &str, look: impl Fn(&Scene) -> T) -> T {
        let article: Article = read_text("a.txt", format!("Something else stands here before it.\n\n{text}\n"));
        let document: Document = self.language.analyse(&article);
        let mentions = Mentions::new(Vec::new(), document.tokens.len());
        look(&self.reader.scene(&document, &mentions, &[], &self.demonyms))
    }

    /// The words that the lexicon gives a class.
    fn words_of(&self, text: &str, class: u8) -> Vec<String> {
        self.with(text, |scene| {
            let told = (0..scene.len()).filter(|&c| scene.candidates[c].classes.contains(&class));
            told.map(|c| scene.span(c).of(&scene.document.article.text).to_owned()).collect()
        })
    }

    /// True when a word of a modality is seen near the marked trigger.
    fn is_seen(&self, example: &MarkedText, modality: u8) -> bool {
        let marked = example.marked("event").next().unwrap_or_default().to_owned();
        self.with(&example.text, |scene| {
            let found = (0..scene.len()).find(|&c| scene.span(c).of(&scene.document.article.text) == marked);
            let features = scene.trigger_features(found.expect("the marked word may be a trigger"));
            MODALITY.into_iter().any(|template| features.contains(&feature(template, &[u64::from(modality)])))
        })
    }
}

#[test]
fn every_class_finds_its_examples_and_no_counter_example() {
    let program = Program::new();
    let triggers = Triggers::embedded().expect("the lexicon is in order");
    for (number, group) in (0_u8..).zip(triggers.groups()) {
        for example in group.examples {
            let found = program.words_of(&example.text, number);
            assert!(example.marked("event").all(|word| found.iter().any(|f| f == word)), "{}: {}: {found:?}", group.name, example.text);
        }
        for counter in group.counter_examples {
            assert_eq!(program.words_of(&counter.text, number), Vec::<String>::new(), "{}: {}", group.name, counter.text);
        }
    }
}

#[test]
fn every_modality_is_seen_in_its_examples_alone() {
    let program = Program::new();
    let modalities = Modalities::embedded().expect("the lexicon is in order");
    for (number, group) in (0_u8..).zip(modalities.groups()) {
        for example in group.examples {
            assert!(program.is_seen(example, number), "{}: {}", group.name, example.text);
        }
        for counter in group.counter_examples {
            assert!(!program.is_seen(counter, number), "{}: {}", group.name, counter.text);
        }
    }
}
