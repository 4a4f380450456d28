//! Titles after a name: "Ana Quispe, the mayor of Arequipa and a lawyer, …".

use super::phrase::{NounPhrase, Reader, is_possessive};
use super::{Holding, How};
use crate::extract::{EntityClass, MentionId};
use crate::language::{Sentence, TokenIndex, Upos};

const LONGEST_PHRASE: usize = 12;

/// Finds the titles that stand after a person's name, between commas, dashes or brackets.
pub(super) fn after(reader: Reader, person: MentionId, found: &mut Vec<Holding>) {
    let mut name = reader.mentions[person].tokens.clone();
    let Some(sentence) = reader.document.sentences.get(reader.document.sentence_of(name.start)) else { return };
    let last = sentence.tokens.end;
    name.end = reader.past_brackets(name.end, last);
    if let Some(phrase) = reader.title_after_as(name.end, sentence) {
        found.push(Holding { person, phrase, how: How::Serves });
        return;
    }
    if name.end >= last || !matches!(reader.document.word(name.end), "," | "(" | "–" | "—" | "-") {
        return;
    }
    let start = reader.past_age(name.end + 1, last);
    if let Some(phrase) = reader.title_of_several(start, last) {
        found.push(Holding { person, phrase, how: How::AfterName });
        return;
    }
    if let Some(phrase) = reader.title_from(start, last).filter(|phrase| phrase.plural && phrase.tokens.start <= start + 1) {
        let people = reader.listed_before(person, sentence.tokens.start);
        found.extend(people.into_iter().map(|person| Holding { person, phrase: phrase.clone(), how: How::AfterName }));
        return;
    }
    let phrases = reader.titles_in_row(start, last);
    found.extend(phrases.into_iter().map(|phrase| Holding { person, phrase, how: How::AfterName }));
}

impl Reader<'_> {
    /// The titles that follow each other from a token on, each of what the last of them is of: "the mayor and party leader of Arequipa".
    fn titles_in_row(self, mut start: TokenIndex, last: TokenIndex) -> Vec<NounPhrase> {
        let mut phrases: Vec<NounPhrase> = Vec::new();
        while let Some(phrase) =
            self.title_from(start, last).filter(|phrase| !phrase.plural && (phrases.is_empty() || phrase.tokens.start == start))
        {
            let end = phrase.tokens.end;
            phrases.push(phrase);
            let joined = end < last && matches!(self.document.word(end), "and" | "&" | ",");
            if !joined {
                break;
            }
            start = if matches!(self.document.words(&(end..(end + 2).min(last))), ", and") { end + 2 } else { end + 1 };
        }
        for at in 1..phrases.len() {
            self.share_owner(&mut phrases, at);
        }
        let mut of = None;
        for phrase in phrases.iter_mut().rev() {
            of = phrase.of.clone().or(of);
            phrase.of.clone_from(&of);
        }
        phrases
    }

    /// What a title is of holds for the one that "and" joins to it: "the Harbour Bank president and managing director".
    fn share_owner(self, phrases: &mut [NounPhrase], at: usize) {
        let (Some(before), Some(phrase)) = (at.checked_sub(1).and_then(|at| phrases.get(at)), phrases.get(at)) else { return };
        let joined = self.document.words(&(before.tokens.end..phrase.tokens.start)) == "and";
        let owned = before.tokens.end == before.title.end;
        if phrase.of.is_none() && !phrase.determined && joined && owned {
            let of = before.of.clone();
            phrases[at].of = of;
        }
    }

    /// The title after "as" behind a name: "with Radev serving as chairman and Quispe as director", "Quispe, as mayor, agreed".
    fn title_after_as(self, end: TokenIndex, sentence: &Sentence) -> Option<NounPhrase> {
        let last = sentence.tokens.end;
        let apart = end < last && self.document.word(end) == ",";
        let start = if apart { end + 1 } else { end };
        if start >= last || self.document.word(start) != "as" || !(apart || self.states_titles(sentence)) {
            return None;
        }
        self.title_from(start + 1, last).filter(|phrase| !phrase.plural && (!apart || !phrase.determined))
    }

    /// The title that one of several holds: "Ana Quispe, one of the founders of the bank".
    fn title_of_several(self, start: TokenIndex, last: TokenIndex) -> Option<NounPhrase> {
        let one_of = start + 2 < last && self.lexicons.titles.is_of_several(self.document.words(&(start..start + 2)));
        self.title_from(start + 2, last).filter(|phrase| one_of && phrase.plural)
    }

    /// The people of a list that ends with one: "A, B and C"; nobody where no "and" joins them.
    fn listed_before(self, person: MentionId, first: TokenIndex) -> Vec<MentionId> {
        let (mut people, mut joined) = (vec![person], false);
        let mut at = self.mentions[person].tokens.start;
        while at > first {
            let word = self.document.word(at - 1);
            let name = self.name_at(at - 1).filter(|&id| self.mentions[id].class == EntityClass::Person);
            if matches!(word, "and" | "&") {
                joined = true;
                at -= 1;
            } else if word == "," || self.lexicons.titles.is_courtesy(word) {
                at -= 1;
            } else if let Some(id) = name {
                people.push(id);
                at = self.mentions[id].tokens.start;
            } else {
                break;
            }
        }
        people.reverse();
        if joined && people.len() > 1 { people } else { Vec::new() }
    }

    /// True for a sentence with a verb such as "serve" or "appoint", after which "as" leads to a title.
    fn states_titles(self, sentence: &Sentence) -> bool {
        let titles = &self.lexicons.titles;
        let mut lemmas = sentence.tokens.clone().filter_map(|token| self.document.tokens.get(token)).map(|token| &token.lemma);
        lemmas.any(|lemma| lemma != "be" && !titles.is_replacing(lemma) && (titles.is_verb(lemma) || titles.is_appointing(lemma)))
    }

    /// Past a bracket after a name: "Ana Quispe (52), a lawyer".
    fn past_brackets(self, start: TokenIndex, last: TokenIndex) -> TokenIndex {
        let open = start < last && self.document.word(start) == "(";
        let close = (start..last.min(start + LONGEST_PHRASE)).find(|&token| self.document.word(token) == ")");
        let goes_on = |&close: &TokenIndex| open && close + 1 < last && self.document.word(close + 1) == ",";
        close.filter(goes_on).map_or(start, |close| close + 1)
    }

    /// Past an age between commas: "Ana Quispe, 52, a lawyer".
    fn past_age(self, start: TokenIndex, last: TokenIndex) -> TokenIndex {
        let age = start + 1 < last && self.document.tokens[start].upos == Upos::Num && self.document.word(start + 1) == ",";
        if age { start + 2 } else { start }
    }

    /// The title phrase that starts at a token, unless it goes on into a person's name.
    pub(super) fn title_from(self, start: TokenIndex, last: TokenIndex) -> Option<NounPhrase> {
        let noun = self.last_noun(start, last)?;
        let opens = |phrase: &NounPhrase| {
            let possessor = || self.titles_before(phrase.tokens.start, start).pop();
            phrase.tokens.start <= start + 1 || (phrase.determined && possessor().is_some_and(|title| title.tokens.start <= start + 1))
        };
        let phrase = self.phrase_at(noun).filter(opens)?;
        let phrase = self.extended(phrase);
        let next = phrase.tokens.end;
        let joined = || next < last && self.document.word(next) == "and" && self.goes_on_to_person(next + 1, last);
        let named = next < last && self.is_person(next);
        (!named && !joined()).then_some(phrase)
    }

    /// True for a title before a person's name: "finance minister Ivo Radev", in "Ana Quispe, prime minister and finance minister Ivo Radev".
    fn goes_on_to_person(self, start: TokenIndex, last: TokenIndex) -> bool {
        let person = (start..last.min(start + LONGEST_PHRASE)).find(|&token| self.is_person(token));
        let bare = |phrase: &NounPhrase| phrase.tokens.start == start && phrase.tokens.end == phrase.title.end;
        person.is_some_and(|person| self.titles_before(person, start).iter().any(bare))
    }

    fn is_person(self, token: TokenIndex) -> bool {
        self.document.tokens.get(token).and_then(|_| self.name_at(token)).is_some_and(|id| self.mentions[id].class == EntityClass::Person)
    }

    /// The last noun of the noun phrase that starts at a token.
    fn last_noun(self, start: TokenIndex, last: TokenIndex) -> Option<TokenIndex> {
        let mut noun = None;
        for token in start..last.min(start + LONGEST_PHRASE) {
            let word = self.document.word(token);
            let inside = self.name_at(token).is_some()
                || is_possessive(word)
                || matches!(word, "-" | "‑" | "&" | "/" | "based" | "born")
                || self.is_participle(token)
                || matches!(self.document.tokens[token].upos, Upos::Adj | Upos::Noun | Upos::Propn | Upos::Det | Upos::Num)
                || (word == "and" && noun != token.checked_sub(1))
                || (token == start && matches!(self.document.tokens[token].upos, Upos::Adv | Upos::Pron));
            if !inside {
                break;
            }
            if self.name_at(token).is_none() && self.nouns.ending_at(self.document, token).is_some() {
                noun = Some(token);
            } else if matches!(self.document.tokens[token].upos, Upos::Noun | Upos::Propn)
                || self.name_at(token).is_some_and(|id| self.mentions[id].class == EntityClass::Person)
            {
                noun = noun.filter(|_| false);
            }
        }
        noun
    }
}
