//! Names that join two people with a hyphen, as in "the Quispe-Radev talks": each is the name of one of them, not both of a third.

use super::{EntityClass, Mention, MentionKind};
use crate::language::{Document, TokenIndex};

/// The names with each joint one as the two that it is made of.
pub(super) fn parted(document: &Document, names: Vec<Mention>) -> Vec<Mention> {
    let joints: Vec<bool> = names.iter().map(|name| is_joint(document, name, &names)).collect();
    let of = |(name, joint): (Mention, bool)| {
        if !joint {
            return vec![name];
        }
        let part = |token: TokenIndex| Mention::over(document, token..token + 1, MentionKind::Name, EntityClass::Person);
        vec![part(name.tokens.start), part(name.tokens.end - 1)]
    };
    names.into_iter().zip(joints).flat_map(of).collect()
}

/// True for two words with a hyphen between them, each of which is the last name of somebody whom other words of the article name, and
/// which together are nobody's.
fn is_joint(document: &Document, name: &Mention, names: &[Mention]) -> bool {
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    let hyphen = |token: TokenIndex| matches!(document.word(token), "-" | "‑" | "–");
    if name.tokens.len() != 3 || !hyphen(first + 1) || matches!(name.class, EntityClass::Place) {
        return false;
    }
    let people = || names.iter().filter(|other| other.class == EntityClass::Person && other.tokens != name.tokens);
    let ends_with = |other: &Mention, words: &str| {
        let text = document.words(&other.tokens);
        text == words || text.ends_with(words) && text[..text.len() - words.len()].ends_with(' ')
    };
    let whole = document.words(&name.tokens);
    let surname = |token: TokenIndex| people().any(|other| ends_with(other, document.word(token)));
    let somebody = || people().any(|other| other.tokens.len() > 3 && ends_with(other, whole));
    surname(first) && surname(last) && !somebody()
}

#[cfg(test)]
mod tests {
    use crate::extract::{EntityClass, Lexicons, extract};
    use crate::language::Language;
    use crate::source::read_text;

    /// The names of people in a text.
    fn people(text: &str) -> Vec<String> {
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        let article = read_text("example.txt", text.to_owned());
        let (mentions, _) = extract(&language.analyse(&article), &lexicons);
        let people = mentions.iter().filter(|(_, mention)| mention.class == EntityClass::Person);
        people.map(|(_, mention)| mention.span.of(&article.text).to_owned()).collect()
    }

    #[test]
    fn two_surnames_with_a_hyphen_are_two_people() {
        let found = people("Kirill Dmitriev met Steve Witkoff in Miami. The Dmitriev-Witkoff talks lasted two hours.");
        assert_eq!(found, ["Kirill Dmitriev", "Steve Witkoff", "Dmitriev", "Witkoff"]);
    }

    #[test]
    fn a_double_surname_is_one_person() {
        let found = people("Anna Taylor-Joy met Steve Taylor and Clara Joy. Taylor-Joy said that the talks had failed.");
        assert_eq!(found.last().map(String::as_str), Some("Taylor-Joy"), "{found:?}");
    }
}
