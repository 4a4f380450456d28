//! Who is who across articles: bearers of one name apart where articles show two, and together under one name where spellings differ.

mod bearer;
mod context;
mod joined;
mod sets;
mod spelling;

pub(super) use context::{last, plain};

use super::corpus::{ArticleIndex, Corpus, Id};
use super::{Decision, Finding};
use bearer::{Bearer, bearers};
use context::{Companions, Context, readings};
use joined::Joined;
use rustc_hash::FxHashMap;
use spelling::{Short, Tie, ties};
use std::collections::{BTreeMap, BTreeSet};

/// The rule of what people decided.
const BY_HAND: &str = "identity/by-hand";

/// Whom each name means in each article.
#[derive(Debug, Default)]
pub(super) struct Identities {
    /// For an article and an entity as read: another name, relative to the base.
    pub(super) names: BTreeMap<(ArticleIndex, Id), String>,
    /// For an article and an entity as read: the number of the identity, where it is not the entity's own.
    pub(super) numbers: FxHashMap<(ArticleIndex, Id), usize>,
    /// The ledger: every merge and every parting.
    pub(super) ledger: Vec<Finding>,
}

impl Identities {
    /// The number of whom an article means by an entity; the same for all names of one.
    pub(super) fn number(&self, article: ArticleIndex, entity: Id) -> u64 {
        self.numbers.get(&(article, entity)).map_or(u64::from(entity), |&set| (1 << 32) + set as u64)
    }
}

/// Works out whom the people of all articles are.
pub(super) fn identify(corpus: &Corpus, decisions: &[Decision]) -> Identities {
    let companions = Companions::new(corpus);
    let mut all = all_bearers(corpus, &companions, decisions);
    all.extend(decided(corpus, decisions, &all));
    let mut ties = ties(&all, corpus);
    ties.extend(by_surname(&mut all, corpus, &companions));
    ties.extend(by_hand(&all, decisions));
    let joined = Joined::new(&all, ties, decisions, corpus);
    joined.identities(&all, corpus)
}

/// The bearers of all names, in the order of the names.
fn all_bearers(corpus: &Corpus, companions: &Companions, decisions: &[Decision]) -> Vec<Bearer> {
    let readings = readings(corpus);
    let mut people: Vec<(&str, Id)> = readings.keys().map(|&person| (corpus.word(person), person)).collect();
    people.sort_unstable();
    people.into_iter().flat_map(|(_, person)| bearers(person, &readings[&person], corpus, companions, decisions)).collect()
}

/// The organizations, places and other things that decisions name.
fn decided(corpus: &Corpus, decisions: &[Decision], known: &[Bearer]) -> Vec<Bearer> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for decision in decisions {
        if let Decision::Same(one, other) = decision {
            names.extend([one.as_str(), other.as_str()]);
        }
    }
    names.retain(|name| known.iter().all(|bearer| bearer.name != **name));
    let bearer = |name: &str| {
        let original = corpus.id(name)?;
        let articles = corpus.articles.iter().enumerate().filter(|(_, article)| article.others.contains(&original));
        let readings: Vec<_> = articles.map(|(index, _)| (index, None)).collect();
        let context = Context::default();
        (!readings.is_empty()).then(|| Bearer { original, name: name.to_owned(), readings, context, apart: None })
    };
    names.into_iter().filter_map(bearer).collect()
}

/// An article with the position among its people.
type Read = (ArticleIndex, Option<usize>);

/// Parts the readings of a surname alone by the bearer whom they mean, and ties them to that one.
fn by_surname(all: &mut Vec<Bearer>, corpus: &Corpus, companions: &Companions) -> Vec<Tie> {
    let mut meant: BTreeMap<(usize, usize), (Vec<Read>, String, f32)> = BTreeMap::new();
    let short = Short::new(all, corpus);
    for (index, bearer) in all.iter().enumerate().filter(|(_, bearer)| bearer.is_surname(corpus)) {
        let name = last(corpus.word(bearer.original));
        for &(article, position) in &bearer.readings {
            let Some((candidate, why, sure)) = position.and_then(|position| short.meant(&name, article, position, companions)) else {
                continue;
            };
            let group = meant.entry((index, candidate)).or_insert((Vec::new(), why, sure));
            group.0.push((article, position));
            group.2 = group.2.min(sure);
        }
    }
    let mut ties = Vec::new();
    for ((index, candidate), (readings, why, confidence)) in meant {
        let bearer = &mut all[index];
        bearer.readings.retain(|reading| !readings.contains(reading));
        let part = Bearer { readings, name: bearer.name.clone(), context: Context::default(), original: bearer.original, apart: None };
        ties.push(Tie {
            one: candidate,
            other: all.len(),
            confidence,
            rule: "identity/surname",
            reason: format!("a surname alone, {why}"),
        });
        all.push(part);
    }
    ties
}

/// Ties that people made.
fn by_hand(all: &[Bearer], decisions: &[Decision]) -> Vec<Tie> {
    let mut ties = Vec::new();
    for decision in decisions {
        let Decision::Same(one, other) = decision else { continue };
        for one in named(all, one) {
            for other in named(all, other) {
                ties.push(Tie { one, other, confidence: 1.0, rule: BY_HAND, reason: "decided by hand".to_owned() });
            }
        }
    }
    ties
}

fn named<'b>(all: &'b [Bearer], name: &'b str) -> impl Iterator<Item = usize> + 'b {
    all.iter().enumerate().filter(move |(_, bearer)| bearer.name == name).map(|(index, _)| index)
}
