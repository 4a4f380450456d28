//! What follows a relational noun: "of Mines and Energy" belongs to the title, "of Peru" says what it is of.

use super::phrase::{NounPhrase, Reader, is_possessive};
use crate::extract::{EntityClass, MentionId, MentionKind, Referent, Sort};
use crate::language::{Relation, Tag, TokenIndex, Upos};

const LONGEST_COMPLEMENT: usize = 8;

impl<'r> Reader<'r> {
    /// Extends a phrase rightwards: "of Mines and Energy" belongs to the title, "of Peru" says what it is of.
    pub(crate) fn extended(self, mut phrase: NounPhrase) -> NounPhrase {
        let Some(sentence) = self.document.sentences.get(self.document.sentence_of(phrase.title.start)) else { return phrase };
        let last = sentence.tokens.end;
        let mut between = false;
        while phrase.tokens.end < last && self.links(phrase.tokens.end, &phrase) {
            let link = phrase.tokens.end;
            if let Some((id, end)) = self.object(link + 1, last) {
                if phrase.of.is_some() && phrase.title.end == link {
                    phrase.title.end = end;
                }
                if !between || self.document.word(link) != "in" {
                    phrase.of.get_or_insert(Referent::Mention(id));
                }
                phrase.tokens.end = end;
                continue;
            }
            let common = self.common(link, last);
            let end = if common > link { common } else { self.unnamed(link, last) };
            if end == link {
                break;
            }
            if common > link && phrase.title.end == link {
                phrase.title.end = end;
            }
            between |= common == link;
            phrase.tokens.end = end;
        }
        phrase
    }

    /// True for a preposition that can tie a title to what it is of; "from" can where the title is an office: "the senator from Lima".
    fn links(self, token: TokenIndex, phrase: &NounPhrase) -> bool {
        let (titles, word) = (&self.lexicons.titles, self.document.word(token));
        let origin = || self.document.tokens.get(token + 1).and_then(|_| self.name_at(token + 1));
        let seat = || origin().is_some_and(|id| self.mentions[id].class == EntityClass::Place);
        titles.is_link(word) || (phrase.of.is_none() && titles.is_origin(word) && titles.is_office(phrase.group) && seat())
    }

    /// The mention that the noun phrase from a token on refers by, past its determiner, adjectives and nouns.
    fn object(self, from: TokenIndex, last: TokenIndex) -> Option<(MentionId, TokenIndex)> {
        for token in from..last.min(from + LONGEST_COMPLEMENT) {
            let reached = self.mentions.at(token).filter(|&id| self.mentions[id].kind == MentionKind::Name || self.is_body(id));
            if let Some(id) = reached {
                let id = self.described_after(id, last).unwrap_or(id);
                return self.owned(id, last).filter(|_| !self.is_apposed(id, from));
            }
            if !self.leads_to_name(token) {
                return None;
            }
        }
        None
    }

    /// The body whose name follows a place and the nouns for its kind: "Peru think-tank Harbour House".
    fn described_after(self, place: MentionId, last: TokenIndex) -> Option<MentionId> {
        let place =
            Some(&self.mentions[place]).filter(|mention| mention.class == EntityClass::Place && mention.kind == MentionKind::Name)?;
        let noun = |token: &TokenIndex| {
            let small = self.document.word(*token).starts_with(char::is_lowercase);
            small && matches!(self.document.tokens[*token].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb | Upos::X)
                || matches!(self.document.word(*token), "-" | "‑")
        };
        let end = (place.tokens.end..last.min(place.tokens.end + LONGEST_COMPLEMENT)).find(|token| !noun(token))?;
        let body = self.name_at(end).filter(|&id| self.mentions[id].class == EntityClass::Organization)?;
        (end > place.tokens.end).then_some(body)
    }

    /// A name or description, or what it owns: "Peru's Harbour Bank".
    fn owned(self, id: MentionId, last: TokenIndex) -> Option<(MentionId, TokenIndex)> {
        let end = self.mentions[id].tokens.end;
        let owns = end < last && is_possessive(self.document.word(end));
        let owned = owns.then(|| self.mentions.at(end + 1)).flatten();
        let id = owned.unwrap_or(id);
        let mention = &self.mentions[id];
        let fits = mention.class != EntityClass::Work && mention.kind != MentionKind::Pronoun;
        fits.then_some((id, mention.tokens.end))
    }

    /// True for "the ministry", "the country".
    fn is_body(self, id: MentionId) -> bool {
        let mention = &self.mentions[id];
        let goes_on = self.document.tokens.get(mention.tokens.end).is_some_and(|_| self.document.word(mention.tokens.end) == "of");
        let capital = self.document.word(mention.tokens.end - 1).starts_with(char::is_uppercase);
        let body = mention.class == EntityClass::Organization || (mention.class == EntityClass::Place && !capital);
        mention.kind == MentionKind::Description && body && !goes_on
    }

    /// True for a person's name after a noun that names them: "the minister of tourism Ana Quispe".
    fn is_apposed(self, id: MentionId, from: TokenIndex) -> bool {
        let mention = &self.mentions[id];
        let before = mention.tokens.start.saturating_sub(1);
        let titles = self.lexicons.titles.nouns();
        mention.class == EntityClass::Person
            && mention.tokens.start > from
            && from.checked_sub(2).is_some_and(|noun| titles.ending_at(self.document, noun).is_some())
            && matches!(self.document.tokens[before].upos, Upos::Noun | Upos::Propn)
            && titles.ending_at(self.document, before).is_none()
    }

    /// True for the words that can stand between a preposition and the name that it leads to.
    fn leads_to_name(self, token: TokenIndex) -> bool {
        let word = self.document.word(token);
        self.lexicons.descriptions.is_determiner(word)
            || self.lexicons.demonyms.contains(word)
            || matches!(self.document.tokens[token].upos, Upos::Adj | Upos::Adv | Upos::Noun)
            || self.document.tokens[token].relation == Relation::CcPreconj
            || self.lexicons.descriptions.noun(&word.to_lowercase()) == Some(Sort::Organization)
            || matches!(self.document.tokens[token].tag, Tag::Vbg | Tag::Vbn)
            || word == "-"
            || self.lexicons.titles.nouns().ending_at(self.document, token).is_some()
            || (word == "of" && self.is_place_noun(token - 1))
    }

    /// True for "town", "provinces": nouns that "of" ties to the name of a place.
    pub(crate) fn is_place_noun(self, token: TokenIndex) -> bool {
        let nouns = &self.lexicons.descriptions;
        let sort = nouns.noun(&self.document.word(token).to_lowercase()).or_else(|| nouns.noun(&self.document.tokens[token].lemma));
        matches!(sort, Some(Sort::City | Sort::Place | Sort::Country))
    }

    /// The end of a prepositional phrase of common nouns that belongs to a title; `link` itself if there is none.
    fn common(self, link: TokenIndex, last: TokenIndex) -> TokenIndex {
        let field = self.document.tokens.get(link + 1).is_some_and(|token| token.upos != Upos::Propn);
        let belongs = match self.document.word(link) {
            "of" | "for" | "to" | "on" => true,
            word => word == "in" && field,
        };
        if !belongs {
            return link;
        }
        let mut end = link + 1;
        let mut noun = false;
        while end < last && end < link + LONGEST_COMPLEMENT && self.name_at(end).is_none() {
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

    /// The end of a prepositional phrase that belongs neither to the title nor to a name: "of the general staff".
    fn unnamed(self, link: TokenIndex, last: TokenIndex) -> TokenIndex {
        let mut end = link + 1;
        while end < last
            && end < link + LONGEST_COMPLEMENT
            && self.name_at(end).is_none()
            && (self.is_noun_like(end) || (end == link + 1 && self.lexicons.descriptions.is_determiner(self.document.word(end))))
        {
            end += 1;
        }
        let noun = end > link + 1 && matches!(self.document.tokens[end - 1].upos, Upos::Noun | Upos::Propn);
        if noun { end } else { link }
    }

    /// The end of the small nouns that go on from a name before a token: "the Harbour Party faction".
    pub(super) fn past_nouns(self, from: TokenIndex, last: TokenIndex) -> TokenIndex {
        let noun = |token: &TokenIndex| {
            self.document.tokens[*token].upos == Upos::Noun
                && self.document.word(*token).starts_with(char::is_lowercase)
                && self.nouns.ending_at(self.document, *token).is_none()
        };
        let named = from.checked_sub(1).and_then(|token| self.name_at(token));
        let body = named.is_some_and(|id| self.mentions[id].class != EntityClass::Person);
        if body && from < last { (from..last).find(|token| !noun(token)).unwrap_or(last) } else { from }
    }

    /// The noun of a phrase: its last word before a preposition.
    pub(crate) fn noun(self, phrase: &NounPhrase) -> &'r str {
        let is_link = |token: &TokenIndex| *token > phrase.title.start && self.lexicons.titles.is_link(self.document.word(*token));
        let link = phrase.title.clone().find(is_link);
        self.document.word(link.unwrap_or(phrase.title.end).saturating_sub(1))
    }
}
