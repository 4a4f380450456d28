//! Titles stated by a verb: "Ana Quispe is the mayor", "he serves as head of the bank", "she was named minister", "who heads the bank".

use super::phrase::{NounPhrase, Reader};
use super::{Holding, How};
use crate::extract::{EntityClass, MentionId, MentionKind, RoleStatus};
use crate::language::{Relation, TokenIndex, Upos};

/// Finds the titles that a clause states of its subject or object.
pub(super) fn holdings(reader: Reader, found: &mut Vec<Holding>) {
    for (token, entry) in reader.document.tokens.iter().enumerate() {
        let nominal = || entry.relation == Relation::Obl && reader.has_case(token, "as") || reader.ends_title(token);
        if entry.upos == Upos::Adj && nominal() || matches!(entry.upos, Upos::Noun | Upos::Propn) {
            reader.predicate(token, found);
        }
    }
}

impl Reader<'_> {
    /// True for the last word of a title of several that the tagger takes for an adjective: "chief executive".
    fn ends_title(self, token: TokenIndex) -> bool {
        self.nouns.ending_at(self.document, token).is_some_and(|found| found.start < token)
    }

    /// A title noun as predicate of a copula, complement of a verb, or after "as".
    fn predicate(self, noun: TokenIndex, found: &mut Vec<Holding>) {
        let Some((person, how, past)) = self.holder_of(noun) else { return };
        let Some(mut phrase) = self.phrase_at(noun).map(|phrase| self.extended(phrase)) else { return };
        if phrase.tokens.contains(&self.mentions[person].head) || phrase.plural {
            return;
        }
        if past {
            phrase.status = RoleStatus::Former;
        }
        self.share_joined_owner(&mut phrase);
        found.push(Holding { person, phrase, how });
    }

    /// What a title is of where only the one that "and" joins to it says it: "the leader and spokesman of the mission".
    fn share_joined_owner(self, phrase: &mut NounPhrase) {
        let Some(sentence) = self.document.sentences.get(self.document.sentence_of(phrase.title.start)) else { return };
        let and = |token: TokenIndex| sentence.tokens.contains(&token) && self.document.word(token) == "and";
        if phrase.of.is_some() || phrase.tokens.end > phrase.title.end {
            return;
        }
        let next = || self.title_from(phrase.tokens.end + 1, sentence.tokens.end).filter(|next| next.tokens.end > next.title.end);
        let after = and(phrase.tokens.end).then(next).flatten();
        let and_before = phrase.tokens.start.checked_sub(1).filter(|&token| !phrase.determined && and(token));
        let before = and_before.and_then(|token| self.phrase_at(token.checked_sub(1)?));
        phrase.of = after.or(before).and_then(|other| other.of);
    }

    fn holder_of(self, noun: TokenIndex) -> Option<(MentionId, How, bool)> {
        let entry = &self.document.tokens[noun];
        let titles = &self.lexicons.titles;
        if self.document.dependents(noun).any(|t| self.document.tokens[t].relation == Relation::Cop) {
            let copula = self.document.dependents(noun).find(|&t| self.document.tokens[t].relation == Relation::Cop)?;
            let past = matches!(self.document.word(copula).to_lowercase().as_str(), "was" | "were");
            return Some((self.subject(noun)?, How::Copula, past));
        }
        let head = entry.head?;
        if entry.relation == Relation::Conj && self.nouns.ending_at(self.document, head).is_some() {
            return self.holder_of(head);
        }
        let verb = &self.document.tokens[head];
        let by_as = self.has_case(noun, "as");
        let oblique = matches!(entry.relation, Relation::Obl | Relation::Nmod);
        let complement = matches!(entry.relation, Relation::Xcomp | Relation::Obj) || (by_as && oblique);
        if by_as && titles.is_post(&verb.lemma) && verb.upos != Upos::Verb {
            let owner = self.dependent(head, Relation::NmodPoss).and_then(|token| self.person(token));
            return owner.map(|owner| (owner, How::Serves, false)).or_else(|| self.who_spends(head));
        }
        if titles.is_appointing(&verb.lemma) && (complement || (oblique && self.has_case(noun, "to"))) {
            let passive = self.dependent(head, Relation::NsubjPass).and_then(|t| self.person(t).or_else(|| self.described(head, t)));
            let object = self.dependent(head, Relation::Obj).filter(|&t| t != noun).and_then(|t| self.person(t));
            return Some((passive.or(object)?, How::Appointed, false));
        }
        if complement && titles.is_verb(&verb.lemma) && (by_as || entry.relation == Relation::Xcomp || verb.lemma == "become") {
            let past = (verb.tag == crate::language::Tag::Vbd && !titles.is_entering(&verb.lemma))
                || titles.is_leaving(&verb.lemma)
                || (titles.is_replacing(&verb.lemma) && self.dependent(head, Relation::NsubjPass).is_some());
            return Some((self.subject(head)?, How::Serves, past));
        }
        None
    }

    /// Who does what a verb says of a time: "she spent four years as mayor".
    fn who_spends(self, time: TokenIndex) -> Option<(MentionId, How, bool)> {
        let entry = &self.document.tokens[time];
        let verb = entry.head.filter(|_| entry.relation == Relation::Obj)?;
        let stated = self.lexicons.titles.is_verb(&self.document.tokens[verb].lemma);
        let person = if stated { self.subject(verb)? } else { return None };
        Some((person, How::Serves, self.document.tokens[verb].tag == crate::language::Tag::Vbd))
    }

    /// True for a noun with this preposition.
    pub(crate) fn has_case(self, noun: TokenIndex, word: &str) -> bool {
        let mut cases = self.document.dependents(noun).filter(|&t| self.document.tokens[t].relation == Relation::Case);
        cases.any(|t| self.document.word(t).eq_ignore_ascii_case(word))
    }

    /// The person who is subject of a verb or predicate; of a relative clause, the one it describes.
    pub(crate) fn subject(self, verb: TokenIndex) -> Option<MentionId> {
        let subject = [Relation::Nsubj, Relation::NsubjPass].into_iter().find_map(|relation| self.dependent(verb, relation));
        match subject {
            Some(subject) => self.person(subject).or_else(|| self.described(verb, subject)),
            None if matches!(self.document.tokens[verb].relation, Relation::Conj | Relation::Xcomp) => self.subject_above(verb),
            None if self.document.tokens[verb].relation == Relation::Acl => self.person(self.document.tokens[verb].head?),
            None => None,
        }
    }

    /// The subject of the clause that this one is joined to.
    fn subject_above(self, verb: TokenIndex) -> Option<MentionId> {
        let head = self.document.tokens[verb].head?;
        let subject = [Relation::Nsubj, Relation::NsubjPass].into_iter().find_map(|relation| self.dependent(head, relation))?;
        self.person(subject).or_else(|| self.described(head, subject))
    }

    /// The person that a relative clause with "who" describes.
    fn described(self, verb: TokenIndex, subject: TokenIndex) -> Option<MentionId> {
        let relative = self.document.tokens[verb].relation == Relation::AclRelcl && self.document.word(subject).eq_ignore_ascii_case("who");
        let before = subject.checked_sub(1).map(|token| if self.document.word(token) == "," { token.saturating_sub(1) } else { token });
        let name = before.and_then(|token| self.person(token)).filter(|_| self.document.word(subject).eq_ignore_ascii_case("who"));
        name.or_else(|| if relative { self.person(self.document.tokens[verb].head?) } else { None })
    }

    pub(crate) fn dependent(self, head: TokenIndex, relation: Relation) -> Option<TokenIndex> {
        self.document.dependents(head).find(|&t| self.document.tokens[t].relation == relation)
    }

    /// The person named at a token, or after the word of courtesy there: "Mr Radev".
    fn person(self, token: TokenIndex) -> Option<MentionId> {
        let courtesy = self.lexicons.titles.is_courtesy(self.document.word(token));
        let named = || if courtesy { self.dependent(token, Relation::Flat) } else { None };
        let mention = self.mentions.at(token).or_else(|| named().and_then(|name| self.mentions.at(name)));
        mention.filter(|&id| {
            let mention = &self.mentions[id];
            mention.class == EntityClass::Person && mention.kind != MentionKind::Description
        })
    }
}
