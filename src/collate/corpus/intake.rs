//! From what an article says to its form in memory, without what is never compared.

use super::article::{Article, Event, Figure, Place, Quote, Reading, Role};
use super::interner::Interner;
use crate::collate::{EventFact, Facts, FigureFact, PersonFact, QuoteFact, RoleFact, Rules};
use sha2::{Digest, Sha256};

/// So many words are not said alike by chance.
const LONG_QUOTE: usize = 5;

impl Interner {
    /// An article with names as numbers.
    pub(super) fn article(&mut self, facts: Facts, rules: &Rules) -> Article {
        let people = facts.people.iter().map(|person| self.reading(person)).collect();
        let held = facts.roles.iter().map(|role| self.role(role)).collect();
        let is_compared = |event: &EventFact| rules.same(&event.class).is_some() || rules.incident(&event.class).is_some();
        let events = facts.events.iter().map(|event| (self.event(event), is_compared(event)));
        let events = events.filter(|(_, is_compared)| *is_compared).map(|(event, _)| event).collect();
        let figures = facts.figures.iter().map(|figure| self.figure(figure)).collect();
        let quotes = facts.quotes.iter().filter(|quote| quote.words.split(' ').count() >= LONG_QUOTE);
        let quotes = quotes.map(|quote| self.quote(quote)).collect();
        let (others, countries) = (self.all(&facts.others), self.all(&facts.countries));
        Article { name: facts.article, published: facts.published, people, others, countries, roles: held, events, figures, quotes }
    }

    fn place(&mut self, claim: &str, evidence: &str, confidence: f32) -> Place {
        Place { claim: self.fragment(claim), evidence: self.fragment(evidence), confidence }
    }

    fn reading(&mut self, person: &PersonFact) -> Reading {
        Reading {
            person: self.number(&person.person),
            names: self.all(&person.names),
            links: self.all(&person.links),
            mention: person.mention.as_ref().map(|mention| self.fragment(mention)),
        }
    }

    fn role(&mut self, role: &RoleFact) -> Role {
        Role {
            person: self.number(&role.person),
            title: self.number(&role.title),
            of: self.maybe(role.of.as_ref()),
            is_former: role.is_former,
            at: self.place(&role.claim, &role.evidence, role.confidence),
        }
    }

    fn event(&mut self, event: &EventFact) -> Event {
        Event {
            class: self.number(&event.class),
            modality: self.number(&event.modality),
            actors: self.all(&event.actors),
            place: self.maybe(event.place.as_ref()),
            days: event.days,
            at: self.place(&event.claim, &event.evidence, event.confidence),
        }
    }

    fn figure(&mut self, figure: &FigureFact) -> Figure {
        Figure {
            event: figure.event.as_ref().map(|event| self.fragment(event)),
            measure: self.number(&figure.measure),
            value: figure.value,
            qualifier: self.maybe(figure.qualifier.as_ref()),
            unit: self.maybe(figure.unit.as_ref()),
            at: self.place(&figure.claim, &figure.evidence, figure.confidence),
        }
    }

    fn quote(&mut self, quote: &QuoteFact) -> Quote {
        let digest = Sha256::digest(quote.words.as_bytes());
        Quote {
            speaker: self.number(&quote.speaker),
            words: digest.iter().take(16).fold(0, |number, byte| number << 8 | u128::from(*byte)),
            at: self.place(&quote.claim, &quote.evidence, quote.confidence),
        }
    }
}
