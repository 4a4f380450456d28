//! The trained event model: which words tell of an event, who and what belongs to it, and whether it happened.

use super::setting::Choices;
use super::verdict::Calibration;
use crate::language::ModelError;
use crate::language::linear::Linear;
use crate::language::model::ModelFile;
use crate::language::shipped::Shipped;
use std::borrow::Cow;

/// The layer's name in its file.
pub const LAYER: &str = "events";
/// The sections of the file, in the order of [`Question`].
pub const SECTIONS: [&str; 6] = ["triggers", "arguments", "places", "times", "modalities", "classes"];
/// The section that holds the threshold and the way from scores to confidences.
pub const CALIBRATION: &str = "calibration";
/// What is added to the score of having no time, and of having no place: below 0, so that one is said although the articles it was
/// learnt from often leave it out. As measured by `evaluate events`, on articles that the model has not seen.
const TIMELESS: f32 = -0.6;
const PLACELESS: f32 = -0.8;

/// What one part of the model decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Whether a word tells of an event.
    Trigger,
    /// What somebody is to an event: 0 nothing, 1 agent, 2 target, 3 participant.
    Argument,
    /// Where an event took place.
    Place,
    /// When an event took place.
    Time,
    /// Whether an event happened: the number in [`MODALITIES`](super::MODALITIES).
    Modality,
    /// The class of event that a word tells of, if it does: the class's number in the lexicon.
    Class,
}

/// The linear models of the event reader.
#[derive(Debug, Clone)]
pub struct EventModel {
    parts: Vec<Linear>,
    /// From scores to confidences.
    pub calibration: Calibration,
}

impl EventModel {
    /// The model that is built into the program.
    ///
    /// # Errors
    /// If the file has the wrong version or checksum.
    pub fn embedded() -> Result<Self, ModelError> {
        Self::open(Shipped::EVENTS.bytes())
    }

    /// Opens the bytes of a model file.
    ///
    /// # Errors
    /// If they are not those of an event model.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let file = ModelFile::open(LAYER, bytes)?;
        let part = |&name: &&'static str| Linear::new(file.section(name)?).ok_or_else(|| file.unusable(name));
        let calibration = Calibration::new(&file.section(CALIBRATION)?).ok_or_else(|| file.unusable(CALIBRATION))?;
        Ok(Self { parts: SECTIONS.iter().map(part).collect::<Result<_, _>>()?, calibration })
    }

    /// How probable each answer to a question is.
    #[must_use]
    pub fn probabilities(&self, question: Question, features: &[u64]) -> Vec<f32> {
        let Some(model) = self.parts.get(question as usize) else { return Vec::new() };
        let mut scores = [0; 256];
        model.add_all(features, &mut scores);
        #[expect(clippy::cast_precision_loss, reason = "scores are far below 2^23")]
        let scores = scores.iter().take(model.classes()).map(|&score| score as f32 * model.scale()).collect();
        match question {
            Question::Trigger | Question::Class | Question::Modality => logistic(scores),
            Question::Argument | Question::Place | Question::Time => softmax(scores),
        }
    }

    /// The best of several choices, if it is better than none.
    #[must_use]
    pub fn choose<T>(&self, question: Question, choices: Choices<T>) -> Option<T> {
        let model = self.parts.get(question as usize)?;
        let score = |features: &[u64]| {
            let mut scores = [0; 256];
            model.add_all(features, &mut scores);
            #[expect(clippy::cast_precision_loss, reason = "scores are far below 2^23")]
            let score = scores[0] as f32 * model.scale();
            score
        };
        let none = score(&choices.none) + if question == Question::Place { PLACELESS } else { TIMELESS };
        let scored = choices.some.into_iter().map(|(choice, features)| (score(&features), choice));
        scored
            .filter(|(score, _)| *score > none)
            .reduce(|best, other| if other.0 > best.0 { other } else { best })
            .map(|(_, choice)| choice)
    }
}

/// Turns the scores of answers that were learnt one against the rest into probabilities; a single answer keeps its own.
#[must_use]
pub fn logistic(mut scores: Vec<f32>) -> Vec<f32> {
    for score in &mut scores {
        *score = 1.0 / (1.0 + (-*score).exp());
    }
    if scores.len() > 1 {
        let sum: f32 = scores.iter().sum();
        for score in &mut scores {
            *score /= sum.max(f32::MIN_POSITIVE);
        }
    }
    scores
}

/// Turns scores into probabilities.
fn softmax(mut scores: Vec<f32>) -> Vec<f32> {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    for score in &mut scores {
        *score = (*score - highest).exp();
    }
    let sum: f32 = scores.iter().sum();
    for score in &mut scores {
        *score /= sum;
    }
    scores
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_has_an_answer_to_every_question() {
        let model = EventModel::embedded().expect("the model is in order");
        let answers = |question| model.probabilities(question, &[1, 2, 3]).len();
        assert_eq!([answers(Question::Trigger), answers(Question::Class)], [1, 32]);
        assert_eq!(
            [answers(Question::Argument), answers(Question::Place), answers(Question::Time), answers(Question::Modality)],
            [4, 1, 1, 5]
        );
    }
}
