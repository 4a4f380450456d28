//! Literals in the one lexical form that the store keeps too.

use crate::extract::CalendarDate;
use crate::vocab::xsd;
use oxigraph::model::Literal;

/// Text in the article's language; plain text if that is unknown or no language tag.
pub(super) fn text(value: &str, language: Option<&str>) -> Literal {
    language.and_then(|tag| Literal::new_language_tagged_literal(value, tag).ok()).unwrap_or_else(|| Literal::new_simple_literal(value))
}

/// A day, month or year.
pub(super) fn date(date: CalendarDate) -> Literal {
    match date {
        CalendarDate::Year(year) => Literal::new_typed_literal(self::year(year), xsd::G_YEAR),
        CalendarDate::Month(year, month) => Literal::new_typed_literal(format!("{}-{month:02}", self::year(year)), xsd::G_YEAR_MONTH),
        CalendarDate::Day(day) => {
            let value = format!("{}-{:02}-{:02}", self::year(day.year()), u8::from(day.month()), day.day());
            Literal::new_typed_literal(value, xsd::DATE)
        }
    }
}

fn year(year: i32) -> String {
    if year < 0 { format!("-{:04}", year.unsigned_abs()) } else { format!("{year:04}") }
}

/// A number without separators: an integer if it has no fraction, else a decimal. Anything else is kept as text.
pub(super) fn number(value: &str) -> Literal {
    let digits = value.strip_prefix('-').unwrap_or(value);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = !whole.is_empty() && [whole, fraction].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_number {
        return Literal::new_simple_literal(value);
    }
    let sign = if value.starts_with('-') { "-" } else { "" };
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() {
        Literal::new_typed_literal(format!("{sign}{whole}"), xsd::INTEGER)
    } else {
        Literal::new_typed_literal(format!("{sign}{whole}.{fraction}"), xsd::DECIMAL)
    }
}

/// A confidence, to three places.
pub(super) fn confidence(value: f32) -> Literal {
    let value = if value.is_finite() { value.clamp(0.0, 1.0) } else { 0.0 };
    let digits = format!("{value:.3}");
    Literal::new_typed_literal(digits.trim_end_matches('0').trim_end_matches('.'), xsd::DECIMAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_form() {
        assert_eq!(number("007").value(), "7");
        assert_eq!(number("2.50").value(), "2.5");
        assert_eq!(number("0.0").datatype(), xsd::INTEGER);
        assert_eq!(number("1,000").datatype().as_str(), "http://www.w3.org/2001/XMLSchema#string");
        assert_eq!(confidence(0.95).value(), "0.95");
        assert_eq!(confidence(1.0).value(), "1");
        assert_eq!(confidence(f32::NAN).value(), "0");
    }

    #[test]
    fn dates_are_as_exact_as_they_were_said() {
        assert_eq!(date(CalendarDate::Year(987)).value(), "0987");
        assert_eq!(date(CalendarDate::Month(2025, 3)).value(), "2025-03");
        assert_eq!(date(CalendarDate::Day(time::macros::date!(2025 - 12 - 21))).value(), "2025-12-21");
    }

    #[test]
    fn an_unknown_language_gives_plain_text() {
        assert_eq!(text("x", Some("en")).language(), Some("en"));
        assert_eq!(text("x", Some("not a tag!")).language(), None);
    }
}
