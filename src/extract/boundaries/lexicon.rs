//! The words that tell where names begin and end, read from `ontology/lexicon/names.toml`.

use crate::extract::lexicon::{Group, Lexicon, MarkedText};
use serde::Deserialize;

/// The words that tell where names begin and end.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameLexicon {
    pub(super) bodies: WordGroup,
    pub(super) places: WordGroup,
    pub(super) facilities: WordGroup,
    pub(super) divisions: WordGroup,
    pub(super) possessors: WordGroup,
    pub(super) with_of: WordGroup,
    pub(super) officials: WordGroup,
    pub(super) numbered: WordGroup,
    pub(super) documents: WordGroup,
    pub(super) never_first: WordGroup,
    pub(super) inside: WordGroup,
}

/// Words of one kind, with the sentences that show what they do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordGroup {
    words: Vec<String>,
    examples: Vec<MarkedText>,
    counter_examples: Vec<MarkedText>,
}

impl WordGroup {
    /// True for a word of the group, in capitals or not, with a full stop or without.
    pub(crate) fn has(&self, word: &str) -> bool {
        let word = word.trim_end_matches('.');
        self.words.iter().any(|entry| entry.eq_ignore_ascii_case(word))
    }
}

impl NameLexicon {
    fn all(&self) -> [(&'static str, &WordGroup); 11] {
        [
            ("bodies", &self.bodies),
            ("places", &self.places),
            ("facilities", &self.facilities),
            ("divisions", &self.divisions),
            ("possessors", &self.possessors),
            ("with_of", &self.with_of),
            ("officials", &self.officials),
            ("numbered", &self.numbered),
            ("documents", &self.documents),
            ("never_first", &self.never_first),
            ("inside", &self.inside),
        ]
    }

    /// Nouns of bodies named in small letters.
    pub(crate) fn officials(&self) -> &WordGroup {
        &self.officials
    }

    /// Words that with a number after them name a law.
    pub(crate) fn numbered(&self) -> &WordGroup {
        &self.numbered
    }

    /// Words that alone name a document.
    pub(crate) fn documents(&self) -> &WordGroup {
        &self.documents
    }
}

impl Lexicon for NameLexicon {
    const PATH: &'static str = "ontology/lexicon/names.toml";
    const EMBEDDED: &'static str = include_str!("../../../ontology/lexicon/names.toml");

    fn groups(&self) -> Vec<Group<'_>> {
        self.all()
            .into_iter()
            .map(|(name, words)| Group { name, examples: &words.examples, counter_examples: &words.counter_examples })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{EntityClass, Lexicons, MentionKind, extract};
    use crate::language::Language;
    use crate::source::read_text;

    /// The names in a sentence, with the mark of their class.
    fn read(language: &Language, lexicons: &Lexicons, example: &MarkedText) -> Vec<(&'static str, String)> {
        let article = read_text("example.txt", example.text.clone());
        let document = language.analyse(&article);
        let (mentions, _) = extract(&document, lexicons);
        let names = mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name);
        names.map(|(_, mention)| (label(mention.class), mention.span.of(&article.text).to_owned())).collect()
    }

    fn label(class: EntityClass) -> &'static str {
        match class {
            EntityClass::Person => "person",
            EntityClass::Organization => "organization",
            EntityClass::Place => "place",
            EntityClass::NamedEvent => "event",
            EntityClass::Work => "work",
        }
    }

    #[test]
    fn every_group_finds_its_examples_and_no_counter_example() {
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        let mut wrong = Vec::new();
        for group in NameLexicon::embedded().expect("a lexicon").groups() {
            assert!(!group.examples.is_empty() && !group.counter_examples.is_empty(), "{} has no sentences", group.name);
            for example in group.examples.iter().chain(group.counter_examples) {
                let wanted: Vec<(&str, String)> =
                    example.marks.iter().map(|mark| (mark.label.as_str(), mark.span.of(&example.text).to_owned())).collect();
                let found = read(&language, &lexicons, example);
                if found != wanted {
                    wrong.push(format!("{}: {found:?} instead of {wanted:?}", group.name));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
