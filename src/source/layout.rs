//! The layout lexicon: the words by which bylines, dates, captions and page furniture are told from an article's text.

use super::phrase::Phrases;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What `ontology/lexicon/layout.toml` says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Layout {
    pub(super) furniture: Furniture,
    pub(super) byline: Byline,
    pub(super) dates: Dates,
    pub(super) caption: Caption,
    pub(super) outlets: Outlets,
    pub(super) language: Language,
    pub(super) markup: Markup,
    pub(super) fields: Fields,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test runs them"))]
    examples: Examples,
}

/// Lines and what they are.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(not(test), expect(dead_code, reason = "a test runs them"))]
struct Examples {
    furniture: Vec<String>,
    contents: Vec<String>,
    captions: Vec<String>,
    text: Vec<String>,
}

/// Page furniture.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Furniture {
    phrases: Phrases,
    contents: Phrases,
    pub(super) sections: BTreeSet<String>,
}

/// Bylines.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Byline {
    pub(super) by: Vec<String>,
    pub(super) stops: BTreeSet<String>,
    pub(super) joins: BTreeSet<String>,
    pub(super) particles: BTreeSet<String>,
    pub(super) titles: BTreeSet<String>,
}

/// Dates and the words beside them.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Dates {
    months: Vec<Vec<String>>,
    pub(super) weekdays: BTreeSet<String>,
    pub(super) between: Vec<String>,
    pub(super) published: BTreeSet<String>,
    pub(super) updated: BTreeSet<String>,
    pub(super) viewed: BTreeSet<String>,
    pub(super) company: BTreeSet<String>,
    pub(super) anchors: Vec<(String, i64)>,
}

/// Captions and credits.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Caption {
    phrases: Phrases,
    pub(super) labels: Vec<String>,
    pub(super) credits: BTreeSet<String>,
}

/// Names of outlets.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Outlets {
    pub(super) words: BTreeSet<String>,
    pub(super) names: BTreeSet<String>,
    pub(super) first: Vec<String>,
    pub(super) address: BTreeSet<String>,
}

/// Telling languages apart.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Language {
    pub(super) english: BTreeSet<String>,
    pub(super) codes: BTreeMap<String, String>,
}

/// Web pages.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Markup {
    pub(super) words: BTreeSet<String>,
}

/// What a line of JSON calls the parts of an article; of several names that occur in it the first counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Fields {
    /// The article's plain text.
    pub text: Vec<String>,
    /// The article as a web page, where there is no plain text.
    pub html: Vec<String>,
    /// Headline.
    pub headline: Vec<String>,
    /// Names of the authors, as a list or one after the other.
    pub authors: Vec<String>,
    /// Name of the publisher.
    pub publisher: Vec<String>,
    /// Day of publication.
    pub published: Vec<String>,
    /// Web address.
    pub url: Vec<String>,
    /// Tag of the language.
    pub language: Vec<String>,
    /// What the article is to be called where it has no address.
    pub name: Vec<String>,
}

impl Fields {
    /// The names that are in common use.
    #[must_use]
    pub fn usual() -> Self {
        Layout::built_in().fields.clone()
    }

    /// The usual names where none is given.
    pub(super) fn or_usual(self) -> Self {
        let usual = Self::usual();
        let or = |own: Vec<String>, usual: Vec<String>| if own.is_empty() { usual } else { own };
        Self {
            text: or(self.text, usual.text),
            html: or(self.html, usual.html),
            headline: or(self.headline, usual.headline),
            authors: or(self.authors, usual.authors),
            publisher: or(self.publisher, usual.publisher),
            published: or(self.published, usual.published),
            url: or(self.url, usual.url),
            language: or(self.language, usual.language),
            name: or(self.name, usual.name),
        }
    }
}

impl Layout {
    /// The lexicon that is compiled in.
    pub(super) fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Layout> =
            LazyLock::new(|| toml::from_str(include_str!("../../ontology/lexicon/layout.toml")).unwrap_or_default());
        &BUILT_IN
    }

    /// The month that a word names, 1 to 12.
    pub(super) fn month(&self, word: &str) -> Option<u8> {
        let names = |month: &Vec<String>| month.iter().any(|name| name.eq_ignore_ascii_case(word));
        u8::try_from(self.dates.months.iter().position(names)? + 1).ok()
    }

    /// True for the names of months and days.
    pub(super) fn is_calendar(&self, word: &str) -> bool {
        self.month(word).is_some() || self.dates.weekdays.contains(word)
    }

    /// True if the folded line is page furniture.
    pub(super) fn is_furniture(&self, folded: &str) -> bool {
        self.furniture.phrases.matches(folded)
    }

    /// True if the folded line heads a table of contents.
    pub(super) fn heads_contents(&self, folded: &str) -> bool {
        self.furniture.contents.matches(folded)
    }

    /// True if the folded line begins or ends as captions do.
    pub(super) fn is_caption(&self, folded: &str) -> bool {
        self.caption.phrases.matches(folded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::phrase::fold;

    #[test]
    fn the_examples_of_the_lexicon_hold() {
        let layout = Layout::built_in();
        let read = |line: &str| {
            let folded = fold(line);
            (layout.is_furniture(&folded), layout.heads_contents(&folded), layout.is_caption(&folded))
        };
        let Examples { furniture, contents, captions, text } = &layout.examples;
        assert!([furniture, contents, captions, text].iter().all(|lines| !lines.is_empty()));
        assert!(furniture.iter().all(|line| read(line).0), "{furniture:?}");
        assert!(contents.iter().all(|line| read(line).1), "{contents:?}");
        assert!(captions.iter().all(|line| read(line).2), "{captions:?}");
        assert!(text.iter().all(|line| read(line) == (false, false, false)), "{text:?}");
    }

    #[test]
    fn the_lexicon_is_well_formed() {
        let layout: Layout = toml::from_str(include_str!("../../ontology/lexicon/layout.toml")).expect("layout.toml parses");
        assert_eq!(layout.dates.months.len(), 12);
        assert_eq!(layout.month("Sept"), Some(9));
    }
}
