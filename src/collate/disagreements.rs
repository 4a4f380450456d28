//! Claims of two articles that cannot both hold. What changed between two days is no contradiction.

use super::corpus::{ArticleIndex, Corpus, Figure, Fragment, Id, Place, Quote, Role};
use super::events::{Cluster, EventAt};
use super::identity::{Identities, last, plain};
use super::{Finding, Predicate, Rules};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// So many days apart nobody leaves an office and is back.
const SHORT: i32 = 7;
const YEAR: i32 = 366;
/// Tellings less alike than this may as well be two events as one with two days.
const ALIKE: f32 = 0.7;

/// A role with the day and position of its article.
type Dated<'c> = (i32, ArticleIndex, &'c Role);

/// A claim as a side of a disagreement.
type Side<'c> = (ArticleIndex, &'c Place);

fn disagree(corpus: &Corpus, one: Side<'_>, other: Side<'_>, why: (&'static str, String, f32)) -> Finding {
    let claim = |(article, place): Side<'_>| corpus.locate(article, place.claim);
    let words = |(article, place): Side<'_>| corpus.locate(article, place.evidence);
    let mut sides = [(claim(one), words(one)), (claim(other), words(other))];
    sides.sort();
    let [(subject, first), (object, second)] = sides;
    let (rule, reason, sure) = why;
    let confidence = sure * one.1.confidence.min(other.1.confidence);
    Finding { subject, predicate: Predicate::DisagreesWith, object, reason, rule, confidence, evidence: vec![first, second] }
}

/// Who is called the holder of an office by some and a former holder by others at the same time.
pub(super) fn statuses(corpus: &Corpus, identities: &Identities) -> Vec<Finding> {
    let mut offices: BTreeMap<(u64, Id), Vec<Dated<'_>>> = BTreeMap::new();
    for (index, article) in corpus.articles.iter().enumerate() {
        let Some(day) = article.published else { continue };
        for role in &article.roles {
            offices.entry((identities.number(index, role.person), role.title)).or_default().push((day, index, role));
        }
    }
    let mut found = Vec::new();
    for told in offices.into_values() {
        let (mut former, current): (Vec<_>, Vec<_>) = told.into_iter().partition(|(_, _, role)| role.is_former);
        former.dedup_by_key(|(_, index, _)| *index);
        for (day, index, role) in former {
            let alike = |other: &&(i32, ArticleIndex, &Role)| {
                // Whose a body is that several countries have, one of the two may leave open.
                let same = |(one, other)| one == other || plain(corpus.word(one)) == plain(corpus.word(other));
                other.1 != index && role.of.zip(other.2.of).is_none_or(same)
            };
            let before = current.iter().filter(alike).filter(|other| other.0 <= day).max_by_key(|other| (other.0, other.1));
            let after = current.iter().filter(alike).filter(|other| other.0 >= day).min_by_key(|other| (other.0, other.1));
            let nearest = [before, after].into_iter().flatten().min_by_key(|other| ((other.0 - day).abs(), other.1));
            let Some(&(other_day, other, other_role)) = nearest else { continue };
            let between = before.zip(after).is_some_and(|(before, after)| after.0 - before.0 <= YEAR);
            let sure = if (other_day - day).abs() <= SHORT { 0.9 } else { 0.75 };
            if sure > 0.8 || between {
                let (who, title) = (last(corpus.word(role.person)), corpus.word(role.title).replace('-', " "));
                let reason = format!("{who} is {title} for one and former {title} for the other at the same time");
                found.push(disagree(corpus, (index, &role.at), (other, &other_role.at), ("disagreement/role-status", reason, sure)));
            }
        }
    }
    found
}

/// For a figure: the incident, what is measured, what is counted.
type Measured = (usize, Id, Option<Id>);

/// The figures of each incident; the highest of each article stands for it, since others may count a part.
fn measured<'c>(corpus: &'c Corpus, incidents: &[Cluster]) -> BTreeMap<Measured, BTreeMap<ArticleIndex, &'c Figure>> {
    let mut of_event: FxHashMap<(ArticleIndex, Fragment), usize> = FxHashMap::default();
    for (number, cluster) in incidents.iter().enumerate() {
        for (article, event) in [cluster.first].into_iter().chain(cluster.others.iter().map(|told| told.at)) {
            of_event.insert((article, corpus.articles[article].events[event].at.claim), number);
        }
    }
    let mut given: BTreeMap<Measured, BTreeMap<ArticleIndex, &Figure>> = BTreeMap::new();
    for (index, article) in corpus.articles.iter().enumerate() {
        for figure in &article.figures {
            let Some(&incident) = figure.event.and_then(|event| of_event.get(&(index, event))) else { continue };
            let highest = given.entry((incident, figure.measure, figure.unit)).or_default().entry(index).or_insert(figure);
            if figure.value > highest.value {
                *highest = figure;
            }
        }
    }
    given
}

/// Numbers for one incident that exclude each other.
pub(super) fn figures(corpus: &Corpus, incidents: &[Cluster], rules: &Rules) -> Vec<Finding> {
    let mut found = Vec::new();
    for ((_, measure, _), by_article) in measured(corpus, incidents) {
        let measure = corpus.word(measure);
        let mut told: Vec<(i32, ArticleIndex, &Figure)> =
            by_article.into_iter().map(|(index, figure)| (corpus.articles[index].published.unwrap_or(i32::MIN), index, figure)).collect();
        told.sort_by_key(|(day, index, _)| (*day, *index));
        for pair in told.windows(2) {
            let [(day, one, figure), (later, other, next)] = pair else { continue };
            let range = |figure: &Figure| rules.range(figure.value, figure.qualifier.map(|qualifier| corpus.word(qualifier)));
            let ((low, high), (next_low, next_high)) = (range(figure), range(next));
            let grew = rules.grows(measure) && (day < later || *day == i32::MIN) && next.value > figure.value;
            if (high < next_low || next_high < low) && !grew {
                let reason = format!("{measure}: {} and {} for one event", figure.value, next.value);
                found.push(disagree(corpus, (*one, &figure.at), (*other, &next.at), ("disagreement/figure", reason, 0.8)));
            }
        }
    }
    found
}

/// The one day that an article gives for an event. The day of publication is none: it stands for events of which no day is told.
fn told_day(corpus: &Corpus, (article, event): EventAt) -> Option<i32> {
    let article = &corpus.articles[article];
    let (first, last) = article.events[event].days?;
    (first == last && article.published != Some(first)).then_some(first)
}

/// Tellings of one event that give other days or places.
pub(super) fn settings(corpus: &Corpus, clusters: &[Cluster]) -> Vec<Finding> {
    let mut found = Vec::new();
    for Cluster { first, others } in clusters {
        let event = |at: EventAt| &corpus.articles[at.0].events[at.1];
        let is_wide = |at: EventAt| event(at).place.is_none_or(|place| corpus.articles[at.0].countries.contains(&place));
        for told in others {
            let (one, other) = (event(*first), event(told.at));
            let mut add = |rule, reason, sure: f32| {
                found.push(disagree(corpus, (first.0, &one.at), (told.at.0, &other.at), (rule, reason, sure * told.confidence)));
            };
            let days = told_day(corpus, *first).zip(told_day(corpus, told.at)).is_some_and(|(one, other)| one != other);
            if days && one.modality == other.modality && told.confidence > ALIKE {
                add("disagreement/date", "one event on two days".to_owned(), 0.5);
            } else if one.place != other.place && !is_wide(*first) && !is_wide(told.at) {
                let place = |place: Option<Id>| place.map(|place| last(corpus.word(place))).unwrap_or_default();
                add("disagreement/place", format!("one event in {} and in {}", place(one.place), place(other.place)), 0.6);
            }
        }
    }
    found
}

/// The same words from two mouths.
pub(super) fn attributions(corpus: &Corpus, identities: &Identities) -> Vec<Finding> {
    let mut said: BTreeMap<u128, Vec<(ArticleIndex, &Quote)>> = BTreeMap::new();
    for (index, article) in corpus.articles.iter().enumerate() {
        for quote in &article.quotes {
            said.entry(quote.words).or_default().push((index, quote));
        }
    }
    let mut found = Vec::new();
    for quotes in said.into_values() {
        let Some(((first_at, first), others)) = quotes.split_first() else { continue };
        let speaker = |index: ArticleIndex, quote: &Quote| identities.number(index, quote.speaker);
        for (at, quote) in others.iter().filter(|(at, quote)| at != first_at && speaker(*at, quote) != speaker(*first_at, first)) {
            let (one, other) = (last(corpus.word(first.speaker)), last(corpus.word(quote.speaker)));
            let reason = format!("the same words from {one} and from {other}");
            found.push(disagree(corpus, (*first_at, &first.at), (*at, &quote.at), ("disagreement/attribution", reason, 0.85)));
        }
    }
    found
}
