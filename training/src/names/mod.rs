//! Trains the name model.

mod corpus;
mod evaluate;
mod gazetteer;
mod inspect;
mod learner;

pub use evaluate::evaluate;
pub use inspect::inspect;

use crate::shuffle::shuffle;
use anyhow::{Context, Result};
use corpus::Article;
use dateline::language::clusters::Clusters;
use dateline::language::gazetteer::Gazetteer;
use dateline::language::linear;
use dateline::language::model;
use dateline::language::names::features::{Sight, features};
use dateline::language::names::memory::Memory;
use dateline::language::names::{LAYER, section};
use learner::{Example, Learner, Tuning};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::path::Path;

/// Passes over the articles.
const EPOCHS: usize = 6;
/// Passes over one half of the articles, for the first reading of the other half.
const FIRST_EPOCHS: usize = 3;
/// How the weights are learnt.
const TUNING: Tuning = Tuning { rate: 0.2, dropped: 300 };
/// Smaller weights are left out of the shipped model.
const LEAST_WEIGHT: f32 = 0.03;
/// The worth of one unit of a shipped weight.
const SCALE: f32 = 0.03;
/// Offset and slope of the logistic curve from margin to confidence, fitted on the development sets.
const CONFIDENCE: [f32; 2] = [-0.55, 0.356];

/// One article with its features numbered.
struct Lesson {
    sights: Vec<Sight>,
    examples: Vec<Example>,
}

/// The numbers of the features, in the order in which they first occur.
#[derive(Default)]
struct Numbers {
    of: FxHashMap<u64, u32>,
    hashes: Vec<u64>,
}

impl Numbers {
    fn number(&mut self, hash: u64) -> u32 {
        let next = u32::try_from(self.hashes.len()).unwrap_or(u32::MAX);
        *self.of.entry(hash).or_insert_with(|| {
            self.hashes.push(hash);
            next
        })
    }
}

/// Trains the layer and gives its file's bytes.
pub fn train(corpora: &Path, ontology: &Path, clusters: &Clusters) -> Result<Vec<u8>> {
    let mut articles = Vec::new();
    for file in corpus::files(&corpora.join("ner/train"))? {
        articles.extend(corpus::read(&file)?);
    }
    let mut builder = gazetteer::Builder::new(ontology)?;
    builder.take_cases(&articles);
    let gazetteer_bytes = builder.encode();
    let gazetteer = Gazetteer::new(Cow::Owned(gazetteer_bytes.clone())).context("the gazetteer is empty")?;

    let mut numbers = Numbers::default();
    let mut lessons = lessons(&articles, clusters, &gazetteer, &mut numbers);
    read_for_the_first_time(&mut lessons, &mut numbers);
    let learner = learn(lessons.iter().flat_map(|lesson| &lesson.examples), numbers.hashes.len(), EPOCHS, true);
    Ok(encode(&learner, &numbers, gazetteer_bytes))
}

/// Features that occur once are dropped.
fn lessons(articles: &[Article], clusters: &Clusters, gazetteer: &Gazetteer, numbers: &mut Numbers) -> Vec<Lesson> {
    let mut hashes = Vec::new();
    let sights: Vec<Vec<Sight>> = articles
        .iter()
        .map(|article| article.sentences.iter().map(|s| Sight::new(s.words.iter().map(String::as_str), clusters, gazetteer)).collect())
        .collect();
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for sight in sights.iter().flatten() {
        for at in 0..sight.looks.len() {
            hashes.clear();
            features(sight, at, &mut hashes);
            for &hash in &hashes {
                *counts.entry(hash).or_default() += 1;
            }
        }
    }
    let mut lessons = Vec::new();
    for (article, sights) in articles.iter().zip(sights) {
        let examples = article
            .sentences
            .iter()
            .zip(&sights)
            .map(|(sentence, sight)| {
                let own = (0..sight.looks.len())
                    .map(|at| {
                        hashes.clear();
                        features(sight, at, &mut hashes);
                        hashes.iter().filter(|hash| counts[hash] > 1).map(|&hash| numbers.number(hash)).collect()
                    })
                    .collect();
                Example { own, more: Vec::new(), labels: sentence.labels(), marks_other: article.marks_other }
            })
            .collect();
        lessons.push(Lesson { sights, examples });
    }
    lessons
}

/// Gives every article its first reading by a model that has not seen it, and the features that follow from it.
fn read_for_the_first_time(lessons: &mut [Lesson], numbers: &mut Numbers) {
    let count = numbers.hashes.len();
    for half in 0..2 {
        let others = lessons.iter().enumerate().filter(|(n, _)| n % 2 != half).flat_map(|(_, lesson)| &lesson.examples);
        let mut learner = learn(others, count, FIRST_EPOCHS, false);
        for lesson in lessons.iter_mut().skip(half).step_by(2) {
            let labels: Vec<Vec<usize>> = lesson.examples.iter().map(|example| learner.labels(example)).collect();
            let mut memory = Memory::default();
            lesson.sights.iter().zip(&labels).for_each(|(sight, labels)| memory.learn(sight, labels));
            let mut hashes = Vec::new();
            for ((sight, labels), example) in lesson.sights.iter().zip(&labels).zip(&mut lesson.examples) {
                example.more = (0..labels.len())
                    .map(|at| {
                        hashes.clear();
                        memory.features(sight, labels, at, &mut hashes);
                        hashes.iter().map(|&hash| numbers.number(hash)).collect()
                    })
                    .collect();
            }
        }
    }
}

/// Learns from the examples, in an order that is shuffled, but always in the same way.
fn learn<'a>(examples: impl Iterator<Item = &'a Example>, features: usize, epochs: usize, with_article: bool) -> Learner {
    let mut examples: Vec<&Example> = examples.collect();
    let mut learner = Learner::new(features, TUNING);
    for epoch in 0..epochs {
        shuffle(&mut examples, epoch as u64);
        for (n, example) in examples.iter().enumerate() {
            learner.learn(example, with_article && (n + epoch) % 2 == 0);
        }
    }
    learner.average();
    learner
}

fn encode(learner: &Learner, numbers: &Numbers, gazetteer: Vec<u8>) -> Vec<u8> {
    let mut rows: Vec<(u64, Vec<(u8, f32)>)> = Vec::new();
    for (number, &hash) in numbers.hashes.iter().enumerate() {
        let row: Vec<(u8, f32)> = (0_u8..).zip(*learner.row(number)).filter(|(_, weight)| weight.abs() >= LEAST_WEIGHT).collect();
        if !row.is_empty() {
            rows.push((hash, row));
        }
    }
    rows.sort_by_key(|row| row.0);
    let classes = u32::try_from(learner.transitions().len()).unwrap_or(0);
    let weights = linear::encode(&rows, classes, SCALE);
    let transitions = learner.transitions().iter().flatten().flat_map(|worth| worth.to_le_bytes()).collect();
    let confidence = CONFIDENCE.iter().flat_map(|n| n.to_le_bytes()).collect();
    eprintln!(
        "names: {} features of {}, {} bytes of weights, {} of gazetteer",
        rows.len(),
        numbers.hashes.len(),
        weights.len(),
        gazetteer.len()
    );
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
