//! Which entities a name may mean, with points from 0 to 100.

use super::names::{Entity, Names};
use crate::authority::{distance, fold, romanized};

/// Fewer points are none.
const LEAST: f64 = 50.0;

/// An entity that a name may mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit<'n> {
    pub(super) entity: &'n Entity,
    pub(super) score: f64,
    /// True for the one entity that bears the very name.
    pub(super) matched: bool,
}

impl Names {
    /// The entities that a name may mean, the best first; of one class if it is given.
    pub(super) fn search(&self, name: &str, class: Option<&str>, limit: usize) -> Vec<Hit<'_>> {
        let wanted = Forms::new(name);
        let of_class = self.entities.iter().filter(|entity| class.is_none_or(|class| entity.class == class));
        let hits = of_class.map(|entity| {
            let score = entity.names.iter().map(|known| points(&wanted, &Forms::new(known))).fold(0.0, f64::max);
            Hit { entity, score, matched: false }
        });
        let mut hits: Vec<Hit> = hits.filter(|hit| hit.score >= LEAST && !wanted.folded.is_empty()).collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.entity.id.cmp(&b.entity.id)));
        let whole = hits.iter().filter(|hit| hit.score >= 100.0).count();
        if let ([first, ..], 1) = (&mut hits[..], whole) {
            first.matched = true;
        }
        hits.truncate(limit);
        hits
    }

    /// The entities one of whose names begins so.
    pub(super) fn beginning(&self, prefix: &str, limit: usize) -> Vec<&Entity> {
        let prefix = fold(prefix);
        let begins = |entity: &&Entity| entity.names.iter().any(|name| fold(name).starts_with(&prefix));
        self.entities.iter().filter(begins).take(limit).collect()
    }
}

/// A name as it is compared.
struct Forms {
    folded: String,
    roman: String,
}

impl Forms {
    fn new(name: &str) -> Self {
        Self { folded: fold(name), roman: romanized(name) }
    }
}

/// How well two names agree: the same but for case and accents, in another romanization, a part of the other, nearly the same letters.
fn points(wanted: &Forms, known: &Forms) -> f64 {
    if wanted.folded == known.folded {
        return 100.0;
    }
    if wanted.roman == known.roman {
        return 95.0;
    }
    let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (words(&wanted.roman), words(&known.roman));
    let (few, many) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let shared = few.iter().filter(|word| many.contains(word)).count();
    let length = wanted.roman.chars().count().max(known.roman.chars().count());
    #[expect(clippy::cast_precision_loss, reason = "lengths of names")]
    let (part, near) = {
        let part = if shared == few.len() { 60.0 + 25.0 * few.len() as f64 / many.len() as f64 } else { 0.0 };
        let is_near = wanted.roman.chars().next() == known.roman.chars().next() && wanted.roman.len().abs_diff(known.roman.len()) <= 3;
        let near = if is_near { 90.0 * (1.0 - distance(&wanted.roman, &known.roman) as f64 / length.max(1) as f64) } else { 0.0 };
        (part, near)
    };
    f64::max(part, near)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(one: &str, other: &str) -> f64 {
        points(&Forms::new(one), &Forms::new(other))
    }

    #[test]
    fn nearer_names_have_more_points() {
        let order = [
            between("KIRILL DMITRIEV", "Kirill Dmitriev"),
            between("Kirill Dmitriyev", "Kirill Dmitriev"),
            between("Kirill Dmitrov", "Kirill Dmitriev"),
            between("Dmitriev", "Kirill Dmitriev"),
            between("Marco Rubio", "Kirill Dmitriev"),
        ];
        assert!(order.windows(2).all(|pair| pair[0] > pair[1]), "{order:?}");
        assert!(order[2] > LEAST && order[3] > LEAST && order[4] < LEAST, "{order:?}");
    }
}
