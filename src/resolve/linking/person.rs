//! People: by name, office and country; a bare surname only of those whom everybody knows, or with their office.

use super::super::cluster::{Cluster, ClusterIndex};
use super::context::Title;
use super::evidence::Evidence;
use super::weighed::Weighed;
use crate::authority::{Kind, Office, Record, Term, fold, romanized};

/// For so many years one is still named by the surname alone.
const LATELY: u16 = 8;

/// The rows that a person can be, with their points.
pub(super) fn weigh<'e>(evidence: &Evidence<'e>, index: ClusterIndex, cluster: &Cluster) -> Vec<Weighed<'e>> {
    let full: Vec<&str> = cluster.names.iter().map(|(name, _)| name.as_str()).filter(|name| fold(name).contains(' ')).collect();
    let titles = evidence.context.titles.get(&index).map_or(&[][..], Vec::as_slice);
    let mut rows: Vec<(&Record<'static>, f32, &'static str)> = Vec::new();
    for name in &full {
        let like = evidence.authority.people_like(name).filter(|record| record.names().any(|known| agree(known, name)));
        rows.extend(like.map(|record| {
            let (points, reason) = likeness(record, name);
            (record, points, reason)
        }));
    }
    if full.iter().all(|name| is_surname(name)) {
        let names = cluster.names.iter().flat_map(|(name, _)| evidence.authority.surnamed(name));
        rows.extend(names.map(|record| (record, -1.5, "the surname")));
    }
    rows.sort_by(|a, b| a.0.id.cmp(b.0.id).then(b.1.total_cmp(&a.1)));
    rows.dedup_by_key(|row| row.0.id);
    let surnames = rows.first().map_or(0, |(record, ..)| evidence.authority.surnamed(record.label).take(40).count());
    let weighed = rows.into_iter().filter(|(record, ..)| record.kind == Kind::Person);
    weighed.map(|(record, points, reason)| weight(evidence, record, titles, points, reason, surnames)).collect()
}

/// True for a surname of several words: "el-Sisi", "van der Leyen".
fn is_surname(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_lowercase) || name.contains('-') && !name.contains(' ')
}

/// How well a name agrees with those of a row.
fn likeness(record: &Record, name: &str) -> (f32, &'static str) {
    let (folded, roman) = (fold(name), romanized(name));
    if record.names().any(|known| fold(known) == folded) {
        (0.0, "the name")
    } else if record.names().any(|known| romanized(known) == roman) {
        (-0.3, "the name in another romanization")
    } else {
        (-1.0, "first and last name")
    }
}

/// True unless both names have other words between the first and the last: "John F. Kelly" is not "John K. Kelly".
pub(super) fn agree(known: &str, name: &str) -> bool {
    let (known, name) = (romanized(known), romanized(name));
    let middle = |name: &str| -> Vec<char> {
        let words: Vec<&str> = name.split(' ').collect();
        words.get(1..words.len().saturating_sub(1)).unwrap_or_default().iter().filter_map(|word| word.chars().next()).collect()
    };
    let (one, other) = (middle(&known), middle(&name));
    one.is_empty() || other.is_empty() || one.iter().any(|initial| other.contains(initial))
}

fn weight<'e>(
    evidence: &Evidence<'e>,
    record: &'e Record<'e>,
    titles: &[Title],
    points: f32,
    reason: &'static str,
    surnames: usize,
) -> Weighed<'e> {
    let context = &evidence.context;
    let mut row = Weighed::new(record);
    row.give(points, reason);
    #[expect(clippy::cast_precision_loss, reason = "a count below 41")]
    row.give(-1.0 - 0.4 * (surnames.max(1) as f32).ln(), "others bear it too");
    row.give_if(context.countries.contains(record.country), 1.5, "the article speaks of the country");
    let offices: Vec<(&Office<'static>, &str)> = evidence.authority.offices().of_person(record.id).collect();
    let held = offices.iter().filter(|(office, key)| titles.iter().any(|title| fits(title, office, key)));
    let now = |office: &Office| context.day.as_deref().is_none_or(|day| !matches!(office.on(day), Term::Ahead));
    let held = held.filter(|(office, _)| now(office)).count();
    row.give_if(held > 0, 3.0, "the office");
    row.give_if(held == 0 && !titles.is_empty(), 1.5, "a title");
    let political = titles.iter().any(|title| evidence.authority.offices().is_political(&title.key));
    row.give_if(held == 0 && political, 0.8, "a title of public office");
    match leads(context.day.as_deref(), &offices, evidence) {
        Some(true) => row.give(3.0, "head of state or government"),
        Some(false) => row.give(1.5, "lately head of state or government"),
        None => {}
    }
    row.give_if(record.is_reviewed(), 2.0, "reviewed by hand");
    row
}

/// True when a title of the article is an office of the register.
fn fits(title: &Title, office: &Office, key: &str) -> bool {
    let same = title.key == key && (title.of.is_empty() || office.of.is_empty() || title.of.iter().any(|of| of == office.of));
    same || title.whole == key
}

/// True for one who is head of state or government at the article's day, false for one who lately was.
fn leads(day: Option<&str>, offices: &[(&Office<'static>, &str)], evidence: &Evidence) -> Option<bool> {
    let register = evidence.authority.offices();
    let heads = offices.iter().filter(|(office, key)| register.is_head(key) && !office.of.is_empty());
    let now = |office: &Office| match day {
        Some(day) if matches!(office.on(day), Term::Running | Term::Open) => Some(true),
        Some(day) if office.on(day) == Term::Over && year(day).saturating_sub(year(office.end)) <= LATELY => Some(false),
        None if office.end.is_empty() => Some(true),
        _ => None,
    };
    heads.filter_map(|(office, _)| now(office)).max()
}

fn year(date: &str) -> u16 {
    date.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
}
