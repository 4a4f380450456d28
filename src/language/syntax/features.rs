//! What the parser looks at: after Zhang & Nivre (2011), for the arc-hybrid system, with word clusters and case markers.

use super::{Position, State};
use crate::language::linear::combine;
use crate::language::tags::Label;
use crate::language::word::Word;

/// The words of a sentence as numbers, and the features of one decision in a buffer that is used again.
#[derive(Debug, Clone)]
pub struct Features {
    atoms: Vec<Atom>,
    pub(super) found: Vec<u64>,
    /// Where each of the [`GROUPS`] ends.
    ends: [usize; GROUPS.len()],
}

/// What the features of a step are about, in their order.
const GROUPS: [&str; 5] = ["single words", "pairs of words", "three and four words", "dependents", "distances and counts"];

/// A word with its tag. All zero where there is no word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Atom {
    pub(super) word: u64,
    pub(super) tag: u64,
    pub(super) part: u64,
    pub(super) both: u64,
    pub(super) cluster: u64,
    pub(super) fine: u64,
    pub(super) kind: u64,
    pub(super) relation: u64,
}

/// The words that a decision rests on.
struct View {
    s0: Atom,
    s1: Atom,
    s2: Atom,
    n0: Atom,
    n1: Atom,
    n2: Atom,
    s0_left: [Atom; 2],
    s0_right: [Atom; 2],
    s1_left: [Atom; 2],
    s1_right: [Atom; 2],
    n0_left: [Atom; 2],
    /// Distances: s0 to n0, s1 to s0.
    far: [u64; 2],
    /// How many dependents: of s0 left and right, of s1 right, of n0 left.
    count: [u64; 4],
    /// Which relations the same sides have.
    sets: [u64; 4],
}

impl Features {
    /// Reads the words of a sentence and their tags.
    #[must_use]
    pub fn new(words: &[Word], labels: &[Label]) -> Self {
        let atom = |(word, &(tag, upos)): (&Word, &Label)| {
            let tag = 1 + tag as u64 + 64 * upos as u64;
            let clusters = word.clusters.map(u64::from);
            let (part, both) = (1 + upos as u64, combine(0, &[word.form, tag]));
            Atom { word: word.form, tag, part, both, cluster: clusters[1], fine: clusters[2], kind: u64::from(word.kinds[2]), relation: 0 }
        };
        let mut atoms: Vec<Atom> = words.iter().zip(labels).map(atom).collect();
        atoms.push(Atom { word: 1, tag: ROOT, part: ROOT, both: 1, ..Atom::default() });
        Self { atoms, found: Vec::with_capacity(128), ends: [0; GROUPS.len()] }
    }

    /// What the next step rests on.
    pub fn step(&mut self, state: &State) -> &[u64] {
        self.found.clear();
        let view = self.view(state);
        let groups: [fn(&mut Self, &View); GROUPS.len()] = [Self::single, Self::pairs, Self::triples, Self::dependents, Self::counts];
        for (group, add) in groups.into_iter().enumerate() {
            add(self, &view);
            self.ends[group] = self.found.len();
        }
        &self.found
    }

    /// The features that were collected last.
    #[must_use]
    pub fn found(&self) -> &[u64] {
        &self.found
    }

    /// What a feature that was collected for a step is about, by its place.
    #[must_use]
    pub fn about(&self, place: usize) -> &'static str {
        self.ends.iter().position(|&end| place < end).map_or("", |group| GROUPS[group])
    }

    pub(super) fn atom(&self, at: Option<Position>, state: &State) -> Atom {
        let Some(atom) = at.and_then(|at| self.atoms.get(at)) else { return Atom::default() };
        let relation = at.and_then(|at| state.node(at).arc).map_or(0, |(_, relation)| 1 + relation as u64);
        Atom { relation, ..*atom }
    }

    fn view(&self, state: &State) -> View {
        let (s0, s1) = (state.stacked(0), state.stacked(1));
        let n0 = Some(state.next());
        let left = |at: Option<Position>| at.map(|at| state.node(at).left).unwrap_or_default();
        let right = |at: Option<Position>| at.map(|at| state.node(at).right).unwrap_or_default();
        let both = |side: super::state::Side| [self.atom(side.outer, state), self.atom(side.inner, state)];
        let sides = [left(s0), right(s0), right(s1), left(n0)];
        View {
            s0: self.atom(s0, state),
            s1: self.atom(s1, state),
            s2: self.atom(state.stacked(2), state),
            n0: self.atom(n0, state),
            n1: self.atom(Some(state.next() + 1), state),
            n2: self.atom(Some(state.next() + 2), state),
            s0_left: both(sides[0]),
            s0_right: both(sides[1]),
            s1_left: both(left(s1)),
            s1_right: both(sides[2]),
            n0_left: both(sides[3]),
            far: [distance(s0, n0), distance(s1, s0)],
            count: sides.map(|side| u64::from(side.count.min(5))),
            sets: sides.map(|side| side.relations),
        }
    }

    pub(super) fn put(&mut self, template: u32, parts: &[u64]) {
        self.found.push(combine(template, parts));
    }

    fn single(&mut self, v: &View) {
        for (template, atom) in [(1, v.s0), (10, v.n0), (20, v.s1), (30, v.n1)] {
            self.put(template, &[atom.word]);
            self.put(template + 1, &[atom.tag]);
            self.put(template + 2, &[atom.both]);
            self.put(template + 3, &[atom.fine]);
            self.put(template + 4, &[atom.cluster, atom.part]);
            self.put(template + 5, &[atom.kind]);
        }
        self.put(40, &[v.n2.tag]);
        self.put(41, &[v.n2.both]);
        self.put(42, &[v.s2.tag]);
        self.put(43, &[v.s2.both]);
    }

    fn pairs(&mut self, v: &View) {
        for (template, left, right) in [(50, v.s0, v.n0), (60, v.s1, v.s0)] {
            self.put(template, &[left.both, right.both]);
            self.put(template + 3, &[left.both, right.tag]);
            self.put(template + 4, &[left.tag, right.both]);
            self.put(template + 5, &[left.word, right.word]);
            self.put(template + 6, &[left.tag, right.tag]);
            self.put(template + 7, &[left.fine, right.fine]);
            self.put(template + 8, &[left.fine, right.tag]);
            self.put(template + 9, &[left.tag, right.fine]);
            self.put(template + 1, &[left.kind, right.kind]);
            self.put(template + 2, &[left.kind, right.tag]);
            self.put(template + 120, &[left.tag, right.kind]);
        }
        self.put(70, &[v.n0.tag, v.n1.tag]);
        self.put(71, &[v.s1.tag, v.n0.tag]);
        self.put(72, &[v.s1.both, v.n0.both]);
        self.put(73, &[v.s0.both, v.n1.both]);
        self.put(74, &[v.n0.both, v.n1.tag]);
    }

    fn triples(&mut self, v: &View) {
        self.put(80, &[v.n0.tag, v.n1.tag, v.n2.tag]);
        self.put(81, &[v.s0.tag, v.n0.tag, v.n1.tag]);
        self.put(82, &[v.s1.tag, v.s0.tag, v.n0.tag]);
        self.put(83, &[v.s2.tag, v.s1.tag, v.s0.tag]);
        self.put(84, &[v.s1.both, v.s0.tag, v.n0.tag]);
        self.put(85, &[v.s1.tag, v.s0.both, v.n0.tag]);
        self.put(86, &[v.s1.tag, v.s0.tag, v.n0.both]);
        self.put(87, &[v.s0.word, v.n0.tag, v.n1.tag]);
        self.put(88, &[v.s0.tag, v.n0.word, v.n1.tag]);
        self.put(90, &[v.s2.tag, v.s1.tag, v.s0.tag, v.n0.tag]);
        self.put(91, &[v.s1.tag, v.s0.tag, v.n0.tag, v.n1.tag]);
    }

    /// Dependents that are already attached; the outermost to the left is often the word's preposition or subordinator.
    fn dependents(&mut self, v: &View) {
        let near = [(100, v.s0_left), (104, v.s0_right), (108, v.s1_left), (112, v.s1_right), (116, v.n0_left)];
        for (template, [outer, inner]) in near {
            self.put(template, &[outer.word, outer.relation]);
            self.put(template + 1, &[outer.tag, outer.relation]);
            self.put(template + 2, &[inner.tag, inner.relation]);
        }
        let (s0l, s0r, s1l, s1r, n0l) = (v.s0_left[0], v.s0_right[0], v.s1_left[0], v.s1_right[0], v.n0_left[0]);
        self.put(120, &[v.s0.tag, s0l.tag, v.n0.tag]);
        self.put(121, &[v.s0.tag, s0r.tag, v.n0.tag]);
        self.put(122, &[v.s0.tag, v.n0.tag, n0l.tag]);
        self.put(123, &[v.s1.tag, s1r.tag, v.s0.tag]);
        self.put(124, &[v.s1.tag, s1l.tag, v.s0.tag]);
        self.put(125, &[v.s1.tag, v.s0.tag, s0l.tag]);
        self.put(126, &[v.s1.tag, v.s0.tag, s0r.tag]);
        self.put(127, &[v.s1.word, s0l.word, v.s0.tag]);
        self.put(128, &[v.s1.tag, s0l.word, v.s0.word]);
        self.put(129, &[v.s1.both, s0l.word, s0l.relation]);
        self.put(130, &[v.s1.tag, v.s0.tag, s0l.word, s1r.relation]);
        self.put(131, &[v.s1.fine, s0l.word, v.s0.fine]);
        self.put(132, &[v.s0.word, n0l.word, v.n0.tag]);
        self.put(133, &[v.s0.tag, n0l.word, n0l.relation, v.n0.tag]);
        self.put(134, &[v.s1.tag, s1l.relation, v.s0.tag, s0l.relation]);
        self.put(135, &[v.s1.both, s1r.relation]);
        self.put(136, &[v.s0.both, s0r.relation, v.n0.tag]);
    }

    fn counts(&mut self, v: &View) {
        for (template, atom, far) in [(140, v.s0, v.far[0]), (142, v.n0, v.far[0]), (144, v.s1, v.far[1]), (146, v.s0, v.far[1])] {
            self.put(template, &[atom.word, far]);
            self.put(template + 1, &[atom.tag, far]);
        }
        self.put(148, &[v.s0.tag, v.n0.tag, v.far[0]]);
        self.put(149, &[v.s1.tag, v.s0.tag, v.far[1]]);
        let owners = [v.s0, v.s0, v.s1, v.n0];
        for (template, ((atom, count), set)) in (150..).step_by(4).zip(owners.into_iter().zip(v.count).zip(v.sets)) {
            self.put(template, &[atom.word, count]);
            self.put(template + 1, &[atom.tag, count]);
            self.put(template + 3, &[atom.tag, set]);
        }
    }
}

const ROOT: u64 = 10_000;

/// In steps that widen.
pub(super) fn distance(left: Option<Position>, right: Option<Position>) -> u64 {
    let (Some(left), Some(right)) = (left, right) else { return 0 };
    match right.saturating_sub(left) {
        far @ 0..=4 => far as u64,
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}
