//! The kinds of steps that the parser decides between: shifting, and arcs by direction and family of relations.

use super::Step;
use crate::language::Relation;
use crate::language::rows::CLASSES;

/// Number of a kind of step.
pub type Kind = usize;

/// Putting the next word on the stack.
pub const SHIFT: Kind = 0;
/// The first kind of arc to the right; before it are those to the left.
const FIRST_RIGHT: Kind = 8;

/// The kind of an arc.
#[must_use]
pub fn kind(leftwards: bool, relation: Relation) -> Kind {
    if leftwards { left(relation) } else { right(relation) }
}

/// The step that a kind belongs to.
#[must_use]
pub fn step(kind: Kind) -> Step {
    match kind {
        SHIFT => Step::Shift,
        1..FIRST_RIGHT => Step::Left,
        _ => Step::Right,
    }
}

/// The kinds of a step.
#[must_use]
pub fn kinds(step: Step) -> std::ops::Range<Kind> {
    match step {
        Step::Shift => SHIFT..SHIFT + 1,
        Step::Left => SHIFT + 1..FIRST_RIGHT,
        Step::Right => FIRST_RIGHT..CLASSES,
    }
}

/// The relations that an arc of a kind can have.
#[must_use]
pub fn relations(kind: Kind) -> Vec<Relation> {
    let leftwards = step(kind) == Step::Left;
    let fits = |relation: &Relation| *relation != Relation::Root && self::kind(leftwards, *relation) == kind;
    Relation::ALL.iter().copied().filter(fits).collect()
}

/// A kind in words.
#[must_use]
pub fn describe(kind: Kind) -> &'static str {
    const NAMES: [&str; CLASSES] = [
        "shift",
        "left: subject",
        "left: determiner, possessor, number",
        "left: case, mark",
        "left: auxiliary, copula",
        "left: adjective, compound",
        "left: punctuation, conjunction",
        "left: other",
        "right: object, clause as object",
        "right: oblique, noun modifier",
        "right: conjunct",
        "right: punctuation",
        "right: part of a name or phrase, adverb",
        "right: other",
    ];
    NAMES.get(kind).copied().unwrap_or("")
}

fn left(relation: Relation) -> Kind {
    use Relation as R;
    match relation {
        R::Nsubj | R::NsubjPass | R::NsubjOuter | R::Csubj | R::CsubjPass | R::CsubjOuter | R::Expl => 1,
        R::Det | R::DetPredet | R::NmodPoss | R::Nummod => 2,
        R::Case | R::Mark => 3,
        R::Aux | R::AuxPass | R::Cop => 4,
        R::Amod | R::Compound | R::Flat => 5,
        R::Punct | R::Cc | R::CcPreconj | R::Discourse => 6,
        _ => 7,
    }
}

fn right(relation: Relation) -> Kind {
    use Relation as R;
    match relation {
        R::Obj | R::Iobj | R::Ccomp => 8,
        R::Obl | R::OblAgent | R::OblUnmarked | R::Nmod | R::NmodUnmarked | R::NmodDesc | R::NmodPoss => 9,
        R::Conj => 10,
        R::Punct => 11,
        R::Flat | R::Compound | R::CompoundPrt | R::Fixed | R::Goeswith | R::Appos | R::Nummod | R::Case | R::Advmod => 12,
        _ => 13,
    }
}
