//! What two states of a graph tell differently: fact by fact for people, quad by quad as an RDF patch.

mod fact;
mod patch;

pub use fact::Fact;
pub use patch::write_patch;

use oxigraph::model::Quad;
use std::collections::BTreeMap;

/// The facts that only one of two states tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Those that only the old one tells, sorted.
    pub removed: Vec<Fact>,
    /// Those that only the new one tells, sorted.
    pub added: Vec<Fact>,
}

/// Compares two states. A fact that is told in other words, or at another place of its article, is the same fact.
#[must_use]
pub fn facts(old: &[Quad], new: &[Quad]) -> Difference {
    let (old, new) = (counted(old), counted(new));
    Difference { removed: more(&old, &new), added: more(&new, &old) }
}

/// Each fact with its evidence, one entry for each time that it is told.
fn counted(quads: &[Quad]) -> BTreeMap<(String, String, String), Vec<Fact>> {
    let mut counted: BTreeMap<_, Vec<Fact>> = BTreeMap::new();
    for fact in fact::read(quads) {
        counted.entry((fact.source.clone(), fact.kind.clone(), fact.content.clone())).or_default().push(fact);
    }
    counted
}

/// The facts that one state tells and another does not, or not as often.
fn more<K: Ord>(of: &BTreeMap<K, Vec<Fact>>, than: &BTreeMap<K, Vec<Fact>>) -> Vec<Fact> {
    let told = |key: &K| than.get(key).map_or(0, Vec::len);
    of.iter().flat_map(|(key, facts)| facts.iter().skip(told(key)).cloned()).collect()
}
