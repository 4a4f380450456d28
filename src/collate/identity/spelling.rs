//! Which bearers of different names may be one person: by romanization, by middle names and initials, by a surname alone.

use super::bearer::Bearer;
use super::context::{Companions, Context};
use crate::authority::romanized;
use crate::collate::corpus::{ArticleIndex, Corpus};
use std::collections::BTreeMap;

/// A reason to take two bearers for one.
#[derive(Debug, Clone)]
pub(super) struct Tie {
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) confidence: f32,
    pub(super) rule: &'static str,
    pub(super) reason: String,
}

/// A full name, romanized word by word, and whose it is.
type Name = (Vec<String>, usize);

/// More bearers than these with one surname and initial cannot be told apart by an initial or middle name.
const MOST: usize = 48;

/// All ties between bearers of full names, in no order.
pub(super) fn ties(bearers: &[Bearer], corpus: &Corpus) -> Vec<Tie> {
    let mut ties = Vec::new();
    let mut exact: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut near: BTreeMap<(String, char), Vec<Name>> = BTreeMap::new();
    for (index, bearer) in bearers.iter().enumerate() {
        for name in bearer.names(corpus).into_iter().filter(|name| name.len() > 1) {
            exact.entry(romanized(&name.join(" "))).or_default().push(index);
            let words: Vec<String> = name.iter().map(|word| romanized(word)).collect();
            if let (Some(first), Some(last)) = (words.first().and_then(|word| word.chars().next()), words.last()) {
                near.entry((last.clone(), first)).or_default().push((words, index));
            }
        }
    }
    for (name, indices) in exact {
        let first = indices[0];
        for &other in indices.iter().skip(1).filter(|&&other| other != first && bearers[other].original != bearers[first].original) {
            let shared = bearers[first].context.shared(&bearers[other].context, corpus);
            let confidence = if shared.is_some() { 0.98 } else { 0.93 };
            let reason =
                format!("both spell {name:?} when romanized alike{}", shared.map(|(why, _)| format!(", {why}")).unwrap_or_default());
            ties.push(Tie { one: first, other, confidence, rule: "identity/romanization", reason });
        }
    }
    for names in near.into_values() {
        let mut indices: Vec<usize> = names.iter().map(|(_, index)| *index).collect();
        indices.sort_unstable();
        indices.dedup();
        if indices.len() > 1 && indices.len() <= MOST {
            ties.extend(partial(&names, bearers, corpus));
        }
    }
    ties
}

/// Ties between names of which one leaves out or shortens words of the other, where it fits one bearer alone.
fn partial(names: &[Name], bearers: &[Bearer], corpus: &Corpus) -> Vec<Tie> {
    let mut ties = Vec::new();
    for (short, one) in names {
        let mut fitting: Vec<(usize, &[String])> = names
            .iter()
            .filter(|(full, other)| other != one && shortens(short, full))
            .map(|(full, other)| (*other, full.as_slice()))
            .collect();
        fitting.sort_unstable();
        fitting.dedup_by_key(|(other, _)| *other);
        fitting.retain(|(other, _)| !bearers[*one].context.conflicts(&bearers[*other].context));
        let [(other, full)] = fitting[..] else { continue };
        let Some((why, more)) = bearers[*one].context.shared(&bearers[other].context, corpus) else { continue };
        let initial = short.iter().any(|word| word.chars().count() == 1) || short.len() == 2 && is_initials(&short[0]);
        let (rule, sure) = if initial { ("identity/initials", 0.75) } else { ("identity/middle-name", 0.8) };
        let reason = format!("{:?} is {:?} shortened, {why}", short.join(" "), full.join(" "));
        ties.push(Tie { one: *one, other, confidence: sure + more, rule, reason });
    }
    ties
}

/// True when a name is another with middle words left out or words cut to initials: "j smith" or "john smith" of "john paul smith".
fn shortens(short: &[String], full: &[String]) -> bool {
    let (Some((short_last, short_rest)), Some((full_last, full_rest))) = (short.split_last(), full.split_last()) else { return false };
    if short == full || short_last != full_last {
        return false;
    }
    if let [initials] = short_rest
        && is_initials(initials)
    {
        return initials.chars().eq(full_rest.iter().take(initials.chars().count()).filter_map(|word| word.chars().next()));
    }
    let abbreviates = |a: &String, b: &String| a == b || a.chars().count() == 1 && b.starts_with(a.as_str());
    let mut rest = full_rest.iter();
    let (Some(first), Some(full_first)) = (short_rest.first(), rest.next()) else { return false };
    abbreviates(first, full_first) && short_rest[1..].iter().all(|word| rest.any(|other| abbreviates(word, other)))
}

/// One letter, or several that make no syllable: "j", "jd".
fn is_initials(word: &str) -> bool {
    word.chars().count() == 1 || word.chars().count() <= 3 && !word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// A surname alone in one article, and the bearer of the full name whom it most likely means.
pub(super) struct Short<'a> {
    surnames: BTreeMap<String, Vec<usize>>,
    bearers: &'a [Bearer],
    corpus: &'a Corpus,
}

impl<'a> Short<'a> {
    pub(super) fn new(bearers: &'a [Bearer], corpus: &'a Corpus) -> Self {
        let mut surnames: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, bearer) in bearers.iter().enumerate() {
            for name in bearer.names(corpus).iter().filter(|name| name.len() > 1) {
                let indices = surnames.entry(name.last().map(|word| romanized(word)).unwrap_or_default()).or_default();
                if indices.last() != Some(&index) {
                    indices.push(index);
                }
            }
        }
        Self { surnames, bearers, corpus }
    }

    /// The one bearer whose context fits best, with why and how surely.
    pub(super) fn meant(
        &self,
        name: &str,
        article: ArticleIndex,
        position: usize,
        companions: &Companions,
    ) -> Option<(usize, String, f32)> {
        let candidates = self.surnames.get(&romanized(name))?;
        let context = Context::of(&self.corpus.articles[article], position, companions);
        let mut fitting: Vec<(f32, usize, String)> = Vec::new();
        for &candidate in candidates.iter().take(MOST) {
            let bearer = &self.bearers[candidate];
            let stands_there = bearer.readings.binary_search_by_key(&article, |(article, _)| *article).is_ok();
            if stands_there || context.conflicts(&bearer.context) {
                continue;
            }
            if let Some((why, more)) = context.shared(&bearer.context, self.corpus) {
                fitting.push((more, candidate, why));
            }
        }
        fitting.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let (most, candidate, why) = fitting.first()?.clone();
        let alone = fitting.get(1).is_none_or(|(next, ..)| *next < most);
        let only = if candidates.len() == 1 { 0.1 } else { 0.0 };
        alone.then_some((candidate, why, 0.65 + most + only))
    }
}
