//! Short forms that a text gives in brackets after a name: "Norland Fisheries Board (NFB)", "Ana Quispe (安娜)",
//! "joint fisheries committee (JFC)"; and the other places where such a short form stands.

use super::{EntityClass, Lexicons, Mention, MentionId, MentionKind, Mentions};
use crate::language::{Document, TokenIndex};
use std::collections::BTreeMap;
use std::ops::Range;

/// The most words that a short form has.
const LONGEST: usize = 4;
/// The fewest letters that tell which words before the bracket are meant.
const LETTERS: usize = 3;

/// The mentions that a bracket says to be of one thing, each name with the one in brackets after it.
pub(crate) fn bracketed<'d>(document: &'d Document, mentions: &'d Mentions) -> impl Iterator<Item = (MentionId, MentionId)> + use<'d> {
    let names = mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name);
    names.filter_map(|(id, name)| {
        let short = mentions.at(inside(document, name.tokens.end)?.start)?;
        let whole = Some(&mentions[short].tokens) == inside(document, name.tokens.end).as_ref();
        (whole && mentions[short].kind == MentionKind::Name).then_some((id, short))
    })
}

/// True when a short form can be made of the letters of a name, in their order and beginning with its first.
pub(crate) fn is_made_of(short: &str, name: &str) -> bool {
    let mut letters = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let mut wanted = short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).peekable();
    wanted.peek() == letters.clone().next().as_ref() && wanted.all(|letter| letters.any(|other| other == letter))
}

/// The short forms of a document outside its other names.
pub(super) fn short_forms(document: &Document, names: &Mentions, lexicons: &Lexicons) -> Vec<Mention> {
    let mut list = Vec::new();
    let mut known: BTreeMap<&str, EntityClass> = BTreeMap::new();
    for open in (1..document.tokens.len()).filter(|&token| document.word(token) == "(") {
        let Some(short) = inside(document, open) else { continue };
        let free = short.clone().all(|token| names.at(token).is_none());
        let word = document.words(&short);
        let name = names.at(open - 1).filter(|&id| names[id].kind == MentionKind::Name);
        let class = match name.map(|id| &names[id]) {
            Some(name) if is_foreign(word) => Some(name.class),
            Some(name) => {
                let made = is_made_of(word, name.span.of(&document.article.text));
                (short.len() == 1 && has_capital(word) && made && name.class != EntityClass::Person).then_some(name.class)
            }
            None => described(document, names, open, word, lexicons).map(|phrase| {
                let class = phrase.class;
                list.push(phrase);
                class
            }),
        };
        let Some(class) = class else { continue };
        if short.len() == 1 {
            known.insert(word, class);
        } else if free {
            list.push(Mention::over(document, short, MentionKind::Name, class));
        }
    }
    let free = (0..document.tokens.len()).filter(|&token| names.at(token).is_none());
    let again = free.filter_map(|token| Some((token, *known.get(document.word(token))?)));
    list.extend(again.map(|(token, class)| Mention::over(document, token..token + 1, MentionKind::Name, class)));
    list
}

/// The words in a bracket that opens at a token, without quotation marks, if they are few.
fn inside(document: &Document, open: TokenIndex) -> Option<Range<TokenIndex>> {
    let last = document.sentences.get(document.sentence_of(open))?.tokens.end;
    if open >= last || document.word(open) != "(" {
        return None;
    }
    let close = (open + 1..last.min(open + LONGEST + 4)).find(|&token| document.word(token) == ")")?;
    let quoted = |token: TokenIndex| document.word(token).chars().all(|c| matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '`'));
    let start = if quoted(open + 1) { open + 2 } else { open + 1 };
    let end = if quoted(close - 1) { close - 1 } else { close };
    (start < end && end - start <= LONGEST).then_some(start..end)
}

/// The words before a bracket whose initials the short form is, if they end with the noun of a body.
fn described(document: &Document, names: &Mentions, open: TokenIndex, short: &str, lexicons: &Lexicons) -> Option<Mention> {
    let mut letters = short.chars().rev();
    let all_capital = short.chars().count() >= LETTERS && short.chars().all(char::is_uppercase);
    let first = document.sentences.get(document.sentence_of(open))?.tokens.start;
    if !all_capital || !is_body(document, open, first, lexicons) {
        return None;
    }
    let (mut start, mut wanted) = (open, letters.next());
    while let Some(letter) = wanted {
        start = start.checked_sub(1).filter(|&token| token >= first && names.at(token).is_none())?;
        let word = document.word(start);
        if word.chars().flat_map(char::to_uppercase).next() == Some(letter) {
            wanted = letters.next();
        } else if !lexicons.names.left_out().has(word) && !matches!(word, "-" | "‑") {
            return None;
        }
    }
    Some(Mention::over(document, start..open, MentionKind::Name, EntityClass::Organization))
}

/// True for a phrase that ends at a token with the noun of a body, or has one before "of".
fn is_body(document: &Document, end: TokenIndex, first: TokenIndex, lexicons: &Lexicons) -> bool {
    let of = (first..end).rev().take(LONGEST + 2).find(|&token| lexicons.names.leads_to_subject(document.word(token)));
    let nouns = [Some(end - 1), of.and_then(|of| of.checked_sub(1))];
    nouns.into_iter().flatten().any(|token| lexicons.names.is_body(document.word(token)))
}

/// True for words in a script without Latin letters.
fn is_foreign(words: &str) -> bool {
    let mut letters = words.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| c > '\u{24f}')
}

fn has_capital(word: &str) -> bool {
    word.chars().count() > 1 && word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::extract;
    use crate::language::Language;
    use crate::source::read_text;

    /// The names of a text.
    fn names(text: &str) -> Vec<String> {
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        let article = read_text("example.txt", text.to_owned());
        let (mentions, _) = extract(&language.analyse(&article), &lexicons);
        let names = mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name);
        names.map(|(_, mention)| mention.span.of(&article.text).to_owned()).collect()
    }

    #[test]
    fn a_short_form_is_a_name_wherever_it_stands() {
        let found = names("The Norland Fisheries Board (Nofib) raised its fees on Monday. Boats that Nofib inspects pay more.");
        assert_eq!(found, ["Norland Fisheries Board", "Nofib", "Nofib"]);
    }

    #[test]
    fn a_body_in_small_letters_is_a_name_if_its_initials_stand_in_brackets() {
        let found = names("He left the joint fisheries committee (JFC) in May.");
        assert_eq!(found, ["joint fisheries committee", "JFC"]);
        assert!(!names("He lost his remote control unit (XYZ) in May.").contains(&"remote control unit".to_owned()));
    }

    #[test]
    fn a_name_in_another_script_is_one_of_the_same() {
        assert!(names("Ana Quispe (安娜) spoke.").contains(&"安娜".to_owned()));
    }

    #[test]
    fn short_forms_are_made_of_the_letters_of_the_name() {
        assert!(is_made_of("Nofib", "Norland Fisheries Board"));
        assert!(!is_made_of("Research", "Institute of Fisheries"));
    }
}
