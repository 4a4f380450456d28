//! The articles in memory: names as numbers, so that a hundred thousand of them fit.

use super::Facts;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// The number of an entity, title, name or link.
pub(super) type Id = u32;
/// The position of an article in its [`Corpus`].
pub(super) type ArticleIndex = usize;

/// All articles, sorted by name.
#[derive(Debug, Default)]
pub(super) struct Corpus {
    words: Interner,
    /// The articles.
    pub(super) articles: Vec<Article>,
}

/// One article.
#[derive(Debug)]
pub(super) struct Article {
    pub(super) name: SmolStr,
    /// As days from 1970-01-01.
    pub(super) published: Option<i32>,
    pub(super) people: Box<[Reading]>,
    /// Its organizations, places, named events and works.
    pub(super) others: Box<[Id]>,
    pub(super) countries: Box<[Id]>,
    pub(super) roles: Box<[Role]>,
    pub(super) events: Box<[Event]>,
    pub(super) figures: Box<[Figure]>,
    pub(super) quotes: Box<[Quote]>,
}

/// A person as one article names them.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) person: Id,
    pub(super) names: Box<[Id]>,
    pub(super) links: Box<[Id]>,
    pub(super) mention: Option<SmolStr>,
}

/// Where a claim stands, and how sure the reading is.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) claim: SmolStr,
    pub(super) evidence: SmolStr,
    pub(super) confidence: f32,
}

/// A role.
#[derive(Debug)]
pub(super) struct Role {
    pub(super) at: Place,
    pub(super) person: Id,
    pub(super) title: Id,
    pub(super) of: Option<Id>,
    pub(super) is_former: bool,
}

/// An event.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) at: Place,
    pub(super) class: Id,
    pub(super) modality: Id,
    pub(super) actors: Box<[Id]>,
    pub(super) place: Option<Id>,
    pub(super) days: Option<(i32, i32)>,
}

/// A number.
#[derive(Debug)]
pub(super) struct Figure {
    pub(super) at: Place,
    pub(super) event: Option<SmolStr>,
    pub(super) measure: Id,
    pub(super) value: f64,
    pub(super) qualifier: Option<Id>,
    pub(super) unit: Option<Id>,
}

/// Words in quotation marks.
#[derive(Debug)]
pub(super) struct Quote {
    pub(super) at: Place,
    pub(super) speaker: Id,
    pub(super) words: Id,
}

/// Names as numbers.
#[derive(Debug, Default)]
struct Interner {
    numbers: FxHashMap<SmolStr, Id>,
    words: Vec<SmolStr>,
}

impl Interner {
    fn number(&mut self, word: &str) -> Id {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let number = Id::try_from(self.words.len()).unwrap_or(Id::MAX);
        self.numbers.insert(word.into(), number);
        self.words.push(word.into());
        number
    }
}

impl Corpus {
    /// Takes in the articles one by one.
    pub(super) fn new(articles: impl IntoIterator<Item = Facts>) -> Self {
        let mut corpus = Self::default();
        for facts in articles {
            let article = corpus.article(facts);
            corpus.articles.push(article);
        }
        corpus.articles.sort_by(|a, b| a.name.cmp(&b.name));
        corpus.articles.dedup_by(|a, b| a.name == b.name);
        corpus
    }

    /// What a number stands for.
    pub(super) fn word(&self, id: Id) -> &str {
        self.words.words.get(id as usize).map_or("", SmolStr::as_str)
    }

    /// The number of a word; none if no article has it.
    pub(super) fn id(&self, word: &str) -> Option<Id> {
        self.words.numbers.get(word).copied()
    }

    /// Something in an article by its full name relative to the base.
    pub(super) fn locate(&self, article: ArticleIndex, fragment: &str) -> String {
        format!("{}#{fragment}", self.articles[article].name)
    }

    fn ids(&mut self, words: &[SmolStr]) -> Box<[Id]> {
        words.iter().map(|word| self.words.number(word)).collect()
    }

    fn article(&mut self, facts: Facts) -> Article {
        let people = facts.people.iter().map(|person| Reading {
            person: self.words.number(&person.person),
            names: self.ids(&person.names),
            links: self.ids(&person.links),
            mention: person.mention.clone(),
        });
        let people = people.collect();
        let roles = facts.roles.into_iter().map(|role| Role {
            person: self.words.number(&role.person),
            title: self.words.number(&role.title),
            of: role.of.map(|of| self.words.number(&of)),
            is_former: role.is_former,
            at: Place { claim: role.claim, evidence: role.evidence, confidence: role.confidence },
        });
        let roles = roles.collect();
        let events = facts.events.into_iter().map(|event| Event {
            class: self.words.number(&event.class),
            modality: self.words.number(&event.modality),
            actors: self.ids(&event.actors),
            place: event.place.map(|place| self.words.number(&place)),
            days: event.days,
            at: Place { claim: event.claim, evidence: event.evidence, confidence: event.confidence },
        });
        let events = events.collect();
        let figures = facts.figures.into_iter().map(|figure| Figure {
            event: figure.event,
            measure: self.words.number(&figure.measure),
            value: figure.value,
            qualifier: figure.qualifier.map(|qualifier| self.words.number(&qualifier)),
            unit: figure.unit.map(|unit| self.words.number(&unit)),
            at: Place { claim: figure.claim, evidence: figure.evidence, confidence: figure.confidence },
        });
        let figures = figures.collect();
        let quotes = facts.quotes.into_iter().map(|quote| Quote {
            speaker: self.words.number(&quote.speaker),
            words: self.words.number(&quote.words),
            at: Place { claim: quote.claim, evidence: quote.evidence, confidence: quote.confidence },
        });
        let quotes = quotes.collect();
        let (others, countries) = (self.ids(&facts.others), self.ids(&facts.countries));
        Article { name: facts.article, published: facts.published, people, others, countries, roles, events, figures, quotes }
    }
}
