//! Bearers of names joined to identities: the surest ties first, none against what is known, each identity under its best name.

use super::bearer::Bearer;
use super::context::Context;
use super::sets::Sets;
use super::spelling::Tie;
use super::{BY_HAND, Identities};
use crate::collate::corpus::{ArticleIndex, Corpus};
use crate::collate::{Decision, Finding, Predicate};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The bearers as far as ties join them.
pub(super) struct Joined {
    sets: Sets,
    /// For a bearer the surest tie that joined it.
    ties: BTreeMap<usize, Tie>,
}

/// What is known of a set of bearers, at its root.
#[derive(Clone)]
struct Known {
    context: Context,
    articles: BTreeSet<ArticleIndex>,
    names: BTreeSet<String>,
}

impl Joined {
    /// Follows the ties, the surest first, unless those joined conflict, stand in one article as two, or were parted by hand.
    pub(super) fn new(all: &[Bearer], mut ties: Vec<Tie>, decisions: &[Decision], corpus: &Corpus) -> Self {
        let parted: BTreeSet<(&str, &str)> = decisions
            .iter()
            .filter_map(|decision| {
                if let Decision::Different(one, other) = decision { Some([(one.as_str(), other.as_str()), (other, one)]) } else { None }
            })
            .flatten()
            .collect();
        let order = |tie: &Tie| (all[tie.one].name.clone(), all[tie.other].name.clone());
        ties.sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then_with(|| order(a).cmp(&order(b))).then(a.other.cmp(&b.other)));
        let mut joined = Self { sets: Sets::new(all.len()), ties: BTreeMap::new() };
        let mut known: FxHashMap<usize, Known> = FxHashMap::default();
        for tie in ties {
            let (one, other) = (joined.sets.root(tie.one), joined.sets.root(tie.other));
            if one == other {
                continue;
            }
            let hand = tie.rule == BY_HAND;
            let (first, second) = (of(&known, one, all, corpus), of(&known, other, all, corpus));
            let apart = first.names.iter().any(|name| second.names.iter().any(|other| parted.contains(&(name.as_str(), other.as_str()))));
            if apart || !hand && (first.context.conflicts(&second.context) || !first.articles.is_disjoint(&second.articles)) {
                continue;
            }
            let mut both = first;
            both.context.add(&second.context);
            both.articles.extend(second.articles);
            both.names.extend(second.names);
            joined.sets.join(one, other);
            known.insert(one.min(other), both);
            for end in [tie.one, tie.other] {
                joined.ties.entry(end).or_insert_with(|| tie.clone());
            }
        }
        joined
    }

    /// Gives every set its one name, and writes the ledger.
    pub(super) fn identities(mut self, all: &[Bearer], corpus: &Corpus) -> Identities {
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for index in (0..all.len()).filter(|&index| !all[index].readings.is_empty()) {
            sets.entry(self.sets.root(index)).or_default().push(index);
        }
        let mut identities = Identities::default();
        for (root, members) in sets {
            let Some(best) = members.iter().copied().min_by_key(|&index| all[index].rank(corpus)) else { continue };
            for &index in &members {
                let bearer = &all[index];
                if members.len() > 1 || bearer.apart.is_some() {
                    identities.numbers.extend(bearer.readings.iter().map(|&(article, _)| ((article, bearer.original), root)));
                }
                if all[best].name != corpus.word(bearer.original) {
                    self.name(bearer, index, &all[best].name, &mut identities, corpus);
                }
            }
        }
        identities
    }

    /// Gives a bearer the name of its identity, with a row in the ledger.
    fn name(&self, bearer: &Bearer, index: usize, name: &str, identities: &mut Identities, corpus: &Corpus) {
        for &(article, _) in &bearer.readings {
            identities.names.insert((article, bearer.original), name.to_owned());
        }
        let tie = self.ties.get(&index).map(|tie| (tie.reason.clone(), tie.rule, tie.confidence));
        let why = if bearer.name == name { bearer.apart.clone().or(tie) } else { tie.or_else(|| bearer.apart.clone()) };
        let Some((reason, rule, confidence)) = why else { return };
        let mention = |&(article, position): &(ArticleIndex, Option<usize>)| {
            let reading = position.and_then(|position| corpus.articles[article].people.get(position))?;
            Some(corpus.locate(article, reading.mention?))
        };
        let evidence = bearer.readings.iter().filter_map(mention).collect();
        let object = corpus.word(bearer.original).to_owned();
        identities.ledger.push(Finding {
            subject: name.to_owned(),
            predicate: Predicate::ReadAs,
            object,
            reason,
            rule,
            confidence,
            evidence,
        });
    }
}

/// What is known of a set.
fn of(known: &FxHashMap<usize, Known>, root: usize, all: &[Bearer], corpus: &Corpus) -> Known {
    known.get(&root).cloned().unwrap_or_else(|| Known {
        context: all[root].context.clone(),
        articles: all[root].readings.iter().map(|(article, _)| *article).collect(),
        names: [all[root].name.clone(), corpus.word(all[root].original).to_owned()].into_iter().collect(),
    })
}
