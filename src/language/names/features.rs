//! The features of one token in its sentence: the words around it, their looks, clusters and lists.

use super::chain::{Chain, chains};
use super::look::Look;
use super::stretch::stretches;
use crate::language::classes::WordClasses;
use crate::language::gazetteer::{Gazetteer, LONGEST, Lists, key};
use crate::language::linear::feature;
use crate::language::word::Writing;
use std::ops::Range;

/// What the features of names are made from, besides the words.
#[derive(Debug, Clone)]
pub struct Tables {
    /// Which words are used alike.
    pub classes: WordClasses,
    /// Known names.
    pub gazetteer: Gazetteer,
}

/// A sentence as the features see it.
#[derive(Debug, Clone, Default)]
pub struct Sight {
    /// What each word looks like.
    pub looks: Vec<Look>,
    /// The lists that each word stands on alone.
    pub alone: Vec<Lists>,
    /// The lists that a run of words around it stands on, and whether it is first, inner or last there.
    pub run: Vec<(Lists, u8)>,
    /// The chains of capitalised words that each token stands in.
    pub chains: Vec<Chain>,
    /// The runs of tokens that can be part of a name.
    pub stretches: Vec<Range<usize>>,
    /// True when nearly all letters are capitals, as in a headline.
    pub shouted: bool,
    /// True when nearly all longer words begin with a capital, as in a headline.
    pub titled: bool,
}

impl Sight {
    /// Looks at a sentence.
    #[must_use]
    pub fn new<'a>(words: impl Iterator<Item = &'a str>, tables: &Tables) -> Self {
        let mut buffer = String::new();
        let looks: Vec<Look> = words.map(|word| Look::new(word, &tables.classes, &mut buffer)).collect();
        let alone: Vec<Lists> = looks.iter().map(|look| tables.gazetteer.get(key(0, look.word.form))).collect();
        let mut sight = Self {
            run: vec![(Lists::default(), 0); looks.len()],
            chains: chains(&looks, &alone),
            stretches: stretches(&looks, &alone),
            looks,
            alone,
            shouted: false,
            titled: false,
        };
        sight.mark_runs(&tables.gazetteer);
        let count = |kinds: &[Writing]| sight.looks.iter().filter(|look| kinds.contains(&look.word.writing)).count();
        let (upper, title, lower) = (count(&[Writing::Capitals]), count(&[Writing::Initial, Writing::Mixed]), count(&[Writing::Small]));
        sight.shouted = upper >= 3 && upper > 2 * (title + lower);
        sight.titled = title >= 4 && title > 2 * lower;
        sight
    }

    /// Marks the longest runs of two words or more that stand on a list; a run begins with a capital.
    fn mark_runs(&mut self, gazetteer: &Gazetteer) {
        let mut at = 0;
        while at < self.looks.len() {
            match self.longest_run(at, gazetteer) {
                Some((length, lists)) => {
                    for (inner, slot) in self.run[at..at + length].iter_mut().enumerate() {
                        let position = if inner == 0 { 1 } else { 2 + u8::from(inner + 1 == length) };
                        *slot = (lists, position);
                    }
                    at += length;
                }
                None => at += 1,
            }
        }
    }

    fn longest_run(&self, at: usize, gazetteer: &Gazetteer) -> Option<(usize, Lists)> {
        if !self.looks[at].is_capital() || !self.alone[at].has(Lists::PREFIX) {
            return None;
        }
        let mut longest = None;
        let mut words = key(0, self.looks[at].word.form);
        for (length, look) in (2..=LONGEST).zip(&self.looks[at + 1..]) {
            words = key(words, look.word.form);
            let lists = gazetteer.get(words);
            if lists.0 & !Lists::PREFIX.0 != 0 {
                longest = Some((length, lists));
            }
            if !lists.has(Lists::PREFIX) {
                break;
            }
        }
        longest
    }

    fn look(&self, at: isize) -> Option<&Look> {
        self.looks.get(usize::try_from(at).ok()?)
    }
}

/// Adds the hashes of all features of token `at`.
pub fn features(sight: &Sight, at: usize, found: &mut Vec<u64>) {
    each(sight, at, &mut |template, parts| found.push(feature(template, parts)));
}

/// Goes through all features of token `at`: the number of the template, and what it is filled with.
pub fn each(sight: &Sight, at: usize, add: &mut impl FnMut(u32, &[u64])) {
    let view = View { sight, here: at.cast_signed() };
    let case = view.case(0);
    add(0, &[]);
    add(1, &[sight.looks[at].exact]);
    word_features(view, add);
    writing_features(view, at, add);
    affix_features(view, &sight.looks[at], add);
    cluster_features(view, at, add);
    kind_features(sight, view.here, case, add);
    list_features(sight, at, case, add);
    chain_features(sight, at, add);
}

/// A place in a sentence.
#[derive(Clone, Copy)]
struct View<'a> {
    sight: &'a Sight,
    here: isize,
}

impl View<'_> {
    fn look(&self, offset: isize) -> Option<&Look> {
        self.sight.look(self.here + offset)
    }

    fn word(&self, offset: isize) -> u64 {
        self.look(offset).map_or(u64::from(offset > 0), |look| look.word.form)
    }

    fn case(&self, offset: isize) -> u64 {
        self.look(offset).map_or(9, |look| look.word.writing as u64)
    }

    fn shape(&self, offset: isize) -> u64 {
        self.look(offset).map_or(0, |look| look.word.shape)
    }

    fn cluster(&self, offset: isize, grain: usize) -> u64 {
        self.look(offset).map_or(9_999, |look| u64::from(look.word.clusters[grain]))
    }
}

/// The features of the words around.
fn word_features(view: View<'_>, add: &mut impl FnMut(u32, &[u64])) {
    let (word, case) = (|offset| view.word(offset), view.case(0));
    add(2, &[word(0)]);
    add(3, &[word(-2)]);
    add(4, &[word(-1)]);
    add(5, &[word(1)]);
    add(6, &[word(2)]);
    add(7, &[word(-1), word(0)]);
    add(8, &[word(0), word(1)]);
    add(9, &[word(-1), word(1), case]);
    add(10, &[word(-2), word(-1), case]);
    add(11, &[word(1), word(2), case]);
}

/// The features of capitals and shapes.
fn writing_features(view: View<'_>, at: usize, add: &mut impl FnMut(u32, &[u64])) {
    let (case, shape) = (|offset| view.case(offset), |offset| view.shape(offset));
    let first = u64::from(at == 0);
    let style = u64::from(view.sight.shouted) + 2 * u64::from(view.sight.titled);
    add(12, &[case(0), first, style]);
    add(13, &[case(-1), case(0), case(1)]);
    add(14, &[case(-2), case(-1), case(0), case(1), case(2)]);
    add(15, &[shape(0), first]);
    add(16, &[shape(-1), shape(0)]);
    add(17, &[shape(0), shape(1)]);
    add(18, &[view.word(-1), case(0)]);
    add(19, &[view.word(1), case(0)]);
}

/// The features of the ends of the word and of those beside it.
fn affix_features(view: View<'_>, look: &Look, add: &mut impl FnMut(u32, &[u64])) {
    for length in 0..4 {
        if look.prefixes[length] != 0 {
            add(20, &[look.prefixes[length], view.case(0)]);
        }
        if look.suffixes[length] != 0 {
            add(21, &[look.suffixes[length], view.case(0)]);
        }
    }
    for (template, offset) in [(22, -1), (23, 1)] {
        add(template, &[view.look(offset).map_or(0, |l| l.suffixes[2])]);
    }
}

/// The features of the clusters of the words around.
fn cluster_features(view: View<'_>, at: usize, add: &mut impl FnMut(u32, &[u64])) {
    for (template, offset) in [(24, -2), (25, -1), (26, 0), (27, 1), (28, 2)] {
        add(template, &[3, view.cluster(offset, 3)]);
    }
    for (template, offset) in [(25, -1), (26, 0), (27, 1)] {
        add(template, &[1, view.cluster(offset, 1), view.case(0)]);
    }
    add(32, &[view.cluster(0, 2), view.case(0), u64::from(at == 0)]);
}

/// The features of the kinds of the words around.
fn kind_features(sight: &Sight, here: isize, case: u64, add: &mut impl FnMut(u32, &[u64])) {
    let kind = |offset: isize, level: usize| sight.look(here + offset).map_or(9_999, |look| u64::from(look.word.kinds[level]));
    for level in 1..4 {
        add(49, &[level as u64, kind(0, level), case]);
    }
    for (template, offset) in [(50, -1), (51, 1)] {
        add(template, &[2, kind(offset, 2), case]);
        add(template, &[3, kind(offset, 3)]);
    }
    for (template, offset) in [(52, -2), (53, 2)] {
        add(template, &[kind(offset, 2)]);
    }
    add(54, &[kind(-1, 1), kind(0, 1), case]);
    add(55, &[kind(0, 1), kind(1, 1), case]);
    add(56, &[kind(-1, 2), kind(1, 2), case]);
}

/// The features of the chains of capitalised words that the token stands in.
fn chain_features(sight: &Sight, at: usize, add: &mut impl FnMut(u32, &[u64])) {
    let place = |(first, last): (usize, usize)| u64::from(at == first) + 2 * u64::from(at == last);
    let chain = sight.chains[at];
    if let Some((first, last)) = chain.tight {
        let (before, length) = ((at - first).min(3) as u64, (last - first).min(5) as u64);
        add(39, &[before, length]);
        if first < last {
            add(33, &[sight.looks[first].word.form, place((first, last))]);
            add(34, &[sight.looks[last].word.form, place((first, last))]);
        }
    }
    if let Some((first, last)) = chain.loose.filter(|(first, last)| first < last) {
        let ends = [(35, first), (36, last)];
        for (template, end) in ends {
            add(template, &[3, u64::from(sight.looks[end].word.kinds[3]), place((first, last))]);
            if chain.loose != chain.tight {
                add(template, &[0, sight.looks[end].word.form, place((first, last))]);
            }
        }
    }
}

/// The features of the lists that the words around stand on.
fn list_features(sight: &Sight, at: usize, case: u64, add: &mut impl FnMut(u32, &[u64])) {
    let alone = |offset: isize| {
        at.checked_add_signed(offset).and_then(|at| sight.alone.get(at)).map_or(u64::from(u32::MAX), |lists| u64::from(lists.0 & !1))
    };
    let run = |offset: isize| {
        let (lists, position) = at.checked_add_signed(offset).and_then(|at| sight.run.get(at)).copied().unwrap_or_default();
        (u64::from(lists.0 & !1), u64::from(position))
    };
    for list in 1..Lists::COUNT {
        let bit = 1_u64 << list;
        if alone(0) & bit != 0 {
            add(40, &[u64::from(list), case]);
        }
        if run(0).0 & bit != 0 {
            add(41, &[u64::from(list), run(0).1, case]);
        }
    }
    add(42, &[alone(0), case]);
    add(43, &[alone(-1), alone(0), case]);
    add(44, &[alone(0), alone(1), case]);
    add(45, &[run(-1).0, run(-1).1, case]);
    add(46, &[run(1).0, run(1).1, case]);
    add(47, &[alone(-1), case]);
    add(48, &[alone(1), case]);
}
