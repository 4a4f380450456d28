//! Trains the event model on annotated articles, and measures it by cross-validation.

mod examples;
pub mod gold;
mod measure;

use crate::ranker::{Ranked, Ranker};
use crate::softmax::{Example, Settings, Softmax};
use anyhow::{Context, Result};
use dateline::extract::events::{LAYER, SECTIONS};
use dateline::language::model;
use examples::{Loader, Read};
use std::path::{Path, PathBuf};

/// How many answers each question has, in the order of the sections; 1 where the model chooses among what the text offers.
const CLASSES: [usize; 5] = [33, 4, 1, 1, 5];
/// The sections of the places and of the times.
const CHOOSING: [usize; 2] = [2, 3];
const FOLDS: usize = 4;

/// A trained section.
#[derive(Debug)]
pub enum Section {
    /// Answers by class.
    Answers(Softmax),
    /// Chooses.
    Chooses(Ranker),
}

impl Section {
    fn encode(&self) -> Vec<u8> {
        match self {
            Self::Answers(model) => model.encode(0.02, 0.02),
            Self::Chooses(model) => model.encode(0.02, 0.02),
        }
    }

    /// How probable each answer is; nothing from a section that chooses.
    pub fn probabilities(&self, features: &[u64]) -> Vec<f32> {
        match self {
            Self::Answers(model) => model.probabilities(features),
            Self::Chooses(_) => Vec::new(),
        }
    }

    /// How good each choice is; nothing from a section that answers by class.
    pub fn scores(&self, example: &Ranked) -> Vec<f32> {
        match self {
            Self::Answers(_) => Vec::new(),
            Self::Chooses(model) => model.scores(example),
        }
    }
}

/// The settings of each section.
fn settings(section: usize) -> Settings {
    match section {
        0 => Settings { epochs: 12, rate: 0.05, decay: 0.05, least: 1 },
        _ if CHOOSING.contains(&section) => Settings { epochs: 12, rate: 0.03, decay: 0.1, least: 1 },
        _ => Settings { epochs: 12, rate: 0.03, decay: 0.02, least: 1 },
    }
}

/// Trains all sections.
///
/// # Errors
/// If the annotated articles cannot be read.
pub fn train(corpora: &Path) -> Result<Vec<u8>> {
    let read = Loader::new()?.read(corpora, "train")?;
    let models = fit(&read.iter().collect::<Vec<_>>());
    let sections: Vec<(&str, Vec<u8>)> = SECTIONS.iter().zip(&models).map(|(&name, model)| (name, model.encode())).collect();
    Ok(model::write(LAYER, &sections))
}

/// Measures by cross-validation on the annotated articles.
///
/// # Errors
/// If they cannot be read.
pub fn validate(corpora: &[PathBuf]) -> Result<()> {
    let corpora = corpora.first().context("the folder with the annotated articles is expected")?;
    let read = Loader::new()?.read(corpora, "train")?;
    let mut measured = measure::Measure::default();
    for fold in 0..FOLDS {
        let (held, rest): (Vec<_>, Vec<_>) = read.iter().enumerate().partition(|(n, _)| n % FOLDS == fold);
        let models = fit(&rest.into_iter().map(|r| r.1).collect::<Vec<_>>());
        for (_, article) in held {
            measured.add(article, &models);
        }
    }
    measured.print();
    for set in ["news", "seeds"] {
        let models = fit(&read.iter().collect::<Vec<_>>());
        let mut measured = measure::Measure::default();
        Loader::new()?.read(corpora, set)?.iter().for_each(|article| measured.add(article, &models));
        eprintln!("{set}");
        measured.print();
    }
    Ok(())
}

fn fit(read: &[&Read]) -> Vec<Section> {
    (0..SECTIONS.len())
        .map(|section| match CHOOSING.iter().position(|&chooses| chooses == section) {
            Some(number) => {
                let examples: Vec<&Ranked> = read.iter().flat_map(|r| &r.choices[number]).collect();
                Section::Chooses(Ranker::train(&examples, settings(section)))
            }
            None => {
                let examples: Vec<&Example> = read.iter().flat_map(|r| &r.examples[section]).collect();
                Section::Answers(Softmax::train(&examples, CLASSES[section], settings(section)))
            }
        })
        .collect()
}
