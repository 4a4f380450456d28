//! What a title is of, where the text says it of a holder whom it does not name there: "the Peruvian president", "the mayor of Arequipa".

use crate::extract::relational::{Holding, Reader};
use crate::extract::{MentionKind, Referent};
use crate::language::Upos;
use std::collections::{BTreeMap, BTreeSet};

/// For each title what it is of, as the article words it, where that is always the same
/// and only one person is named with it.
pub(super) struct Unnamed(BTreeMap<String, Option<(String, Referent)>>);

impl Unnamed {
    /// Reads the titles that stand apart from the names of their holders.
    pub(super) fn new(reader: Reader, holdings: &[Holding]) -> Self {
        let held: BTreeSet<usize> = holdings.iter().map(|holding| holding.phrase.title.start).collect();
        let mut owners: BTreeMap<String, Option<(String, Referent)>> = BTreeMap::new();
        for (noun, _) in reader.document.tokens.iter().enumerate().filter(|(_, token)| matches!(token.upos, Upos::Noun | Upos::Propn)) {
            let Some(phrase) = reader.phrase_at(noun).map(|phrase| reader.extended(phrase)) else { continue };
            if phrase.plural || held.contains(&phrase.title.start) {
                continue;
            }
            let Some((words, of)) = phrase.of.and_then(|of| Some((words(reader, &of)?, of))) else { continue };
            let title = reader.document.words(&phrase.title).to_lowercase();
            let known = owners.entry(title).or_insert_with(|| Some((words.clone(), of)));
            if known.as_ref().is_some_and(|(other, _)| *other != words) {
                *known = None;
            }
        }
        let mut holders: BTreeMap<String, &str> = BTreeMap::new();
        for holding in holdings {
            let name = reader.mentions[holding.person].span.of(&reader.document.article.text);
            let surname = name.rsplit(' ').next().unwrap_or(name);
            let title = reader.document.words(&holding.phrase.title).to_lowercase();
            if *holders.entry(title.clone()).or_insert(surname) != surname {
                owners.remove(&title);
            }
        }
        Self(owners)
    }

    /// What a title is of wherever the article says it.
    pub(super) fn of(&self, title: &str) -> Option<&Referent> {
        self.0.get(&title.to_lowercase())?.as_ref().map(|(_, of)| of)
    }
}

/// The words for what a title is of; none for pronouns and descriptions.
fn words(reader: Reader, of: &Referent) -> Option<String> {
    match of {
        Referent::Country(name) | Referent::Party(name) => Some(name.to_lowercase()),
        Referent::Mention(id) => {
            let mention = &reader.mentions[*id];
            (mention.kind == MentionKind::Name).then(|| mention.span.of(&reader.document.article.text).to_lowercase())
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::{DESCRIPTION, Lexicons, Referent, extract};
    use crate::language::Language;
    use crate::source::read_text;

    /// Whether any title that stands with a name is of a country.
    fn tells_country(text: &str) -> bool {
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        let article = read_text("example.txt", text.to_owned());
        let document = language.analyse(&article);
        let (_, claims) = extract(&document, &lexicons);
        claims.roles.iter().any(|claim| claim.rule != DESCRIPTION && matches!(claim.what.of, Some(Referent::Country(_))))
    }

    #[test]
    fn a_title_is_of_what_the_article_says_elsewhere_of_its_only_holder() {
        assert!(tells_country("President Ana Quispe spoke on Monday. The Peruvian president then left."));
        assert!(!tells_country("President Ana Quispe met President Ivo Radev on Monday. The Peruvian president then left."));
    }
}
