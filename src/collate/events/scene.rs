//! How two tellings of events are compared.

use crate::collate::corpus::{ArticleIndex, Corpus, Event, Id};
use crate::collate::identity::{Identities, last};

/// Where an event stands: article, position among its events.
pub(in crate::collate) type EventAt = (ArticleIndex, usize);

/// An event without a date is looked for on the day of publication and so many days before.
const BEFORE: i32 = 2;
/// An interval longer than this tells no day.
const LONGEST: i32 = 7;
/// A likeness below this is none.
const LEAST: f32 = 0.58;

/// How an event is compared.
pub(super) struct Scene<'c> {
    event: &'c Event,
    /// First and last day it can be on.
    pub(super) days: (i32, i32),
    is_dated: bool,
    /// In order, each once.
    actors: Vec<u64>,
    /// True when the place is a country.
    is_wide: bool,
}

/// What two tellings have in common.
#[derive(Debug, Clone, Copy)]
pub(in crate::collate) struct Common {
    when: When,
    place: Option<Id>,
    shared: usize,
    least: usize,
}

/// How near two tellings are in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    DayApart,
    SameDay,
    SameTime,
}

impl<'c> Scene<'c> {
    /// The scene of an event; none if it can be on any day.
    pub(super) fn new(corpus: &'c Corpus, identities: &Identities, (article, position): EventAt) -> Option<Self> {
        let told = &corpus.articles[article];
        let event = told.events.get(position)?;
        let exact = event.days.filter(|(first, last)| last - first < LONGEST);
        let days = exact.or_else(|| if event.days.is_some() { None } else { told.published.map(|day| (day - BEFORE, day)) })?;
        let mut actors: Vec<u64> = event.actors.iter().map(|&actor| identities.number(article, actor)).collect();
        actors.sort_unstable();
        actors.dedup();
        let is_wide = event.place.is_some_and(|place| told.countries.contains(&place));
        Some(Self { event, days, is_dated: exact.is_some(), actors, is_wide })
    }

    /// What it is found by: its place, and each of those who take part.
    pub(super) fn keys(&self) -> impl Iterator<Item = u64> {
        let place = self.event.place.filter(|_| !self.is_wide).map(|place| (1 << 40) + u64::from(place));
        place.into_iter().chain(self.actors.iter().copied())
    }

    /// How sure it is the same event as another, and by what; none if they are not.
    pub(super) fn like(&self, other: &Self) -> Option<(f32, Common)> {
        let when = self.when(other)?;
        let shared = self.actors.iter().filter(|actor| other.actors.binary_search(actor).is_ok()).count();
        let least = self.actors.len().min(other.actors.len());
        let here = self.event.place.is_some() && self.event.place == other.event.place && !self.is_wide;
        let mut likeness = if self.event.class == other.event.class { 0.1 } else { 0.0 };
        likeness += match when {
            When::DayApart if !(self.is_dated && other.is_dated) => 0.05,
            When::DayApart | When::SameTime => 0.15,
            When::SameDay => 0.35,
        };
        likeness += match (self.event.place, other.event.place) {
            _ if here => 0.35,
            (Some(a), Some(b)) if a == b => 0.15,
            (Some(_), Some(_)) if !self.is_wide && !other.is_wide => -0.2,
            _ => 0.05,
        };
        likeness += match shared {
            0 if least > 0 => -0.1,
            0 => 0.0,
            1 if least > 1 && !here => 0.05,
            1 => 0.15,
            2 => 0.3,
            _ => 0.45,
        };
        let place = self.event.place.filter(|_| self.event.place == other.event.place);
        (likeness > LEAST && (here || shared > 0)).then(|| (likeness.min(0.95), Common { when, place, shared, least }))
    }

    /// How near the days are; none if they exclude that the two are one.
    fn when(&self, other: &Self) -> Option<When> {
        match (self.days.0 - other.days.1).max(other.days.0 - self.days.1) {
            apart if apart > 1 => None,
            1 => Some(When::DayApart),
            _ if self.is_dated && other.is_dated && self.days == other.days => Some(When::SameDay),
            _ => Some(When::SameTime),
        }
    }
}

impl Common {
    /// In words.
    pub(in crate::collate) fn words(self, corpus: &Corpus) -> String {
        let when = match self.when {
            When::DayApart => "a day apart",
            When::SameDay => "on the same day",
            When::SameTime => "at the same time",
        };
        let place = self.place.map(|place| format!(", in {}", last(corpus.word(place)))).unwrap_or_default();
        let who = if self.shared > 0 { format!(", with {} of {} taking part in both", self.shared, self.least) } else { String::new() };
        format!("{when}{place}{who}")
    }
}
