//! The state of the arc-hybrid transition system (Kuhlmann et al. 2011), with the root behind the last word.

use crate::language::Relation;

/// A word's number in its sentence; the root's is the number of words.
pub type Position = usize;

/// A step of the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Step {
    /// Puts the next word on the stack.
    Shift,
    /// Attaches the top of the stack to the next word, and takes it off.
    Left,
    /// Attaches the top of the stack to the one below, and takes it off.
    Right,
}

impl Step {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// How far a sentence is parsed.
#[derive(Debug, Clone, Default)]
pub struct State {
    stack: Vec<Position>,
    next: Position,
    nodes: Vec<Node>,
}

/// What is known of a word so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Node {
    /// Its head and the relation to it.
    pub arc: Option<(Position, Relation)>,
    /// Its dependents to the left.
    pub left: Side,
    /// Its dependents to the right.
    pub right: Side,
}

/// The dependents of a word on one side.
#[derive(Debug, Clone, Copy, Default)]
pub struct Side {
    /// The outermost.
    pub outer: Option<Position>,
    /// The one before it.
    pub inner: Option<Position>,
    /// How many.
    pub count: u8,
    /// Which relations: a bit each.
    pub relations: u64,
}

impl State {
    /// Before the first step on so many words.
    #[must_use]
    pub fn new(words: usize) -> Self {
        Self { stack: Vec::with_capacity(words), next: 0, nodes: vec![Node::default(); words + 1] }
    }

    /// True when every word has its head.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.next == self.root() && self.stack.is_empty()
    }

    /// The position of the root.
    #[must_use]
    pub fn root(&self) -> Position {
        self.nodes.len() - 1
    }

    /// The next word, or the root.
    #[must_use]
    pub fn next(&self) -> Position {
        self.next
    }

    /// A word on the stack, counted from the top.
    #[must_use]
    pub fn stacked(&self, depth: usize) -> Option<Position> {
        self.stack.len().checked_sub(depth + 1).map(|at| self.stack[at])
    }

    /// What is known of a word.
    #[must_use]
    pub fn node(&self, at: Position) -> &Node {
        &self.nodes[at]
    }

    /// True when the step is possible: every tree has one root, and the root's one dependent is attached last.
    #[must_use]
    pub fn allows(&self, step: Step) -> bool {
        let at_end = self.next == self.root();
        match step {
            Step::Shift => !at_end,
            Step::Left => {
                if at_end {
                    self.stack.len() == 1
                } else {
                    !self.stack.is_empty()
                }
            }
            Step::Right => self.stack.len() >= 2,
        }
    }

    /// True when several steps are possible.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.stack.is_empty() && (self.next != self.root() || self.stack.len() > 1)
    }

    /// Takes the only step that is possible: to shift on an empty stack, to attach the last word to the root.
    pub fn take_only(&mut self) {
        if self.stack.is_empty() {
            self.shift();
        } else {
            self.attach(self.root(), Relation::Root);
        }
    }

    /// Takes steps as long as only one is possible.
    pub fn settle(&mut self) {
        while !self.is_finished() && !self.is_open() {
            self.take_only();
        }
    }

    /// The dependent and the head that a step joins.
    #[must_use]
    pub fn arc(&self, step: Step) -> Option<(Position, Position)> {
        let head = match step {
            Step::Shift => None,
            Step::Left => Some(self.next),
            Step::Right => self.stacked(1),
        };
        self.stacked(0).zip(head)
    }

    /// Puts the next word on the stack; does nothing if there is none.
    pub fn shift(&mut self) {
        if self.next < self.root() {
            self.stack.push(self.next);
            self.next += 1;
        }
    }

    /// Takes the top of the stack off, as a dependent of `head`.
    pub fn attach(&mut self, head: Position, relation: Relation) {
        let Some(word) = self.stack.pop() else { return };
        self.nodes[word].arc = Some((head, relation));
        let side = if head > word { &mut self.nodes[head].left } else { &mut self.nodes[head].right };
        side.add(word, relation);
    }

    /// The heads and relations found: the root's dependent has none as its head.
    pub fn arcs(&self) -> impl Iterator<Item = (Option<Position>, Relation)> + '_ {
        let root = self.root();
        let arc = move |node: &Node| node.arc.map_or((None, Relation::Root), |(head, relation)| ((head != root).then_some(head), relation));
        self.nodes[..root].iter().map(arc)
    }
}

impl Side {
    /// Dependents come from the inside out.
    fn add(&mut self, word: Position, relation: Relation) {
        self.inner = self.outer;
        self.outer = Some(word);
        self.count = self.count.saturating_add(1);
        self.relations |= 1 << (relation as u8 % 64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_make_a_tree() {
        // "Troops left yesterday": left is the root.
        let mut state = State::new(3);
        let steps = [
            (Step::Shift, Relation::Dep, false),
            (Step::Left, Relation::Nsubj, true),
            (Step::Shift, Relation::Dep, false),
            (Step::Shift, Relation::Dep, true),
            (Step::Right, Relation::OblUnmarked, true),
            (Step::Left, Relation::Root, false),
        ];
        for (step, relation, open) in steps {
            assert!(state.allows(step), "{step:?}");
            assert_eq!(state.is_open(), open, "{step:?}");
            match state.arc(step) {
                Some((_, head)) => state.attach(head, relation),
                None => state.shift(),
            }
        }
        assert!(state.is_finished());
        let arcs: Vec<_> = state.arcs().collect();
        assert_eq!(arcs, [(Some(1), Relation::Nsubj), (None, Relation::Root), (Some(1), Relation::OblUnmarked)]);
    }

    #[test]
    fn there_is_but_one_root() {
        let mut state = State::new(2);
        state.shift();
        state.shift();
        assert!(!state.allows(Step::Left));
        assert!(!state.allows(Step::Shift));
        assert!(state.allows(Step::Right));
    }
}
