//! A relational noun with what it is of, as a noun phrase around it: "former Peruvian deputy foreign minister", "the head of the Harbour Bank".

use super::nouns::{FoundHead, Nouns};
use crate::extract::{EntityClass, Lexicons, MentionId, MentionKind, Mentions, Referent, RoleStatus, Sort};
use crate::language::{Document, Relation, TokenIndex, Upos};
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
    /// True if a short form in its first word tells what it is of: "party spokesperson".
    pub(crate) reminds: bool,
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
const LONGEST_BRACKET: usize = 14;
const LONGEST_MEMORY: usize = 60;

impl Reader<'_> {
    /// The title phrase whose noun ends at a token, read leftwards from it.
    pub(crate) fn phrase_at(self, noun: TokenIndex) -> Option<NounPhrase> {
        if self.name_at(noun).is_some() {
            return None;
        }
        let noun = self.hyphened(noun);
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
            reminds: false,
        };
        self.before(&mut phrase, first);
        self.short_owner(&mut phrase, head.start);
        Some(phrase)
    }

    /// The end of a noun that goes on behind hyphens: "president-elect", "editor-in-chief".
    fn hyphened(self, noun: TokenIndex) -> TokenIndex {
        let joined = |last: TokenIndex| (noun + 1..last).step_by(2).all(|token| matches!(self.document.word(token), "-" | "‑"));
        let mut ends = [noun + 4, noun + 2].into_iter().filter(|&last| last < self.document.tokens.len() && joined(last));
        let whole = |last: &TokenIndex| self.nouns.ending_at(self.document, *last).is_some_and(|head| head.start <= noun);
        ends.find(whole).unwrap_or(noun)
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
        if self.epithet(token).is_some()
            || self.name_at(token).is_some()
            || self.nationality(token).is_some()
            || titles.is_former(word)
            || titles.is_not_part(word)
        {
            return false;
        }
        let is_title = self.nouns.ending_at(self.document, token).is_some();
        match word {
            "and" | "&" => !joined && token > 0 && self.nouns.ending_at(self.document, token - 1).is_none() && self.is_noun_like(token - 1),
            "-" | "‑" | "/" => !joined,
            _ if is_title && (head.prefix || joined) && !titles.is_leading(word) => false,
            _ => (self.is_noun_like(token) || self.is_participle(token)) && !titles.is_courtesy(word),
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

    pub(super) fn is_noun_like(self, token: TokenIndex) -> bool {
        let token = &self.document.tokens[token];
        matches!(token.upos, Upos::Adj | Upos::Noun | Upos::Propn)
    }

    /// True for "acting", "investigating": a verb's form that describes the noun after it.
    pub(super) fn is_participle(self, token: TokenIndex) -> bool {
        let entry = &self.document.tokens[token];
        entry.upos == Upos::Verb
            && (matches!(entry.relation, Relation::Amod | Relation::Compound)
                || self.lexicons.titles.is_participle(self.document.word(token)))
    }

    /// Where "54-year-old" or "Arequipa-based" starts, which ends at a token.
    fn epithet(self, token: TokenIndex) -> Option<TokenIndex> {
        let before = |back: usize| token.checked_sub(back);
        let is = |back: usize, word: &str| before(back).is_some_and(|token| self.document.word(token) == word);
        match self.document.word(token) {
            "old" if is(1, "-") && is(2, "year") && is(3, "-") => before(4),
            "based" | "born" if is(1, "-") => {
                let last = before(2)?;
                Some(self.name_at(last).map_or(last, |id| self.mentions[id].tokens.start))
            }
            _ => None,
        }
    }

    /// Before a bracket that ends at a token: "the head of the Harbour Bank (HB), Ana Quispe".
    pub(super) fn before_brackets(self, end: TokenIndex, first: TokenIndex) -> TokenIndex {
        let closed = end > first && self.document.word(end - 1) == ")";
        let open = (end.saturating_sub(LONGEST_BRACKET).max(first)..end).rev().find(|&token| self.document.word(token) == "(");
        open.filter(|_| closed).unwrap_or(end)
    }

    /// Before a single word in quotation marks that ends at a token: "Harbour Bank “HB” president".
    fn before_quotes(self, end: TokenIndex, first: TokenIndex) -> TokenIndex {
        let open = end.checked_sub(3).filter(|&open| open > first);
        let quoted = |open: TokenIndex| matches!(self.document.word(open), "“" | "\"") && matches!(self.document.word(end - 1), "”" | "\"");
        open.filter(|&open| quoted(open)).unwrap_or(end)
    }

    /// Before a bracket, or a quoted word, that stands after a name: "Harbour Bank (HB) president".
    fn before_short_form(self, end: TokenIndex, first: TokenIndex) -> TokenIndex {
        let open = self.before_brackets(end, first).min(self.before_quotes(end, first));
        if open > first && open < end && self.name_at(open - 1).is_some() { open } else { end }
    }

    /// A body named in full before, of which the title's first word alone reminds: "Council spokesperson", "party leader".
    fn short_owner(self, phrase: &mut NounPhrase, head: TokenIndex) {
        if phrase.of.is_some() || phrase.title.start >= head {
            return;
        }
        if let Some(id) = self.named_before(phrase.title.start).or_else(|| self.described_by(phrase.title.start)) {
            phrase.of = Some(Referent::Mention(id));
            phrase.reminds = true;
            phrase.title.start += 1;
        }
    }

    /// The body that a token alone describes: "party spokesperson".
    fn described_by(self, token: TokenIndex) -> Option<MentionId> {
        self.mentions.at(token).filter(|&id| {
            let mention = &self.mentions[id];
            mention.kind == MentionKind::Description && mention.class == EntityClass::Organization && mention.tokens == (token..token + 1)
        })
    }

    /// The last body before a token whose name has the token's word; a place too, for a word that is written as a name is.
    fn named_before(self, token: TokenIndex) -> Option<MentionId> {
        let word = self.document.word(token).to_lowercase();
        let short_name = self.is_short_name(token);
        if self.lexicons.descriptions.noun(&word) != Some(Sort::Organization) && !short_name {
            return None;
        }
        let fits = |class| class == EntityClass::Organization || short_name && class == EntityClass::Place;
        let named = self.mentions.before(token).take(LONGEST_MEMORY);
        let mut bodies = named.filter(|(_, mention)| mention.kind == MentionKind::Name && fits(mention.class));
        let has_word = |name: &str| name.to_lowercase().split(' ').any(|part| part == word);
        bodies.find(|(_, mention)| has_word(mention.span.of(&self.document.article.text))).map(|(id, _)| id)
    }

    /// True for the noun of a body with a capital, as it reminds of a name: "Museum curator".
    fn is_short_name(self, token: TokenIndex) -> bool {
        let word = self.document.word(token);
        word.starts_with(char::is_uppercase)
            && self.lexicons.names.is_body(word)
            && !self.document.word(token + 1).starts_with(char::is_uppercase)
    }

    /// Reads what stands before the title: possessor, nationality, organization, "former", determiner.
    fn before(self, phrase: &mut NounPhrase, first: TokenIndex) {
        while phrase.tokens.start > first {
            let token = self.before_short_form(phrase.tokens.start, first) - 1;
            let word = self.document.word(token);
            if let Some(start) = self.epithet(token).filter(|&start| start >= first) {
                phrase.tokens.start = start;
                continue;
            } else if self.lexicons.titles.is_former(word) {
                phrase.status = RoleStatus::Former;
            } else if let Some((start, country)) = self.nationality(token).filter(|_| self.name_at(token).is_none()) {
                phrase.of.get_or_insert(Referent::Country(country.into()));
                phrase.tokens.start = start;
                continue;
            } else if let Some((start, of)) = self.owner(token, first) {
                let possessive = self.is_possessive(token);
                if possessive && self.starts_with_place(phrase) {
                    phrase.title.start = phrase.tokens.start;
                    phrase.of = None;
                } else if possessive && matches!(phrase.of, Some(Referent::Country(_))) {
                    phrase.of = None;
                }
                phrase.determined |= phrase.of.is_none() && possessive;
                phrase.of.get_or_insert(of);
                phrase.tokens.start = start;
                continue;
            } else if self.lexicons.descriptions.is_determiner(word) {
                phrase.determined = true;
                phrase.tokens.start = token;
                break;
            } else if !(matches!(word, "-" | "‑")
                || self.document.tokens[token].upos == Upos::Num
                || self.lexicons.titles.is_not_part(word))
            {
                break;
            }
            phrase.tokens.start = token;
        }
    }

    fn is_possessive(self, token: TokenIndex) -> bool {
        is_possessive(self.document.word(token)) || self.document.tokens[token].tag == crate::language::Tag::PrpPoss
    }

    /// True for "Peru director": a title with the place that it is for, which a possessor before it does not own.
    fn starts_with_place(self, phrase: &NounPhrase) -> bool {
        let Some(Referent::Mention(id)) = phrase.of else { return false };
        let place = &self.mentions[id];
        place.class == EntityClass::Place && place.tokens == (phrase.tokens.start..phrase.title.start)
    }

    /// The mention that ends at a token, past a possessive ending, if a title can be of it.
    fn owner(self, token: TokenIndex, first: TokenIndex) -> Option<(TokenIndex, Referent)> {
        let possessive = is_possessive(self.document.word(token));
        let last = if possessive { self.before_short_form(token, first).checked_sub(1)? } else { token };
        let id = self.mentions.at(last)?;
        let mention = &self.mentions[id];
        let fits = match (mention.kind, mention.class) {
            (MentionKind::Pronoun, _) => self.document.tokens[token].tag == crate::language::Tag::PrpPoss,
            (MentionKind::Description, _) => possessive,
            // "Trump lawyer Ana Quispe": a family name alone can own a title without saying so.
            (_, EntityClass::Person) => possessive || mention.tokens.len() == 1,
            (_, EntityClass::NamedEvent | EntityClass::Work) => false,
            (_, EntityClass::Organization | EntityClass::Place) => true,
        };
        fits.then_some((mention.tokens.start, Referent::Mention(id)))
    }
}

/// True for the ending of a possessor.
pub(crate) fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'" | "’" | "'S" | "’S")
}
