//! Bodies that the name model passes over: official ones that a text names in small letters without a country before them
//! ("the foreign ministry", "parliament"), and those known by one word.

use super::{EntityClass, Lexicons, Mention, MentionKind, Mentions};
use crate::language::{Document, TokenIndex, Upos};
use std::ops::Range;

/// The most words of such a name.
const LONGEST: usize = 5;

/// The official bodies of a document outside its names.
pub(super) fn bodies(document: &Document, names: &Mentions, lexicons: &Lexicons) -> Vec<Mention> {
    let reader = Reader { document, names, lexicons };
    let nouns = (0..document.tokens.len()).filter(|&token| names.at(token).is_none());
    let found = nouns.filter_map(|token| reader.ministry(token).or_else(|| reader.sole(token)).or_else(|| reader.known(token)));
    found.map(|tokens| Mention::over(document, tokens, MentionKind::Name, EntityClass::Organization)).collect()
}

struct Reader<'r> {
    document: &'r Document<'r>,
    names: &'r Mentions,
    lexicons: &'r Lexicons,
}

impl Reader<'_> {
    /// "foreign ministry", "ministry of defence": the noun at a token with the field that it works in.
    fn ministry(&self, noun: TokenIndex) -> Option<Range<TokenIndex>> {
        let words = &self.lexicons.names;
        if !words.ministries().has(self.document.word(noun)) {
            return None;
        }
        let field = |token: TokenIndex| self.is_free(token) && words.fields().has(self.document.word(token));
        let joint = |token: TokenIndex| self.is_free(token) && self.document.word(token) == "and";
        let mut start = noun;
        while start > 0 && (field(start - 1) || start > 1 && start < noun && joint(start - 1) && field(start - 2)) {
            start -= 1;
        }
        let mut end = noun + 1;
        if start == noun && self.is_free(end) && self.document.word(end) == "of" && field(end + 1) {
            end += 2;
            while field(end) || joint(end) && field(end + 1) {
                end += 1;
            }
        }
        let tokens = start..end;
        (tokens.len() > 1 && self.stands_alone(&tokens)).then_some(tokens)
    }

    /// "armed forces": the words of a body of which a country has one, beginning at a token.
    fn sole(&self, start: TokenIndex) -> Option<Range<TokenIndex>> {
        let last = self.document.tokens.len().min(start + LONGEST);
        let ends = (start + 1..=last).rev().filter(|&end| (start..end).all(|token| self.is_free(token)));
        let mut ranges = ends.map(|end| start..end);
        ranges.find(|tokens| self.lexicons.names.sole().has(self.document.words(tokens)) && self.stands_alone(tokens))
    }

    /// A body that bears a name wherever the word stands, or a platform where "on" stands before it.
    fn known(&self, token: TokenIndex) -> Option<Range<TokenIndex>> {
        let (words, word) = (&self.lexicons.names, self.document.word(token));
        let cued = || token.checked_sub(1).is_some_and(|before| words.on_platforms().has(self.document.word(before)));
        let next = self.document.tokens.get(token + 1);
        let alone = next.is_none_or(|next| {
            matches!(next.upos, Upos::Punct | Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Verb | Upos::Adv | Upos::Aux)
        }) && next.is_none_or(|_| !self.document.word(token + 1).starts_with(['-', '‑']));
        let platform = || alone && words.platforms().has_exactly(word) && cued();
        (words.known().has_exactly(word) || platform()).then_some(token..token + 1)
    }

    fn is_free(&self, token: TokenIndex) -> bool {
        token < self.document.tokens.len() && self.names.at(token).is_none()
    }

    /// False where the body is one of several, where its noun describes another that is no post, or in a title:
    /// "a ministry", "ministry building", "member of parliament".
    fn stands_alone(&self, tokens: &Range<TokenIndex>) -> bool {
        let before =
            tokens.start.checked_sub(1).filter(|&token| self.document.sentence_of(token) == self.document.sentence_of(tokens.start));
        let one_of_many = before.is_some_and(|token| {
            let token = &self.document.tokens[token];
            self.lexicons.names.any().has(token.lemma.as_str())
        });
        let next = tokens.end;
        let goes_on = next < self.document.tokens.len() && matches!(self.document.tokens[next].upos, Upos::Noun | Upos::Propn);
        let titles = self.lexicons.titles.nouns();
        let in_title = titles.ending_at(self.document, next - 1).is_some();
        !one_of_many && !in_title && (!goes_on || titles.ending_at(self.document, next).is_some())
    }
}
