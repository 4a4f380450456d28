//! Trains and measures the parser.

use crate::perceptron::Perceptron;
use crate::report::{Row, Table, percent};
use crate::shuffle::{Chance, shuffle};
use crate::tags;
use crate::trees::{self, Tree};
use anyhow::{Result, bail};
use dateline::language::clusters::Clusters;
use dateline::language::syntax::{Action, Features, Parser, Position, State, encode};
use dateline::language::tags::{Label, Scene, Tagger};
use dateline::language::{Relation, word::Word};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::thread;

/// Passes over the treebanks.
const EPOCHS: usize = 6;
/// The treebanks are tagged in so many parts, each by a tagger that has learnt the others.
const FOLDS: usize = 2;
/// Passes of those taggers.
const FOLD_EPOCHS: usize = 3;
/// Of ten steps, so many follow the parser rather than the gold tree, so that it learns to go on after an error.
const EXPLORED: usize = 9;
/// Smaller weights are left out of the shipped model.
const LEAST_WEIGHT: f32 = 0.5;
/// Features whose weights come to less together are left out too; the bound rises until the model is small enough.
const LEAST_FEATURE: f32 = 3.0;
/// So many bytes the shipped weights may take.
const MOST_BYTES: usize = 4_800_000;
/// The worth of one unit of a shipped weight.
const SCALE: f32 = 1.0;

/// A sentence to learn from, with the tags that the parser will see.
struct Example {
    words: Vec<Word>,
    labels: Vec<Label>,
    gold: Gold,
}

/// The layer's file, learnt from trees.
pub fn train(trees: &[Tree], clusters: &Clusters) -> Result<Vec<u8>> {
    let examples = examples(trees, clusters)?;
    let actions = actions(trees);
    let (mut perceptron, mut chance) = (Perceptron::default(), Chance::new(1));
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for epoch in 0..EPOCHS {
        shuffle(&mut order, epoch as u64);
        let explored = if epoch == 0 { 0 } else { EXPLORED };
        let wrong: usize = order.iter().map(|&at| learn(&examples[at], &actions, &mut perceptron, (explored, &mut chance))).sum();
        eprintln!("syntax: pass {epoch}, {wrong} steps wrong");
    }
    Ok(encode(&actions, shipped(&perceptron, u32::try_from(actions.len())?)))
}

/// The weights in the shipped form: the features that weigh least are left out until the rest is small enough.
fn shipped(perceptron: &Perceptron, classes: u32) -> Vec<u8> {
    let mut least = LEAST_FEATURE;
    loop {
        let weights = perceptron.encode(classes, (LEAST_WEIGHT, least), SCALE);
        if weights.len() <= MOST_BYTES {
            return weights;
        }
        least += SCALE / 2.0;
    }
}

/// The treebanks with the tags of taggers that have not seen them; the taggers learn side by side.
fn examples(trees: &[Tree], clusters: &Clusters) -> Result<Vec<Example>> {
    let parts: Vec<Result<Vec<(usize, Example)>>> = thread::scope(|scope| {
        let runs: Vec<_> = (0..FOLDS).map(|part| scope.spawn(move || tagged(trees, part, clusters))).collect();
        runs.into_iter().map(|run| run.join().unwrap_or_else(|_| bail!("a tagger has failed"))).collect()
    });
    let mut examples: Vec<(usize, Example)> = parts.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    examples.sort_by_key(|(at, _)| *at);
    Ok(examples.into_iter().map(|(_, example)| example).collect())
}

/// One part of the treebanks with tags from a tagger that has learnt the others, and their places.
fn tagged(trees: &[Tree], part: usize, clusters: &Clusters) -> Result<Vec<(usize, Example)>> {
    let fold = |at: usize| (at / 20) % FOLDS;
    let others: Vec<Tree> = trees.iter().enumerate().filter(|(at, _)| fold(*at) != part).map(|(_, tree)| tree.clone()).collect();
    let tagger = Tagger::open(Cow::Owned(tags::train(&others, clusters, FOLD_EPOCHS)))?;
    let example = |(at, tree): (usize, &Tree)| {
        let scene = Scene::new(tree.forms().into_iter(), clusters, tagger.dictionary());
        let labels = tagger.tag(&scene);
        (at, Example { words: scene.words, labels, gold: Gold::new(tree) })
    };
    Ok(trees.iter().enumerate().filter(|(at, _)| fold(*at) == part).map(example).collect())
}

/// Every step that the gold trees need.
fn actions(trees: &[Tree]) -> Vec<Action> {
    let mut actions = BTreeSet::from([Action::Shift, Action::Left(Relation::Root)]);
    for tree in trees {
        for (at, word) in tree.words.iter().enumerate() {
            match word.head {
                Some(head) if head > at => actions.insert(Action::Left(word.relation)),
                Some(_) => actions.insert(Action::Right(word.relation)),
                None => false,
            };
        }
    }
    actions.into_iter().collect()
}

/// One sentence.
fn learn(example: &Example, actions: &[Action], perceptron: &mut Perceptron, (explored, chance): (usize, &mut Chance)) -> usize {
    let mut features = Features::new(&example.words, &example.labels);
    let mut state = State::new(example.words.len());
    let mut wrong = 0;
    while !state.is_finished() {
        let found = features.collect(&state);
        let mut scores = vec![0.0; actions.len()];
        for &feature in found {
            perceptron.add(feature, &mut scores);
        }
        let costs = example.gold.costs(&state);
        let cost = |action: Action| example.gold.cost(action, &state, costs);
        let allowed = || (0..actions.len()).filter(|&at| state.allows(actions[at]));
        let highest = |best: usize, at: usize| if scores[at] > scores[best] { at } else { best };
        let least = allowed().map(|at| cost(actions[at])).min().unwrap_or_default();
        let Some(best) = allowed().reduce(highest) else { break };
        let Some(right) = allowed().filter(|&at| cost(actions[at]) == least).reduce(highest) else { break };
        if cost(actions[best]) != least {
            wrong += 1;
            for &feature in found {
                perceptron.update(feature, u8::try_from(right).unwrap_or_default(), 1.0);
                perceptron.update(feature, u8::try_from(best).unwrap_or_default(), -1.0);
            }
        }
        perceptron.tick();
        let follow = chance.below(10) < explored;
        state.step(actions[if follow { best } else { right }]);
    }
    wrong
}

/// A gold tree, as the oracle reads it.
struct Gold {
    heads: Vec<Position>,
    relations: Vec<Relation>,
    dependents: Vec<Vec<Position>>,
}

/// What the three kinds of steps lose, whatever the relation.
#[derive(Clone, Copy)]
struct Costs {
    shift: usize,
    left: usize,
    right: usize,
}

impl Gold {
    fn new(tree: &Tree) -> Self {
        let root = tree.words.len();
        let heads: Vec<Position> = tree.words.iter().map(|word| word.head.unwrap_or(root)).collect();
        let mut dependents = vec![Vec::new(); root + 1];
        for (at, &head) in heads.iter().enumerate() {
            dependents[head].push(at);
        }
        Self { heads, relations: tree.words.iter().map(|word| word.relation).collect(), dependents }
    }

    /// How many gold arcs cannot be made any more after each kind of step (Goldberg & Nivre 2013).
    fn costs(&self, state: &State) -> Costs {
        let next = state.next();
        let ahead = |word: Position| self.dependents[word].iter().rev().take_while(|&&d| d >= next).count();
        let waiting = |word: &&Position| state.node(**word).arc.is_none();
        let mut costs = Costs { shift: 0, left: 0, right: 0 };
        if next < state.root() {
            let head = self.heads[next];
            let below = head < next && state.stacked(0) != Some(head) && state.node(head).arc.is_none();
            let behind = self.dependents[next].iter().take_while(|&&d| d < next).filter(waiting).count();
            costs.shift = usize::from(below) + behind;
        }
        if let Some(top) = state.stacked(0) {
            let head = self.heads[top];
            costs.left = usize::from(head > next || state.stacked(1) == Some(head)) + ahead(top);
            costs.right = usize::from(head >= next) + ahead(top);
        }
        costs
    }

    /// The cost of a step; a gold arc with another relation counts as lost.
    fn cost(&self, action: Action, state: &State, costs: Costs) -> usize {
        let misnamed = |head: Option<Position>, relation: Relation| {
            let top = state.stacked(0);
            usize::from(top.is_some_and(|top| head == Some(self.heads[top]) && relation != self.relations[top]))
        };
        match action {
            Action::Shift => costs.shift,
            Action::Left(relation) => costs.left + misnamed(Some(state.next()), relation),
            Action::Right(relation) => costs.right + misnamed(state.stacked(1), relation),
        }
    }
}

/// How many words have the right head, relation, and both.
#[derive(Debug, Clone, Copy, Default)]
struct Score {
    words: usize,
    heads: usize,
    labelled: usize,
    exact: usize,
}

impl Score {
    fn row(self, name: &str) -> Row {
        let figures = vec![
            ("UAS", percent(self.heads, self.words)),
            ("LAS", percent(self.labelled, self.words)),
            ("LAS with subtypes", percent(self.exact, self.words)),
        ];
        Row { name: name.to_owned(), figures }
    }
}

/// Attachment on gold tokens with predicted tags. As in the `CoNLL` 2018 evaluation LAS leaves subtypes of relations aside.
pub fn evaluate(files: &[PathBuf], parser: &Parser, tagger: &Tagger, clusters: &Clusters) -> Result<Vec<Table>> {
    let table = |file: &PathBuf| {
        let (mut all, mut words) = (Score::default(), Score::default());
        for tree in trees::read(file)? {
            let scene = Scene::new(tree.forms().into_iter(), clusters, tagger.dictionary());
            let found = parser.parse(&scene.words, &tagger.tag(&scene));
            for (word, (head, relation)) in tree.words.iter().zip(found) {
                let scores = if word.relation == Relation::Punct { vec![&mut all] } else { vec![&mut all, &mut words] };
                for score in scores {
                    let right = head == word.head;
                    score.words += 1;
                    score.heads += usize::from(right);
                    score.labelled += usize::from(right && universal(relation) == universal(word.relation));
                    score.exact += usize::from(right && relation == word.relation);
                }
            }
        }
        Ok(Table { file: file.display().to_string(), rows: vec![all.row("syntax"), words.row("without punctuation")] })
    };
    files.iter().map(table).collect()
}

fn universal(relation: Relation) -> &'static str {
    let name = relation.as_str();
    name.split_once(':').map_or(name, |(universal, _)| universal)
}
