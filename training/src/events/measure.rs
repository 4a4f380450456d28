//! How well the event model does on articles that it was not trained on.

use super::examples::{Annotated, Read};
use super::{CHOOSING, KINDS, Section, TRIGGERS};
use crate::ranker::Ranked;
use dateline::extract::events::{Calibration, SURE, verdict};
use dateline::span::Span;

/// So near, in bytes, words of one family tell of one event.
const BREATH: usize = 60;
/// So many verdicts with neighbouring scores make one point of the calibration.
const GROUP: usize = 150;
/// F1 that differs by less is practically the same.
const LEVEL: f64 = 0.004;
const THRESHOLDS: [f32; 12] = [0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5];
/// What is added to the score of choosing nothing.
const RELUCTANCE: [f32; 12] = [-2.0, -1.8, -1.6, -1.4, -1.2, -1.0, -0.8, -0.6, -0.4, -0.2, 0.0, 0.4];

/// Counts of right, said and annotated facts.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    right: f64,
    said: f64,
    gold: f64,
}

/// Which annotated events were found, and which said ones are right.
struct Matched {
    gold: Vec<bool>,
    said: Vec<bool>,
}

/// The tallies of all questions.
#[derive(Debug, Default)]
pub struct Measure {
    events: [Tally; 12],
    arguments: [Tally; 12],
    places: [Tally; 12],
    times: [Tally; 12],
    salient: [Tally; 12],
    modality: Tally,
    /// The score of every word that would be said at the lowest threshold, and whether it is right.
    verdicts: Vec<(f32, bool)>,
}

impl Measure {
    /// Adds one article.
    pub fn add(&mut self, article: &Read, models: &[Section]) {
        let weighed: Vec<(Span, f32, usize)> =
            article.candidates.iter().filter_map(|(span, features, _)| weigh(article, *span, features, models)).collect();
        for (number, threshold) in THRESHOLDS.into_iter().enumerate() {
            let said = thinned(article, weighed.iter().filter(|w| w.1 >= threshold).copied().collect());
            let matched = matched(article, &said);
            self.events[number].add(&article.events, &matched, |event| event.counts);
            self.salient[number].add(&article.events, &matched, |event| event.counts && event.salient);
            if number == 0 {
                self.verdicts.extend(said.iter().zip(&matched.said).map(|(word, right)| (word.1, *right)));
            }
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
            for example in examples {
                chosen(example, &models[section].scores(example), tallies);
            }
        }
        for example in &article.examples[4] {
            let probabilities = models[4].probabilities(&example.features);
            let best = (0_u8..).zip(&probabilities).max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |b| b.0);
            self.modality.gold += 1.0;
            self.modality.said += 1.0;
            self.modality.right += f64::from(u8::from(best == example.label));
        }
    }

    /// The highest threshold with practically the best F1, and how scores and shares of right events go together.
    pub fn calibration(&self) -> Calibration {
        let best = self.events.iter().map(|tally| tally.f1()).fold(0.0, f64::max);
        let threshold = self.events.iter().zip(THRESHOLDS).rfind(|(tally, _)| tally.f1() >= best - LEVEL).map_or(0.0, |best| best.1);
        Calibration { threshold, points: points(self.verdicts.clone()) }
    }

    /// Prints all of it.
    pub fn print(&self) {
        for (name, tallies) in [("events", &self.events), ("salient", &self.salient), ("arguments", &self.arguments)] {
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
    }
}

/// Scores and shares of right verdicts in groups of neighbours, joined until the shares rise with the scores (pool adjacent violators).
fn points(mut verdicts: Vec<(f32, bool)>) -> Vec<(f32, f32)> {
    verdicts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut groups: Vec<(f32, f32, f32)> = Vec::new();
    for group in verdicts.chunks(GROUP) {
        let sum = |value: fn(&(f32, bool)) -> f32| group.iter().map(value).sum::<f32>();
        groups.push((sum(|v| v.0), sum(|v| f32::from(u8::from(v.1))), sum(|_| 1.0)));
        while let [.., before, last] = groups.as_slice()
            && before.1 / before.2 >= last.1 / last.2
        {
            let joined = (before.0 + last.0, before.1 + last.1, before.2 + last.2);
            groups.truncate(groups.len() - 2);
            groups.push(joined);
        }
    }
    groups.into_iter().map(|(scores, right, count)| (scores / count, right / count)).collect()
}

impl Tally {
    fn add(&mut self, events: &[Annotated], matched: &Matched, asked: impl Fn(&Annotated) -> bool) {
        let right = events.iter().zip(&matched.gold).filter(|(event, found)| **found && asked(event)).count();
        self.right += count(right);
        self.gold += count(events.iter().filter(|event| asked(event)).count());
        self.said += count(right + matched.said.iter().filter(|right| !**right).count());
    }

    fn f1(self) -> f64 {
        2.0 * self.right / (self.said + self.gold).max(1.0)
    }

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

/// The score and class of a word, unless it hardly tells of anything.
fn weigh(article: &Read, span: Span, features: &[u64], models: &[Section]) -> Option<(Span, f32, usize)> {
    let tells = *models[TRIGGERS].probabilities(features).first()?;
    let classes = if tells < THRESHOLDS[0] { return None } else { models[KINDS].probabilities(features) };
    let (class, score) = verdict(&article.lexicon, tells, &classes)?;
    Some((span, score, usize::from(class)))
}

/// Keeps the surest of several words of one family in one breath, as the program does.
fn thinned(article: &Read, mut said: Vec<(Span, f32, usize)>) -> Vec<(Span, f32, usize)> {
    said.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut kept: Vec<(Span, f32, usize)> = Vec::new();
    for word in said {
        let near = |other: &(Span, f32, usize)| other.0.start < word.0.end + BREATH && word.0.start < other.0.end + BREATH;
        if word.1 >= SURE || !kept.iter().any(|other| near(other) && article.lexicon.is_same_family(other.2, word.2)) {
            kept.push(word);
        }
    }
    kept
}

fn fits(article: &Read, event: &Annotated, span: Span, class: usize) -> bool {
    let near = |at: &Span| at.start < span.end + BREATH && span.start < at.end + BREATH;
    article.lexicon.is_same_family(usize::from(event.class), class) && event.places.iter().any(near)
}

/// Matches one to one as the scorer does.
fn matched(article: &Read, said: &[(Span, f32, usize)]) -> Matched {
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    for (i, event) in article.events.iter().enumerate() {
        for (j, &(span, _, class)) in said.iter().enumerate() {
            if fits(article, event, span, class) {
                let same = u32::from(usize::from(event.class) == class) + u32::from(event.places.iter().any(|at| at.overlaps(span)));
                pairs.push((same, i, j));
            }
        }
    }
    pairs.sort_unstable_by(|a, b| b.cmp(a));
    let mut matched = Matched { gold: vec![false; article.events.len()], said: vec![false; said.len()] };
    for (_, i, j) in pairs {
        if !matched.gold[i] && !matched.said[j] {
            (matched.gold[i], matched.said[j]) = (true, true);
        }
    }
    matched
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
