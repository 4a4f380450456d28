//! Trains the event model on annotated articles, and measures it by cross-validation.

mod examples;
pub mod gold;
mod measure;

use crate::logistic::{self, Logistic};
use crate::ranker::{Ranked, Ranker};
use crate::softmax::{Example, Settings, Softmax};
use anyhow::{Context, Result};
use dateline::extract::events::{CALIBRATION, LAYER, SECTIONS};
use dateline::language::model;
use examples::{Loader, Read};
use measure::Measure;
use std::path::{Path, PathBuf};

/// How many answers each question has, in the order of the sections; 1 where the model says yes or chooses among what the text offers.
const CLASSES: [usize; 6] = [1, 4, 1, 1, 5, 32];
/// The sections of the places and of the times.
const CHOOSING: [usize; 2] = [2, 3];
const FOLDS: usize = 4;
/// The sections of the triggers and of their classes.
const TRIGGERS: usize = 0;
const KINDS: usize = 5;
/// The section of modality.
const MODALITY: usize = 4;

/// A trained section.
#[derive(Debug)]
pub enum Section {
    /// Answers by class.
    Answers(Softmax),
    /// Answers by class, each learnt against the rest.
    Against(Logistic),
    /// Chooses.
    Chooses(Ranker),
}

impl Section {
    fn encode(&self) -> Vec<u8> {
        match self {
            Self::Answers(model) => model.encode(0.02, 0.02),
            Self::Against(model) => model.encode(0.01, 0.01),
            Self::Chooses(model) => model.encode(0.02, 0.02),
        }
    }

    /// How probable each answer is; nothing from a section that chooses.
    pub fn probabilities(&self, features: &[u64]) -> Vec<f32> {
        match self {
            Self::Answers(model) => model.probabilities(features),
            Self::Against(model) => model.probabilities(features),
            Self::Chooses(_) => Vec::new(),
        }
    }

    /// How good each choice is; nothing from a section that answers by class.
    pub fn scores(&self, example: &Ranked) -> Vec<f32> {
        match self {
            Self::Answers(_) | Self::Against(_) => Vec::new(),
            Self::Chooses(model) => model.scores(example),
        }
    }
}

/// The settings of the sections that are learnt one answer against the rest.
fn costs(section: usize) -> Option<logistic::Settings> {
    match section {
        TRIGGERS => Some(logistic::Settings { cost: 0.03, least: 2, epochs: 40 }),
        KINDS | MODALITY => Some(logistic::Settings { cost: 0.3, least: 2, epochs: 40 }),
        _ => None,
    }
}

const SETTINGS: Settings = Settings { epochs: 12, rate: 0.03, decay: 0.02, least: 1 };

/// Trains all sections.
///
/// # Errors
/// If the annotated articles cannot be read.
pub fn train(corpora: &Path) -> Result<Vec<u8>> {
    let read = Loader::new()?.read(corpora, "train")?;
    let calibration = cross_validated(&read).calibration();
    let models = fit(&read.iter().collect::<Vec<_>>());
    let sections = SECTIONS.iter().zip(&models).map(|(&name, model)| (name, model.encode()));
    Ok(model::write(LAYER, &sections.chain([(CALIBRATION, calibration.encode())]).collect::<Vec<_>>()))
}

/// Measures by cross-validation on the annotated articles.
///
/// # Errors
/// If they cannot be read.
pub fn validate(corpora: &[PathBuf]) -> Result<()> {
    let corpora = corpora.first().context("the folder with the annotated articles is expected")?;
    let read = Loader::new()?.read(corpora, "train")?;
    let measured = cross_validated(&read);
    measured.print();
    eprintln!("{:?}", measured.calibration());
    for set in ["news", "seeds"] {
        let models = fit(&read.iter().collect::<Vec<_>>());
        let mut measured = Measure::default();
        Loader::new()?.read(corpora, set)?.iter().for_each(|article| measured.add(article, &models));
        eprintln!("{set}");
        measured.print();
    }
    Ok(())
}

/// What models say of articles that they were not trained on.
fn cross_validated(read: &[Read]) -> Measure {
    let mut measured = Measure::default();
    for fold in 0..FOLDS {
        let (held, rest): (Vec<_>, Vec<_>) = read.iter().enumerate().partition(|(n, _)| n % FOLDS == fold);
        let models = fit(&rest.into_iter().map(|r| r.1).collect::<Vec<_>>());
        for (_, article) in held {
            measured.add(article, &models);
        }
    }
    measured
}

fn fit(read: &[&Read]) -> Vec<Section> {
    (0..SECTIONS.len()).map(|section| learnt(read, section)).collect()
}

fn learnt(read: &[&Read], section: usize) -> Section {
    if let Some(number) = CHOOSING.iter().position(|&chooses| chooses == section) {
        let examples: Vec<&Ranked> = read.iter().flat_map(|r| &r.choices[number]).collect();
        return Section::Chooses(Ranker::train(&examples, Settings { decay: 0.1, ..SETTINGS }));
    }
    let Some(settings) = costs(section) else {
        let examples: Vec<&Example> = read.iter().flat_map(|r| &r.examples[section]).collect();
        return Section::Answers(Softmax::train(&examples, CLASSES[section], SETTINGS));
    };
    let examples: Vec<(&Example, f32)> = match section {
        TRIGGERS => read.iter().flat_map(|r| r.examples[TRIGGERS].iter().zip(r.weights.iter().copied())).collect(),
        _ => read.iter().flat_map(|r| &r.examples[section]).map(|example| (example, 1.0)).collect(),
    };
    Section::Against(Logistic::train(&examples, CLASSES[section], settings))
}
