//! Acronyms: words that look like one, and the one that a name has.

use super::Kind;

/// The initials of the capitalized words of a body's name, in small letters: "unhcr". None for other things and for fewer than two.
pub(super) fn acronym(name: &str, kind: Kind) -> Option<String> {
    let is_body = matches!(kind, Kind::Government | Kind::Media | Kind::Party | Kind::Organization);
    let capitals = name.split([' ', '-', '‑']).filter_map(|word| word.chars().next()).filter(|first| first.is_uppercase());
    let initials: String = capitals.flat_map(char::to_lowercase).collect();
    (is_body && initials.chars().count() > 1).then_some(initials)
}

/// True for a word of two to six capitals: "UNHCR".
#[must_use]
pub fn is_acronym(word: &str) -> bool {
    (2..=6).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_are_left_out() {
        let name = "United Nations High Commissioner for Refugees";
        assert_eq!(acronym(name, Kind::Government).as_deref(), Some("unhcr"));
        assert_eq!(acronym(name, Kind::Person), None);
        assert_eq!(acronym("Greenpeace", Kind::Organization), None);
        assert!(is_acronym("UNHCR") && !is_acronym("Unhcr") && !is_acronym("U"));
    }
}
