//! The labels that the name model gives to tokens: begin, inside, end, single of each class, or outside (BIOES).

use crate::language::NameClass;
use std::ops::Range;

/// How many labels there are.
pub const COUNT: usize = 17;
/// The label of a token that is in no name.
pub const OUTSIDE: usize = 0;
/// The classes, in the order of their labels.
pub const CLASSES: [NameClass; 4] = [NameClass::Person, NameClass::Organization, NameClass::Place, NameClass::Other];

/// Where in its name a token stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// First of several.
    Begin,
    /// Neither first nor last.
    Inside,
    /// Last of several.
    End,
    /// The only one.
    Single,
}

/// The label of a position in a name of a class, given by its number in [`CLASSES`].
#[must_use]
pub fn label(class: usize, position: Position) -> usize {
    1 + 4 * class + position as usize
}

/// The number of a label's class in [`CLASSES`]; none for [`OUTSIDE`].
#[must_use]
pub fn class(label: usize) -> Option<usize> {
    (label != OUTSIDE).then(|| (label - 1) / 4)
}

/// The position of a label; none for [`OUTSIDE`].
#[must_use]
pub fn position(label: usize) -> Option<Position> {
    (label != OUTSIDE).then(|| [Position::Begin, Position::Inside, Position::End, Position::Single][(label - 1) % 4])
}

/// True when a name goes on after this label.
#[must_use]
pub fn opens(label: usize) -> bool {
    matches!(position(label), Some(Position::Begin | Position::Inside))
}

/// True when a name goes on before this label.
#[must_use]
pub fn continues(label: usize) -> bool {
    matches!(position(label), Some(Position::Inside | Position::End))
}

/// Whether one label may follow another.
#[must_use]
pub fn may_follow(before: usize, after: usize) -> bool {
    if opens(before) { continues(after) && class(before) == class(after) } else { !continues(after) }
}

/// The labels of a sentence's tokens, from its names: each a range of tokens and the number of a class.
#[must_use]
pub fn from_names(names: &[(Range<usize>, usize)], tokens: usize) -> Vec<usize> {
    let mut labels = vec![OUTSIDE; tokens];
    for (range, class) in names {
        for token in range.clone() {
            let position = match (token == range.start, token + 1 == range.end) {
                (true, true) => Position::Single,
                (true, false) => Position::Begin,
                (false, true) => Position::End,
                (false, false) => Position::Inside,
            };
            labels[token] = label(*class, position);
        }
    }
    labels
}

/// The names that labels spell out; the labels follow each other as [`may_follow`] allows.
#[must_use]
pub fn to_names(labels: &[usize]) -> Vec<(Range<usize>, usize)> {
    let mut names = Vec::new();
    let mut start = 0;
    for (token, &label) in labels.iter().enumerate() {
        let Some(class) = class(label) else { continue };
        if !continues(label) {
            start = token;
        }
        if !opens(label) {
            names.push((start..token + 1, class));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_survive_as_labels() {
        let names = vec![(0..1, 2), (1..3, 0), (4..7, 3)];
        let labels = from_names(&names, 8);
        assert!(labels.windows(2).all(|pair| may_follow(pair[0], pair[1])));
        assert_eq!(to_names(&labels), names);
    }

    #[test]
    fn an_open_name_must_go_on() {
        let begin = label(0, Position::Begin);
        assert!(!may_follow(begin, OUTSIDE) && !may_follow(begin, label(1, Position::End)));
        assert!(!may_follow(OUTSIDE, label(0, Position::Inside)));
    }
}
