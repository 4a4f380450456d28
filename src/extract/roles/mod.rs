//! Roles: who holds which post, function or title.

mod described;
mod doing;
mod seat;
mod titles;
mod unnamed;

use super::relational::{Holding, How, NounPhrase, Reader, holdings};
use super::{Claim, Lexicons, Mentions, Referent, Role};
use crate::language::Document;
pub use described::RULE as DESCRIPTION;
use smol_str::SmolStr;
pub use titles::Titles;
use unnamed::Unnamed;

/// Finds the roles that the document states of its people.
#[must_use]
pub(super) fn roles(document: &Document, mentions: &Mentions, lexicons: &Lexicons) -> Vec<Claim<Role<Referent>>> {
    let reader = Reader { document, mentions, lexicons, nouns: lexicons.titles.nouns() };
    let held = holdings(reader);
    let unnamed = Unnamed::new(reader, &held);
    let mut found: Vec<_> = held.iter().map(|holding| claim(reader, holding)).collect();
    for role in found.iter_mut().map(|claim| &mut claim.what).filter(|role| role.of.is_none()) {
        role.of = unnamed.of(&role.title).filter(|of| **of != role.person).cloned();
    }
    found.extend(described::roles(reader, &held));
    found.extend(doing::roles(reader));
    found.sort_by_key(|claim| (claim.evidence, claim.what.person.clone(), claim.rule.clone()));
    found
}

/// The claim that a person holds a title.
fn claim(reader: Reader, holding: &Holding) -> Claim<Role<Referent>> {
    let (person, phrase) = (Referent::Mention(holding.person), &holding.phrase);
    let evidence = reader.document.span(&phrase.tokens).cover(reader.mentions[holding.person].span);
    let of = of(reader, holding).or_else(|| seat(reader, holding)).filter(|of| *of != person);
    let what = Role { person, title: title(reader, phrase), of, status: phrase.status };
    let (rule, confidence) = match holding.how {
        How::BeforeName => ("role/title-before-name", 0.95),
        How::CommaName => ("role/title-comma-name", 0.9),
        How::AfterName => ("role/title-after-name", 0.9),
        How::Copula => ("role/copula", 0.6),
        How::Serves => ("role/serves-as", 0.85),
        How::Appointed => ("role/appointed", 0.5),
    };
    Claim { what, evidence, rule: SmolStr::new_static(rule), confidence }
}

/// What the title is of: a rank or a profession has no part in what a title beside it is of, and a profession none in a nationality.
fn of(reader: Reader, holding: &Holding) -> Option<Referent> {
    let (titles, phrase) = (&reader.lexicons.titles, &holding.phrase);
    let profession = titles.is_profession(phrase.group);
    match phrase.of.as_ref()? {
        Referent::Country(_) if profession => None,
        Referent::Mention(id) if profession || titles.is_rank(phrase.group) => {
            let owner = &reader.mentions[*id].tokens;
            let after_name = holding.how == How::BeforeName && owner.start >= reader.mentions[holding.person].tokens.end;
            let own = phrase.reminds || phrase.tokens.contains(&owner.start) || after_name;
            own.then_some(Referent::Mention(*id))
        }
        of => Some(of.clone()),
    }
}

/// The state that a legislator sits for, where it stands after the name.
fn seat(reader: Reader, holding: &Holding) -> Option<Referent> {
    let office = holding.how == How::BeforeName && reader.lexicons.titles.is_office(holding.phrase.group);
    if office { seat::after(reader, reader.mentions[holding.person].tokens.end) } else { None }
}

/// The words of the title, in the singular.
fn title(reader: Reader, phrase: &NounPhrase) -> String {
    let words: Vec<&str> = reader.document.words(&phrase.title).split_whitespace().collect();
    let title = words.join(" ");
    let noun = reader.noun(phrase);
    match reader.nouns.singular_of(noun).filter(|_| phrase.plural) {
        Some(single) => title.replacen(noun, &single, 1),
        None => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::extract;
    use crate::extract::lexicon::{Lexicon, MarkedText};
    use crate::language::Language;
    use crate::source::read_text;

    /// The (person, title) pairs read from a sentence.
    fn read(language: &Language, lexicons: &Lexicons, example: &MarkedText) -> Vec<(String, String)> {
        let article = read_text("example.txt", example.text.clone());
        let document = language.analyse(&article);
        let (mentions, claims) = extract(&document, lexicons);
        let words = |referent: &Referent| match referent {
            Referent::Mention(id) => mentions[*id].span.of(&article.text).to_owned(),
            Referent::Country(name) | Referent::Party(name) => name.to_string(),
        };
        claims.roles.iter().map(|claim| (words(&claim.what.person), claim.what.title.clone())).collect()
    }

    #[test]
    fn those_of_a_list_share_a_title_in_the_plural() {
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        for text in ["The senators, Ana Quispe and Ivo Radev, left.", "Ana Quispe and Ivo Radev, two senators, left."] {
            let found = read(&language, &lexicons, &MarkedText { text: text.to_owned(), marks: Vec::new() });
            let wanted = ["Ana Quispe", "Ivo Radev"].map(|person| (person.to_owned(), "senator".to_owned()));
            assert!(wanted.iter().all(|pair| found.contains(pair)), "{text}: {found:?}");
        }
    }

    /// What the roles of a text are of, by person and title.
    fn owners(text: &str) -> Vec<(String, String)> {
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        let article = read_text("example.txt", text.to_owned());
        let (mentions, claims) = extract(&language.analyse(&article), &lexicons);
        let of =
            |of: &Referent| if let Referent::Mention(id) = of { mentions[*id].span.of(&article.text).to_owned() } else { String::new() };
        claims.roles.iter().filter_map(|claim| Some((claim.what.title.clone(), of(claim.what.of.as_ref()?)))).collect()
    }

    #[test]
    fn what_a_title_is_of_is_found_around_it() {
        for (text, title, of) in [
            ("The Harbour Bank, which is led by John Smith, closed.", "leader", "Harbour Bank"),
            ("Maria Lopez, one of the founders of Harbour Bank, spoke.", "founder", "Harbour Bank"),
            ("Maria Lopez and John Smith, co-founders of Harbour Bank, spoke.", "co-founder", "Harbour Bank"),
            ("The leader of the Harbour Party faction, John Smith, spoke.", "leader", "Harbour Party"),
            ("Maria Lopez, who will serve as the leader and spokesman of the Harbour Bank, spoke.", "leader", "Harbour Bank"),
        ] {
            assert!(owners(text).contains(&(title.to_owned(), of.to_owned())), "{text}: {:?}", owners(text));
        }
    }

    #[test]
    fn a_title_that_goes_on_to_the_next_name_is_not_of_the_one_before() {
        let text = "They met Prime Minister Maria Lopez, Deputy Prime Minister and Foreign Minister John Smith and others.";
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        let found = read(&language, &lexicons, &MarkedText { text: text.to_owned(), marks: Vec::new() });
        assert!(!found.contains(&("Maria Lopez".to_owned(), "Deputy Prime Minister".to_owned())), "{found:?}");
    }

    #[test]
    fn a_title_at_the_end_of_a_line_is_not_of_the_name_on_the_next() {
        let text = "The delegation included:\n\n- Maria Lopez, head of the bank\n- John Smith, defence minister\n";
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        let found = read(&language, &lexicons, &MarkedText { text: text.to_owned(), marks: Vec::new() });
        assert!(found.contains(&("Maria Lopez".to_owned(), "head".to_owned())), "{found:?}");
    }

    #[test]
    fn the_examples_of_the_lexicon_are_read() {
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        let mut wrong = Vec::new();
        for group in Titles::embedded().expect("a lexicon").groups() {
            for example in group.examples {
                let wanted =
                    example.marked("person").zip(example.marked("title")).map(|(person, title)| (person.to_owned(), title.to_owned()));
                let found = read(&language, &lexicons, example);
                wrong.extend(wanted.filter(|pair| !found.contains(pair)).map(|pair| format!("{}: {pair:?} not in {found:?}", group.name)));
            }
            for example in group.counter_examples {
                wrong.extend(read(&language, &lexicons, example).into_iter().map(|pair| format!("{}: found {pair:?}", group.name)));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
