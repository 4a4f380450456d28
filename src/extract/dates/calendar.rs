//! Calendar arithmetic: from the parts of an expression to days, months, years and intervals.

use super::pattern::{Context, Unit, interval, point};
use crate::extract::{CalendarDate, When};
use std::fmt;
use time::{Date, Duration, Month};

/// An exact day, if there is one.
pub(super) fn exact(year: i32, month: u8, day: i32) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

/// A day of a month; without a year, the one nearest to the day of publication, or the next one if the clause looks ahead.
pub(super) fn day(year: Option<i32>, month: u8, day: i32, context: Context) -> Option<Date> {
    if let Some(year) = year {
        return exact(year, month, day);
    }
    let published = context.published?;
    let candidates = (-1..=1).filter_map(|shift| exact(published.year() + shift, month, day));
    candidates.min_by_key(|&date| {
        let days = (date - published).whole_days();
        let past = days < 0;
        if past == context.future { 3 * days.abs() } else { 2 * days.abs() }
    })
}

/// Two days of one month.
pub(super) fn days(year: Option<i32>, month: u8, days: [i32; 2], context: Context) -> Option<When> {
    let first = day(year, month, days[0], context)?;
    interval(CalendarDate::Day(first), CalendarDate::Day(exact(first.year(), month, days[1])?))
}

/// A month; without a year, this or the last one of that name, or the next one.
pub(super) fn month(year: Option<i32>, month: u8, shift: i32, context: Context) -> Option<When> {
    let year = match (year, context.published) {
        (Some(year), _) => year,
        (None, published) => {
            let published = published?;
            let now = u8::from(published.month());
            if shift > 0 || context.future { published.year() + i32::from(month < now) } else { published.year() - i32::from(month > now) }
        }
    };
    Some(point(CalendarDate::Month(year, month)))
}

/// The `ordinal`-th stretch of `length` months of a year; without one, of the year of publication.
pub(super) fn months(year: Option<i32>, ordinal: u8, length: u8, context: Context) -> Option<When> {
    let year = year.or(context.published.map(Date::year))?;
    let last = ordinal.checked_mul(length).filter(|&last| (1..=12).contains(&last))?;
    interval(CalendarDate::Month(year, last + 1 - length), CalendarDate::Month(year, last))
}

/// A weekday near the day of publication.
pub(super) fn weekday(weekday: u8, shift: i32, context: Context) -> Option<When> {
    let published = context.published?;
    let today = published.weekday().number_days_from_monday();
    let back = i64::from((today + 7 - weekday) % 7);
    let days = match shift {
        0 if context.future => (7 - back) % 7,
        0 => -back,
        1 => 7 - back,
        -1 => {
            if back == 0 {
                -7
            } else {
                -back
            }
        }
        weeks => i64::from(weeks.signum()) * 7 + i64::from(weekday) - i64::from(today),
    };
    moved(published, days).map(|day| point(CalendarDate::Day(day)))
}

/// The day, week, month or year that holds `published`, moved by `shift`.
pub(super) fn unit(unit: Unit, shift: i32, published: Date) -> Option<When> {
    match unit {
        Unit::Day => moved(published, i64::from(shift)).map(|day| point(CalendarDate::Day(day))),
        Unit::Week => {
            let monday = moved(monday(published)?, 7 * i64::from(shift))?;
            interval(CalendarDate::Day(monday), CalendarDate::Day(moved(monday, 6)?))
        }
        Unit::Month => Some(point(month_shifted(published, shift))),
        Unit::Year => Some(point(CalendarDate::Year(published.year() + shift))),
        Unit::Decade => None,
    }
}

/// From the start of the unit to the day of publication.
pub(super) fn so_far(of: Unit, published: Date) -> Option<When> {
    match unit(of, 0, published)?.begin {
        CalendarDate::Day(begin) if begin < published => interval(CalendarDate::Day(begin), CalendarDate::Day(published)),
        begin => Some(point(begin)),
    }
}

/// Saturday and Sunday before, around or after the day of publication.
pub(super) fn weekend(shift: i32, context: Context) -> Option<When> {
    let published = context.published?;
    let saturday = moved(monday(published)?, 5)?;
    let weeks = match shift {
        0 if context.future || published >= saturday => 0,
        1 => i64::from(published >= saturday),
        _ => -1,
    };
    let saturday = moved(saturday, 7 * weeks)?;
    interval(CalendarDate::Day(saturday), CalendarDate::Day(moved(saturday, 1)?))
}

/// So many units before the day of publication, as exact as the unit.
pub(super) fn ago(unit: Unit, number: i32, published: Date) -> Option<When> {
    let begin = match unit {
        Unit::Day => CalendarDate::Day(moved(published, -i64::from(number))?),
        Unit::Week => CalendarDate::Day(moved(published, -7 * i64::from(number))?),
        Unit::Month => month_shifted(published, -number),
        Unit::Year => CalendarDate::Year(published.year() - number),
        Unit::Decade => CalendarDate::Year(published.year() - 10 * number),
    };
    Some(point(begin))
}

/// From so many units before the day of publication until then.
pub(super) fn past(unit: Unit, number: i32, published: Date) -> Option<When> {
    let begin = ago(unit, number, published)?.begin;
    let end = match begin {
        CalendarDate::Day(_) => CalendarDate::Day(published),
        CalendarDate::Month(..) => CalendarDate::Month(published.year(), u8::from(published.month())),
        CalendarDate::Year(_) => CalendarDate::Year(published.year()),
    };
    interval(begin, end)
}

fn monday(date: Date) -> Option<Date> {
    moved(date, -i64::from(date.weekday().number_days_from_monday()))
}

fn moved(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Duration::days(days))
}

fn month_shifted(date: Date, shift: i32) -> CalendarDate {
    let months = date.year() * 12 + i32::from(u8::from(date.month())) - 1 + shift;
    CalendarDate::Month(months.div_euclid(12), u8::try_from(months.rem_euclid(12)).unwrap_or(0) + 1)
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
