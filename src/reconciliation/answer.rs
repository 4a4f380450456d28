//! A question to a service, and what it answers.

use serde::{Deserialize, Serialize};

/// What a service is asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Question {
    /// The name of an entity.
    pub name: String,
    /// The class of the entity, in the words of the service; none if any will do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// How many candidates are wanted.
    pub limit: usize,
}

/// One of those that the entity can be, according to a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Its identifier there.
    pub id: String,
    /// Its name there.
    pub name: String,
    /// Points, on the scale of the service.
    pub score: f64,
    /// True when the service takes it for the one.
    pub matched: bool,
    /// Its classes there, as far as the service tells them.
    pub classes: Vec<String>,
}

/// What a service answers to a question.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The candidates, in its order.
    pub candidates: Vec<Candidate>,
}
