//! Short forms and the full names they can stand for: surnames, parts of names, acronyms.

use super::cluster::ClusterIndex;
use super::form::Form;
use crate::authority::{fold, romanized};
use crate::extract::{EntityClass, MentionId, NameLexicon};
use rustc_hash::FxHashMap;

/// The full names seen so far, by the short forms that can stand for them.
#[derive(Debug, Clone)]
pub(super) struct Names<'n> {
    lexicon: &'n NameLexicon,
    /// The mentions that a bracket says to be of one thing.
    pairs: FxHashMap<MentionId, MentionId>,
    /// The mentions that the text calls another name of what stands before.
    also: FxHashMap<MentionId, MentionId>,
    short: FxHashMap<(EntityClass, String), Vec<ClusterIndex>>,
    acronyms: FxHashMap<String, Vec<ClusterIndex>>,
    positions: FxHashMap<ClusterIndex, Vec<MentionId>>,
}

const LONGEST_NAME: usize = 8;

impl<'n> Names<'n> {
    /// No names yet, the pairs that brackets tell, and those of names that the text calls others of the same.
    pub(super) fn new(lexicon: &'n NameLexicon, pairs: FxHashMap<MentionId, MentionId>, also: FxHashMap<MentionId, MentionId>) -> Self {
        Self { lexicon, pairs, also, short: FxHashMap::default(), acronyms: FxHashMap::default(), positions: FxHashMap::default() }
    }

    /// The mention that a bracket says to be of the same thing.
    pub(super) fn beside(&self, id: MentionId) -> Option<MentionId> {
        self.pairs.get(&id).copied()
    }

    /// The mention whose other name this one is.
    pub(super) fn other_of(&self, id: MentionId) -> Option<MentionId> {
        self.also.get(&id).copied()
    }

    /// Notes a form as a name of a cluster.
    pub(super) fn add(&mut self, form: &Form, index: ClusterIndex) {
        self.shorten(form.class, &form.key, index);
        if form.body.is_some() {
            self.shorten(form.class, &fold(&form.name), index);
        }
        self.positions.entry(index).or_default().extend(&form.mentions);
    }

    fn shorten(&mut self, class: EntityClass, name: &str, index: ClusterIndex) {
        let words: Vec<&str> = name.split(' ').collect();
        if words.len() <= LONGEST_NAME {
            for short in short_forms(class, &words).into_iter().chain(self.places(class, &words)) {
                push(self.short.entry((class, short)).or_default(), index);
            }
        }
        if class != EntityClass::Person && words.len() > 1 {
            for acronym in acronyms(&words, self.lexicon) {
                push(self.acronyms.entry(acronym).or_default(), index);
            }
        }
    }

    /// A place without the noun of its kind or without the word before it: "Varna" for "Varna County", "Harbour Bridge" for "Varna Harbour Bridge".
    fn places(&self, class: EntityClass, words: &[&str]) -> Vec<String> {
        let Some((last, before)) = words.split_last().filter(|_| class == EntityClass::Place) else { return Vec::new() };
        let area = self.lexicon.is_area(last).then(|| before.join(" ")).filter(|name| !name.is_empty());
        let facility = words.get(1..).filter(|rest| rest.len() > 1 && self.lexicon.is_facility(last));
        area.into_iter().chain(facility.map(|rest| rest.join(" "))).collect()
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
fn acronyms(words: &[&str], lexicon: &NameLexicon) -> Vec<String> {
    let initials =
        |keep: &dyn Fn(&str) -> bool| words.iter().filter(|word| keep(word)).filter_map(|word| word.chars().next()).collect::<String>();
    let mut all = vec![initials(&|_| true), initials(&|word| !lexicon.left_out().has(word))];
    all.dedup();
    all.retain(|acronym| acronym.len() > 1);
    all
}
