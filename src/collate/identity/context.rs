//! What articles tell of a person beside the name: roles, countries, and who is named with them.

use super::super::corpus::{Article, ArticleIndex, Corpus, Id};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// What is known of somebody, from one article or several.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// The titles of their roles.
    pub(super) titles: BTreeSet<Id>,
    /// Each title with what it is of.
    pub(super) posts: BTreeSet<(Id, Id)>,
    /// What their roles are of.
    pub(super) bodies: BTreeSet<Id>,
    /// Those of them that are countries.
    pub(super) countries: BTreeSet<Id>,
    /// The people named in the same articles, but for those whom many articles name.
    pub(super) companions: BTreeSet<Id>,
    /// Entries of other data sets that they are.
    pub(super) links: BTreeSet<Id>,
}

/// People who stand in more articles than this, or in more than one in so many, tell nothing of those named beside them.
const FEW: usize = 8;
const SHARE: usize = 200;

/// The people of a corpus who are named so seldom that it means something to be named with them.
pub(super) struct Companions {
    articles: FxHashMap<Id, usize>,
    most: usize,
}

impl Companions {
    pub(super) fn new(corpus: &Corpus) -> Self {
        let mut articles: FxHashMap<Id, usize> = FxHashMap::default();
        for reading in corpus.articles.iter().flat_map(|article| &article.people) {
            // Whom another data set knows, everybody is named with.
            *articles.entry(reading.person).or_default() += if reading.links.is_empty() { 1 } else { corpus.articles.len() };
        }
        Self { articles, most: FEW.max(corpus.articles.len() / SHARE) }
    }

    fn are_few(&self, person: Id) -> bool {
        self.articles.get(&person).is_some_and(|&articles| articles <= self.most)
    }
}

impl Context {
    /// What one article tells of one of its people.
    pub(super) fn of(article: &Article, reading: usize, companions: &Companions) -> Self {
        let Some(reading) = article.people.get(reading) else { return Self::default() };
        let mut context = Self { links: reading.links.iter().copied().collect(), ..Self::default() };
        for role in article.roles.iter().filter(|role| role.person == reading.person) {
            context.titles.insert(role.title);
            context.posts.extend(role.of.map(|of| (role.title, of)));
            context.bodies.extend(role.of);
            context.countries.extend(role.of.filter(|of| article.countries.contains(of)));
        }
        let others = article.people.iter().map(|other| other.person).filter(|&other| other != reading.person);
        context.companions = others.filter(|&other| companions.are_few(other)).collect();
        context
    }

    /// Takes in what is known from elsewhere.
    pub(super) fn add(&mut self, other: &Self) {
        self.titles.extend(&other.titles);
        self.posts.extend(&other.posts);
        self.bodies.extend(&other.bodies);
        self.countries.extend(&other.countries);
        self.companions.extend(&other.companions);
        self.links.extend(&other.links);
    }

    /// What two have in common, in words, and how much it tells; none if nothing.
    pub(super) fn shared(&self, other: &Self, corpus: &Corpus) -> Option<(String, f32)> {
        if let Some(&(title, of)) = self.posts.intersection(&other.posts).next() {
            return Some((format!("both {} of {}", title_words(corpus, title), last(corpus.word(of))), 0.15));
        }
        if let Some(&companion) = self.companions.intersection(&other.companions).next() {
            return Some((format!("both named with {}", last(corpus.word(companion))), 0.1));
        }
        if let Some(&title) = self.titles.intersection(&other.titles).next() {
            let apart = !self.countries.is_empty() && !other.countries.is_empty();
            return (!apart).then(|| (format!("both {}", title_words(corpus, title)), 0.05));
        }
        let mut bodies = self.bodies.intersection(&other.bodies);
        let body = bodies.find(|body| !self.countries.contains(body) && !other.countries.contains(body))?;
        Some((format!("both with a role of {}", last(corpus.word(*body))), 0.05))
    }

    /// True when they can hardly be one: entries of one data set that differ, or other titles in other countries, and nobody named with both.
    pub(super) fn conflicts(&self, other: &Self) -> bool {
        if !self.links.is_empty() && !other.links.is_empty() {
            return self.links.is_disjoint(&other.links);
        }
        let apart = |one: &BTreeSet<Id>, two: &BTreeSet<Id>| !one.is_empty() && !two.is_empty() && one.is_disjoint(two);
        apart(&self.countries, &other.countries)
            && apart(&self.titles, &other.titles)
            && self.bodies.is_disjoint(&other.bodies)
            && self.companions.is_disjoint(&other.companions)
    }
}

/// The titles of somebody in their countries, in words: "mayor of australia".
pub(super) fn described(context: &Context, corpus: &Corpus) -> String {
    let posts = context.posts.iter().map(|&(title, of)| format!("{} of {}", title_words(corpus, title), last(corpus.word(of))));
    posts.min().or_else(|| context.titles.iter().map(|&title| title_words(corpus, title)).min()).unwrap_or_default()
}

fn title_words(corpus: &Corpus, title: Id) -> String {
    corpus.word(title).replace('-', " ")
}

/// The name in an entity's IRI, as words, without what tells its bearers apart.
pub(in crate::collate) fn last(entity: &str) -> String {
    plain(entity).rsplit('/').next().unwrap_or(entity).replace('-', " ")
}

/// An entity without what tells the bearers of its name apart.
pub(in crate::collate) fn plain(entity: &str) -> &str {
    entity.split('~').next().unwrap_or(entity)
}

/// Where each person is named: article and position among its people, in order.
pub(super) fn readings(corpus: &Corpus) -> FxHashMap<Id, Vec<(ArticleIndex, usize)>> {
    let mut readings: FxHashMap<Id, Vec<(ArticleIndex, usize)>> = FxHashMap::default();
    for (index, article) in corpus.articles.iter().enumerate() {
        for (position, reading) in article.people.iter().enumerate() {
            readings.entry(reading.person).or_default().push((index, position));
        }
    }
    readings
}
