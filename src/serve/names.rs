//! The entities of the store in memory, with all names that the articles give them.

use crate::reconciliation::{Class, entities};
use crate::store::{Store, StoreError};
use crate::vocab::{rdfs, skos};
use oxigraph::model::{NamedNode, Term};
use std::collections::BTreeSet;

/// All classes, with their names in schema.org.
pub(super) const CLASSES: [(Class, &str); 5] = [
    (Class::Person, "Person"),
    (Class::Organization, "Organization"),
    (Class::Place, "Place"),
    (Class::Event, "Event"),
    (Class::Work, "CreativeWork"),
];

/// An entity.
#[derive(Debug, Clone)]
pub(super) struct Entity {
    /// Its IRI below the base: what a client knows it by.
    pub(super) id: String,
    pub(super) node: NamedNode,
    pub(super) class: &'static str,
    pub(super) name: String,
    /// All its names, the best first.
    pub(super) names: Vec<String>,
}

/// The entities, sorted by identifier.
#[derive(Debug, Clone)]
pub struct Names {
    pub(super) base: String,
    pub(super) entities: Vec<Entity>,
}

impl Names {
    /// Reads all entities of a store.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn read(store: &Store) -> Result<Self, StoreError> {
        let base = store.base()?;
        let mut found = Vec::new();
        for (class, word) in CLASSES {
            for named in entities(store, &BTreeSet::from([class]), true, &NamedNode::new_unchecked(&base))? {
                let mut others = BTreeSet::new();
                for property in [rdfs::LABEL, skos::ALT_LABEL] {
                    for term in store.said_of(&named.entity, property)? {
                        if let Term::Literal(literal) = term {
                            others.insert(literal.value().to_owned());
                        }
                    }
                }
                others.remove(&named.name);
                let id = named.entity.as_str().strip_prefix(&base).unwrap_or(named.entity.as_str()).to_owned();
                let names = std::iter::once(named.name.clone()).chain(others).collect();
                found.push(Entity { id, node: named.entity, class: word, name: named.name, names });
            }
        }
        found.sort_by(|a, b| a.id.cmp(&b.id));
        found.dedup_by(|a, b| a.id == b.id);
        Ok(Self { base, entities: found })
    }

    /// The entity with an identifier, or with an IRI.
    pub(super) fn entity(&self, id: &str) -> Option<&Entity> {
        let id = id.strip_prefix(&self.base).unwrap_or(id);
        self.entities.binary_search_by(|entity| entity.id.as_str().cmp(id)).ok().map(|place| &self.entities[place])
    }
}
