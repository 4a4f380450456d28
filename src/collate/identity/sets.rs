//! Disjoint sets of positions (Tarjan 1975): what was joined has one root, the smallest of its positions.

/// A forest over `0..len`.
#[derive(Debug, Clone)]
pub(in crate::collate) struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    /// Each position in a set of its own.
    pub(in crate::collate) fn new(len: usize) -> Self {
        Self { parents: (0..len).collect() }
    }

    /// The root of a position's set.
    pub(in crate::collate) fn root(&mut self, mut position: usize) -> usize {
        while self.parents[position] != position {
            self.parents[position] = self.parents[self.parents[position]];
            position = self.parents[position];
        }
        position
    }

    /// Joins the sets of two positions.
    pub(in crate::collate) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.parents[one.max(other)] = one.min(other);
    }
}
