//! What the models see of a word: its normal form, its clusters and the way it is written.

use super::classes::WordClasses;
use super::clusters::Ids;
use super::linear::word_hash;

/// A word reduced to numbers, computed once and read by the tagger and the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Hash of the normal form.
    pub form: u64,
    /// Cluster ids, each one higher than in the table; all zero for an unknown word.
    pub clusters: Ids,
    /// Kinds, in the same way.
    pub kinds: Ids,
    /// The way it is written.
    pub writing: Writing,
    /// Hash of its shape: runs of capitals, small letters, digits and signs.
    pub shape: u64,
}

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Writing {
    /// No letter in it.
    Sign,
    /// No capital.
    Small,
    /// One capital, in front.
    Initial,
    /// Only capitals, at least two.
    Capitals,
    /// Any other mixture.
    Mixed,
}

/// Shapes are numbers to this base, after a leading one.
const BASE: u64 = 11;
/// The kind of a straight quotation mark in a shape.
const QUOTE: u64 = 8;

impl Word {
    /// The shape of a straight quotation mark.
    pub const STRAIGHT_QUOTE: u64 = BASE + QUOTE;

    /// Reduces a word; `buffer` is scratch space that holds its normal form afterwards.
    pub fn new(word: &str, classes: &WordClasses, buffer: &mut String) -> Self {
        normalize(word, buffer);
        let form = word_hash(buffer);
        let [clusters, kinds] = classes.of(buffer);
        Self { form, clusters, kinds, writing: writing(word), shape: shape(word) }
    }
}

/// Writes the form in which the models know a word: lower-cased, digits as `0`, typographic signs as plain ones.
pub fn normalize(word: &str, into: &mut String) {
    into.clear();
    match word {
        "\u{201c}" | "``" => return into.push('\u{201c}'),
        "\u{201d}" | "''" => return into.push('\u{201d}'),
        _ => {}
    }
    for char in word.chars() {
        match char {
            'a'..='z' => into.push(char),
            'A'..='Z' => into.push(char.to_ascii_lowercase()),
            '0'..='9' => into.push('0'),
            '\u{2018}' | '\u{2019}' | '\u{02bc}' => into.push('\''),
            '\u{2010}' | '\u{2011}' => into.push('-'),
            '\u{2013}' | '\u{2014}' | '\u{2015}' => into.push('\u{2013}'),
            _ if char.is_ascii() => into.push(char),
            _ if char.is_numeric() => into.push('0'),
            _ => into.extend(char.to_lowercase()),
        }
    }
    if into.len() >= 2 && into.bytes().all(|byte| byte == b'-') {
        "\u{2013}".clone_into(into);
    }
}

fn writing(word: &str) -> Writing {
    let (mut capitals, mut small, mut first) = (0, 0, false);
    for (at, char) in word.chars().enumerate() {
        if char.is_uppercase() {
            capitals += 1;
            first |= at == 0;
        } else if char.is_alphabetic() {
            small += 1;
        }
    }
    match (capitals, small) {
        (0, 0) => Writing::Sign,
        (0, _) => Writing::Small,
        (1, _) if first => Writing::Initial,
        (_, 0) => Writing::Capitals,
        _ => Writing::Mixed,
    }
}

/// Hash of the word's shape, each run of a kind cut to two.
fn shape(word: &str) -> u64 {
    let (mut shape, mut last, mut run) = (1_u64, 0, 0);
    for char in word.chars() {
        let kind = match char {
            'a'..='z' => 1,
            'A'..='Z' => 2,
            '0'..='9' => 3,
            '-' | '\u{2010}' | '\u{2011}' => 4,
            '\'' | '\u{2019}' => 5,
            '.' => 6,
            '"' => QUOTE,
            _ if char.is_uppercase() => 2,
            _ if char.is_alphabetic() => 1,
            _ if char.is_numeric() => 3,
            _ => 7,
        };
        run = if kind == last { run + 1 } else { 0 };
        last = kind;
        if run < 2 {
            shape = shape.wrapping_mul(BASE).wrapping_add(kind);
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(word: &str) -> String {
        let mut buffer = String::new();
        normalize(word, &mut buffer);
        buffer
    }

    #[test]
    fn typographic_signs_are_written_plainly() {
        assert_eq!(normal("Didn\u{2019}t"), "didn't");
        assert_eq!(normal("F\u{2011}16"), "f-00");
        assert_eq!(normal("--"), normal("\u{2014}"));
        assert_eq!(normal("``"), normal("\u{201c}"));
    }

    #[test]
    fn capitals_tell_how_a_word_is_written() {
        let cases = [("12", Writing::Sign), ("war", Writing::Small), ("A", Writing::Initial), ("NATO", Writing::Capitals)];
        for (word, expected) in cases {
            assert_eq!(writing(word), expected, "{word}");
        }
        assert_eq!(writing("McDonald"), Writing::Mixed);
        assert_ne!(shape("F-16"), shape("F16"));
        assert_eq!(shape("Berlin"), shape("Warsaw"));
    }
}
