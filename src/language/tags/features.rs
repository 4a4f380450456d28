//! What the tagger looks at: the word, how it is written, its neighbours, and the tags it has just given.

use super::Label;
use super::scene::{Scene, Seen};
use crate::language::Upos;
use crate::language::linear::feature;
use crate::language::word::{Word, Writing};

/// The features of one decision, in a buffer that is used again.
#[derive(Debug, Clone, Default)]
pub struct Features {
    found: Vec<u64>,
    /// Whether each label is a verb's.
    verbs: Vec<bool>,
    /// Where each of the [`GROUPS`] ends.
    ends: [usize; GROUPS.len()],
}

/// What the features are about, in their order.
const GROUPS: [&str; 5] = ["words", "writing", "clusters", "labels before and dictionary", "the verb before"];

/// How far back a verb is looked for.
const REACH: usize = 12;

/// Stands for the words before and after the sentence.
const EDGE: Word = Word { form: 1, clusters: [0; 4], kinds: [0; 4], writing: Writing::Sign, shape: 0 };

/// Stands for every word that is not in the dictionary.
const RARE: u64 = 2;

impl Features {
    /// Of a tagger that chooses between these labels.
    #[must_use]
    pub fn new(labels: &[Label]) -> Self {
        let verbs = labels.iter().map(|label| matches!(label.1, Upos::Verb | Upos::Aux)).collect();
        Self { verbs, ..Self::default() }
    }

    /// What the decision on one word rests on, after the labels already chosen for the words before it.
    pub fn collect(&mut self, scene: &Scene, at: usize, chosen: &[u8]) -> &[u64] {
        self.found.clear();
        let tag = |back: usize| at.checked_sub(back).and_then(|at| chosen.get(at)).map_or(255, |&label| u64::from(label));
        let view = View { scene, at, tags: [tag(1), tag(2)] };
        let groups: [fn(&mut Self, View<'_>); GROUPS.len() - 1] = [Self::words, Self::writing, Self::clusters, Self::tags];
        for (group, add) in groups.into_iter().enumerate() {
            add(self, view);
            self.ends[group] = self.found.len();
        }
        self.verb(view, chosen);
        self.ends[GROUPS.len() - 1] = self.found.len();
        &self.found
    }

    /// What a feature that was collected is about, by its place.
    #[must_use]
    pub fn about(&self, place: usize) -> &'static str {
        self.ends.iter().position(|&end| place < end).map_or("", |group| GROUPS[group])
    }

    fn put(&mut self, template: u32, parts: &[u64]) {
        self.found.push(feature(template, parts));
    }

    fn words(&mut self, view: View<'_>) {
        let form = |offset| view.form(offset);
        let named = view.seen(0).named;
        self.put(1, &[form(0), named]);
        self.put(2, &[form(-1)]);
        self.put(3, &[form(1)]);
        self.put(4, &[form(-2)]);
        self.put(5, &[form(2)]);
        self.put(6, &[form(-1), form(0), named]);
        self.put(7, &[form(0), form(1), named]);
        self.put(8, &[form(-1), form(1)]);
    }

    fn writing(&mut self, view: View<'_>) {
        let Seen { prefixes, suffixes, capital, named, known, spaced } = view.seen(0);
        for (template, prefix) in (10..).zip(prefixes) {
            self.put(template, &[prefix, named]);
        }
        for (template, suffix) in (20..).zip(suffixes) {
            self.put(template, &[suffix, named]);
        }
        self.put(30, &[view.word(0).shape, capital]);
        self.put(31, &[suffixes[2], capital]);
        self.put(32, &[view.tags[0], capital]);
        self.put(33, &[view.seen(-1).capital, capital, view.seen(1).capital]);
        self.put(34, &[view.seen(1).suffixes[2]]);
        self.put(35, &[view.seen(-1).suffixes[2]]);
        self.put(36, &[view.tags[0], suffixes[2], named]);
        self.put(37, &[view.word(1).shape]);
        self.put(38, &[u64::from(known.class), named]);
        self.put(39, &[u64::from(known.class), capital]);
        self.put(29, &[view.tags[0], capital, view.seen(1).capital]);
        self.put(90, &[view.form(0), spaced]);
        self.put(91, &[spaced, view.tags[0], view.form(1)]);
        self.put(92, &[spaced, capital, suffixes[2]]);
    }

    fn clusters(&mut self, view: View<'_>) {
        let ids = |offset| view.word(offset).clusters.map(u64::from);
        let (here, before, after): ([u64; 4], _, _) = (ids(0), ids(-1), ids(1));
        for (template, id) in (40..).zip(here) {
            self.put(template, &[id, view.seen(0).named]);
        }
        self.put(44, &[before[1]]);
        self.put(45, &[before[3]]);
        self.put(46, &[after[1]]);
        self.put(47, &[after[3]]);
        self.put(48, &[here[2], after[2]]);
        self.put(49, &[here[2], view.tags[0], view.seen(0).named]);
        self.put(50, &[here[1], view.seen(0).capital]);
        self.put(51, &[ids(2)[2]]);
        self.kinds(view);
    }

    fn kinds(&mut self, view: View<'_>) {
        let ids = |offset| view.word(offset).kinds.map(u64::from);
        let (here, before, after): ([u64; 4], _, _) = (ids(0), ids(-1), ids(1));
        for (template, id) in (80..).zip(here) {
            self.put(template, &[id, view.seen(0).named]);
        }
        self.put(84, &[before[1]]);
        self.put(85, &[before[3]]);
        self.put(86, &[after[1]]);
        self.put(87, &[after[3]]);
        self.put(88, &[here[2], view.tags[0], view.seen(0).named]);
        self.put(89, &[here[2], after[1]]);
    }

    /// The verb before, which tells a participle from a past tense, and an infinitive from a present tense.
    fn verb(&mut self, view: View<'_>, chosen: &[u8]) {
        let start = view.at.saturating_sub(REACH);
        let is_verb = |at: &usize| chosen.get(*at).is_some_and(|&label| self.verbs.get(usize::from(label)).copied().unwrap_or_default());
        let verb = (start..view.at).rev().find(is_verb);
        let far = verb.map_or(0, |at| (view.at - at).min(4) as u64);
        let label = verb.map_or(255, |at| u64::from(chosen[at]));
        let form = verb.map_or(0, |at| view.form(at.cast_signed() - view.at.cast_signed()));
        let Seen { suffixes, known, .. } = view.seen(0);
        self.put(95, &[label, far, suffixes[1]]);
        self.put(96, &[form, suffixes[1], view.tags[0]]);
        self.put(97, &[label, view.tags[0], u64::from(known.class)]);
        self.put(98, &[form, u64::from(known.class)]);
    }

    fn tags(&mut self, view: View<'_>) {
        let [last, earlier] = view.tags;
        let class = |offset| u64::from(view.seen(offset).known.class);
        let form = |offset| view.form(offset);
        self.put(60, &[last]);
        self.put(61, &[last, earlier]);
        self.put(62, &[last, form(0), view.seen(0).named]);
        self.put(63, &[last, form(1)]);
        self.put(64, &[last, earlier, class(0)]);
        self.put(65, &[class(1)]);
        self.put(66, &[class(2)]);
        self.put(67, &[last, class(0), class(1)]);
        self.put(68, &[last, class(1)]);
        self.put(69, &[class(0), class(1), class(2)]);
        self.put(70, &[class(0), class(1)]);
        self.put(71, &[earlier, form(0)]);
        self.put(72, &[last, form(-1), class(0)]);
        self.put(73, &[last, earlier, class(1)]);
    }
}

/// A place in a sentence, with the last two labels.
#[derive(Clone, Copy)]
struct View<'a> {
    scene: &'a Scene,
    at: usize,
    tags: [u64; 2],
}

impl View<'_> {
    fn word(self, offset: isize) -> Word {
        self.at.checked_add_signed(offset).and_then(|at| self.scene.words.get(at)).copied().unwrap_or(EDGE)
    }

    /// The word, if it is frequent enough to be in the dictionary: what rare words have in common is learnt from the others.
    fn form(self, offset: isize) -> u64 {
        let word = self.word(offset);
        if word.form == EDGE.form || self.seen(offset).known.class > 0 { word.form } else { RARE }
    }

    fn seen(self, offset: isize) -> Seen {
        self.at.checked_add_signed(offset).and_then(|at| self.scene.seen.get(at)).copied().unwrap_or_default()
    }
}
