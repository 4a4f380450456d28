//! Shows why the name model gave each word of a sentence its label.

use anyhow::Result;
use dateline::language::linear::feature;
use dateline::language::names::NameFinder;
use dateline::language::names::features::{Sight, each};
use dateline::language::names::labels::{CLASSES, OUTSIDE, class, position};
use dateline::language::tokens::Tokenizer;
use dateline::span::Span;
use std::io::Write;

/// How many features are shown a word.
const SHOWN: usize = 8;

/// Writes each word, its label, how far it is ahead, and the features that count most for it and against it.
pub fn inspect(text: &str, finder: &NameFinder) -> Result<()> {
    let mut spans = Vec::new();
    Tokenizer::new()?.tokens(text, Span::new(0, text.len()), &mut spans);
    let sight = Sight::new(spans.iter().map(|span| span.of(text)), finder.tables());
    let mut out = std::io::stdout().lock();
    for reading in finder.read(vec![sight]) {
        for (at, (span, &label)) in spans.iter().zip(&reading.labels).enumerate() {
            let margin = reading.margins.get(at).copied().unwrap_or_default();
            writeln!(out, "{:<20} {:<22} ahead by {margin:.2}", span.of(text), name(label))?;
            let mut counted: Vec<(f32, u32)> = Vec::new();
            each(&reading.sight, at, &mut |template, parts| counted.push((finder.weight(feature(template, parts), label), template)));
            counted.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()).then(a.1.cmp(&b.1)));
            for (weight, template) in counted.into_iter().filter(|c| c.0 != 0.0).take(SHOWN) {
                writeln!(out, "    {weight:+.2}  {}", describe(template))?;
            }
        }
    }
    Ok(())
}

fn name(label: usize) -> String {
    match (class(label), position(label)) {
        (Some(class), Some(position)) if label != OUTSIDE => format!("{:?}, {position:?}", CLASSES[class]),
        _ => "no name".to_owned(),
    }
}

/// What the features of a template are made of; offsets count in words.
fn describe(template: u32) -> &'static str {
    match template {
        0 => "label itself",
        1 | 2 => "word",
        3 => "word -2",
        4 => "word -1",
        5 => "word +1",
        6 => "word +2",
        7 => "words -1 and 0",
        8 => "words 0 and +1",
        9 => "words -1 and +1, capitals",
        10 => "words -2 and -1, capitals",
        11 => "words +1 and +2, capitals",
        12 => "capitals, place in the sentence",
        13 | 14 => "capitals of the words around",
        15..=17 => "shape",
        18 => "word -1, capitals",
        19 => "word +1, capitals",
        20 => "beginning of the word",
        21 => "ending of the word",
        22 | 23 => "ending of the word beside",
        24..=32 => "cluster",
        33..=36 | 39 => "chain of capitals",
        40 | 42 => "lists that the word is on",
        41 => "lists that a run of words is on",
        49..=56 => "kind",
        43..=48 => "lists that the words beside are on",
        _ => "other",
    }
}
