//! One article with names as numbers.

use super::{Fragment, Id};
use smol_str::SmolStr;

/// One article.
#[derive(Debug)]
pub(in crate::collate) struct Article {
    pub(in crate::collate) name: SmolStr,
    /// As days from 1970-01-01.
    pub(in crate::collate) published: Option<i32>,
    pub(in crate::collate) people: Box<[Reading]>,
    /// Its organizations, places, named events and works.
    pub(in crate::collate) others: Box<[Id]>,
    pub(in crate::collate) countries: Box<[Id]>,
    pub(in crate::collate) roles: Box<[Role]>,
    /// The events of classes that are compared.
    pub(in crate::collate) events: Box<[Event]>,
    pub(in crate::collate) figures: Box<[Figure]>,
    /// The quotations that are long enough to be compared.
    pub(in crate::collate) quotes: Box<[Quote]>,
}

/// A person as one article names them.
#[derive(Debug)]
pub(in crate::collate) struct Reading {
    pub(in crate::collate) person: Id,
    pub(in crate::collate) names: Box<[Id]>,
    pub(in crate::collate) links: Box<[Id]>,
    pub(in crate::collate) mention: Option<Fragment>,
}

/// Where a claim stands, and how sure the reading is.
#[derive(Debug)]
pub(in crate::collate) struct Place {
    pub(in crate::collate) claim: Fragment,
    pub(in crate::collate) evidence: Fragment,
    pub(in crate::collate) confidence: f32,
}

/// A role.
#[derive(Debug)]
pub(in crate::collate) struct Role {
    pub(in crate::collate) at: Place,
    pub(in crate::collate) person: Id,
    pub(in crate::collate) title: Id,
    pub(in crate::collate) of: Option<Id>,
    pub(in crate::collate) is_former: bool,
}

/// An event.
#[derive(Debug)]
pub(in crate::collate) struct Event {
    pub(in crate::collate) at: Place,
    pub(in crate::collate) class: Id,
    pub(in crate::collate) modality: Id,
    pub(in crate::collate) actors: Box<[Id]>,
    pub(in crate::collate) place: Option<Id>,
    pub(in crate::collate) days: Option<(i32, i32)>,
}

/// A number.
#[derive(Debug)]
pub(in crate::collate) struct Figure {
    pub(in crate::collate) at: Place,
    pub(in crate::collate) event: Option<Fragment>,
    pub(in crate::collate) measure: Id,
    pub(in crate::collate) value: f64,
    pub(in crate::collate) qualifier: Option<Id>,
    pub(in crate::collate) unit: Option<Id>,
}

/// Words in quotation marks.
#[derive(Debug)]
pub(in crate::collate) struct Quote {
    pub(in crate::collate) at: Place,
    pub(in crate::collate) speaker: Id,
    /// A digest of the words, which are not needed themselves.
    pub(in crate::collate) words: u128,
}
