//! Shows what is behind the decisions of the splitter, the tagger, the lemmatizer and the parser on one sentence.

use crate::raw::Layers;
use anyhow::Result;
use dateline::language::lemmas::Rule;
use dateline::language::linear::{Linear, Sums};
use dateline::language::sentences::{Decision, Gaps};
use dateline::language::syntax::{Position, Step, kinds};
use dateline::language::tags::{Features, Label};
use std::io::Write;

/// How many features are shown a decision.
const SHOWN: usize = 6;

/// Writes each gap where a sentence may end, what decided on it, and the features that count most.
pub fn sentences(text: &str, layers: &Layers) -> Result<()> {
    let (tokens, splitter, mut out) = (layers.tokens(text), layers.splitter(), std::io::stdout().lock());
    let (mut gaps, mut features, mut start) = (Gaps::new(text, &tokens), Vec::new(), 0);
    for at in 0..tokens.len().saturating_sub(1) {
        let decision = splitter.decide(&mut gaps, at, start, &mut features);
        let (here, next) = (tokens[at].of(text), tokens[at + 1].of(text));
        let verdict = if decision.ends() { "ends" } else { "goes on" };
        match decision {
            Decision::Inside => {}
            Decision::Weighed(ahead) => {
                writeln!(out, "{here} | {next}: {verdict} by {}", ahead.abs())?;
                let rows = features.iter().map(|&feature| row(splitter.weights(), feature)).enumerate();
                show(&mut out, rows.map(|(place, row)| (row[1] - row[0], Gaps::about(place), place)).collect())?;
            }
            rule => writeln!(out, "{here} | {next}: {verdict} by rule: {}", describe(rule))?,
        }
        gaps.pass(at, decision.ends());
        start = if decision.ends() { at + 1 } else { start };
    }
    Ok(())
}

fn describe(rule: Decision) -> &'static str {
    match rule {
        Decision::Glued => "a full stop touches the word behind it",
        Decision::Credit => "the credit of a picture begins",
        Decision::Initials => "initials before a word that opens sentences",
        Decision::Inside | Decision::Weighed(_) => "",
    }
}

/// Writes each word with its label, its dictionary form, and the rule that made it.
pub fn lemmas(text: &str, layers: &Layers) -> Result<()> {
    let (words, scene) = layers.scene(text);
    let mut out = std::io::stdout().lock();
    for (word, label) in words.iter().zip(layers.tagger().tag(&scene)) {
        let lemma = layers.lemmas().lemma(word, label);
        write!(out, "{word:<20} {:<12} {lemma:<20} ", name(label))?;
        match layers.lemmas().rule(word, label) {
            None => writeln!(out, "no rule: the word itself")?,
            Some((Rule { keeps_case, cut, put }, ending)) => {
                let by = ending.map_or_else(|| "the whole word".to_owned(), |length| format!("{length} characters of its end"));
                let case = if *keeps_case { ", capitals stay" } else { "" };
                writeln!(out, "by {by}: {cut} cut off, \u{201c}{put}\u{201d} put there{case}")?;
            }
        }
    }
    Ok(())
}

/// Writes each word with its label, the strongest rival, and the features that count most between the two.
pub fn tags(text: &str, layers: &Layers) -> Result<()> {
    let (words, scene) = layers.scene(text);
    let (tagger, mut out) = (layers.tagger(), std::io::stdout().lock());
    let (mut features, mut chosen) = (Features::new(tagger.labels()), Vec::new());
    for (at, (word, label)) in words.iter().zip(tagger.tag(&scene)).enumerate() {
        let number = tagger.labels().iter().position(|l| *l == label).unwrap_or_default();
        if scene.sure(at).is_some() {
            writeln!(out, "{word:<20} {:<12} always, by the dictionary", name(label))?;
        } else {
            let found = features.collect(&scene, at, &chosen).to_vec();
            let rows: Vec<Sums> = found.iter().map(|&feature| row(tagger.weights(), feature)).collect();
            let sum = |class: usize| rows.iter().map(|row| row[class]).sum::<i32>();
            let rival = (0..tagger.labels().len()).filter(|&class| class != number).max_by_key(|&class| sum(class)).unwrap_or_default();
            let ahead = sum(number) - sum(rival);
            writeln!(out, "{word:<20} {:<12} ahead of {} by {ahead}", name(label), name(tagger.labels()[rival]))?;
            let counted = rows.iter().enumerate().map(|(place, row)| (row[number] - row[rival], features.about(place), place));
            show(&mut out, counted.collect())?;
        }
        chosen.push(u8::try_from(number).unwrap_or_default());
    }
    Ok(())
}

/// Writes each decision of the parser, the strongest rival, and the features that count most between the two; then the tree.
pub fn syntax(text: &str, layers: &Layers) -> Result<()> {
    let (words, scene) = layers.scene(text);
    let (parser, mut out) = (layers.parser(), std::io::stdout().lock());
    let word = |at: Option<Position>| at.and_then(|at| words.get(at)).copied().unwrap_or("(none)");
    let mut written = Ok(());
    let arcs = parser.watch(&scene.words, &layers.tagger().tag(&scene), |state, features, kind| {
        let found = features.found();
        let rows: Vec<_> = found.iter().map(|&feature| parser.weights().score(&[feature])).collect();
        let sum = |kind: usize| rows.iter().map(|row| i32::from(row[kind])).sum::<i32>();
        let allowed = Step::ALL.into_iter().filter(|&step| state.allows(step)).flat_map(kinds::kinds);
        let Some(rival) = allowed.filter(|&other| other != kind).max_by_key(|&other| sum(other)) else { return };
        let (top, next, ahead) = (word(state.stacked(0)), word(Some(state.next())), sum(kind) - sum(rival));
        let counted =
            rows.iter().enumerate().map(|(place, row)| (i32::from(row[kind]) - i32::from(row[rival]), features.about(place), place));
        let head =
            writeln!(out, "{top} | {next}: {}, ahead of \u{201c}{}\u{201d} by {ahead}", kinds::describe(kind), kinds::describe(rival));
        if written.is_ok() {
            written = head.map_err(Into::into).and_then(|()| show(&mut out, counted.collect()));
        }
    });
    written?;
    for (at, (head, relation)) in arcs.into_iter().enumerate() {
        writeln!(out, "{:<20} {:<14} {}", words[at], relation.as_str(), word(head))?;
    }
    Ok(())
}

/// All weights of one feature.
fn row(weights: &Linear, feature: u64) -> Sums {
    let mut row = [0; 256];
    weights.add(feature, &mut row);
    row
}

fn name((tag, upos): Label) -> String {
    format!("{}/{}", tag.as_str(), upos.as_str())
}

/// The heaviest features: what they are about, and their place among all.
fn show(out: &mut impl Write, mut counted: Vec<(i32, &'static str, usize)>) -> Result<()> {
    counted.sort_by_key(|&(weight, _, place)| (std::cmp::Reverse(weight.abs()), place));
    for (weight, about, place) in counted.into_iter().filter(|c| c.0 != 0).take(SHOWN) {
        writeln!(out, "    {weight:+4}  {about} (feature {place})")?;
    }
    Ok(())
}
