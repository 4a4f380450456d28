//! A cluster: the mentions of one article that refer to the same thing.

use super::body::Body;
use super::record::record;
use crate::authority::{Authority, Record};
use crate::extract::EntityClass;

/// Position of a cluster in its [`Clusters`](super::clusters::Clusters).
pub(super) type ClusterIndex = usize;

/// Mentions that refer to one thing.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    /// What it is.
    pub(super) class: EntityClass,
    /// Its distinct names as written, with how often each stands; the first seen first.
    pub(super) names: Vec<(String, usize)>,
    /// The label of the country that it is, where the text names it by an adjective.
    pub(super) country: Option<String>,
    /// What it is and whose, if it is a body that several countries have.
    pub(super) body: Option<Body>,
}

impl Cluster {
    /// Notes that a name stands once more.
    pub(super) fn count(&mut self, name: &str) {
        match self.names.iter_mut().find(|(known, _)| known == name) {
            Some((_, count)) => *count += 1,
            None => self.names.push((name.to_owned(), 1)),
        }
    }

    /// The one row that it surely is.
    pub(super) fn record<'a>(&self, authority: &'a Authority) -> Option<&'a Record<'static>> {
        let mut names = self.names.iter().map(|(name, _)| name).chain(&self.country);
        names.find_map(|name| record(name, self.class, authority))
    }
}
