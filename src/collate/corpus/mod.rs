//! The articles in memory: names as numbers, places in the text as offsets, so that a hundred thousand of them fit.

mod article;
mod fragment;
mod intake;
mod interner;

pub(super) use article::{Article, Event, Figure, Place, Quote, Role};
pub(super) use fragment::Fragment;

use super::{Facts, Rules};
use interner::Interner;

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

impl Corpus {
    /// Takes in the articles one by one, and of each only what the rules compare.
    pub(super) fn new(articles: impl IntoIterator<Item = Facts>, rules: &Rules) -> Self {
        let mut corpus = Self::default();
        for facts in articles {
            let article = corpus.words.article(facts, rules);
            corpus.articles.push(article);
        }
        corpus.articles.sort_by(|a, b| a.name.cmp(&b.name));
        corpus.articles.dedup_by(|a, b| a.name == b.name);
        corpus
    }

    /// What a number stands for.
    pub(super) fn word(&self, id: Id) -> &str {
        self.words.word(id)
    }

    /// The number of a word; none if no article has it.
    pub(super) fn id(&self, word: &str) -> Option<Id> {
        self.words.known(word)
    }

    /// Something in an article by its full name relative to the base.
    pub(super) fn locate(&self, article: ArticleIndex, fragment: Fragment) -> String {
        format!("{}#{}", self.articles[article].name, self.words.fragment_words(fragment))
    }
}
