//! What a common noun beside a name says that it names: "the institute Nofib", "Harbour Paving, a construction company".

use super::{EntityClass, Lexicons};
use crate::language::{Document, NameClass, Relation, Token, TokenIndex, Upos};
use std::ops::Range;

/// The most words of an apposition up to its noun.
const LONGEST: usize = 8;

/// The class of thing that a noun in one phrase with a name calls it; none where no noun does. Somebody's name of
/// several words before a verb rather begins a clause than that it belongs to the noun before it: "the company Ana Quispe founded".
pub(super) fn called(document: &Document, name: &Range<TokenIndex>, class: NameClass, lexicons: &Lexicons) -> Option<EntityClass> {
    let somebody = class == NameClass::Person && name.len() > 1 && acts(document, name.end);
    let before = name.start.checked_sub(1).filter(|&noun| !somebody && is_common(document, noun) && is_tied(document, noun, name));
    if class == NameClass::Person && is_led(document, name, lexicons) {
        return Some(EntityClass::Organization);
    }
    let noun = before.or_else(|| apposition(document, name, lexicons)).or_else(|| apposed(document, name))?;
    lexicons.descriptions.noun(&document.tokens[noun].lemma).map(super::Sort::class)
}

fn is_common(document: &Document, token: TokenIndex) -> bool {
    document.tokens[token].upos == Upos::Noun && document.word(token).starts_with(char::is_lowercase)
}

/// True for a noun right before a name that is one phrase with it, as the parse has it or because the name is one word that nobody bears.
fn is_tied(document: &Document, noun: TokenIndex, name: &Range<TokenIndex>) -> bool {
    let token = &document.tokens[noun];
    let within = token.relation == Relation::Compound && token.head.is_some_and(|head| name.contains(&head));
    let heads = |part: &Token| part.head == Some(noun) && matches!(part.relation, Relation::Appos | Relation::Flat);
    within || document.tokens[name.clone()].iter().any(heads) || name.len() == 1 && !is_surname(document, name)
}

/// True for the last word of the name of somebody.
fn is_surname(document: &Document, name: &Range<TokenIndex>) -> bool {
    let people = document.names.iter().filter(|other| other.class == NameClass::Person && other.tokens.len() > 1);
    people.map(|other| document.word(other.tokens.end - 1)).any(|last| last == document.words(name))
}

/// True for one word that is nobody's name, before a post that bodies have and whoever holds it: "Varna coach Ana Quispe".
fn is_led(document: &Document, name: &Range<TokenIndex>, lexicons: &Lexicons) -> bool {
    let holder =
        document.names.binary_search_by_key(&(name.end + 1), |other| other.tokens.start).ok().and_then(|at| document.names.get(at));
    let somebody = holder.is_some_and(|holder| holder.class == NameClass::Person && holder.tokens.len() > 1);
    somebody && name.len() == 1 && lexicons.names.posts().has(document.word(name.end)) && !is_surname(document, name)
}

/// True for a verb right after a name.
fn acts(document: &Document, token: TokenIndex) -> bool {
    document.tokens.get(token).is_some_and(|next| matches!(next.upos, Upos::Verb | Upos::Aux))
}

/// The noun of an apposition right after a name: "company" in "Harbour Paving, a construction company".
fn apposition(document: &Document, name: &Range<TokenIndex>, lexicons: &Lexicons) -> Option<TokenIndex> {
    let sentence = document.sentences.get(document.sentence_of(name.start))?.tokens.clone();
    let limit = sentence.end.min(name.end + LONGEST);
    let opens = name.end + 1 < limit && document.word(name.end) == "," && lexicons.descriptions.is_determiner(document.word(name.end + 1));
    let phrase = (name.end + 2..limit).take_while(|&token| is_nominal(document, token));
    phrase.last().filter(|&noun| opens && is_common(document, noun))
}

/// The noun that the parse has as an apposition of a name.
fn apposed(document: &Document, name: &Range<TokenIndex>) -> Option<TokenIndex> {
    let sentence = document.sentences.get(document.sentence_of(name.start))?.tokens.clone();
    let is_of_name = |token: &Token| token.relation == Relation::Appos && token.head.is_some_and(|head| name.contains(&head));
    (name.end..sentence.end).find(|&noun| is_of_name(&document.tokens[noun]) && is_common(document, noun))
}

/// True for a word that can stand in a noun phrase up to its noun.
fn is_nominal(document: &Document, token: TokenIndex) -> bool {
    matches!(document.tokens[token].upos, Upos::Adj | Upos::Adv | Upos::Noun | Upos::Num | Upos::Propn) || document.word(token) == "-"
}

#[cfg(test)]
mod tests {
    use crate::extract::{EntityClass, Lexicons, extract};
    use crate::language::Language;
    use crate::source::read_text;

    /// The classes of the names in a text that are a word.
    fn classes(text: &str, word: &str) -> Vec<EntityClass> {
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        let article = read_text("example.txt", text.to_owned());
        let (mentions, _) = extract(&language.analyse(&article), &lexicons);
        mentions.iter().filter(|(_, mention)| mention.span.of(&article.text) == word).map(|(_, mention)| mention.class).collect()
    }

    #[test]
    fn a_noun_of_bodies_before_or_after_a_name_makes_it_a_body() {
        assert_eq!(classes("The aid agency Indelo said on Monday that roads were closed.", "Indelo"), [EntityClass::Organization]);
        let text = "He took money from Harbour Paving, a construction company owned by a friend.";
        assert_eq!(classes(text, "Harbour Paving"), [EntityClass::Organization]);
    }

    #[test]
    fn what_somebody_coaches_is_a_team() {
        let text = "Okoye scored twice. Valmora coach Teresa Almagro praised her players.";
        assert!(classes(text, "Valmora").contains(&EntityClass::Organization));
    }

    #[test]
    fn a_clause_after_a_noun_begins_with_somebody() {
        assert_eq!(classes("The company Ana Quispe founded was sold in May.", "Ana Quispe"), [EntityClass::Person]);
    }
}
