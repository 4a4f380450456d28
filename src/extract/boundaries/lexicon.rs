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
    pub(super) with_on: WordGroup,
    pub(super) officials: WordGroup,
    pub(super) numbered: WordGroup,
    pub(super) documents: WordGroup,
    pub(super) never_first: WordGroup,
    pub(super) inside: WordGroup,
    pub(super) left_out: WordGroup,
    pub(super) ministries: WordGroup,
    pub(super) fields: WordGroup,
    pub(super) sole: WordGroup,
    pub(super) shared: WordGroup,
    pub(super) vague_fields: WordGroup,
    pub(super) spellings: WordGroup,
    pub(super) any: WordGroup,
    pub(super) areas: WordGroup,
    pub(super) known: WordGroup,
    pub(super) platforms: WordGroup,
    pub(super) on_platforms: WordGroup,
    pub(super) of_posts: WordGroup,
    pub(super) also: WordGroup,
    pub(super) posts: WordGroup,
    pub(super) of_words: WordGroup,
    pub(super) on_words: WordGroup,
    pub(super) articles: WordGroup,
    pub(super) after_comma: WordGroup,
    pub(super) currencies: WordGroup,
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

    /// The first word of the entry that a word stands in.
    pub(crate) fn first(&self, word: &str) -> Option<&str> {
        let entry = self.words.iter().find(|entry| entry.split(' ').any(|known| known.eq_ignore_ascii_case(word)))?;
        entry.split(' ').next()
    }

    /// True for a word of the group as it is written there.
    pub(crate) fn has_exactly(&self, word: &str) -> bool {
        self.words.iter().any(|entry| entry == word)
    }
}

impl NameLexicon {
    fn all(&self) -> [(&'static str, &WordGroup); 32] {
        [
            ("bodies", &self.bodies),
            ("places", &self.places),
            ("facilities", &self.facilities),
            ("divisions", &self.divisions),
            ("possessors", &self.possessors),
            ("with_of", &self.with_of),
            ("with_on", &self.with_on),
            ("officials", &self.officials),
            ("numbered", &self.numbered),
            ("documents", &self.documents),
            ("never_first", &self.never_first),
            ("inside", &self.inside),
            ("left_out", &self.left_out),
            ("ministries", &self.ministries),
            ("fields", &self.fields),
            ("sole", &self.sole),
            ("shared", &self.shared),
            ("vague_fields", &self.vague_fields),
            ("spellings", &self.spellings),
            ("any", &self.any),
            ("areas", &self.areas),
            ("known", &self.known),
            ("platforms", &self.platforms),
            ("on_platforms", &self.on_platforms),
            ("of_posts", &self.of_posts),
            ("also", &self.also),
            ("posts", &self.posts),
            ("of_words", &self.of_words),
            ("on_words", &self.on_words),
            ("articles", &self.articles),
            ("after_comma", &self.after_comma),
            ("currencies", &self.currencies),
        ]
    }

    /// True for words between the noun of a body and what it is for: "of", "on".
    pub(crate) fn leads_to_subject(&self, word: &str) -> bool {
        self.of_words.has(word) || self.on_words.has(word)
    }

    /// True for names of money.
    pub(crate) fn is_currency(&self, noun: &str) -> bool {
        self.currencies.has(noun)
    }

    /// Nouns of bodies named in small letters.
    pub(crate) fn officials(&self) -> &WordGroup {
        &self.officials
    }

    /// Words that with a number after them name a law.
    pub(crate) fn numbered(&self) -> &WordGroup {
        &self.numbered
    }

    /// Words that an acronym may leave out.
    pub(crate) fn left_out(&self) -> &WordGroup {
        &self.left_out
    }

    /// Nouns of bodies that work in a field: "ministry".
    pub(crate) fn ministries(&self) -> &WordGroup {
        &self.ministries
    }

    /// The fields in which ministries work.
    pub(crate) fn fields(&self) -> &WordGroup {
        &self.fields
    }

    /// Bodies of which a country has one, in small letters.
    pub(crate) fn sole(&self) -> &WordGroup {
        &self.sole
    }

    /// Names of bodies that several countries have.
    pub(crate) fn shared(&self) -> &WordGroup {
        &self.shared
    }

    /// Fields that name none where another stands beside them.
    pub(crate) fn vague_fields(&self) -> &WordGroup {
        &self.vague_fields
    }

    /// Words for one field of work, several in an entry.
    pub(crate) fn spellings(&self) -> &WordGroup {
        &self.spellings
    }

    /// Words before a noun that make it one of several.
    pub(crate) fn any(&self) -> &WordGroup {
        &self.any
    }

    /// True for nouns after the name of a place that a text leaves out when it names the place again.
    pub(crate) fn is_area(&self, noun: &str) -> bool {
        self.areas.has(noun)
    }

    /// True for nouns that make a name the name of a place.
    pub(crate) fn is_facility(&self, noun: &str) -> bool {
        self.facilities.has(noun)
    }

    /// Bodies known by one word.
    pub(crate) fn known(&self) -> &WordGroup {
        &self.known
    }

    /// Platforms whose names are common words or letters.
    pub(crate) fn platforms(&self) -> &WordGroup {
        &self.platforms
    }

    /// Words after which such a platform stands.
    pub(crate) fn on_platforms(&self) -> &WordGroup {
        &self.on_platforms
    }

    /// Posts of bodies between the name of the body and that of whoever holds the post.
    pub(crate) fn posts(&self) -> &WordGroup {
        &self.posts
    }

    /// Words between a name and another name of the same.
    pub(crate) fn also(&self) -> &WordGroup {
        &self.also
    }

    /// True for nouns that end the name of a body, in capitals or not.
    pub(crate) fn is_body(&self, noun: &str) -> bool {
        self.bodies.has(noun) || self.officials.has(noun)
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
