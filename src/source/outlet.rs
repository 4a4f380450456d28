//! Names of newspapers, agencies and stations: what looks like one, and where an article names its own.

use super::layout::Layout;
use super::phrase::fold;
use crate::span::Span;

/// True for a name that is an outlet's: a known one, or capitalised words with "News", "Times" or the like among them.
pub(super) fn is_outlet(words: &str, layout: &Layout) -> bool {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = fold(words);
    if layout.outlets.names.contains(&folded) {
        return true;
    }
    let count = words.split_whitespace().count();
    let capital = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || layout.byline.particles.contains(word) || word == "&"
    };
    if !(1..=5).contains(&count) || !words.split_whitespace().all(capital) {
        return false;
    }
    let known = |word: &str| layout.outlets.words.contains(word);
    if count == 1 {
        return is_compound(words)
            && layout.outlets.words.iter().any(|word| word.len() > 3 && folded.ends_with(word.as_str()) && folded.len() > word.len());
    }
    folded.split(' ').any(known) && !layout.furniture.sections.contains(&folded)
}

/// The outlet that a line names behind "First published in", "©" or the like.
pub(super) fn owner(text: &str, line: Span, layout: &Layout) -> Option<Span> {
    let words = line.of(text);
    let follows = |phrase: &String| words.get(..phrase.len()).filter(|head| head.to_lowercase() == *phrase).map(str::len);
    let skip = layout.outlets.first.iter().filter_map(follows).max()?;
    let rest = words.get(skip..)?;
    let name = rest.trim_start_matches(|c: char| !c.is_alphabetic());
    let end = name.find(['.', ',', '|', '(', ';']).unwrap_or(name.len());
    let name = name.get(..end)?.trim_end();
    let start = line.end - rest.trim_start_matches(|c: char| !c.is_alphabetic()).len();
    is_outlet(name, layout).then(|| Span::new(start, start + name.len()))
}

/// True for words written as one: `TheDailyPost`.
fn is_compound(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_owners() {
        let read = |line: &'static str| owner(line, Span::new(0, line.len()), Layout::built_in()).map(|span| span.of(line));
        assert_eq!(read("© 2024 The Morning Herald. All rights reserved."), Some("The Morning Herald"));
        assert_eq!(read("First published in The Morning Herald, 3 May"), Some("The Morning Herald"));
        assert_eq!(read("Copyright law is old"), None);
    }

    #[test]
    fn tells_outlets() {
        for name in ["Reuters", "The Morning Herald", "TheDailyPost", "Sky News", "BBC"] {
            assert!(is_outlet(name, Layout::built_in()), "{name}");
        }
        for name in ["Ana Cruz", "World News", "News", "the morning after", "Foreign Ministry"] {
            assert!(!is_outlet(name, Layout::built_in()), "{name}");
        }
    }
}
