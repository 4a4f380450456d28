//! The quads of an article from which its facts are read, found by what they say, without the many that only say where words stand.

use super::{Store, StoreError};
use crate::graph::compare;
use crate::vocab::{dl, itsrdf, org, prov, rdf, rdfs, schema, sem, skos};
use oxigraph::model::{GraphNameRef, NamedNode, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, Term, TermRef};
use std::ops::Range;

/// The classes of what is compared, but for events and numbers, which are found otherwise.
const CLASSES: [NamedNodeRef<'static>; 8] = [
    schema::PERSON,
    schema::ORGANIZATION,
    schema::PLACE,
    dl::NAMED_EVENT,
    schema::CREATIVE_WORK,
    schema::COUNTRY,
    org::MEMBERSHIP,
    schema::QUOTATION,
];
/// What is read of whatever it is said of.
const PROPERTIES: [NamedNodeRef<'static>; 17] = [
    schema::DATE_PUBLISHED,
    dl::READ_AS,
    org::ROLE,
    org::MEMBER,
    org::ORGANIZATION,
    dl::ROLE_STATUS,
    dl::MODALITY,
    sem::HAS_ACTOR,
    sem::HAS_PLACE,
    sem::HAS_TIME_STAMP,
    sem::HAS_BEGIN_TIME_STAMP,
    sem::HAS_END_TIME_STAMP,
    schema::CREATOR,
    schema::TEXT,
    dl::QUOTE_KIND,
    dl::CONFIDENCE,
    dl::EVIDENCE,
];
/// What is read of people.
const NAMES: [NamedNodeRef<'static>; 3] = [rdfs::LABEL, skos::ALT_LABEL, skos::EXACT_MATCH];

impl Store {
    /// All quads of an article that [`crate::graph::facts`] looks at, in the order of [`crate::graph::compare`].
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn bearing(&self, article: &NamedNode) -> Result<Vec<Quad>, StoreError> {
        let mut sheaf = Sheaf { store: self, article, quads: Vec::new() };
        for class in CLASSES {
            sheaf.add(None, Some(rdf::TYPE), Some(class.into()))?;
        }
        sheaf.people()?;
        for property in PROPERTIES {
            let found = sheaf.add(None, Some(property), None)?;
            if property == dl::MODALITY {
                sheaf.also(found, Some(rdf::TYPE))?;
            } else if property == dl::QUOTE_KIND {
                sheaf.also(found, Some(prov::WAS_DERIVED_FROM))?;
            }
        }
        sheaf.numbers()?;
        let mut quads = sheaf.quads;
        quads.sort_unstable_by(compare);
        quads.dedup();
        Ok(quads)
    }
}

/// The quads gathered so far.
struct Sheaf<'s> {
    store: &'s Store,
    article: &'s NamedNode,
    quads: Vec<Quad>,
}

impl Sheaf<'_> {
    /// Gathers the quads of a pattern; gives where they stand.
    fn add(
        &mut self,
        subject: Option<NamedOrBlankNodeRef<'_>>,
        predicate: Option<NamedNodeRef<'_>>,
        object: Option<TermRef<'_>>,
    ) -> Result<Range<usize>, StoreError> {
        let (begin, graph) = (self.quads.len(), GraphNameRef::NamedNode(self.article.as_ref()));
        for quad in self.store.inner.quads_for_pattern(subject, predicate, object, Some(graph)) {
            self.quads.push(quad.map_err(|source| StoreError::storage(&self.store.path, source))?);
        }
        Ok(begin..self.quads.len())
    }

    /// Gathers what else is said of some subjects, by one property or any.
    fn also(&mut self, found: Range<usize>, property: Option<NamedNodeRef<'_>>) -> Result<(), StoreError> {
        for index in found {
            let subject = self.quads[index].subject.clone();
            self.add(Some(subject.as_ref()), property, None)?;
        }
        Ok(())
    }

    /// The names of people, and the phrases that name them.
    fn people(&mut self) -> Result<(), StoreError> {
        let is_person = |quad: &Quad| quad.predicate == rdf::TYPE && quad.object == Term::from(schema::PERSON.into_owned());
        let people: Vec<NamedOrBlankNode> = self.quads.iter().filter(|quad| is_person(quad)).map(|quad| quad.subject.clone()).collect();
        for person in &people {
            for property in NAMES {
                self.add(Some(person.as_ref()), Some(property), None)?;
            }
            let phrases = self.add(None, Some(itsrdf::TA_IDENT_REF), Some(person.as_ref().into()))?;
            self.also(phrases, Some(dl::MENTION_KIND))?;
        }
        Ok(())
    }

    /// All that is said of numbers: claims with a property of our own.
    fn numbers(&mut self) -> Result<(), StoreError> {
        let claims = self.add(None, Some(rdf::PREDICATE), None)?;
        let is_own = |quad: &Quad| matches!(&quad.object, Term::NamedNode(property) if property.as_str().starts_with(dl::NAMESPACE));
        let own: Vec<Quad> = self.quads.drain(claims).filter(is_own).collect();
        for claim in own {
            self.add(Some(claim.subject.as_ref()), None, None)?;
        }
        Ok(())
    }
}
