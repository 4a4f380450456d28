//! Dictionary forms: rules that cut a word's ending and put another, found by the longest known ending under the word's tag.

use super::linear::{feature, word_hash};
use super::model::{self, ModelError, ModelFile};
use super::table::{self, Table};
use super::tags::Label;
use smol_str::{SmolStr, SmolStrBuilder};
use std::borrow::Cow;

/// The lemmatizer, over its layer.
#[derive(Debug, Clone)]
pub struct Lemmas {
    rules: Vec<Rule>,
    endings: Table,
}

/// How a word becomes its dictionary form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule {
    /// Capitals stay as they are.
    pub keeps_case: bool,
    /// How many characters are cut off its end.
    pub cut: u8,
    /// What is put there instead.
    pub put: String,
}

/// The longest ending that is looked up, in characters; longer words are looked up whole before it.
pub const LONGEST_ENDING: usize = 6;

const LAYER: &str = "lemmas";
const RULES: &str = "rules";
const ENDINGS: &str = "endings";

impl Rule {
    /// The word under the rule.
    #[must_use]
    pub fn apply(&self, word: &str) -> SmolStr {
        let kept = word.char_indices().rev().nth(usize::from(self.cut).wrapping_sub(1)).map_or(word.len(), |(at, _)| at);
        let kept = if usize::from(self.cut) > word.chars().count() { 0 } else { kept };
        let mut lemma = SmolStrBuilder::new();
        for char in word[..kept].chars().map(plain) {
            if self.keeps_case {
                lemma.push(char);
            } else {
                char.to_lowercase().for_each(|char| lemma.push(char));
            }
        }
        lemma.push_str(&self.put);
        lemma.finish()
    }
}

impl Lemmas {
    /// Opens the layer's file.
    ///
    /// # Errors
    /// If the bytes are not that file.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let file = ModelFile::open(LAYER, bytes)?;
        let rules = decode(&file.section(RULES)?).ok_or_else(|| file.unusable(RULES))?;
        let endings = Table::new(file.section(ENDINGS)?).ok_or_else(|| file.unusable(ENDINGS))?;
        Ok(Self { rules, endings })
    }

    /// The dictionary form of a word with its tag: lower-cased but for proper nouns.
    #[must_use]
    pub fn lemma(&self, word: &str, label: Label) -> SmolStr {
        self.rule(word, label).map_or_else(|| SmolStr::new(word), |(rule, _)| rule.apply(word))
    }

    /// The rule of a word with its tag, and how many characters of its end told it; none if the whole word did.
    #[must_use]
    pub fn rule(&self, word: &str, label: Label) -> Option<(&Rule, Option<usize>)> {
        let mut found = keys(word, label).into_iter().enumerate().filter_map(|(at, key)| Some((at, self.endings.get(key?)?)));
        let (at, rule) = found.next()?;
        Some((self.rules.get(rule as usize)?, (at > 0).then(|| LONGEST_ENDING + 1 - at)))
    }
}

/// The keys under which a word's rule may stand: the word itself, then its endings, the longest first.
#[must_use]
pub fn keys(word: &str, (tag, upos): Label) -> [Option<u64>; LONGEST_ENDING + 2] {
    let kind = tag as u64 + 64 * upos as u64;
    let mut keys = [None; LONGEST_ENDING + 2];
    let small: String = word.chars().rev().take(4 * LONGEST_ENDING).map(plain).flat_map(char::to_lowercase).collect();
    keys[0] = Some(feature(1, &[kind, word_hash(&small)]));
    let ends = small.char_indices().map(|(at, _)| at).chain([small.len()]);
    for (length, end) in ends.take(LONGEST_ENDING + 1).enumerate() {
        keys[LONGEST_ENDING + 1 - length] = Some(feature(2, &[kind, word_hash(&small[..end])]));
    }
    keys
}

/// The plain apostrophe and hyphen for the typographic ones.
fn plain(char: char) -> char {
    match char {
        '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        _ => char,
    }
}

/// The bytes of the layer's file: the rules, and the number of the rule under each key.
#[must_use]
pub fn encode(rules: &[Rule], endings: &[(u64, u32)]) -> Vec<u8> {
    let line = |rule: &Rule| format!("{}\t{}\t{}\n", u8::from(rule.keeps_case), rule.cut, rule.put);
    let lines: String = rules.iter().map(line).collect();
    model::write(LAYER, &[(RULES, lines.into_bytes()), (ENDINGS, table::encode(endings))])
}

fn decode(bytes: &[u8]) -> Option<Vec<Rule>> {
    let rule = |line: &str| {
        let mut fields = line.splitn(3, '\t');
        let keeps_case = fields.next()? == "1";
        Some(Rule { keeps_case, cut: fields.next()?.parse().ok()?, put: fields.next()?.to_owned() })
    };
    std::str::from_utf8(bytes).ok()?.lines().map(rule).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Tag, Upos};

    const VERB: Label = (Tag::Vbd, Upos::Verb);

    fn rule(keeps_case: bool, cut: u8, put: &str) -> Rule {
        Rule { keeps_case, cut, put: put.to_owned() }
    }

    #[test]
    fn a_rule_changes_the_ending() {
        assert_eq!(rule(false, 3, "y").apply("Carried"), "carry");
        assert_eq!(rule(true, 0, "").apply("Oslo"), "Oslo");
        assert_eq!(rule(false, 3, "not").apply("n\u{2019}t"), "not");
        assert_eq!(rule(false, 9, "go").apply("went"), "go");
    }

    #[test]
    fn the_longest_known_ending_decides() {
        let rules = [rule(false, 2, ""), rule(false, 3, "y"), rule(false, 4, "go")];
        let key = |word: &str, at: usize| keys(word, VERB)[at].expect("a key");
        let endings = [(key("carried", LONGEST_ENDING - 1), 0), (key("carried", LONGEST_ENDING - 2), 1), (key("went", 0), 2)];
        let lemmas = Lemmas::open(Cow::Owned(encode(&rules, &endings))).expect("opens");
        assert_eq!(lemmas.lemma("worked", VERB), "work");
        assert_eq!(lemmas.lemma("hurried", VERB), "hurry");
        assert_eq!(lemmas.lemma("Went", VERB), "go");
        assert_eq!(lemmas.lemma("unknown", (Tag::Nn, Upos::Noun)), "unknown");
    }
}
