//! What one article says that others may bear on: people, roles, events, figures, quotations, in the shortest form.
//!
//! Everything is named relative to the base of the instances: an entity is `person/ana-ruiz`, a claim of the article `role=12,27`.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// What one article says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The article.
    pub article: SmolStr,
    /// Its day of publication, as days from 1970-01-01.
    pub published: Option<i32>,
    /// The people it names.
    pub people: Vec<PersonFact>,
    /// Its other entities: organizations, places, named events, works.
    pub others: Vec<SmolStr>,
    /// The places among these that are countries.
    pub countries: Vec<SmolStr>,
    /// Who it says holds or held which role.
    pub roles: Vec<RoleFact>,
    /// What it says happens.
    pub events: Vec<EventFact>,
    /// The numbers it gives for these.
    pub figures: Vec<FigureFact>,
    /// Whose words it quotes.
    pub quotes: Vec<QuoteFact>,
}

/// A person as one article names them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonFact {
    /// The entity, as the article alone was read.
    pub person: SmolStr,
    /// All names that the article has for them.
    pub names: Vec<SmolStr>,
    /// Sure links into other data sets.
    pub links: Vec<SmolStr>,
    /// The first words that name them; none for one whom only the article's top names.
    pub mention: Option<SmolStr>,
}

/// A role that somebody holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoleFact {
    /// The claim.
    pub claim: SmolStr,
    /// Who holds it.
    pub person: SmolStr,
    /// The title, as in the IRI of the role: "foreign-minister".
    pub title: SmolStr,
    /// What it is of.
    pub of: Option<SmolStr>,
    /// True when the article tells of it as past.
    pub is_former: bool,
    /// How sure the reading is.
    pub confidence: f32,
    /// The words it was read from.
    pub evidence: SmolStr,
}

/// Something that happens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventFact {
    /// The claim.
    pub claim: SmolStr,
    /// Its class: "Meeting".
    pub class: SmolStr,
    /// Whether it happened: "actual", "planned".
    pub modality: SmolStr,
    /// Everyone who takes part.
    pub actors: Vec<SmolStr>,
    /// Where.
    pub place: Option<SmolStr>,
    /// First and last day it can be on, as days from 1970-01-01.
    pub days: Option<(i32, i32)>,
    /// How sure the reading is.
    pub confidence: f32,
    /// The words it was read from.
    pub evidence: SmolStr,
}

/// A number that is given for an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureFact {
    /// The claim.
    pub claim: SmolStr,
    /// The event.
    pub event: Option<SmolStr>,
    /// What it measures: "killed".
    pub measure: SmolStr,
    /// The number.
    pub value: f64,
    /// How it is hedged: "at least".
    pub qualifier: Option<SmolStr>,
    /// What is counted.
    pub unit: Option<SmolStr>,
    /// How sure the reading is.
    pub confidence: f32,
    /// The words it was read from.
    pub evidence: SmolStr,
}

/// Somebody's words in quotation marks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuoteFact {
    /// The claim.
    pub claim: SmolStr,
    /// Who is said to have said it.
    pub speaker: SmolStr,
    /// The words, folded.
    pub words: String,
    /// How sure the reading is.
    pub confidence: f32,
    /// The words it was read from.
    pub evidence: SmolStr,
}
