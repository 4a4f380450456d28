//! The bearers of a name: all articles that mean one person by it, and where they show two, each apart.

use super::BY_HAND;
use super::context::{Companions, Context, described, last};
use super::sets::Sets;
use crate::authority::fold;
use crate::collate::Decision;
use crate::collate::corpus::{ArticleIndex, Corpus, Id};
use crate::collate::decision::second;
use std::collections::BTreeMap;

/// Somebody whom some articles mean by a name.
#[derive(Debug, Clone)]
pub(super) struct Bearer {
    /// What those articles alone were read as.
    pub(super) original: Id,
    /// Its own name relative to the base: that of the original, or for a second bearer one of its own.
    pub(super) name: String,
    /// The articles, with the position among their people (none for what is no person); in order.
    pub(super) readings: Vec<(ArticleIndex, Option<usize>)>,
    /// What the articles tell.
    pub(super) context: Context,
    /// Why it is apart from the first bearer of the name, and how surely.
    pub(super) apart: Option<(String, &'static str, f32)>,
}

/// The rule that parts the bearers of a name.
const HOMONYM: &str = "identity/homonym";

/// All bearers of the name of one person, the first the one with the plain name.
pub(super) fn bearers(
    original: Id,
    readings: &[(ArticleIndex, usize)],
    corpus: &Corpus,
    companions: &Companions,
    decisions: &[Decision],
) -> Vec<Bearer> {
    let name = corpus.word(original);
    let context = |&(article, position): &(ArticleIndex, usize)| Context::of(&corpus.articles[article], position, companions);
    let mut rest: Vec<((ArticleIndex, usize), Context)> = readings.iter().map(|reading| (*reading, context(reading))).collect();
    let mut apart = Vec::new();
    for decision in decisions {
        let Decision::Apart { entity, articles } = decision else { continue };
        if entity == name {
            let (theirs, others) =
                rest.into_iter().partition(|((article, _), _)| articles.contains(corpus.articles[*article].name.as_str()));
            rest = others;
            let own = decision.second().unwrap_or_default();
            apart.push(bearer(original, own, &theirs, Some(("decided by hand".to_owned(), BY_HAND, 1.0))));
        }
    }
    let mut bearers: Vec<Bearer> = Vec::new();
    for group in groups(rest) {
        bearers.push(bearer(original, name.to_owned(), &group, None));
    }
    for position in 1..bearers.len() {
        let reason = format!("{}, not {}", described(&bearers[position].context, corpus), described(&bearers[0].context, corpus));
        let first = bearers[position].readings.first().map(|&(article, _)| corpus.articles[article].name.as_str()).unwrap_or_default();
        bearers[position].name = second(name, first);
        bearers[position].apart = Some((reason, HOMONYM, 0.7));
    }
    bearers.extend(apart);
    bearers.retain(|bearer| !bearer.readings.is_empty());
    bearers
}

fn bearer(original: Id, name: String, told: &[((ArticleIndex, usize), Context)], apart: Option<(String, &'static str, f32)>) -> Bearer {
    let mut context = Context::default();
    for (_, told) in told {
        context.add(told);
    }
    // By reference: what is made of a vector in its place keeps its room, of which this needs a seventh.
    let readings = told.iter().map(|((article, position), _)| (*article, Some(*position))).collect();
    Bearer { original, name, readings, context, apart }
}

/// Readings in order, each with what its article tells.
type Told = Vec<((ArticleIndex, usize), Context)>;

/// The readings that can be of one person. Those that share a post, a body, a companion or a link belong together; groups of these
/// stay one unless they conflict; what tells nothing goes with the first.
fn groups(readings: Told) -> Vec<Told> {
    let mut linked: Vec<(Context, Told)> = Vec::new();
    let mut first_with: BTreeMap<(u8, Id, Id), usize> = BTreeMap::new();
    let mut sets = Sets::new(readings.len());
    for (index, (_, context)) in readings.iter().enumerate() {
        for key in keys(context) {
            sets.join(index, *first_with.entry(key).or_insert(index));
        }
    }
    let mut by_root: BTreeMap<usize, (Context, Told)> = BTreeMap::new();
    for (index, reading) in readings.into_iter().enumerate() {
        let group = by_root.entry(sets.root(index)).or_default();
        group.0.add(&reading.1);
        group.1.push(reading);
    }
    for (context, told) in by_root.into_values() {
        match linked.iter_mut().find(|(known, _)| !known.conflicts(&context)) {
            Some((known, all)) => {
                known.add(&context);
                all.extend(told);
            }
            None => linked.push((context, told)),
        }
    }
    let mut groups: Vec<Told> = linked.into_iter().map(|(_, told)| told).collect();
    for told in &mut groups {
        told.sort_by_key(|(reading, _)| *reading);
    }
    groups.sort_by_key(|told| told.first().map(|(reading, _)| *reading));
    groups
}

/// What two readings have in common when they are surely of one person. Titles alone do not tell, nor do countries.
fn keys(context: &Context) -> impl Iterator<Item = (u8, Id, Id)> {
    let bodies = context.bodies.difference(&context.countries).map(|&body| (0, body, 0));
    let companions = context.companions.iter().map(|&companion| (1, companion, 0));
    let posts = context.posts.iter().map(|&(title, of)| (2, title, of));
    bodies.chain(companions).chain(posts).chain(context.links.iter().map(|&link| (3, link, 0)))
}

impl Bearer {
    /// The words of each of its names, folded; those of the entity's name first.
    pub(super) fn names(&self, corpus: &Corpus) -> Vec<Vec<String>> {
        let own = last(corpus.word(self.original));
        let mut names = vec![own.split(' ').map(str::to_owned).collect::<Vec<_>>()];
        for &(article, position) in &self.readings {
            let Some(reading) = position.and_then(|position| corpus.articles[article].people.get(position)) else { continue };
            for &name in &reading.names {
                let words: Vec<String> = fold(corpus.word(name)).split(' ').map(str::to_owned).collect();
                if !names.contains(&words) {
                    names.push(words);
                }
            }
        }
        names
    }

    /// True for a surname alone that no other data set knows.
    pub(super) fn is_surname(&self, corpus: &Corpus) -> bool {
        self.context.links.is_empty()
            && self.readings.iter().all(|(_, position)| position.is_some())
            && is_one_word(corpus.word(self.original))
    }

    /// The less, the better its name serves for all: one that others link to, plain, whole, the first in the alphabet.
    pub(super) fn rank(&self, corpus: &Corpus) -> (bool, bool, bool, String) {
        let name = last(corpus.word(self.original));
        let is_short = is_one_word(&name) || name.split(' ').any(|word| word.chars().count() == 1);
        (self.context.links.is_empty(), self.name.contains('~'), is_short, self.name.clone())
    }
}

fn is_one_word(entity: &str) -> bool {
    !last(entity).contains(' ')
}
