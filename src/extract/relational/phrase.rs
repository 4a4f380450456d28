//! A relational noun with what it is of, as a noun phrase around it: "former Peruvian deputy foreign minister", "the head of the Harbour Bank".

use super::nouns::{FoundHead, Nouns};
use crate::extract::{EntityClass, Lexicons, MentionId, MentionKind, Mentions, Referent, RoleStatus, Sort};
use crate::language::{Document, TokenIndex, Upos};
use std::ops::Range;

/// A relational noun with its surroundings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NounPhrase {
    /// The whole phrase, with what it is of.
    pub(crate) tokens: Range<TokenIndex>,
    /// The title alone.
    pub(crate) title: Range<TokenIndex>,
    /// What it is of.
    pub(crate) of: Option<Referent>,
    /// Whether it is still held.
    pub(crate) status: RoleStatus,
    /// The group of its noun.
    pub(crate) group: usize,
    /// True if the noun is in the plural.
    pub(crate) plural: bool,
    /// True if a determiner or a possessor opens it.
    pub(crate) determined: bool,
}

/// What the readers of titles look at.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'r> {
    pub(crate) document: &'r Document<'r>,
    pub(crate) mentions: &'r Mentions,
    pub(crate) lexicons: &'r Lexicons,
    /// The nouns to look for.
    pub(crate) nouns: &'r Nouns,
}

const LONGEST_TITLE: usize = 7;
const LONGEST_MEMORY: usize = 60;

impl<'r> Reader<'r> {
    /// The title phrase whose noun ends at a token, read leftwards from it.
    pub(crate) fn phrase_at(self, noun: TokenIndex) -> Option<NounPhrase> {
        if self.name_at(noun).is_some() {
            return None;
        }
        let head = self.nouns.ending_at(self.document, noun)?;
        let first = self.document.sentences.get(self.document.sentence_of(noun))?.tokens.start;
        let start = self.modifiers(head, first);
        let mut phrase = NounPhrase {
            tokens: start..noun + 1,
            title: start..noun + 1,
            of: None,
            status: RoleStatus::Current,
            group: head.group,
            plural: head.plural,
            determined: false,
        };
        self.before(&mut phrase, first);
        self.short_owner(&mut phrase, head.start);
        Some(phrase)
    }

    /// The first word of the title: adjectives and nouns before its noun, neither names nor nationalities.
    fn modifiers(self, head: FoundHead, first: TokenIndex) -> TokenIndex {
        let mut start = head.start;
        while start > first && head.start - start < LONGEST_TITLE {
            let before = start - 1;
            let joined = matches!(self.document.word(start), "and" | "&" | "-" | "‑" | "/");
            if !self.is_modifier(before, head, joined) {
                break;
            }
            start = before;
        }
        while start < head.start && matches!(self.document.word(start), "and" | "&" | "-" | "‑" | "/") {
            start += 1;
        }
        start
    }

    fn is_modifier(self, token: TokenIndex, head: FoundHead, joined: bool) -> bool {
        let word = self.document.word(token);
        let titles = &self.lexicons.titles;
        if self.name_at(token).is_some() || self.nationality(token).is_some() || titles.is_former(word) || titles.is_not_part(word) {
            return false;
        }
        let is_title = self.nouns.ending_at(self.document, token).is_some();
        match word {
            "and" | "&" => !joined && token > 0 && self.nouns.ending_at(self.document, token - 1).is_none() && self.is_noun_like(token - 1),
            "-" | "‑" | "/" => !joined,
            _ if is_title && (head.prefix || joined) && !titles.is_leading(word) => false,
            _ => self.is_noun_like(token) && !titles.is_courtesy(word),
        }
    }

    /// The country of the nationality that ends at a token ("Peruvian", "Costa Rican"), and where it starts.
    pub(crate) fn nationality(self, token: TokenIndex) -> Option<(TokenIndex, &'static str)> {
        let demonyms = &self.lexicons.demonyms;
        let before = token.checked_sub(1).filter(|&before| self.document.sentence_of(before) == self.document.sentence_of(token));
        let long = before.and_then(|before| Some((before, demonyms.country(self.document.words(&(before..token + 1)))?)));
        long.or_else(|| Some((token, demonyms.country(self.document.word(token))?)))
    }

    /// The name that a token belongs to.
    pub(crate) fn name_at(self, token: TokenIndex) -> Option<MentionId> {
        self.mentions.at(token).filter(|&id| self.mentions[id].kind == MentionKind::Name)
    }

    fn is_noun_like(self, token: TokenIndex) -> bool {
        let token = &self.document.tokens[token];
        matches!(token.upos, Upos::Adj | Upos::Noun | Upos::Propn)
    }

    /// A body named in full before, of which the title's first word alone reminds: "Council spokesperson", "party leader".
    fn short_owner(self, phrase: &mut NounPhrase, head: TokenIndex) {
        if phrase.of.is_some() || phrase.title.start >= head {
            return;
        }
        let word = self.document.word(phrase.title.start).to_lowercase();
        if self.lexicons.descriptions.noun(&word) != Some(Sort::Organization) {
            return;
        }
        let before = self.mentions.before(phrase.title.start).take(LONGEST_MEMORY);
        let mut bodies = before.filter(|(_, mention)| mention.kind == MentionKind::Name && mention.class == EntityClass::Organization);
        let named =
            bodies.find(|(_, mention)| mention.span.of(&self.document.article.text).to_lowercase().split(' ').any(|part| part == word));
        if let Some((id, _)) = named {
            phrase.of = Some(Referent::Mention(id));
            phrase.title.start += 1;
        }
    }

    /// Reads what stands before the title: possessor, nationality, organization, "former", determiner.
    fn before(self, phrase: &mut NounPhrase, first: TokenIndex) {
        while phrase.tokens.start > first {
            let token = phrase.tokens.start - 1;
            let word = self.document.word(token);
            if self.lexicons.titles.is_former(word) {
                phrase.status = RoleStatus::Former;
            } else if let Some((start, country)) = self.nationality(token).filter(|_| self.name_at(token).is_none()) {
                phrase.of.get_or_insert(Referent::Country(country.into()));
                phrase.tokens.start = start;
                continue;
            } else if let Some((start, of)) = self.owner(token) {
                phrase.determined |= phrase.of.is_none() && self.is_possessive(token);
                phrase.of.get_or_insert(of);
                phrase.tokens.start = start;
                continue;
            } else if self.lexicons.descriptions.is_determiner(word) {
                phrase.determined = true;
                phrase.tokens.start = token;
                break;
            } else if !(matches!(word, "-" | "‑") || self.lexicons.titles.is_not_part(word)) {
                break;
            }
            phrase.tokens.start = token;
        }
    }

    fn is_possessive(self, token: TokenIndex) -> bool {
        is_possessive(self.document.word(token)) || self.document.tokens[token].tag == crate::language::Tag::PrpPoss
    }

    /// The mention that ends at a token, past a possessive ending, if a title can be of it.
    fn owner(self, token: TokenIndex) -> Option<(TokenIndex, Referent)> {
        let possessive = is_possessive(self.document.word(token));
        let last = if possessive { token.checked_sub(1)? } else { token };
        let id = self.mentions.at(last)?;
        let mention = &self.mentions[id];
        let fits = match (mention.kind, mention.class) {
            (MentionKind::Pronoun, _) => self.document.tokens[token].tag == crate::language::Tag::PrpPoss,
            (MentionKind::Description, _) | (_, EntityClass::Person) => possessive,
            (_, EntityClass::NamedEvent | EntityClass::Work) => false,
            (_, EntityClass::Organization | EntityClass::Place) => true,
        };
        fits.then_some((mention.tokens.start, Referent::Mention(id)))
    }

    /// Extends a phrase rightwards: "of Mines and Energy" belongs to the title, "of Peru" says what it is of.
    pub(crate) fn extended(self, mut phrase: NounPhrase) -> NounPhrase {
        let Some(sentence) = self.document.sentences.get(self.document.sentence_of(phrase.title.start)) else { return phrase };
        let last = sentence.tokens.end;
        while phrase.tokens.end < last && self.lexicons.titles.is_link(self.document.word(phrase.tokens.end)) {
            let link = phrase.tokens.end;
            if let Some((id, end)) = self.object(link + 1, last) {
                if phrase.of.is_some() && phrase.title.end == link {
                    phrase.title.end = end;
                }
                phrase.of.get_or_insert(Referent::Mention(id));
                phrase.tokens.end = end;
                break;
            }
            let end = self.common(link, last);
            if end == link || phrase.title.end != link {
                break;
            }
            (phrase.title.end, phrase.tokens.end) = (end, end);
        }
        phrase
    }

    /// The mention that the noun phrase from a token on names, past its determiner and adjectives.
    fn object(self, mut token: TokenIndex, last: TokenIndex) -> Option<(MentionId, TokenIndex)> {
        let from = token;
        while token < last && token < from + 6 {
            if let Some(id) = self.name_at(token) {
                let mention = &self.mentions[id];
                let owns = mention.tokens.end < last && is_possessive(self.document.word(mention.tokens.end));
                let owned = owns.then(|| self.mentions.at(mention.tokens.end + 1)).flatten();
                let id = owned.unwrap_or(id);
                let fits = !matches!(self.mentions[id].class, EntityClass::Work) && self.mentions[id].kind != MentionKind::Pronoun;
                return fits.then(|| (id, self.mentions[id].tokens.end));
            }
            let word = self.document.word(token);
            let passed = self.lexicons.descriptions.is_determiner(word)
                || self.lexicons.demonyms.contains(word)
                || matches!(self.document.tokens[token].upos, Upos::Adj | Upos::Noun)
                || self.lexicons.titles.nouns().ending_at(self.document, token).is_some()
                || (word == "of" && self.is_place_noun(token - 1));
            if !passed {
                return None;
            }
            token += 1;
        }
        None
    }

    /// True for "town", "province": nouns that "of" ties to the name of a place.
    pub(crate) fn is_place_noun(self, token: TokenIndex) -> bool {
        let sort = self.lexicons.descriptions.noun(&self.document.word(token).to_lowercase());
        matches!(sort, Some(Sort::City | Sort::Place | Sort::Country))
    }

    /// The end of a prepositional phrase of common nouns that belongs to a title; `link` itself if there is none.
    fn common(self, link: TokenIndex, last: TokenIndex) -> TokenIndex {
        if !matches!(self.document.word(link), "of" | "for" | "in" | "to") {
            return link;
        }
        let mut end = link + 1;
        let mut noun = false;
        while end < last && end < link + LONGEST_TITLE && self.name_at(end).is_none() {
            let word = self.document.word(end);
            let goes_on = match word {
                "and" | "&" => {
                    noun && end + 1 < last && self.is_noun_like(end + 1) && self.nouns.ending_at(self.document, end + 1).is_none()
                }
                "the" => end == link + 1 && end + 1 < last && self.lexicons.titles.is_unnamed(self.document.word(end + 1)),
                "-" | "‑" => true,
                _ => self.is_noun_like(end),
            };
            if !goes_on {
                break;
            }
            noun |= self.is_noun_like(end);
            end += 1;
        }
        while end > link && matches!(self.document.word(end - 1), "and" | "&" | "-" | "‑" | "the") {
            end -= 1;
        }
        if noun { end } else { link }
    }

    /// The noun of a phrase: its last word before a preposition.
    pub(crate) fn noun(self, phrase: &NounPhrase) -> &'r str {
        let is_link = |token: &TokenIndex| *token > phrase.title.start && self.lexicons.titles.is_link(self.document.word(*token));
        let link = phrase.title.clone().find(is_link);
        self.document.word(link.unwrap_or(phrase.title.end).saturating_sub(1))
    }
}

/// True for the ending of a possessor.
pub(super) fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'" | "’" | "'S" | "’S")
}
