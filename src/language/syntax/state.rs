//! The state of the arc-hybrid transition system (Kuhlmann et al. 2011), with the root behind the last word.

use crate::language::Relation;

/// A word's number in its sentence; the root's is the number of words.
pub type Position = usize;

/// A step of the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Puts the next word on the stack.
    Shift,
    /// Attaches the top of the stack to the next word, and takes it off.
    Left(Relation),
    /// Attaches the top of the stack to the one below, and takes it off.
    Right(Relation),
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
    pub fn allows(&self, action: Action) -> bool {
        let at_end = self.next == self.root();
        match action {
            Action::Shift => !at_end,
            Action::Left(Relation::Root) => at_end && self.stack.len() == 1,
            Action::Left(_) => !at_end && !self.stack.is_empty(),
            Action::Right(relation) => relation != Relation::Root && self.stack.len() >= 2,
        }
    }

    /// The step, if only one is possible.
    #[must_use]
    pub fn forced(&self) -> Option<Action> {
        match self.stack.len() {
            0 => Some(Action::Shift),
            1 if self.next == self.root() => Some(Action::Left(Relation::Root)),
            _ => None,
        }
    }

    /// Takes a step; does nothing if there is no word for it.
    pub fn step(&mut self, action: Action) {
        match action {
            Action::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Action::Left(relation) => {
                if let Some(word) = self.stack.pop() {
                    self.nodes[word].arc = Some((self.next, relation));
                    self.nodes[self.next].left.add(word, relation);
                }
            }
            Action::Right(relation) => {
                if let (Some(word), Some(&head)) = (self.stack.pop(), self.stack.last()) {
                    self.nodes[word].arc = Some((head, relation));
                    self.nodes[head].right.add(word, relation);
                }
            }
        }
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
            Action::Shift,
            Action::Left(Relation::Nsubj),
            Action::Shift,
            Action::Shift,
            Action::Right(Relation::OblUnmarked),
            Action::Left(Relation::Root),
        ];
        for step in steps {
            assert!(state.allows(step), "{step:?}");
            assert!(state.forced().is_none_or(|forced| forced == step), "{step:?}");
            state.step(step);
        }
        assert!(state.is_finished());
        let arcs: Vec<_> = state.arcs().collect();
        assert_eq!(arcs, [(Some(1), Relation::Nsubj), (None, Relation::Root), (Some(1), Relation::OblUnmarked)]);
    }

    #[test]
    fn there_is_but_one_root() {
        let mut state = State::new(2);
        state.step(Action::Shift);
        state.step(Action::Shift);
        assert!(!state.allows(Action::Left(Relation::Root)));
        assert!(!state.allows(Action::Shift));
        assert!(state.allows(Action::Right(Relation::Flat)));
    }
}
