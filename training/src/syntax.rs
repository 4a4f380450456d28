//! Trains and measures the parser.

use crate::perceptron::Perceptron;
use crate::report::{Row, Table, percent};
use crate::shuffle::{Chance, shuffle};
use crate::steps::Steps;
use crate::tags;
use crate::trees::{self, Tree};
use anyhow::{Result, bail};
use dateline::language::classes::WordClasses;
use dateline::language::syntax::kinds::{self, Kind};
use dateline::language::syntax::{Features, Parser, Position, State, Step, encode};
use dateline::language::tags::{Label, Scene, Tagger};
use dateline::language::word::Word;
use dateline::language::{Relation, rows};
use std::borrow::Cow;
use std::path::PathBuf;
use std::thread;

/// Passes over the treebanks.
const EPOCHS: usize = 8;
/// The treebanks are tagged in so many parts, each by a tagger that has learnt the others.
const FOLDS: usize = 4;
/// Passes of those taggers.
const FOLD_EPOCHS: usize = 4;
/// Of ten steps, so many follow the parser rather than the gold tree, so that it learns to go on after an error.
const EXPLORED: usize = 9;
/// The right step must win by so much, or its weights are raised; the right relation likewise.
const STEP_MARGIN: f32 = 1.0;
const RELATION_MARGIN: f32 = 4.0;
/// How many buckets the model of the steps takes, 64 bytes each, and the worth of one unit of a weight.
const STEP_BUCKETS: usize = 56_000;
const STEP_SCALE: f32 = 0.5;
/// Smaller weights are left out of the shipped model.
const LEAST_WEIGHT: f32 = 0.3;
/// Features whose weights come to less together are left out too; the bound rises until the model is small enough.
const LEAST_FEATURE: f32 = 1.5;
/// So many bytes the shipped weights may take.
const MOST_BYTES: usize = 1_500_000;
/// The worth of one unit of a shipped weight.
const SCALE: f32 = 0.5;

/// A sentence to learn from, with the tags that the parser will see.
struct Example {
    words: Vec<Word>,
    labels: Vec<Label>,
    gold: Gold,
}

/// The layer's file, learnt from trees.
pub fn train(trees: &[Tree], classes: &WordClasses) -> Result<Vec<u8>> {
    let examples = examples(trees, classes)?;
    let (mut models, mut chance) = (Models::default(), Chance::new(1));
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for epoch in 0..EPOCHS {
        shuffle(&mut order, epoch as u64);
        let explored = if epoch == 0 { 0 } else { EXPLORED };
        let mut wrong = [0, 0];
        for &at in &order {
            let [steps, relations] = learn(&examples[at], &mut models, (explored, &mut chance));
            wrong = [wrong[0] + steps, wrong[1] + relations];
        }
        eprintln!("syntax: pass {epoch}, {} steps and {} relations wrong", wrong[0], wrong[1]);
    }
    packed(&models)
}

/// The layer's file.
fn packed(models: &Models) -> Result<Vec<u8>> {
    let steps = rows::encode(&models.steps.averaged(), STEP_BUCKETS, STEP_SCALE);
    Ok(encode(steps, shipped(&models.relations, u32::try_from(Relation::ALL.len())?)))
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
fn examples(trees: &[Tree], classes: &WordClasses) -> Result<Vec<Example>> {
    let parts: Vec<Result<Vec<(usize, Example)>>> = thread::scope(|scope| {
        let runs: Vec<_> = (0..FOLDS).map(|part| scope.spawn(move || tagged(trees, part, classes))).collect();
        runs.into_iter().map(|run| run.join().unwrap_or_else(|_| bail!("a tagger has failed"))).collect()
    });
    let mut examples: Vec<(usize, Example)> = parts.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    examples.sort_by_key(|(at, _)| *at);
    Ok(examples.into_iter().map(|(_, example)| example).collect())
}

/// One part of the treebanks with tags from a tagger that has learnt the others, and their places.
fn tagged(trees: &[Tree], part: usize, classes: &WordClasses) -> Result<Vec<(usize, Example)>> {
    let fold = |at: usize| (at / 20) % FOLDS;
    let others: Vec<Tree> = trees.iter().enumerate().filter(|(at, _)| fold(*at) != part).map(|(_, tree)| tree.clone()).collect();
    let tagger = Tagger::open(Cow::Owned(tags::train(&others, classes, FOLD_EPOCHS, 1)))?;
    let example = |(at, tree): (usize, &Tree)| {
        let scene = Scene::new(tree.forms(), classes, tagger.dictionary());
        let labels = tagger.tag(&scene);
        (at, Example { words: scene.words, labels, gold: Gold::new(tree) })
    };
    Ok(trees.iter().enumerate().filter(|(at, _)| fold(*at) == part).map(example).collect())
}

/// The two models in training.
#[derive(Default)]
struct Models {
    steps: Steps,
    relations: Perceptron,
}

/// One sentence.
fn learn(example: &Example, models: &mut Models, (explored, chance): (usize, &mut Chance)) -> [usize; 2] {
    let mut features = Features::new(&example.words, &example.labels);
    let mut state = State::new(example.words.len());
    let mut wrong = [0, 0];
    while !state.is_finished() {
        if !state.is_open() {
            state.take_only();
            continue;
        }
        let (best, right) = learn_step(&example.gold, &state, features.step(&state), models);
        wrong[0] += usize::from(best != right);
        let kind = if chance.below(10) < explored { best } else { right };
        match state.arc(kinds::step(kind)) {
            Some((word, head)) => {
                let right = Some(example.gold.relations[word]).filter(|_| example.gold.heads[word] == head);
                let relation = learn_relation(kind, right, features.relation(&state, word, head), models);
                wrong[1] += usize::from(right.is_some_and(|right| right != relation));
                state.attach(head, relation);
            }
            None => state.shift(),
        }
    }
    wrong
}

/// The kind of step that the model takes, and the best of those that lose no more than they must.
fn learn_step(gold: &Gold, state: &State, features: &[u64], models: &mut Models) -> (Kind, Kind) {
    let scores = models.steps.score(features);
    let costs = gold.costs(state);
    let allowed = || Step::ALL.into_iter().filter(|&step| state.allows(step)).flat_map(kinds::kinds);
    let cost = |kind: Kind| costs[kinds::step(kind) as usize] + usize::from(gold.misnames(kind, state));
    let highest = |best: Kind, kind: Kind| if scores[kind] > scores[best] { kind } else { best };
    let least = allowed().map(cost).min().unwrap_or_default();
    let best = allowed().reduce(highest).unwrap_or_default();
    let right = allowed().filter(|&kind| cost(kind) == least).reduce(highest).unwrap_or_default();
    let rival = allowed().filter(|&kind| cost(kind) > least).reduce(highest);
    if let Some(rival) = rival.filter(|&rival| scores[right] - scores[rival] < STEP_MARGIN) {
        models.steps.update(features, right, rival);
    }
    models.steps.tick();
    (best, if cost(best) == least { best } else { right })
}

/// The relation that the model names among those of a kind of step; it learns only from arcs that the gold tree has.
fn learn_relation(kind: Kind, right: Option<Relation>, features: &[u64], models: &mut Models) -> Relation {
    let mut scores = [0.0; Relation::ALL.len()];
    for &feature in features {
        models.relations.add(feature, &mut scores);
    }
    let leftwards = kinds::step(kind) == Step::Left;
    let of_kind = |kind: Kind| Relation::ALL.iter().copied().filter(move |&r| r != Relation::Root && kinds::kind(leftwards, r) == kind);
    let highest = |best: Relation, other: Relation| if scores[other as usize] > scores[best as usize] { other } else { best };
    let best = of_kind(kind).reduce(highest).unwrap_or(Relation::Dep);
    if let Some(right) = right {
        let rival = of_kind(kinds::kind(leftwards, right)).filter(|&r| r != right).reduce(highest);
        if let Some(rival) = rival.filter(|&rival| scores[right as usize] - scores[rival as usize] < RELATION_MARGIN) {
            for &feature in features {
                models.relations.update(feature, right as u8, 1.0);
                models.relations.update(feature, rival as u8, -1.0);
            }
        }
        models.relations.tick();
    }
    best
}

/// A gold tree, as the oracle reads it.
struct Gold {
    heads: Vec<Position>,
    relations: Vec<Relation>,
    dependents: Vec<Vec<Position>>,
}

impl Gold {
    /// Whether a step makes a gold arc that has a relation of another kind.
    fn misnames(&self, kind: Kind, state: &State) -> bool {
        let step = kinds::step(kind);
        state
            .arc(step)
            .is_some_and(|(word, head)| self.heads[word] == head && kinds::kind(step == Step::Left, self.relations[word]) != kind)
    }

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
    fn costs(&self, state: &State) -> [usize; 3] {
        let next = state.next();
        let ahead = |word: Position| self.dependents[word].iter().rev().take_while(|&&d| d >= next).count();
        let waiting = |word: &&Position| state.node(**word).arc.is_none();
        let (mut shift, mut left, mut right) = (0, 0, 0);
        if next < state.root() {
            let head = self.heads[next];
            let below = head < next && state.stacked(0) != Some(head) && state.node(head).arc.is_none();
            let behind = self.dependents[next].iter().take_while(|&&d| d < next).filter(waiting).count();
            shift = usize::from(below) + behind;
        }
        if let Some(top) = state.stacked(0) {
            let head = self.heads[top];
            left = usize::from(head > next || state.stacked(1) == Some(head)) + ahead(top);
            right = usize::from(head >= next) + ahead(top);
        }
        [shift, left, right]
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
pub fn evaluate(files: &[PathBuf], parser: &Parser, tagger: &Tagger, classes: &WordClasses) -> Result<Vec<Table>> {
    let table = |file: &PathBuf| {
        let (mut all, mut words) = (Score::default(), Score::default());
        for tree in trees::read(file)? {
            let scene = Scene::new(tree.forms(), classes, tagger.dictionary());
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

/// The relation without its subtype.
pub fn universal(relation: Relation) -> &'static str {
    let name = relation.as_str();
    name.split_once(':').map_or(name, |(universal, _)| universal)
}
