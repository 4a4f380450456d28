//! What the fourth stage hands on: the article's entities, with every mention and claim tied to one.

use super::RoleCheck;
use crate::extract::{Claims, EntityClass, Mention};
use crate::source::Article;
use smol_str::SmolStr;

/// Position of an entity in its [`Reading`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub usize);

/// A person, organization, place, named event or work, as one article names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub class: EntityClass,
    /// Closer classes, as local names in `schema.org`: "Country", "City", "`NewsMediaOrganization`".
    pub subclasses: Vec<SmolStr>,
    /// The part of its IRI after the class: "kirill-dmitriev". Same entity, same key, in every article.
    pub key: String,
    /// The best name that the article has for it.
    pub label: String,
    /// The other names in the article, sorted.
    pub aliases: Vec<String>,
    /// Links into external data sets, the likeliest first.
    pub links: Vec<Link>,
    /// Where the place is, as the authority knows it.
    pub position: Option<Position>,
}

/// A link into an external data set.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The IRI there.
    pub iri: String,
    /// Whether it is a sure link or a mere candidate.
    pub sure: bool,
    /// How likely it is, 0 to 1.
    pub confidence: f32,
    /// What tells for it, most telling first.
    pub reason: String,
}

/// The codes and coordinates of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// ISO 3166 code; empty if it has none.
    pub iso: String,
    /// Degrees north and east.
    pub coordinates: Option<(String, String)>,
}

/// Everything read from one article.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its entities, sorted by class and key.
    pub entities: Vec<Entity>,
    /// Mentions of entities, in text order.
    pub mentions: Vec<(Mention, EntityId)>,
    /// The authors and the publisher, as entities.
    pub authors: Vec<EntityId>,
    /// The publisher, as an entity.
    pub publisher: Option<EntityId>,
    /// What the article says of them.
    pub claims: Claims<EntityId>,
    /// What the register of offices says to its roles; nothing for an article without a day.
    pub checks: Vec<RoleCheck>,
}
