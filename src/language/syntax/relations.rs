//! What the parser looks at to name the relation of an arc: the two words, what stands beside them, and what is already attached to them.

use super::features::{Atom, Features, distance};
use super::{Position, State};

/// An arc that is about to be made.
struct Arc {
    /// The dependent, its neighbours, its outermost dependents.
    word: Atom,
    word_before: Atom,
    word_after: Atom,
    word_left: Atom,
    word_right: Atom,
    /// The head, its neighbours, its outermost dependents on the dependent's side and on the other.
    head: Atom,
    head_before: Atom,
    head_after: Atom,
    sibling: Atom,
    other: Atom,
    /// The relations of the dependent's dependents left and right, and of the head's on the dependent's side and on the other.
    sets: [u64; 4],
    far: u64,
}

impl Features {
    /// What the relation between a word and its head rests on, before the arc is made.
    pub fn relation(&mut self, state: &State, word: Position, head: Position) -> &[u64] {
        self.found.clear();
        let leftwards = word < head;
        let base = if leftwards { 200 } else { 300 };
        let arc = self.arc(state, word, head);
        self.words_of_arc(base, &arc);
        self.around_arc(base + 20, &arc);
        self.below_arc(base + 40, &arc);
        &self.found
    }

    fn arc(&self, state: &State, word: Position, head: Position) -> Arc {
        let at = |at: Option<Position>| self.atom(at, state);
        let (below, above) = (state.node(word), state.node(head));
        let (near, far) = if word < head { (above.left, above.right) } else { (above.right, above.left) };
        Arc {
            word: at(Some(word)),
            word_before: at(word.checked_sub(1)),
            word_after: at(Some(word + 1)),
            word_left: at(below.left.outer),
            word_right: at(below.right.outer),
            head: at(Some(head)),
            head_before: at(head.checked_sub(1)),
            head_after: at(Some(head + 1)),
            sibling: at(near.outer),
            other: at(far.outer),
            sets: [below.left, below.right, near, far].map(|side| side.relations),
            far: distance(Some(word.min(head)), Some(word.max(head))),
        }
    }

    fn words_of_arc(&mut self, base: u32, arc: &Arc) {
        let (word, head) = (arc.word, arc.head);
        self.put(base, &[word.both, head.both]);
        self.put(base + 1, &[word.both, head.tag]);
        self.put(base + 2, &[word.tag, head.both]);
        self.put(base + 3, &[word.word, head.word]);
        self.put(base + 4, &[word.tag, head.tag, arc.far]);
        self.put(base + 5, &[word.fine, head.fine]);
        self.put(base + 6, &[word.fine, head.tag]);
        self.put(base + 7, &[word.tag, head.fine]);
        self.put(base + 8, &[word.word]);
        self.put(base + 9, &[head.word]);
        self.put(base + 10, &[word.tag]);
        self.put(base + 11, &[head.tag]);
        self.put(base + 12, &[word.tag, head.tag]);
        self.put(base + 13, &[word.cluster, head.cluster, word.part, head.part]);
        self.put(base + 14, &[word.kind, head.kind]);
        self.put(base + 15, &[word.kind, head.tag]);
        self.put(base + 16, &[word.tag, head.kind]);
    }

    fn around_arc(&mut self, base: u32, arc: &Arc) {
        let (word, head) = (arc.word, arc.head);
        self.put(base, &[word.tag, arc.word_before.tag, head.tag]);
        self.put(base + 1, &[word.tag, arc.word_after.tag, head.tag]);
        self.put(base + 2, &[word.both, arc.word_before.tag]);
        self.put(base + 3, &[word.both, arc.word_after.tag]);
        self.put(base + 4, &[head.tag, arc.head_before.tag, word.tag]);
        self.put(base + 5, &[head.tag, arc.head_after.tag, word.tag]);
        self.put(base + 6, &[word.tag, head.tag, arc.word_before.word]);
        self.put(base + 7, &[word.tag, head.tag, arc.word_after.word]);
        self.put(base + 8, &[head.both, arc.head_after.tag]);
    }

    fn below_arc(&mut self, base: u32, arc: &Arc) {
        let (word, head) = (arc.word, arc.head);
        self.put(base, &[word.tag, head.tag, arc.word_left.word]);
        self.put(base + 1, &[word.tag, head.both, arc.word_left.word]);
        self.put(base + 2, &[word.both, arc.word_left.word]);
        self.put(base + 3, &[word.tag, arc.word_left.tag, arc.word_left.relation]);
        self.put(base + 4, &[word.tag, arc.sets[0], head.tag]);
        self.put(base + 5, &[word.tag, arc.sets[1], head.part]);
        self.put(base + 6, &[head.tag, arc.sets[2], word.tag]);
        self.put(base + 7, &[head.both, arc.sets[2]]);
        self.put(base + 8, &[head.tag, arc.sibling.relation, arc.sibling.tag, word.tag]);
        self.put(base + 9, &[head.both, arc.sibling.relation, word.tag]);
        self.put(base + 10, &[word.tag, head.tag, arc.word_right.tag, arc.word_right.relation]);
        self.put(base + 11, &[head.fine, word.fine, arc.word_left.word]);
        self.put(base + 12, &[head.tag, arc.sets[3], word.tag]);
        self.put(base + 13, &[head.tag, arc.other.relation, arc.other.tag, word.tag]);
        self.put(base + 14, &[word.word, head.tag, arc.sibling.word]);
    }
}
