//! The register of offices: who held which office of what, from when to when, as far as a source of a known day tells.

use super::RecordError;
use super::office_title::Titles;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::cmp::Ordering;

const FILE: &str = include_str!("../../ontology/authority/offices.tsv");

/// For so many months after its day a row without an end still counts; then it proves nothing.
const FRESH: u32 = 18;
/// A row of the register. Days may be given as a year or month alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Office<'a> {
    /// Identifier of the person, as in the authority.
    pub person: &'a str,
    /// The office without what it is of: "Prime Minister".
    pub title: &'a str,
    /// Label of the country or body it is of; empty if none is known.
    pub of: &'a str,
    /// First day.
    pub start: &'a str,
    /// Last day; empty while it is not known to have ended.
    pub end: &'a str,
    /// The day of which the source tells.
    pub as_of: &'a str,
    /// Where the row comes from.
    pub source: &'a str,
}

/// How a term of office lies to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Term {
    /// It begins later.
    Ahead,
    /// It runs on that day.
    Running,
    /// It began before that day and had no end when the source was written, too long ago to say more.
    Open,
    /// It ended before.
    Over,
}

impl<'a> Office<'a> {
    /// Reads a line of seven fields parted by tabs: person, office, of, start, end, as of, source.
    ///
    /// # Errors
    /// If a field is missing.
    pub fn read(line: &'a str) -> Result<Self, RecordError> {
        let mut fields = line.split('\t');
        let mut next = |column| fields.next().ok_or(RecordError { column, found: String::new() });
        let (person, title, of) = (next("person")?, next("office")?, next("of")?);
        let (start, end, as_of, source) = (next("start")?, next("end")?, next("as_of")?, next("source")?);
        Ok(Self { person, title, of, start, end, as_of, source })
    }

    /// Where a day, as "2025-12-20", lies.
    #[must_use]
    pub fn on(&self, day: &str) -> Term {
        if order(self.start, day) == Ordering::Greater {
            Term::Ahead
        } else if !self.end.is_empty() {
            if order(self.end, day) == Ordering::Less { Term::Over } else { Term::Running }
        } else if day <= fresh_until(self.as_of).as_str() {
            Term::Running
        } else {
            Term::Open
        }
    }
}

impl Office<'_> {
    /// False on a day for which a running term is a guess: one of a year or month of which the row does not tell on what day it began
    /// or ended, a day before the source was written where it does not tell the beginning at all, or one in the year of a source that
    /// tells no end and no month of its own.
    #[must_use]
    pub fn is_certain(&self, day: &str) -> bool {
        let is_vague = |date: &str, exact: usize| date.len() < exact && order(date, day) == Ordering::Equal;
        let seen = !self.as_of.is_empty() && order(self.as_of, day) != Ordering::Greater;
        let lasts = if self.end.is_empty() { !is_vague(self.as_of, MONTH) } else { !is_vague(self.end, DAY) };
        (!is_vague(self.start, DAY) || seen) && lasts
    }
}

/// Letters of a whole date, and of one without its day.
const DAY: usize = 10;
const MONTH: usize = 7;

/// Compares a day, month or year with a day, as far as the first is exact.
fn order(date: &str, day: &str) -> Ordering {
    date.cmp(day.get(..date.len()).unwrap_or(day))
}

/// The last day for which an open end of that date counts.
fn fresh_until(as_of: &str) -> String {
    // Four digits at most, times twelve.
    let number = |from: usize, to: usize| as_of.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    let months = number(0, 4).unwrap_or(0) * 12 + number(5, 7).unwrap_or(1).saturating_sub(1) + FRESH;
    format!("{:04}-{:02}-{:02}", months / 12, months % 12 + 1, number(8, 10).unwrap_or(31))
}

/// The rows of the register, found by person and by office.
#[derive(Debug, Clone, Default)]
pub struct Offices {
    rows: Vec<Office<'static>>,
    /// The key of each row's title.
    keys: Vec<SmolStr>,
    by_person: FxHashMap<&'static str, Vec<u32>>,
    by_key: FxHashMap<SmolStr, Vec<u32>>,
    titles: Titles,
    /// All words of the keys.
    words: FxHashSet<SmolStr>,
}

impl Offices {
    /// The register compiled into the program.
    ///
    /// # Errors
    /// If a row is malformed; a test reads them all.
    pub fn embedded() -> Result<Self, RecordError> {
        let mut register = Self { titles: Titles::embedded(), ..Self::default() };
        // Few titles are told of many people.
        let mut titles: FxHashMap<&str, SmolStr> = FxHashMap::default();
        for (line, row) in FILE.lines().skip(1).zip(0_u32..) {
            let office = Office::read(line)?;
            let key = titles.entry(office.title).or_insert_with(|| register.key(office.title).into()).clone();
            register.by_person.entry(office.person).or_default().push(row);
            register.by_key.entry(key.clone()).or_default().push(row);
            register.rows.push(office);
            register.keys.push(key);
        }
        register.words = titles.values().flat_map(|key| key.split(' ')).map(SmolStr::from).collect();
        Ok(register)
    }

    /// The key of a title, that of the office if the title is another name of it.
    #[must_use]
    pub fn key(&self, title: &str) -> String {
        self.titles.key(title)
    }

    /// All rows, sorted by person.
    #[must_use]
    pub fn rows(&self) -> &[Office<'static>] {
        &self.rows
    }

    /// The rows of a person, each with the key of its title.
    pub fn of_person(&self, id: &str) -> impl Iterator<Item = (&Office<'static>, &str)> {
        self.found(self.by_person.get(id))
    }

    /// The rows of an office, by the key of its title.
    pub fn with_key(&self, key: &str) -> impl Iterator<Item = &Office<'static>> {
        self.found(self.by_key.get(key)).map(|(office, _)| office)
    }

    /// True for the key of a title all of whose words stand in titles of the register: one that may be an office.
    #[must_use]
    pub fn is_political(&self, key: &str) -> bool {
        key.split(' ').all(|word| self.words.contains(word))
    }

    /// True for the key of the title of a head of state or government.
    #[must_use]
    pub fn is_head(&self, key: &str) -> bool {
        self.titles.is_head(key)
    }

    fn found(&self, rows: Option<&Vec<u32>>) -> impl Iterator<Item = (&Office<'static>, &str)> {
        let rows = rows.map_or(&[][..], Vec::as_slice);
        rows.iter().filter_map(|&row| Some((self.rows.get(row as usize)?, self.keys.get(row as usize)?.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(start: &'static str, end: &'static str, as_of: &'static str) -> Office<'static> {
        Office { person: "Q1", title: "Prime Minister", of: "Ukraine", start, end, as_of, source: "a test" }
    }

    #[test]
    fn a_term_lies_before_around_or_after_a_day() {
        let row = row("2014-10-01", "2024-10-01", "2024-10-01");
        assert_eq!(row.on("2014-09-30"), Term::Ahead);
        assert_eq!(row.on("2024-10-01"), Term::Running);
        assert_eq!(row.on("2025-12-22"), Term::Over);
    }

    #[test]
    fn an_old_open_end_proves_nothing() {
        assert_eq!(row("2019-05-20", "", "2026-01").on("2025-12-20"), Term::Running);
        assert_eq!(row("2024-09-05", "", "2024-09-05").on("2025-12-22"), Term::Running);
        assert_eq!(row("2019-05-20", "", "2022").on("2025-12-20"), Term::Open);
    }

    #[test]
    fn a_year_alone_is_the_whole_year() {
        let row = row("2012", "2018", "2022");
        assert_eq!(row.on("2012-01-01"), Term::Running);
        assert_eq!(row.on("2018-12-31"), Term::Running);
        assert_eq!(row.on("2019-01-01"), Term::Over);
    }

    #[test]
    fn a_term_is_certain_but_near_a_beginning_or_end_without_a_day() {
        let row = row("2012", "2018-06", "2022");
        for (day, certain) in [("2012-05-01", false), ("2013-01-01", true), ("2018-05-31", true), ("2018-06-15", false)] {
            assert_eq!(row.is_certain(day), certain, "{day}");
        }
        let open = self::row("", "", "2026-01");
        assert!(!open.is_certain("2010-03-01") && open.is_certain("2026-02-01"));
        assert!(!self::row("", "", "").is_certain("2026-02-01"));
        let dated = self::row("2019-07-24", "", "2022");
        assert!(dated.is_certain("2021-11-20") && !dated.is_certain("2022-11-20"));
    }

    #[test]
    fn a_date_far_off_is_none_the_worse() {
        for as_of in ["9999-99-99", "9999", "2020-00", "0000-00-00"] {
            assert_eq!(row("2019", "", as_of).on("2018-01-01"), Term::Ahead, "{as_of}");
            assert_ne!(row("2019", "", as_of).on("2026-01-01"), Term::Ahead, "{as_of}");
        }
    }

    #[test]
    fn another_name_of_an_office_leads_to_it() {
        let register = Offices::embedded().expect("the register is well-formed");
        assert_eq!(register.key("EU foreign policy chief"), register.key("High Representative"));
        assert!(register.with_key(&register.key("High Representative")).any(|row| row.person == "Q312901"));
    }
}
