//! How a line looks: running text, a title, a name, a mere label.

use super::layout::Layout;

/// Lines longer than this (bytes) are running text, whatever they look like.
pub(super) const LONGEST_LABEL: usize = 300;
/// A full stop after so many words makes a sentence of the article.
const SENTENCE: usize = 12;
/// A question or exclamation of fewer words may be a headline.
const QUESTION: usize = 20;
/// The most words of a heading.
const HEADING: usize = 14;

/// True for running text: long, or a whole sentence.
pub(super) fn is_running(line: &str) -> bool {
    if line.len() > LONGEST_LABEL {
        return true;
    }
    let (words, stops) = (count_words(line), inner_stops(line));
    let least = if line.ends_with(['?', '!']) { QUESTION } else { SENTENCE };
    if ends_sentence(line) { words >= least || stops > 0 } else { stops > 0 && words >= QUESTION }
}

/// True if the line ends as a sentence does, also inside quotation marks or brackets.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']).ends_with(['.', '!', '?', '…'])
}

/// How many sentences end before the line does.
fn inner_stops(line: &str) -> usize {
    let words: Vec<&str> = line.split_whitespace().collect();
    let ends = |word: &str| {
        let bare = word.trim_end_matches(['"', '”', '’', ')']);
        bare.ends_with(['.', '!', '?']) && bare.chars().filter(|c| c.is_lowercase()).count() > 3
    };
    let starts = |word: &str| word.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    words.windows(2).filter(|pair| pair.first().is_some_and(|word| ends(word)) && pair.last().is_some_and(|word| starts(word))).count()
}

/// Number of words, as white space cuts them.
pub(super) fn count_words(line: &str) -> usize {
    line.split_whitespace().count()
}

/// True for a short line without a stop at its end, as headings inside an article are.
pub(super) fn is_heading(line: &str) -> bool {
    if line.len() > LONGEST_LABEL || count_words(line) > HEADING {
        return false;
    }
    let starts = line
        .trim_start_matches(['"', '“', '‘', '\'', '«', '¿', '¡'])
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || !c.is_ascii());
    let quoted = line.starts_with(['"', '“', '«']) && line.ends_with(['"', '”', '»']);
    starts && !quoted && !line.ends_with(['.', ',', ';', ':', '…', '-', '—', '"', '”'])
}

/// True for two to five words that all begin with a capital letter, but for the particles of names.
pub(super) fn is_name(words: &str, layout: &Layout) -> bool {
    let mut capitals = 0;
    let mut count = 0;
    for word in words.split_whitespace() {
        count += 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        if bare.chars().any(|c| c.is_numeric() || matches!(c, '@' | '/')) || lower.ends_with("day") {
            return false;
        }
        if bare.starts_with(char::is_uppercase) {
            capitals += 1;
        } else if !layout.byline.particles.contains(&lower) && !bare.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) {
            return false;
        }
    }
    capitals >= 1 && (2..=6).contains(&count)
}

/// True for a line that is only an address, tags or handles.
pub(super) fn is_address(line: &str) -> bool {
    let one = |word: &str| {
        word.starts_with("http://")
            || word.starts_with("https://")
            || word.starts_with("www.")
            || (word.contains('@') && word.contains('.'))
    };
    line.split_whitespace().all(|word| one(word) || (word.len() > 1 && word.starts_with(['#', '@'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_running_text_from_titles() {
        assert!(is_running("The two ministers met on Monday in Ankara to talk about grain and gas."));
        assert!(is_running("The minister resigned. His deputy follows."));
        assert!(!is_running("Minister resigns after row over grain"));
        assert!(!is_running("U.S. Senate passes aid bill"));
        assert!(!is_running("A preventable crisis."));
        assert!(is_heading("How it began"));
        assert!(is_heading("What comes next?"));
        assert!(!is_heading("\"We will not go\""));
        assert!(!is_heading("he said"));
    }

    #[test]
    fn tells_names() {
        let layout = Layout::built_in();
        for name in ["Ana de la Cruz", "JOHN ROE", "Jan van der Berg", "The Associated Press"] {
            assert!(is_name(name, layout), "{name}");
        }
        for other in ["the numbers", "Monday Night", "Reuters", "Room 101", "Kyiv says no"] {
            assert!(!is_name(other, layout), "{other}");
        }
    }

    #[test]
    fn tells_addresses() {
        assert!(is_address("https://news.example/a"));
        assert!(is_address("#Peace #Talks"));
        assert!(!is_address("See https://news.example/a"));
    }
}
