//! Trains the name model.

mod corpus;
mod evaluate;
mod gazetteer;
mod gold;
mod inspect;
mod learner;

pub use evaluate::evaluate;
pub use inspect::inspect;

use crate::shuffle::shuffle;
use anyhow::{Context, Result};
use corpus::Article;
use dateline::language::classes::WordClasses;
use dateline::language::gazetteer::Gazetteer;
use dateline::language::linear::{self, feature};
use dateline::language::model;
use dateline::language::names::features::{Sight, Tables, each};
use dateline::language::names::labels::{COUNT, OUTSIDE};
use dateline::language::names::memory::Memory;
use dateline::language::names::{LAYER, section};
use dateline::language::sentences::Splitter;
use learner::{Example, Learner, Tuning};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;

/// The features that get weights of their own in articles marked by other rules; these weights are not shipped.
const OWN_TEMPLATES: [u32; 16] = [0, 1, 2, 4, 5, 12, 13, 18, 19, 21, 26, 32, 39, 41, 42, 49];
/// The template of such weights.
const OWN: u32 = 10_000;
/// Passes over the articles.
const EPOCHS: usize = 12;
/// How many learners there are, whose mean is shipped.
const RUNS: u64 = 1;
/// Passes over one half of the articles, for the first reading of the other half.
const FIRST_EPOCHS: usize = 3;
/// How the weights are learnt.
const TUNING: Tuning = Tuning { rate: 0.02, dropped: 300 };
/// Smaller weights are left out of the shipped model.
const LEAST_WEIGHT: f32 = 0.03;
/// The most bytes that the weights may take.
const MOST_BYTES: usize = 3_600_000;
/// The worth of one unit of a shipped weight.
const SCALE: f32 = 0.03;
/// Offset and slope of the logistic curve from margin to confidence, fitted on the development sets.
const CONFIDENCE: [f32; 2] = [-0.227, 0.469];

/// One article with its features numbered.
struct Lesson {
    sights: Vec<Sight>,
    /// Each with the number of its sentence.
    examples: Vec<(usize, Range<usize>, Example)>,
}

/// The numbers of the features, in the order in which they first occur.
#[derive(Default)]
struct Numbers {
    of: FxHashMap<u64, u32>,
    hashes: Vec<u64>,
    /// Whether each is of one corpus alone.
    own: Vec<bool>,
}

impl Lesson {
    fn examples(&self) -> impl Iterator<Item = &Example> {
        self.examples.iter().map(|(_, _, example)| example)
    }
}

impl Numbers {
    fn number(&mut self, (hash, own): (u64, bool)) -> u32 {
        let next = u32::try_from(self.hashes.len()).unwrap_or(u32::MAX);
        *self.of.entry(hash).or_insert_with(|| {
            self.hashes.push(hash);
            self.own.push(own);
            next
        })
    }
}

/// Trains the layer and gives its file's bytes.
pub fn train(corpora: &Path, ontology: &Path, splitter: &Splitter, classes: &WordClasses) -> Result<Vec<u8>> {
    let mut articles = Vec::new();
    for file in corpus::files(&corpora.join("ner/train"))? {
        articles.extend(corpus::read(&file)?);
    }
    articles.extend(gold::read(corpora, splitter)?);
    let mut builder = gazetteer::Builder::new(ontology)?;
    builder.take_cases(&articles);
    builder.take_links(&articles);
    let gazetteer_bytes = builder.encode();
    let gazetteer = Gazetteer::new(Cow::Owned(gazetteer_bytes.clone())).context("the gazetteer is empty")?;

    let tables = Tables { classes: classes.clone(), gazetteer };
    let mut numbers = Numbers::default();
    let mut lessons = lessons(&articles, &tables, &mut numbers);
    read_for_the_first_time(&mut lessons, &mut numbers);
    let learner = learn_often(&lessons, numbers.hashes.len());
    Ok(encode(&learner, &numbers, gazetteer_bytes))
}

/// Features that occur once are dropped.
fn lessons(articles: &[Article], tables: &Tables, numbers: &mut Numbers) -> Vec<Lesson> {
    let sights: Vec<Vec<Sight>> = articles
        .iter()
        .map(|article| article.sentences.iter().map(|s| Sight::new(s.words.iter().map(String::as_str), tables)).collect())
        .collect();
    let mut hashes = Vec::new();
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for (article, sights) in articles.iter().zip(&sights) {
        for (sight, at) in sights.iter().flat_map(|sight| sight.stretches.iter().cloned().flatten().map(move |at| (sight, at))) {
            own_features(article, sight, at, &mut hashes);
            for &(hash, _) in &hashes {
                *counts.entry(hash).or_default() += 1;
            }
        }
    }
    let mut lessons = Vec::new();
    for (article, sights) in articles.iter().zip(sights) {
        let mut examples = Vec::new();
        for (number, (sentence, sight)) in article.sentences.iter().zip(&sights).enumerate() {
            for stretch in &sight.stretches {
                let own = stretch.clone().map(|at| {
                    own_features(article, sight, at, &mut hashes);
                    hashes.iter().filter(|(hash, _)| counts[hash] > 1).map(|&hash| numbers.number(hash)).collect()
                });
                let (own, labels) = (own.collect(), sentence.labels(stretch));
                let example = Example { own, more: Vec::new(), labels, marks_other: article.marks_other };
                examples.push((number, stretch.clone(), example));
            }
        }
        lessons.push(Lesson { sights, examples });
    }
    lessons
}

/// The features of a token; again, and marked, those that get weights of their own in articles marked by other rules (Daumé 2007).
fn own_features(article: &Article, sight: &Sight, at: usize, hashes: &mut Vec<(u64, bool)>) {
    hashes.clear();
    each(sight, at, &mut |template, parts| {
        let hash = feature(template, parts);
        hashes.push((hash, false));
        if article.own_rules && OWN_TEMPLATES.contains(&template) {
            hashes.push((feature(OWN, &[hash]), true));
        }
    });
}

/// Gives every article its first reading by a model that has not seen it, and the features that follow from it.
fn read_for_the_first_time(lessons: &mut [Lesson], numbers: &mut Numbers) {
    let count = numbers.hashes.len();
    for half in 0..2 {
        let others = lessons.iter().enumerate().filter(|(n, _)| n % 2 != half).flat_map(|(_, lesson)| lesson.examples());
        let learner = learn(others, count, FIRST_EPOCHS, false, 0);
        for lesson in lessons.iter_mut().skip(half).step_by(2) {
            add_evidence(lesson, &learner, numbers);
        }
    }
}

/// Reads an article, and gives its examples the features that follow from what was read.
fn add_evidence(lesson: &mut Lesson, learner: &Learner, numbers: &mut Numbers) {
    let mut labels: Vec<Vec<usize>> = lesson.sights.iter().map(|sight| vec![OUTSIDE; sight.looks.len()]).collect();
    for (sentence, stretch, example) in &lesson.examples {
        labels[*sentence][stretch.clone()].copy_from_slice(&learner.labels(example));
    }
    let mut memory = Memory::default();
    lesson.sights.iter().zip(&labels).for_each(|(sight, labels)| memory.learn(sight, labels));
    let mut hashes = Vec::new();
    for (sentence, stretch, example) in &mut lesson.examples {
        let more = stretch.clone().map(|at| {
            hashes.clear();
            memory.features(&lesson.sights[*sentence], &labels[*sentence], at, &mut hashes);
            hashes.iter().map(|&hash| numbers.number((hash, false))).collect()
        });
        example.more = more.collect();
    }
}

/// The mean of several learners that go through the examples in different orders.
fn learn_often(lessons: &[Lesson], features: usize) -> Learner {
    let run = |run| learn(lessons.iter().flat_map(Lesson::examples), features, EPOCHS, true, run);
    let learners = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..RUNS).map(|number| scope.spawn(move || run(number))).collect();
        runs.into_iter().filter_map(|run| run.join().ok()).collect::<Vec<_>>()
    });
    Learner::mean(learners)
}

/// Learns from the examples, in an order that is shuffled, but always in the same way for the same run.
fn learn<'a>(examples: impl Iterator<Item = &'a Example>, features: usize, epochs: usize, with_article: bool, run: u64) -> Learner {
    let mut examples: Vec<&Example> = examples.collect();
    let mut learner = Learner::new(features, TUNING, run);
    for epoch in 0..epochs {
        shuffle(&mut examples, epoch as u64 + 100 * run);
        for (n, example) in examples.iter().enumerate() {
            learner.learn(example, with_article && (n + epoch) % 2 == 0);
        }
    }
    learner.average();
    learner
}

fn encode(learner: &Learner, numbers: &Numbers, gazetteer: Vec<u8>) -> Vec<u8> {
    let weights = fit(learner, numbers);
    let transitions = learner.transitions().iter().flatten().flat_map(|worth| worth.to_le_bytes()).collect();
    let confidence = CONFIDENCE.iter().flat_map(|n| n.to_le_bytes()).collect();
    eprintln!("names: {} features, {} bytes of weights, {} of gazetteer", numbers.hashes.len(), weights.len(), gazetteer.len());
    model::write(
        LAYER,
        &[
            (section::WEIGHTS, weights),
            (section::TRANSITIONS, transitions),
            (section::GAZETTEER, gazetteer),
            (section::CONFIDENCE, confidence),
        ],
    )
}

/// The weights, the smallest left out until the rest fits.
fn fit(learner: &Learner, numbers: &Numbers) -> Vec<u8> {
    let mut least = LEAST_WEIGHT;
    loop {
        let weights = linear::encode(&rows(learner, numbers, least), u32::try_from(COUNT).unwrap_or(0), SCALE);
        if weights.len() <= MOST_BYTES {
            return weights;
        }
        least *= 1.1;
    }
}

/// The features with weights of at least a size.
fn rows(learner: &Learner, numbers: &Numbers, least: f32) -> Vec<(u64, Vec<(u8, f32)>)> {
    let mut rows = Vec::new();
    for (number, &hash) in numbers.hashes.iter().enumerate().filter(|(number, _)| !numbers.own[*number]) {
        let row: Vec<(u8, f32)> = (0_u8..).zip(*learner.row(number)).filter(|(_, weight)| weight.abs() >= least).collect();
        if !row.is_empty() {
            rows.push((hash, row));
        }
    }
    rows.sort_by_key(|row| row.0);
    rows
}
