//! Short forms and the full names they can stand for: surnames, parts of names, acronyms.

use super::cluster::ClusterIndex;
use super::form::Form;
use crate::authority::romanized;
use crate::extract::{EntityClass, MentionId};
use rustc_hash::FxHashMap;

/// The full names seen so far, by the short forms that can stand for them.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    short: FxHashMap<(EntityClass, String), Vec<ClusterIndex>>,
    acronyms: FxHashMap<String, Vec<ClusterIndex>>,
    positions: FxHashMap<ClusterIndex, Vec<MentionId>>,
}

/// Words that an acronym may leave out.
const SMALL: [&str; 10] = ["of", "the", "and", "for", "in", "on", "to", "de", "la", "des"];
const LONGEST_NAME: usize = 8;

impl Names {
    /// Notes a form as a name of a cluster.
    pub(super) fn add(&mut self, form: &Form, index: ClusterIndex) {
        let words: Vec<&str> = form.key.split(' ').collect();
        if words.len() <= LONGEST_NAME {
            for short in short_forms(form.class, &words) {
                push(self.short.entry((form.class, short)).or_default(), index);
            }
        }
        if form.class != EntityClass::Person && words.len() > 1 {
            for acronym in acronyms(&words) {
                push(self.acronyms.entry(acronym).or_default(), index);
            }
        }
        self.positions.entry(index).or_default().extend(&form.mentions);
    }

    /// The clusters that a form can be a short form of.
    pub(super) fn full_names(&self, form: &Form) -> Vec<ClusterIndex> {
        let capitals = form.name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        let key = if form.class == EntityClass::Person { romanized(&form.key) } else { form.key.clone() };
        let mut found = self.short.get(&(form.class, key)).cloned().unwrap_or_default();
        if found.is_empty() && capitals && form.words() == 1 && form.class != EntityClass::Person {
            found = self.acronyms.get(&form.key).cloned().unwrap_or_default();
        }
        if form.class != EntityClass::Person && found.len() > 1 { Vec::new() } else { found }
    }

    /// Which of several full names a short form means: the one it meant last, else the one named last before it, else the first named after it.
    pub(super) fn meant(&self, candidates: &[ClusterIndex], id: MentionId, last: &mut Option<ClusterIndex>) -> ClusterIndex {
        let nearest = |&index: &ClusterIndex| {
            let positions = self.positions.get(&index).map_or(&[][..], Vec::as_slice);
            let before = positions.iter().filter(|&&at| at < id).max();
            let after = positions.iter().filter(|&&at| at > id).min();
            (before.is_some(), before.copied(), after.map(|&at| std::cmp::Reverse(at)))
        };
        let meant = last.or_else(|| candidates.iter().copied().max_by_key(nearest)).unwrap_or_default();
        *last = Some(meant);
        meant
    }
}

fn push(list: &mut Vec<ClusterIndex>, index: ClusterIndex) {
    if !list.contains(&index) {
        list.push(index);
    }
}

/// The beginnings and endings of a name, and its first with its last word.
fn short_forms(class: EntityClass, words: &[&str]) -> Vec<String> {
    if !matches!(class, EntityClass::Person | EntityClass::Organization) {
        return Vec::new();
    }
    let key = |words: &[&str]| if class == EntityClass::Person { romanized(&words.join(" ")) } else { words.join(" ") };
    let cuts = 1..words.len();
    let mut forms: Vec<String> = cuts.flat_map(|cut| [&words[..cut], &words[cut..]]).map(key).collect();
    if class == EntityClass::Person && words.len() > 2 {
        forms.extend(words.iter().map(|word| key(&[word])));
    }
    forms.retain(|form| form.chars().count() > 1);
    forms.push(key(words));
    if let [first, _, .., last] = words {
        forms.push(key(&[first, last]));
    }
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// The initials of a name, with and without its small words.
fn acronyms(words: &[&str]) -> Vec<String> {
    let initials =
        |keep: &dyn Fn(&str) -> bool| words.iter().filter(|word| keep(word)).filter_map(|word| word.chars().next()).collect::<String>();
    let mut all = vec![initials(&|_| true), initials(&|word| !SMALL.contains(&word))];
    all.dedup();
    all.retain(|acronym| acronym.len() > 1);
    all
}
