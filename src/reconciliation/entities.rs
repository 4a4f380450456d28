//! The entities of a store that can be looked up.

use crate::store::{Store, StoreError};
use crate::vocab::{dl, rdfs, schema, skos};
use oxigraph::model::{NamedNode, NamedNodeRef, Term};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// People.
    Person,
    /// Organizations.
    Organization,
    /// Places.
    Place,
    /// Events with a name of their own.
    Event,
    /// Documents, plans, laws.
    Work,
}

/// An entity with its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// Its IRI.
    pub entity: NamedNode,
    /// What it is.
    pub class: Class,
    /// The name that most articles give it, of equals the longest.
    pub name: String,
}

impl Class {
    /// The class in the graph.
    #[must_use]
    pub fn node(self) -> NamedNodeRef<'static> {
        match self {
            Self::Person => schema::PERSON,
            Self::Organization => schema::ORGANIZATION,
            Self::Place => schema::PLACE,
            Self::Event => dl::NAMED_EVENT,
            Self::Work => schema::CREATIVE_WORK,
        }
    }
}

/// The entities of some classes, sorted; without those that are surely linked already, unless `all` are wanted.
///
/// # Errors
/// If the store cannot be read.
pub fn entities(store: &Store, classes: &BTreeSet<Class>, all: bool, own: &NamedNode) -> Result<Vec<Named>, StoreError> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for &class in classes {
        for entity in store.instances(class.node())? {
            if !seen.insert(entity.clone()) || !all && is_linked(store, &entity, own)? {
                continue;
            }
            if let Some(name) = name(store, &entity)? {
                found.push(Named { entity, class, name });
            }
        }
    }
    found.sort();
    Ok(found)
}

/// True for what an article's own reading surely links; what a service said before, in the graph `own`, may be asked again.
fn is_linked(store: &Store, entity: &NamedNode, own: &NamedNode) -> Result<bool, StoreError> {
    let links = store.quads_of(entity, skos::EXACT_MATCH)?;
    Ok(links.iter().any(|quad| quad.graph_name != own.clone().into()))
}

fn name(store: &Store, entity: &NamedNode) -> Result<Option<String>, StoreError> {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for label in store.said_of(entity, rdfs::LABEL)? {
        if let Term::Literal(label) = label {
            *names.entry(label.value().to_owned()).or_default() += 1;
        }
    }
    Ok(names.into_iter().max_by_key(|(name, count)| (*count, name.len(), Reverse(name.clone()))).map(|(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_sure_links_of_articles_make_a_question_needless() {
        let store = Store::in_memory().expect("memory");
        let data = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            <x:1> { <x:a> a <http://schema.org/Person> ; rdfs:label \"Ana\" . <x:b> a <http://schema.org/Person> ; rdfs:label \"Bo\" ; skos:exactMatch <x:q> }
            <x:2> { <x:a> a <http://schema.org/Person> ; rdfs:label \"Ana Ruiz\" . <x:c> a <http://schema.org/Place> ; rdfs:label \"C\" }
            <x:3> { <x:a> a <http://schema.org/Person> ; rdfs:label \"Ana Ruiz\" }
            <x:links> { <x:a> skos:exactMatch <x:r> }";
        store.oxigraph().load_from_slice(oxigraph::io::RdfFormat::TriG, data).expect("TriG");
        let own = NamedNode::new_unchecked("x:links");
        let names = |classes: &[Class], all| -> Vec<String> {
            let found = entities(&store, &classes.iter().copied().collect(), all, &own).expect("readable");
            found.into_iter().map(|named| named.name).collect()
        };
        assert_eq!(names(&[Class::Person], false), ["Ana Ruiz"]);
        assert_eq!(names(&[Class::Person, Class::Place], true), ["Ana Ruiz", "Bo", "C"]);
    }
}
