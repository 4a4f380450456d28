//! How well the event model does on articles that it was not trained on.

use super::examples::Read;
use super::{CHOOSING, Section};
use crate::ranker::Ranked;
use dateline::span::Span;

/// Classes that count as alike.
const FAMILIES: [&[&str]; 7] = [
    &["Meeting", "Negotiation", "PhoneCall", "Travel"],
    &["Statement", "Publication", "Proposal", "Demand", "Other"],
    &["Agreement", "Support", "Aid", "Economic", "Ceasefire", "PrisonerExchange"],
    &["Rejection", "Accusation", "Threat", "Sanction", "Demand"],
    &["Attack", "Destruction", "Casualty", "Capture", "Mobilization"],
    &["Appointment", "Resignation", "Election"],
    &["Arrest", "Trial", "Legal"],
];
/// So near, in bytes, words of one family tell of one event.
const BREATH: usize = 60;
const THRESHOLDS: [f32; 9] = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6];
/// What is added to the score of choosing nothing.
const RELUCTANCE: [f32; 9] = [-1.4, -1.2, -1.0, -0.8, -0.6, -0.4, -0.2, 0.0, 0.4];

/// Counts of right, said and annotated facts.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    right: f64,
    said: f64,
    gold: f64,
}

/// The tallies of all questions.
#[derive(Debug, Default)]
pub struct Measure {
    events: [Tally; 9],
    arguments: [Tally; 9],
    places: [Tally; 9],
    times: [Tally; 9],
    modality: Tally,
    calibration: [Tally; 10],
}

impl Measure {
    /// Adds one article.
    pub fn add(&mut self, article: &Read, models: &[Section]) {
        let weighed: Vec<(Span, f32, usize)> =
            article.candidates.iter().map(|(span, features, _)| weigh(*span, &models[0].probabilities(features))).collect();
        for (tally, threshold) in self.events.iter_mut().zip(THRESHOLDS) {
            let said = thinned(article, weighed.iter().filter(|w| w.1 >= threshold).copied().collect());
            let (right, wrong, gold) = matched(article, &said);
            tally.right += right;
            tally.said += right + wrong;
            tally.gold += gold;
        }
        for example in &article.examples[1] {
            let probabilities = models[1].probabilities(&example.features);
            for (tally, threshold) in self.arguments.iter_mut().zip(THRESHOLDS) {
                let said = 1.0 - probabilities[0] >= threshold;
                tally.said += f64::from(u8::from(said));
                tally.gold += f64::from(u8::from(example.label > 0));
                tally.right += f64::from(u8::from(said && example.label > 0));
            }
        }
        for ((section, examples), tallies) in CHOOSING.into_iter().zip(&article.choices).zip([&mut self.places, &mut self.times]) {
            examples.iter().for_each(|example| chosen(example, &models[section].scores(example), tallies));
        }
        for example in &article.examples[4] {
            let probabilities = models[4].probabilities(&example.features);
            let best = (0_u8..).zip(&probabilities).max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |b| b.0);
            self.modality.gold += 1.0;
            self.modality.said += 1.0;
            self.modality.right += f64::from(u8::from(best == example.label));
        }
        for (span, probability, class) in weighed {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a probability in tenths")]
            let tally = &mut self.calibration[((probability * 10.0) as usize).min(9)];
            tally.said += 1.0;
            tally.gold += f64::from(probability);
            tally.right += f64::from(u8::from(article.events.iter().any(|e| fits(article, e, span, class))));
        }
    }

    /// Prints all of it.
    pub fn print(&self) {
        for (name, tallies) in [("events", &self.events), ("arguments", &self.arguments)] {
            for (tally, threshold) in tallies.iter().zip(THRESHOLDS) {
                eprintln!("{name:10} at {threshold:.2}: {}", tally.line());
            }
        }
        for (name, tallies) in [("places", &self.places), ("times", &self.times)] {
            for (tally, reluctance) in tallies.iter().zip(RELUCTANCE) {
                eprintln!("{name:10} with {reluctance:+.2}: {}", tally.line());
            }
        }
        eprintln!("modality {}", self.modality.line());
        for tally in &self.calibration {
            eprintln!("said {:.2} right {:.2} of {}", tally.gold / tally.said, tally.right / tally.said, tally.said);
        }
    }
}

impl Tally {
    fn line(self) -> String {
        let (p, r) = (self.right / self.said.max(1.0), self.right / self.gold.max(1.0));
        format!("P {p:.3} R {r:.3} F {:.3} ({} of {}, said {})", 2.0 * p * r / (p + r).max(1e-9), self.right, self.gold, self.said)
    }
}

/// Counts what is chosen at each reluctance.
fn chosen(example: &Ranked, scores: &[f32], tallies: &mut [Tally]) {
    let is_none_right = example.choices[0].1;
    for (tally, reluctance) in tallies.iter_mut().zip(RELUCTANCE) {
        let score = |at: &usize| scores[*at] + if *at == 0 { reluctance } else { 0.0 };
        let best = (0..scores.len()).max_by(|a, b| score(a).total_cmp(&score(b))).unwrap_or(0);
        tally.said += f64::from(u8::from(best > 0));
        tally.gold += f64::from(u8::from(!is_none_right));
        tally.right += f64::from(u8::from(best > 0 && example.choices[best].1));
    }
}

fn weigh(span: Span, probabilities: &[f32]) -> (Span, f32, usize) {
    let class = probabilities[1..].iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |b| b.0);
    (span, 1.0 - probabilities[0], class)
}

/// Keeps the surest of several words of one family in one breath, as the program does.
fn thinned(article: &Read, mut said: Vec<(Span, f32, usize)>) -> Vec<(Span, f32, usize)> {
    said.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut kept: Vec<(Span, f32, usize)> = Vec::new();
    for word in said {
        let near = |other: &(Span, f32, usize)| other.0.start < word.0.end + BREATH && word.0.start < other.0.end + BREATH;
        if !kept.iter().any(|other| near(other) && alike(article, other.2, word.2)) {
            kept.push(word);
        }
    }
    kept
}

fn alike(article: &Read, a: usize, b: usize) -> bool {
    let (a, b) = (article.classes[a].as_str(), article.classes[b].as_str());
    a == b || FAMILIES.iter().any(|family| family.contains(&a) && family.contains(&b))
}

fn fits(article: &Read, event: &(u8, Vec<Span>, bool), span: Span, class: usize) -> bool {
    alike(article, usize::from(event.0), class) && event.1.iter().any(|at| at.start < span.end + BREATH && span.start < at.end + BREATH)
}

/// Matches one to one as the scorer does; right, wrong and annotated events, those left out that count for nobody.
fn matched(article: &Read, said: &[(Span, f32, usize)]) -> (f64, f64, f64) {
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    for (i, event) in article.events.iter().enumerate() {
        for (j, &(span, _, class)) in said.iter().enumerate() {
            if fits(article, event, span, class) {
                let same = u32::from(usize::from(event.0) == class) + u32::from(event.1.iter().any(|at| at.overlaps(span)));
                pairs.push((same, i, j));
            }
        }
    }
    pairs.sort_unstable_by(|a, b| b.cmp(a));
    let (mut used_gold, mut used_said) = (vec![false; article.events.len()], vec![false; said.len()]);
    for (_, i, j) in pairs {
        if !used_gold[i] && !used_said[j] {
            (used_gold[i], used_said[j]) = (true, true);
        }
    }
    let right = used_gold.iter().zip(&article.events).filter(|(used, event)| **used && event.2).count();
    let gold = article.events.iter().filter(|event| event.2).count();
    let wrong = used_said.iter().filter(|used| !**used).count();
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    (count(right), count(wrong), count(gold))
}
