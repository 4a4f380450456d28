//! A date pattern: its elements, and what its filled slots mean.

use super::calendar;
use super::lexicon::{Row, Words};
use super::piece::Piece;
use crate::extract::{CalendarDate, When};
use serde::Deserialize;
use smol_str::SmolStr;
use time::Date;

/// What the words around an expression tell about it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// The day that relative expressions count from.
    pub(super) published: Option<Date>,
    /// The day that was told last.
    pub(super) told: Option<Date>,
    /// The clause speaks of what is to come.
    pub(super) future: bool,
}

/// A span of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
    Decade,
}

/// How the slots of a pattern make a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Reading {
    /// A day of a month; without a year, the nearest to the day of publication.
    Day,
    /// Two days of one month.
    Days,
    /// Year, month and day as three numbers.
    Iso,
    /// Day, month and year as three numbers.
    DayFirst,
    /// A month; without a year, the last one, or the next one if `shift` is 1 or the clause looks ahead.
    Month,
    /// A year.
    Year,
    /// From one year to another.
    Years,
    /// Three months.
    Quarter,
    /// Three months by the weather.
    Season,
    /// Six months.
    Half,
    /// Ten years.
    Decade,
    /// The last such weekday, or the next one if `shift` is 1 or the clause looks ahead; 2 and -2 name the next and the last week.
    Weekday,
    /// The unit that holds the day of publication, moved by `shift`.
    Unit,
    /// From the start of that unit to the day of publication; all of it if the clause looks ahead and `shift` is 0.
    SoFar,
    /// The night before a day, and the day; without a day, before that of publication.
    Night,
    /// Saturday and Sunday.
    Weekend,
    /// So many units before the day that is counted from.
    Ago,
    /// So many units after the day that is counted from.
    Later,
    /// From so many units before to the day of publication.
    Past,
    /// From the day of publication to so many units after it.
    Ahead,
}

/// Which day a pattern counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum From {
    /// The day of publication.
    #[default]
    Published,
    /// The day that the article told last.
    Told,
    /// That day, or the day of publication if there is none.
    ToldOrPublished,
}

/// What is wrong with a pattern.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no slot of a date pattern")]
pub struct PatternError(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Month,
    Weekday,
    FullWeekday,
    Day,
    Number,
    Unit,
    Ordinal,
    Year,
    Quarter,
    Season,
}

#[derive(Debug, Clone)]
enum Element {
    Slot(Slot),
    Words(Vec<SmolStr>),
}

/// A compiled pattern.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    elements: Vec<(Element, bool)>,
    reading: Reading,
    shift: i32,
    unit: Option<Unit>,
    year: Option<i32>,
    from: From,
}

/// What the slots were filled with.
#[derive(Debug, Clone, Default)]
struct Filled {
    month: Option<u8>,
    weekday: Option<u8>,
    numbers: [i32; 3],
    count: usize,
    years: [i32; 2],
    year_count: usize,
    unit: Option<Unit>,
    ordinal: Option<u8>,
    season: Option<u8>,
}

impl Filled {
    fn push(&mut self, number: i32) {
        if let Some(slot) = self.numbers.get_mut(self.count) {
            *slot = number;
            self.count += 1;
        }
    }

    fn push_year(&mut self, year: i32) {
        if let Some(slot) = self.years.get_mut(self.year_count) {
            *slot = year;
            self.year_count += 1;
        }
    }

    fn year(&self) -> Option<i32> {
        (self.year_count > 0).then_some(self.years[0])
    }
}

impl Pattern {
    /// Reads the row of a lexicon.
    pub(super) fn compile(row: &Row) -> Result<Self, PatternError> {
        let elements = row.elements.split(' ').map(element).collect::<Result<_, _>>()?;
        Ok(Self { elements, reading: row.is, shift: row.shift, unit: row.unit, year: row.year, from: row.from })
    }

    /// The words that the pattern can start with; none if it starts with a slot.
    pub(super) fn first_words(&self) -> Option<&[SmolStr]> {
        match self.elements.first() {
            Some((Element::Words(words), _)) => Some(words),
            _ => None,
        }
    }

    /// Matches at the start of `pieces`: how many of them, and what they mean.
    pub(super) fn read(&self, pieces: &[Piece], words: &Words, context: Context) -> Option<(usize, When)> {
        let (mut at, mut filled) = (0, Filled::default());
        for (element, optional) in &self.elements {
            let fits = pieces.get(at).is_some_and(|piece| fits(element, piece, words, &mut filled));
            if !fits && !optional {
                return None;
            }
            at += usize::from(fits);
        }
        Some((at, self.meaning(&filled, context)?))
    }

    fn meaning(&self, filled: &Filled, context: Context) -> Option<When> {
        let unit = self.unit.or(filled.unit);
        let number = (filled.count > 0).then_some(filled.numbers[0]);
        let year = filled.year().or_else(|| Some(context.published?.year() + self.year?));
        let base = || match self.from {
            From::Published => context.published,
            From::Told => context.told,
            From::ToldOrPublished => context.told.or(context.published),
        };
        let day = |day: Option<Date>| day.map(|day| When::at(CalendarDate::Day(day)));
        match self.reading {
            Reading::Day => day(calendar::day(year, filled.month?, number?, filled.weekday, context)),
            Reading::Days => calendar::days(year, filled.month?, [number?, filled.numbers[1]], context),
            Reading::Iso => day(calendar::exact(filled.year()?, u8::try_from(number?).ok()?, filled.numbers[1])),
            Reading::DayFirst => day(calendar::exact(filled.year()?, u8::try_from(filled.numbers[1]).ok()?, number?)),
            Reading::Month => calendar::month(year, filled.month?, self.shift, context),
            Reading::Year => filled.year().map(|year| When::at(CalendarDate::Year(year))),
            Reading::Years => When::between(CalendarDate::Year(filled.years[0]), CalendarDate::Year(filled.years[1])),
            Reading::Decade => calendar::decade(filled.year()?),
            Reading::Quarter => calendar::months(year, filled.ordinal?, 3, context),
            Reading::Season => calendar::season(year, filled.season?, self.shift, context),
            Reading::Half => calendar::months(year, filled.ordinal?, 6, context),
            Reading::Weekday => calendar::weekday(filled.weekday?, self.shift, context),
            Reading::Night => calendar::night(filled.month.zip(number), filled.weekday, context),
            Reading::Unit => calendar::unit(unit?, self.shift, base()?),
            Reading::SoFar => calendar::so_far(unit?, self.shift, context),
            Reading::Weekend => calendar::weekend(self.shift, context),
            Reading::Ago => calendar::ago(unit?, number?, base()?),
            Reading::Later => calendar::ago(unit?, -number?, base()?),
            Reading::Past => calendar::past(unit?, number?, context.published?),
            Reading::Ahead => calendar::ahead(unit?, number?, context.published?),
        }
    }
}

fn element(word: &str) -> Result<(Element, bool), PatternError> {
    let (word, optional) = match word.strip_suffix('?') {
        Some(rest) if !rest.is_empty() => (rest, true),
        _ => (word, false),
    };
    let Some(slot) = word.strip_prefix('{').and_then(|w| w.strip_suffix('}')) else {
        return Ok((Element::Words(word.split('|').map(SmolStr::new).collect()), optional));
    };
    let slot = match slot {
        "month" => Slot::Month,
        "weekday" => Slot::Weekday,
        "full-weekday" => Slot::FullWeekday,
        "day" => Slot::Day,
        "number" => Slot::Number,
        "unit" => Slot::Unit,
        "ordinal" => Slot::Ordinal,
        "year" => Slot::Year,
        "quarter" => Slot::Quarter,
        "season" => Slot::Season,
        unknown => return Err(PatternError(unknown.to_owned())),
    };
    Ok((Element::Slot(slot), optional))
}

fn fits(element: &Element, piece: &Piece, words: &Words, filled: &mut Filled) -> bool {
    let word = &piece.word;
    match element {
        Element::Words(wanted) => wanted.contains(word),
        Element::Slot(slot) => match slot {
            Slot::Month => set(&mut filled.month, words.months.get(word).filter(|_| piece.capital)),
            Slot::Weekday => set(&mut filled.weekday, words.weekday(word).filter(|_| piece.capital)),
            Slot::FullWeekday => set(&mut filled.weekday, words.weekdays.get(word).filter(|_| piece.capital)),
            Slot::Unit => set(&mut filled.unit, words.units.get(word)),
            Slot::Ordinal => set(&mut filled.ordinal, words.ordinals.get(word)),
            Slot::Season => set(&mut filled.season, words.seasons.get(word)),
            Slot::Quarter => set(&mut filled.ordinal, words.quarters.get(word)),
            Slot::Day => piece.number().filter(|n| (1..=31).contains(n) && word.len() <= 4).is_some_and(|n| {
                filled.push(n);
                true
            }),
            Slot::Year => piece.number().filter(|n| (1000..=2199).contains(n) && word.len() == 4).is_some_and(|n| {
                filled.push_year(n);
                true
            }),
            Slot::Number => words.numbers.get(word).copied().or_else(|| piece.number()).is_some_and(|n| {
                filled.push(n);
                true
            }),
        },
    }
}

fn set<T: Copy>(slot: &mut Option<T>, value: Option<&T>) -> bool {
    *slot = value.copied().or(*slot);
    value.is_some()
}
