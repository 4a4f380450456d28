//! Titles before a name: "Peruvian President Ana Quispe", "the head of the Harbour Bank, Ana Quispe".

use super::phrase::{NounPhrase, Reader};
use super::{Holding, How};
use crate::extract::{EntityClass, MentionId, MentionKind, Referent, RoleStatus};
use crate::language::{TokenIndex, Upos};
use std::ops::Range;

const FARTHEST_NOUN: usize = 14;

/// Finds the titles that stand before a person's name.
pub(super) fn before(reader: Reader, person: MentionId, found: &mut Vec<Holding>) {
    let name = reader.mentions[person].tokens.clone();
    let Some(sentence) = reader.document.sentences.get(reader.document.sentence_of(name.start)) else { return };
    let first = sentence.tokens.start;
    let mut end = name.start;
    while end > first && (reader.lexicons.titles.is_courtesy(reader.document.word(end - 1)) || is_mark(reader.document.word(end - 1))) {
        end -= 1;
    }
    let (end, comma) = reader.before_joint(end, first);
    let end = reader.before_brackets(end, first);
    let phrases = reader.titles_before(end, first);
    if !comma && let Some(nearest) = phrases.last().filter(|phrase| !phrase.determined && !phrase.plural) {
        found.extend(reader.titles_before_comma(nearest.tokens.start, first).map(|phrase| Holding { person, phrase, how: How::CommaName }));
    }
    let people = if phrases.iter().any(|phrase| phrase.plural) { reader.listed(person) } else { vec![person] };
    for phrase in phrases {
        if comma && !reader.names_after_comma(&phrase, people.len(), &name, first) {
            return;
        }
        let how = if comma { How::CommaName } else { How::BeforeName };
        let phrase = if comma { phrase } else { reader.with_place_after(phrase, &name) };
        let holders = if phrase.plural { people.as_slice() } else { &people[..1] };
        found.extend(holders.iter().map(|&person| Holding { person, phrase: phrase.clone(), how }));
    }
}

fn is_mark(word: &str) -> bool {
    matches!(word, "." | "\"" | "“")
}

impl Reader<'_> {
    /// Before the comma, dash or "including" between a title and a name that ends at a token, and whether one stands there.
    fn before_joint(self, mut end: TokenIndex, first: TokenIndex) -> (TokenIndex, bool) {
        let is_listing = |words: usize| end >= first + words && self.lexicons.titles.is_listing(self.document.words(&(end - words..end)));
        let listing = [2, 1].into_iter().find(|&words| is_listing(words));
        end -= listing.unwrap_or(0);
        let mark = end > first && matches!(self.document.word(end - 1), "," | "-" | "–" | "—" | "--" | ":");
        (if mark { end - 1 } else { end }, listing.is_some() || mark)
    }

    /// The title that a comma parts from another one before the name: "the mayor of Arequipa, Professor Ana Quispe".
    fn titles_before_comma(self, end: TokenIndex, first: TokenIndex) -> impl Iterator<Item = NounPhrase> {
        let comma = end.checked_sub(1).filter(|&comma| comma > first && self.document.word(comma) == ",");
        let phrases = comma.map(|comma| self.titles_before(self.before_brackets(comma, first), first)).unwrap_or_default();
        phrases
            .into_iter()
            .filter(move |phrase| !phrase.plural && phrase.of.is_some() && self.names_after_comma(phrase, 1, &(end..end), first))
    }

    /// A title with what stands after the name: "Prime Minister Quispe of Peru".
    fn with_place_after(self, mut phrase: NounPhrase, name: &Range<TokenIndex>) -> NounPhrase {
        let word = |token: TokenIndex| self.document.tokens.get(token).map(|_| self.document.word(token));
        let apart = word(name.end) == Some(",") && word(name.end + 1) == Some("of");
        let end = if apart { name.end + 1 } else { name.end };
        let link = word(end).filter(|word| matches!(*word, "of" | "from" | "in" | "at"));
        if phrase.of.is_none() && link.is_some() {
            let start = if word(end + 1) == Some("the") { end + 2 } else { end + 1 };
            let place = self.name_at(start).filter(|&id| match self.mentions[id].class {
                EntityClass::Organization => true,
                EntityClass::Place => link == Some("of"),
                _ => false,
            });
            phrase.of = place.map(Referent::Mention);
        }
        phrase
    }

    /// The titles that end right before a token, the nearest first: one, or several joined by "and" or in a row.
    pub(super) fn titles_before(self, mut end: TokenIndex, first: TokenIndex) -> Vec<NounPhrase> {
        let mut phrases: Vec<NounPhrase> = Vec::new();
        while let Some(mut phrase) = self.title_before(end, first) {
            end = phrase.tokens.start;
            if let Some(nearer) = phrases.last().filter(|nearer| nearer.tokens.end > nearer.title.end) {
                phrase.of = phrase.of.or_else(|| nearer.of.clone());
            }
            let determined = phrase.determined;
            phrases.push(phrase);
            if determined || phrases.len() == 4 {
                break;
            }
            if end > first
                && matches!(self.document.word(end - 1), "and" | "&")
                && self.nouns.ending_at(self.document, end.saturating_sub(2)).is_some()
            {
                end -= 1;
            }
        }
        let owner = phrases.last().and_then(|phrase| Some((phrase.of.clone()?, phrase.status)));
        if let Some((of, _)) = owner {
            for phrase in &mut phrases {
                phrase.of.get_or_insert_with(|| of.clone());
            }
        }
        phrases
    }

    /// The title phrase that ends right before a token, its noun last or followed by prepositional phrases.
    fn title_before(self, end: TokenIndex, first: TokenIndex) -> Option<NounPhrase> {
        let last = end.checked_sub(1).filter(|&last| last >= first)?;
        if let Some(phrase) = self.phrase_at(last) {
            return Some(phrase);
        }
        let farthest = last.saturating_sub(FARTHEST_NOUN).max(first);
        for noun in (farthest..last).rev() {
            if self.lexicons.titles.is_link(self.document.word(noun + 1))
                && let Some(phrase) = self.phrase_at(noun)
            {
                let phrase = self.extended(phrase);
                return (self.past_nouns(phrase.tokens.end, end) == end).then_some(phrase);
            }
        }
        None
    }

    /// Before a comma only a phrase with a determiner, or a full one that opens a clause, is a title of the name after it,
    /// and a plural one only of several.
    fn names_after_comma(self, phrase: &NounPhrase, people: usize, name: &Range<TokenIndex>, first: TokenIndex) -> bool {
        let start = phrase.tokens.start;
        if phrase.plural {
            return people > 1 || (start >= first + 2 && self.document.words(&(start - 2..start)).eq_ignore_ascii_case("one of"));
        }
        let before = (start > first).then(|| self.document.word(start - 1));
        let opens = before.is_none_or(|word| matches!(word, "," | "“" | "\"" | "that" | "and" | "by" | "with" | "to"));
        let role = before == Some("As") && start == first + 1;
        let before_name = start > first + 1
            && before == Some(",")
            && self.mentions.at(start - 2).is_some_and(|id| self.mentions[id].class == EntityClass::Person);
        let closed =
            self.document.tokens.get(name.end).is_none_or(|token| matches!(token.upos, Upos::Punct | Upos::Cconj)) || name.is_empty();
        !before_name && (role || (phrase.determined && (closed || start == first)) || (opens && self.is_full(phrase)))
    }

    /// True for a phrase that says of what, or that it is over: "former mayor", "Minister of Mines".
    fn is_full(self, phrase: &NounPhrase) -> bool {
        let mut title = phrase.title.clone();
        phrase.of.is_some()
            || phrase.status == RoleStatus::Former
            || title.any(|token| self.lexicons.titles.is_link(self.document.word(token)))
    }

    /// The people listed from one on: "A, B and C".
    fn listed(self, person: MentionId) -> Vec<MentionId> {
        let mut people = vec![person];
        let mut at = self.mentions[person].tokens.end;
        while let Some(word) = self.document.tokens.get(at).map(|_| self.document.word(at)) {
            if matches!(word, "," | "and" | "&") || self.lexicons.titles.is_courtesy(word) || word == "." {
                at += 1;
                continue;
            }
            let Some(id) = self
                .mentions
                .at(at)
                .filter(|&id| self.mentions[id].class == EntityClass::Person && self.mentions[id].kind == MentionKind::Name)
            else {
                break;
            };
            people.push(id);
            at = self.mentions[id].tokens.end;
        }
        people
    }
}
