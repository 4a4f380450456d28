//! Titles of offices as they are compared: by their words, whatever the order, the spelling and the small words between.

use super::fold;
use rustc_hash::{FxHashMap, FxHashSet};

const WORDS: &str = include_str!("../../ontology/authority/office_words.tsv");
const NAMES: &str = include_str!("../../ontology/authority/office_names.tsv");

/// What is known of titles.
#[derive(Debug, Clone, Default)]
pub(super) struct Titles {
    /// Words that tell nothing of the office.
    small: FxHashSet<&'static str>,
    /// Words and spellings, with the one that stands for them all.
    spellings: FxHashMap<&'static str, &'static str>,
    /// The keys of the titles of heads of state and government.
    heads: FxHashSet<String>,
    /// The keys of other names of an office, with the key of the office.
    names: FxHashMap<String, String>,
}

impl Titles {
    /// What is compiled into the program.
    pub(super) fn embedded() -> Self {
        let rows = |what: &'static str| WORDS.lines().skip(1).map(columns).filter(move |row| row[0] == what);
        let mut titles = Self {
            small: rows("small").map(|[_, word, _]| word).collect(),
            spellings: rows("spelling").map(|[_, word, same]| (word, same)).collect(),
            ..Self::default()
        };
        titles.heads = rows("head").map(|[_, title, _]| titles.words(title)).collect();
        titles.names = NAMES.lines().skip(1).map(columns).map(|[name, office, _]| (titles.words(name), titles.words(office))).collect();
        titles
    }

    /// The key of a title, that of the office if the title is another name of it: "Minister for Foreign Affairs" and "foreign minister" have the same.
    pub(super) fn key(&self, title: &str) -> String {
        let key = self.words(title);
        self.names.get(&key).cloned().unwrap_or(key)
    }

    /// True for the key of the title of a head of state or government.
    pub(super) fn is_head(&self, key: &str) -> bool {
        self.heads.contains(key)
    }

    /// The words by which a title is compared.
    fn words(&self, title: &str) -> String {
        let folded = fold(title);
        let same = |word| self.spellings.get(word).copied().unwrap_or(word);
        let mut words: Vec<&str> = folded.split(' ').map(same).filter(|word| !self.small.contains(word)).collect();
        words.sort_unstable();
        words.dedup();
        words.join(" ")
    }
}

/// The first three fields of a row.
fn columns(line: &'static str) -> [&'static str; 3] {
    let mut fields = line.split('\t');
    std::array::from_fn(|_| fields.next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_compared_by_their_words() {
        let titles = Titles::embedded();
        assert_eq!(titles.key("Minister of Foreign Affairs"), titles.key("foreign minister"));
        assert_eq!(titles.key("Secretary-General"), titles.key("secretary general"));
        assert_eq!(titles.key("defense secretary"), titles.key("Secretary of Defence"));
        assert_ne!(titles.key("deputy prime minister"), titles.key("prime minister"));
        assert!(titles.is_head(&titles.key("prime minister")));
        assert!(!titles.is_head(&titles.key("minister of finance")));
    }
}
