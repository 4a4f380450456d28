//! The event reader with all that it goes by, loaded once.

use super::{EventLexicon, EventModel, Knowledge, Scene};
use crate::authority::Demonyms;
use crate::extract::dates::{DateLexicon, DateLexiconError};
use crate::extract::lexicon::LexiconError;
use crate::extract::{Claim, Event, Mentions, Quotation, Referent};
use crate::language::Document;
use crate::language::clusters::Clusters;
use crate::language::shipped::Shipped;

/// Lexicons, word clusters and model of the event reader.
#[derive(Debug, Clone)]
pub struct EventReader {
    events: EventLexicon,
    dates: DateLexicon,
    clusters: Clusters,
    model: EventModel,
}

impl EventReader {
    /// What is compiled into the program.
    ///
    /// # Errors
    /// If a lexicon is malformed or the model is not of this version, which a test excludes.
    pub fn embedded() -> Result<Self, LexiconError> {
        let unusable = |path: &str, message: String| LexiconError { path: path.to_owned(), line: 1, column: 1, message };
        let dates = DateLexicon::embedded().map_err(|error| match error {
            DateLexiconError::File(error) => error,
            DateLexiconError::Pattern(error) => unusable("ontology/lexicon/dates.toml", error.to_string()),
        })?;
        let clusters = Clusters::open(Shipped::CLUSTERS.bytes());
        Ok(Self {
            events: EventLexicon::embedded()?,
            dates,
            clusters: clusters.map_err(|error| unusable("models/clusters.dlm", error.to_string()))?,
            model: EventModel::embedded().map_err(|error| unusable("models/events.dlm", error.to_string()))?,
        })
    }

    /// The same with another model.
    #[must_use]
    pub fn with_model(self, model: EventModel) -> Self {
        Self { model, ..self }
    }

    /// The temporal expressions that the reader knows.
    #[must_use]
    pub fn dates(&self) -> &DateLexicon {
        &self.dates
    }

    /// Reads the events of a document.
    #[must_use]
    pub fn read(
        &self,
        document: &Document,
        mentions: &Mentions,
        quotations: &[Claim<Quotation<Referent>>],
        demonyms: &Demonyms,
    ) -> Vec<Claim<Event<Referent>>> {
        super::extract(&self.scene(document, mentions, quotations, demonyms), &self.model)
    }

    /// What the model sees of a document.
    #[must_use]
    pub fn scene<'a>(
        &'a self,
        document: &'a Document<'a>,
        mentions: &'a Mentions,
        quotations: &[Claim<Quotation<Referent>>],
        demonyms: &'a Demonyms,
    ) -> Scene<'a> {
        let knowledge = Knowledge { events: &self.events, dates: &self.dates, demonyms, clusters: &self.clusters };
        Scene::new(document, mentions, quotations, knowledge)
    }

    /// The classes of events and their words.
    #[must_use]
    pub fn lexicon(&self) -> &EventLexicon {
        &self.events
    }
}
