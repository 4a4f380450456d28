//! Numbers in digits and words, with their multipliers, as exact decimals.

use super::lexicon::QuantityLexicon;
use crate::language::{Document, TokenIndex};
use std::ops::Range;

/// A number in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Its tokens, without a currency.
    pub(super) tokens: Range<TokenIndex>,
    /// Its value, as a decimal without separators.
    pub(super) value: String,
}

impl Number {
    /// The number that begins at a token, if one does.
    pub(super) fn at(document: &Document, start: TokenIndex, end: TokenIndex, lexicon: &QuantityLexicon) -> Option<Self> {
        let word = document.word(start).to_lowercase();
        let mut value = Decimal::digits(word.trim_start_matches(|c: char| !c.is_ascii_digit()).trim_end_matches('%'));
        if value.is_none() {
            value = word.split('-').try_fold(Decimal::default(), |sum, part| {
                let number = lexicon.numerals.get(part).filter(|&&number| number > 0)?;
                sum.plus(*number)
            });
        }
        let mut value = value?;
        let mut next = start + 1;
        while next < end {
            let Some(&factor) = lexicon.multipliers.get(&document.word(next).to_lowercase()) else { break };
            value = value.times(factor)?;
            next += 1;
        }
        Some(Self { tokens: start..next, value: value.to_string() })
    }
}

/// A decimal: an integer, and how many of its last digits stand behind the point.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Decimal {
    digits: u128,
    scale: u32,
}

impl Decimal {
    /// Reads "1,200", "2.5", "97"; commas group three digits.
    fn digits(word: &str) -> Option<Self> {
        let (whole, part) = word.split_once('.').unwrap_or((word, ""));
        let mut groups = whole.split(',');
        let first = groups.next()?;
        let grouped = groups.all(|group| group.len() == 3);
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
        if first.is_empty() || !grouped || !plain(whole) || !plain(part) || part.contains(',') {
            return None;
        }
        let digits = format!("{}{part}", whole.replace(',', "")).parse().ok()?;
        Some(Self { digits, scale: u32::try_from(part.len()).ok()? })
    }

    fn plus(self, number: u64) -> Option<Self> {
        Some(Self { digits: self.digits.checked_add(u128::from(number))?, scale: self.scale })
    }

    fn times(self, factor: u64) -> Option<Self> {
        Some(Self { digits: self.digits.checked_mul(u128::from(factor))?, scale: self.scale })
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scale = self.scale as usize;
        let digits = format!("{:0>width$}", self.digits, width = scale + 1);
        let (whole, part) = digits.split_at(digits.len() - scale);
        match part.trim_end_matches('0') {
            "" => formatter.write_str(whole),
            part => write!(formatter, "{whole}.{part}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        let value = |word: &str, factor: u64| Decimal::digits(word).and_then(|value| value.times(factor)).map(|value| value.to_string());
        assert_eq!(value("1,200", 1).as_deref(), Some("1200"));
        assert_eq!(value("2.5", 1_000_000_000).as_deref(), Some("2500000000"));
        assert_eq!(value("0.30", 1).as_deref(), Some("0.3"));
        assert_eq!(value("61.55", 1).as_deref(), Some("61.55"));
        for word in ["", "1,2", "x", "1.2.3", ",", "340282366920938463463374607431768211456"] {
            assert_eq!(value(word, 1), None, "{word}");
        }
    }
}
