//! Trains and measures the tagger.

use crate::perceptron::{Perceptron, encode_within, mean};
use crate::report::{Row, Table, percent};
use crate::shuffle::shuffle;
use crate::trees::{self, Node, Tree};
use anyhow::Result;
use dateline::language::classes::WordClasses;
use dateline::language::lemmas::Lemmas;
use dateline::language::linear::word_hash;
use dateline::language::tags::{Dictionary, Features, Known, Label, Scene, Tagger, encode, encode_dictionary};
use dateline::language::word::normalize;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::thread;

/// Passes over the treebanks.
pub const EPOCHS: usize = 5;
/// How many runs there are, whose mean is shipped.
pub const RUNS: u64 = 2;
/// So many bytes the shipped weights may take.
const MOST_BYTES: usize = 1_800_000;
/// Labels seen less often are not learnt.
const LEAST_LABEL: usize = 3;
/// Words seen less often are not in the dictionary.
const LEAST_WORD: usize = 5;
/// Words seen this often, and with one label only but for errors, are not decided on.
const SURE_WORD: usize = 20;
/// What counts as an error: one in so many.
const ERRORS: usize = 300;
/// The right label must win by so much, or its weights are raised.
const MARGIN: f32 = 4.0;
/// Smaller weights, alone and of a whole feature, are left out of the shipped model.
const LEAST_WEIGHTS: (f32, f32) = (0.5, 3.0);
/// The worth of one unit of a shipped weight.
const SCALE: f32 = 0.5;

/// The layer's file, learnt from trees.
pub fn train(trees: &[Tree], classes: &WordClasses, epochs: usize, runs: u64) -> Vec<u8> {
    let labels = labels(trees);
    let dictionary = dictionary(trees, &labels);
    let opened = Dictionary::new(Cow::Owned(dictionary.clone())).unwrap_or_else(|| unreachable!("just encoded"));
    let scenes: Vec<Scene> = trees.iter().map(|tree| Scene::new(tree.forms(), classes, &opened)).collect();
    let gold: Vec<Vec<Option<u8>>> = trees.iter().map(|tree| tree.words.iter().map(|word| number(&labels, word)).collect()).collect();
    let run = |run| {
        let (mut perceptron, mut web) = (Perceptron::default(), Perceptron::default());
        let mut order: Vec<usize> = (0..trees.len()).collect();
        for epoch in 0..epochs {
            shuffle(&mut order, epoch as u64 + 100 * run);
            let wrong: usize = order
                .iter()
                .map(|&at| {
                    let web = trees[at].web.then_some(&mut web);
                    learn(&scenes[at], &gold[at], &labels, &mut perceptron, web)
                })
                .sum();
            eprintln!("tags: run {run}, pass {epoch}, {wrong} decisions wrong");
        }
        perceptron
    };
    let perceptrons: Vec<Perceptron> = thread::scope(|scope| {
        let runs: Vec<_> = (0..runs).map(|number| scope.spawn(move || run(number))).collect();
        runs.into_iter().filter_map(|run| run.join().ok()).collect()
    });
    let classes = u32::try_from(labels.len()).unwrap_or(u32::MAX);
    encode(&labels, dictionary, encode_within(MOST_BYTES, &mean(&perceptrons), classes, LEAST_WEIGHTS, SCALE))
}

/// One sentence: the labels it chooses itself are what the next decision sees.
///
/// What holds in the web treebank alone goes into weights of its own, which are not shipped (Daumé 2007).
fn learn(scene: &Scene, gold: &[Option<u8>], labels: &[Label], perceptron: &mut Perceptron, mut web: Option<&mut Perceptron>) -> usize {
    let mut features = Features::new(labels);
    let (mut chosen, mut wrong) = (Vec::new(), 0);
    for (at, &right) in gold.iter().enumerate() {
        if let Some(sure) = scene.sure(at) {
            chosen.push(sure);
            continue;
        }
        let features = features.collect(scene, at, &chosen);
        let mut scores = vec![0.0; labels.len()];
        for &feature in features {
            perceptron.add(feature, &mut scores);
            if let Some(web) = &web {
                web.add(feature, &mut scores);
            }
        }
        let best = best(&scores);
        if let Some(right) = right {
            scores[usize::from(right)] -= MARGIN;
        }
        let rival = self::best(&scores);
        if let Some(right) = right.filter(|&right| right != rival) {
            wrong += usize::from(right != best);
            for &feature in features {
                for part in std::iter::once(&mut *perceptron).chain(web.as_deref_mut()) {
                    part.update(feature, right, 1.0);
                    part.update(feature, rival, -1.0);
                }
            }
        }
        perceptron.tick();
        chosen.push(best);
    }
    wrong
}

/// The first of the highest scores.
pub fn best(scores: &[f32]) -> u8 {
    let better = |best: usize, at: usize| if scores[at] > scores[best] { at } else { best };
    u8::try_from((0..scores.len()).fold(0, better)).unwrap_or_default()
}

fn label(word: &Node) -> Label {
    (word.tag, word.upos)
}

fn number(labels: &[Label], word: &Node) -> Option<u8> {
    labels.binary_search(&label(word)).ok().and_then(|at| u8::try_from(at).ok())
}

fn labels(trees: &[Tree]) -> Vec<Label> {
    let mut counts: BTreeMap<Label, usize> = BTreeMap::new();
    for word in trees.iter().flat_map(|tree| &tree.words) {
        *counts.entry(label(word)).or_default() += 1;
    }
    counts.into_iter().filter(|&(_, count)| count >= LEAST_LABEL).map(|(label, _)| label).collect()
}

/// The frequent words with the labels they are found with.
fn dictionary(trees: &[Tree], labels: &[Label]) -> Vec<u8> {
    let mut counts: BTreeMap<u64, BTreeMap<u8, usize>> = BTreeMap::new();
    let mut normal = String::new();
    for word in trees.iter().flat_map(|tree| &tree.words) {
        normalize(&word.form, &mut normal);
        if let Some(label) = number(labels, word) {
            *counts.entry(word_hash(&normal)).or_default().entry(label).or_default() += 1;
        }
    }
    counts.retain(|_, labels| labels.values().sum::<usize>() >= LEAST_WORD);
    let sets: BTreeSet<Vec<u8>> = counts.values().map(usual).collect();
    let sets: Vec<Vec<u8>> = sets.into_iter().collect();
    let known = |counts: &BTreeMap<u8, usize>| {
        let class = sets.binary_search(&usual(counts)).map_or(0, |at| u32::try_from(at + 1).unwrap_or_default());
        Known { class, sure: sure(counts) }
    };
    encode_dictionary(&counts.iter().map(|(&form, counts)| (form, known(counts))).collect::<Vec<_>>())
}

/// The labels that a word has more than by error.
fn usual(counts: &BTreeMap<u8, usize>) -> Vec<u8> {
    let all: usize = counts.values().sum();
    counts.iter().filter(|&(_, &count)| 50 * count > all).map(|(&label, _)| label).collect()
}

fn sure(counts: &BTreeMap<u8, usize>) -> Option<u8> {
    let all: usize = counts.values().sum();
    let (&label, &most) = counts.iter().max_by_key(|&(_, &count)| count)?;
    (all >= SURE_WORD && ERRORS * (all - most) <= all).then_some(label)
}

/// The tags that a tagger gives.
pub fn tag(tree: &Tree, tagger: &Tagger, classes: &WordClasses) -> Vec<Label> {
    tagger.tag(&Scene::new(tree.forms(), classes, tagger.dictionary()))
}

/// Accuracy on gold tokens; lemmas under the tags found, capitals aside.
pub fn evaluate(files: &[PathBuf], tagger: &Tagger, lemmas: &Lemmas, classes: &WordClasses) -> Result<Vec<Table>> {
    let table = |file: &PathBuf| {
        let (mut words, mut tags, mut parts, mut forms) = (0, 0, 0, 0);
        for tree in trees::read(file)? {
            for (word, found) in tree.words.iter().zip(tag(&tree, tagger, classes)) {
                words += 1;
                tags += usize::from(word.tag == found.0);
                parts += usize::from(word.upos == found.1);
                forms += usize::from(word.lemma.to_lowercase() == lemmas.lemma(&word.form, found).to_lowercase());
            }
        }
        let row = |name: &str, right| Row { name: name.to_owned(), figures: vec![("accuracy", percent(right, words))] };
        Ok(Table { file: file.display().to_string(), rows: vec![row("XPOS", tags), row("UPOS", parts), row("lemmas", forms)] })
    };
    files.iter().map(table).collect()
}
