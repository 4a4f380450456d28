//! The seat that stands with the party after a legislator's name: "Sen. Ana Quispe (D-Ariz.)", "Rep. Ivo Radev, R-Texas".

use crate::extract::Referent;
use crate::extract::relational::Reader;
use crate::language::TokenIndex;

/// The marks between a name, a party and a seat.
const MARKS: [char; 8] = [' ', '.', ',', '-', '–', '‑', '—', '('];

/// The state whose seat a label of party and state tells after a name that ends before a token.
pub(super) fn after(reader: Reader, end: TokenIndex) -> Option<Referent> {
    let (last, mark) = (reader.document.tokens.get(end.checked_sub(1)?)?, reader.document.tokens.get(end)?);
    let text = reader.document.article.text.get(last.span.end..)?;
    if !matches!(reader.document.word(end), "(" | ",") || mark.span.start > last.span.end + 1 {
        return None;
    }
    let text = text.trim_start_matches([' ', ',', '(']);
    let rest = text.strip_prefix(reader.lexicons.titles.parties())?;
    let seat = rest.trim_start_matches(MARKS);
    if seat.len() == rest.len() {
        return None;
    }
    let end = seat.find(|c: char| !c.is_alphabetic() && c != '.').unwrap_or(seat.len());
    let place = reader.lexicons.titles.seat(&seat[..end].replace('.', ""))?;
    Some(Referent::Country(place.into()))
}

#[cfg(test)]
mod tests {
    use crate::extract::{Lexicons, Referent, extract};
    use crate::language::Language;
    use crate::source::read_text;

    /// What the roles of a text are of, as far as they are of a state.
    fn states(text: &str) -> Vec<String> {
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        let article = read_text("example.txt", text.to_owned());
        let (_, claims) = extract(&language.analyse(&article), &lexicons);
        let of = claims.roles.iter().filter_map(|claim| claim.what.of.as_ref());
        of.filter_map(|of| if let Referent::Country(name) = of { Some(name.to_string()) } else { None }).collect()
    }

    #[test]
    fn a_legislator_is_of_the_state_that_stands_with_the_party() {
        assert_eq!(states("Sen. Ana Quispe (D., Conn.) voted."), ["Connecticut"]);
        assert_eq!(states("Rep. Ana Quispe, R-Texas, voted."), ["Texas"]);
        assert!(states("Sen. Ana Quispe, Ivo Radev and others voted.").is_empty());
    }
}
