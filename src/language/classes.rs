//! Both tables that tell which words are used alike: [`Clusters`] of news and [`Kinds`] of a very large body of text.

use super::clusters::{Clusters, Ids};
use super::kinds::Kinds;
use super::linear::word_hash;

/// The classes of words that the tagger, the parser and the name finder generalize by.
#[derive(Debug, Clone)]
pub struct WordClasses {
    clusters: Clusters,
    kinds: Kinds,
}

impl WordClasses {
    /// Both tables together.
    #[must_use]
    pub fn new(clusters: Clusters, kinds: Kinds) -> Self {
        Self { clusters, kinds }
    }

    /// The clusters and the kinds of a word in its normal form: each one higher than in its table, all zero for an unknown word.
    #[must_use]
    pub fn of(&self, normal: &str) -> [Ids; 2] {
        let form = word_hash(normal);
        let bare = normal.strip_prefix('\'').filter(|rest| !rest.is_empty());
        let clusters = self.clusters.get(bare.map_or(form, word_hash));
        [clusters.map_or([0; 4], |ids| ids.map(|id| id + 1)), self.kinds.get(form)]
    }
}
