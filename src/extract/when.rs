//! When something happens: days, months, years and intervals, as exact as the text makes them.

use std::fmt;
use time::{Date, Month};

/// A day, month or year, or an interval between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct When {
    /// The point in time, or the first of an interval.
    pub begin: CalendarDate,
    /// The last of an interval, inclusive.
    pub end: Option<CalendarDate>,
    /// How the text blurs it, if it does.
    pub vague: Option<Vague>,
}

/// A date as exact as the text makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CalendarDate {
    /// `xsd:gYear`
    Year(i32),
    /// `xsd:gYearMonth`: year, month 1 to 12.
    Month(i32, u8),
    /// `xsd:date`
    Day(Date),
}

/// A blur that the calendar's units cannot say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Vague {
    /// "around 1990"
    About,
    /// "early May"
    Early,
    /// "mid-May"
    Middle,
    /// "late May"
    Late,
    /// "the 1990s"
    Decade,
    /// A season by its number in EDTF: 21 spring, 22 summer, 23 autumn, 24 winter.
    Season(u8),
}

impl When {
    /// One point in time.
    #[must_use]
    pub fn at(begin: CalendarDate) -> Self {
        Self { begin, end: None, vague: None }
    }

    /// From `begin` to `end`, if that is the order.
    #[must_use]
    pub fn between(begin: CalendarDate, end: CalendarDate) -> Option<Self> {
        (begin < end).then_some(Self { begin, end: Some(end), vague: None })
    }

    /// The day, if it is one.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        match (self.begin, self.end) {
            (CalendarDate::Day(day), None) => Some(day),
            _ => None,
        }
    }

    /// In the Extended Date/Time Format (ISO 8601-2, levels 1 and 2), when the text blurs it; else [`fmt::Display`] says it all.
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        let about = |begin: CalendarDate, end: CalendarDate| format!("{begin}~/{end}~");
        match (self.vague?, self.begin, self.end) {
            (Vague::About, begin, None) => Some(format!("{begin}~")),
            (Vague::About, begin, Some(end)) => Some(about(begin, end)),
            (Vague::Decade, CalendarDate::Year(year), _) => Some(format!("{:03}X", year.div_euclid(10))),
            (Vague::Season(season), CalendarDate::Month(year, _), _) => Some(format!("{year:04}-{season}")),
            (third, begin, end) => third.part(begin, end).map(|(begin, end)| about(begin, end)),
        }
    }
}

impl CalendarDate {
    /// Its year.
    #[must_use]
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(day) => day.year(),
        }
    }

    /// A day, or its month or year, as exact as this date is.
    #[must_use]
    pub fn exactness_of(self, day: Date) -> Self {
        match self {
            Self::Day(_) => Self::Day(day),
            Self::Month(..) => Self::Month(day.year(), u8::from(day.month())),
            Self::Year(_) => Self::Year(day.year()),
        }
    }
}

impl Vague {
    /// The early, middle or late part of a month, year or decade.
    fn part(self, begin: CalendarDate, end: Option<CalendarDate>) -> Option<(CalendarDate, CalendarDate)> {
        let third = match self {
            Self::Early => 0,
            Self::Middle => 1,
            Self::Late => 2,
            _ => return None,
        };
        match (begin, end) {
            (CalendarDate::Month(year, month), None) => {
                let month = Month::try_from(month).ok()?;
                let day = |day| Date::from_calendar_date(year, month, day).ok().map(CalendarDate::Day);
                let last = if third == 2 { month.length(year) } else { 10 * third + 10 };
                Some((day(10 * third + 1)?, day(last)?))
            }
            (CalendarDate::Year(year), None) => Some((CalendarDate::Month(year, 4 * third + 1), CalendarDate::Month(year, 4 * third + 4))),
            (CalendarDate::Year(begin), Some(CalendarDate::Year(end))) if end == begin + 9 => {
                let (first, last) = [(0, 3), (4, 6), (7, 9)][usize::from(third)];
                Some((CalendarDate::Year(begin + first), CalendarDate::Year(begin + last)))
            }
            _ => None,
        }
    }
}

impl fmt::Display for CalendarDate {
    /// As ISO 8601: "2024", "2024-05", "2024-05-15".
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day()),
        }
    }
}

impl fmt::Display for When {
    /// As ISO 8601, with a slash in an interval: "2024-05-13/2024-05-19".
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.end {
            Some(end) => write!(f, "{}/{end}", self.begin),
            None => write!(f, "{}", self.begin),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf(begin: CalendarDate, end: Option<CalendarDate>, vague: Vague) -> Option<String> {
        When { begin, end, vague: Some(vague) }.edtf()
    }

    #[test]
    fn a_part_of_a_month_year_or_decade_is_an_approximate_interval() {
        assert_eq!(edtf(CalendarDate::Month(2024, 2), None, Vague::Late).as_deref(), Some("2024-02-21~/2024-02-29~"));
        assert_eq!(edtf(CalendarDate::Year(2023), None, Vague::Middle).as_deref(), Some("2023-05~/2023-08~"));
        assert_eq!(edtf(CalendarDate::Year(1990), Some(CalendarDate::Year(1999)), Vague::Early).as_deref(), Some("1990~/1993~"));
    }

    #[test]
    fn decades_and_seasons_have_their_own_form() {
        assert_eq!(edtf(CalendarDate::Year(1990), Some(CalendarDate::Year(1999)), Vague::Decade).as_deref(), Some("199X"));
        let spring = edtf(CalendarDate::Month(2026, 3), Some(CalendarDate::Month(2026, 5)), Vague::Season(21));
        assert_eq!(spring.as_deref(), Some("2026-21"));
    }

    #[test]
    fn what_is_exact_needs_no_blur() {
        assert_eq!(When::at(CalendarDate::Year(1990)).edtf(), None);
        assert_eq!(edtf(CalendarDate::Day(time::macros::date!(2024 - 05 - 03)), None, Vague::Early), None);
    }
}
