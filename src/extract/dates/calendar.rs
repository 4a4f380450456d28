//! Calendar arithmetic: from the parts of an expression to days, months, years and intervals.

use super::pattern::{Context, Unit};
use crate::extract::{CalendarDate, Vague, When};
use time::{Date, Duration, Month};

/// An exact day, if there is one.
pub(super) fn exact(year: i32, month: u8, day: i32) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

/// A day to come is so many times less likely than a past one, in a clause that does not look ahead; and the other way round.
const UNLIKELY: [i64; 2] = [8, 1];
const UNLIKELY_AHEAD: [i64; 2] = [2, 3];

/// A day of a month; without a year, the one nearest to the day of publication: a later one the sooner if the clause looks ahead,
/// and the nearest that falls on `weekday` before all others.
pub(super) fn day(year: Option<i32>, month: u8, day: i32, weekday: Option<u8>, context: Context) -> Option<Date> {
    if let Some(year) = year {
        return exact(year, month, day);
    }
    let published = context.published?;
    let candidates = (-6..=6).filter_map(|shift| exact(published.year() + shift, month, day));
    let [after, before] = match (weekday, context.future) {
        (Some(_), _) => [1, 1],
        (None, true) => UNLIKELY_AHEAD,
        (None, false) => UNLIKELY,
    };
    candidates.min_by_key(|&date| {
        let days = (date - published).whole_days();
        let misfit = weekday.is_some_and(|weekday| date.weekday().number_days_from_monday() != weekday);
        (misfit, if days > 0 { after * days } else { -before * days })
    })
}

/// Two days of one month.
pub(super) fn days(year: Option<i32>, month: u8, days: [i32; 2], context: Context) -> Option<When> {
    let first = day(year, month, days[0], None, context)?;
    When::between(CalendarDate::Day(first), CalendarDate::Day(exact(first.year(), month, days[1])?))
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
    Some(When::at(CalendarDate::Month(year, month)))
}

/// The `ordinal`-th stretch of `length` months of a year; without one, of the year of publication.
pub(super) fn months(year: Option<i32>, ordinal: u8, length: u8, context: Context) -> Option<When> {
    let year = year.or(context.published.map(Date::year))?;
    let last = ordinal.checked_mul(length).filter(|&last| (1..=12).contains(&last))?;
    When::between(CalendarDate::Month(year, last + 1 - length), CalendarDate::Month(year, last))
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
    moved(published, days).map(|day| When::at(CalendarDate::Day(day)))
}

/// The day, week, month or year that holds `published`, moved by `shift`.
pub(super) fn unit(unit: Unit, shift: i32, published: Date) -> Option<When> {
    match unit {
        Unit::Day => moved(published, i64::from(shift)).map(|day| When::at(CalendarDate::Day(day))),
        Unit::Week => {
            let monday = moved(monday(published)?, 7 * i64::from(shift))?;
            When::between(CalendarDate::Day(monday), CalendarDate::Day(moved(monday, 6)?))
        }
        Unit::Month => Some(When::at(month_shifted(published, shift))),
        Unit::Year => Some(When::at(CalendarDate::Year(published.year() + shift))),
        Unit::Decade => None,
    }
}

/// From the start of the unit to the day of publication; all of it if the clause looks ahead and `shift` is 0.
pub(super) fn so_far(of: Unit, shift: i32, context: Context) -> Option<When> {
    let published = context.published?;
    let whole = unit(of, 0, published)?;
    match whole.begin {
        _ if context.future && shift == 0 => Some(whole),
        CalendarDate::Day(begin) if begin < published => When::between(CalendarDate::Day(begin), CalendarDate::Day(published)),
        begin => Some(When::at(begin)),
    }
}

/// A day and the one before it: the day of the month, else the weekday, else the day of publication.
pub(super) fn night(day_of: Option<(u8, i32)>, on: Option<u8>, context: Context) -> Option<When> {
    let end = match (day_of, on) {
        (Some((month, number)), on) => day(None, month, number, on, context)?,
        (None, Some(on)) => match weekday(on, 0, context)?.begin {
            CalendarDate::Day(day) => day,
            _ => return None,
        },
        (None, None) => context.published?,
    };
    When::between(CalendarDate::Day(moved(end, -1)?), CalendarDate::Day(end))
}

/// Ten years from a round one.
pub(super) fn decade(year: i32) -> Option<When> {
    let years = When::between(CalendarDate::Year(year), CalendarDate::Year(year + 9)).filter(|_| year % 10 == 0)?;
    Some(When { vague: Some(Vague::Decade), ..years })
}

/// The months of a season (of the northern half of the world), the first of them in `year`; without a year, the season that holds the
/// day of publication or was last, moved by `shift`.
pub(super) fn season(year: Option<i32>, season: u8, shift: i32, context: Context) -> Option<When> {
    let first = season.checked_mul(3).filter(|&month| month <= 12)?;
    let held = |published: Date| published.year() - i32::from(u8::from(published.month()) < first) + shift;
    let year = year.or_else(|| context.published.map(held))?;
    let last = if first == 12 { CalendarDate::Month(year + 1, 2) } else { CalendarDate::Month(year, first + 2) };
    let months = When::between(CalendarDate::Month(year, first), last)?;
    Some(When { vague: Some(Vague::Season(20 + season)), ..months })
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
    When::between(CalendarDate::Day(saturday), CalendarDate::Day(moved(saturday, 1)?))
}

/// So many units before a day (after it if negative), as exact as the unit.
pub(super) fn ago(unit: Unit, number: i32, from: Date) -> Option<When> {
    let begin = match unit {
        Unit::Day => CalendarDate::Day(moved(from, -i64::from(number))?),
        Unit::Week => CalendarDate::Day(moved(from, -7 * i64::from(number))?),
        Unit::Month => month_shifted(from, -number),
        Unit::Year => CalendarDate::Year(from.year() - number),
        Unit::Decade => CalendarDate::Year(from.year() - 10 * number),
    };
    Some(When::at(begin))
}

/// From so many units before the day of publication until then.
pub(super) fn past(unit: Unit, number: i32, published: Date) -> Option<When> {
    let begin = ago(unit, number, published)?.begin;
    When::between(begin, begin.exactness_of(published))
}

/// From the day of publication until so many units after it.
pub(super) fn ahead(unit: Unit, number: i32, published: Date) -> Option<When> {
    let end = ago(unit, -number, published)?.begin;
    When::between(end.exactness_of(published), end)
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
