//! All lexicons of the extractors, read once.

use super::events::EventReader;
use super::lexicon::{Lexicon, LexiconError};
use super::quotations::CueLexicon;
use super::{Descriptions, NameLexicon, QuantityLexicon, RelationLexicon, Titles};
use crate::authority::Demonyms;

/// The words that the extractors go by.
#[derive(Debug, Clone)]
pub struct Lexicons {
    /// Where names begin and end.
    pub names: NameLexicon,
    /// Pronouns and the nouns of descriptions.
    pub descriptions: Descriptions,
    /// Words that report speech.
    pub cues: CueLexicon,
    /// The nouns that name a post, function or profession.
    pub titles: Titles,
    /// Nouns, verbs and joints that tie names together.
    pub relations: RelationLexicon,
    /// Numbers and what they count.
    pub quantities: QuantityLexicon,
    /// Adjectives of nationality.
    pub demonyms: Demonyms,
    /// What events and times are read by.
    pub events: EventReader,
}

impl Lexicons {
    /// The lexicons compiled into the program.
    ///
    /// # Errors
    /// If a lexicon is malformed; a test reads them all, so that a released program does not meet this.
    pub fn embedded() -> Result<Self, LexiconError> {
        let demonyms = Demonyms::embedded();
        let (descriptions, titles) = (Descriptions::embedded()?, Titles::embedded()?);
        let names = NameLexicon::embedded()?;
        let relations = RelationLexicon::embedded()?;
        let quantities = QuantityLexicon::embedded()?;
        let cues = CueLexicon::embedded()?;
        let events = EventReader::embedded()?;
        Ok(Self { names, descriptions, cues, titles, relations, quantities, demonyms, events })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_lexicons_can_be_read() {
        if let Err(error) = Lexicons::embedded() {
            panic!("{error}");
        }
    }
}
