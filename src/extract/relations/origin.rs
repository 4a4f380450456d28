//! Where bodies have their seat by what they are called before or after their name: "German automaker Harbour Motors", "Peru's Harbour Times newspaper".

use super::lexicon::{BASED_IN, Origin, PART_OF};
use super::{Tie, side};
use crate::extract::relational::{Reader, is_possessive};
use crate::extract::{Claim, EntityClass, Mention, MentionId, MentionKind, Referent, RelationClaim};
use crate::language::{TokenIndex, Upos};

/// How many words may stand between a nationality and the noun after it.
const LONGEST: usize = 5;

/// The bodies whose seat a nationality or the name of a place beside them tells.
pub(super) fn relations(reader: Reader) -> Vec<Claim<RelationClaim<Referent>>> {
    let names =
        reader.mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name && mention.class == EntityClass::Organization);
    names.filter_map(|(id, mention)| relation(reader, id, mention)).collect()
}

fn relation(reader: Reader, id: MentionId, mention: &Mention) -> Option<Claim<RelationClaim<Referent>>> {
    let words = reader.lexicons.relations.origin();
    let (start, place) = before(reader, words, mention.tokens.start).or_else(|| around(reader, words, mention))?;
    let public = reader.lexicons.relations.is_public(mention.span.of(&reader.document.article.text));
    let tie = Tie { subject: side(id), predicate: if public { PART_OF } else { BASED_IN }, object: place, detail: None };
    Some(tie.claim("origin", reader.document.span(&(start..mention.tokens.end)), words.confidence))
}

/// "German automaker Harbour Motors", "German companies like Harbour Motors".
fn before(reader: Reader, words: &Origin, name: TokenIndex) -> Option<(TokenIndex, Referent)> {
    let first = reader.document.sentences.get(reader.document.sentence_of(name))?.tokens.start;
    let noun = introduced(reader, words, name, first);
    if noun < first || noun >= name || !is_body_noun(reader, words, noun) {
        return None;
    }
    let mut token = noun;
    while token > first && noun - token < LONGEST {
        token -= 1;
        if let Some(place) = place_ending_at(reader, token) {
            return Some(place);
        }
        let hyphen = matches!(reader.document.word(token), "-" | "‑");
        let inside = matches!(reader.document.tokens[token].upos, Upos::Adj | Upos::Noun | Upos::Num | Upos::Propn);
        if reader.name_at(token).is_some() || !(inside || hyphen) {
            return None;
        }
    }
    None
}

/// The noun before a name, past "the", "like", "including" and "such as".
fn introduced(reader: Reader, words: &Origin, name: TokenIndex, first: TokenIndex) -> TokenIndex {
    let known = |phrase: &str| words.introducing.iter().any(|known| known.eq_ignore_ascii_case(phrase));
    let mut noun = name.saturating_sub(1);
    if noun > first && reader.document.word(noun).eq_ignore_ascii_case("the") {
        noun -= 1;
    }
    if noun > first + 1 && known(reader.document.words(&(noun - 1..noun + 1))) {
        noun -= 2;
    } else if noun > first && known(reader.document.word(noun)) {
        noun -= 1;
    }
    if noun > first && reader.document.word(noun) == "," { noun - 1 } else { noun }
}

/// "Peru's Harbour Times newspaper", "the Peruvian Harbour Times newspaper".
fn around(reader: Reader, words: &Origin, mention: &Mention) -> Option<(TokenIndex, Referent)> {
    let noun = mention.tokens.end;
    let same = noun < reader.document.tokens.len() && reader.document.sentence_of(noun) == reader.document.sentence_of(noun - 1);
    let start = mention.tokens.start.checked_sub(1)?;
    if same && is_body_noun(reader, words, noun) { place_ending_at(reader, start) } else { None }
}

fn is_body_noun(reader: Reader, words: &Origin, token: TokenIndex) -> bool {
    let lemma = reader.document.tokens[token].lemma.to_lowercase();
    reader.name_at(token).is_none() && words.words.contains(&lemma)
}

/// The country of a nationality, or the place, that ends at a token; a possessive ending may follow.
fn place_ending_at(reader: Reader, token: TokenIndex) -> Option<(TokenIndex, Referent)> {
    if reader.name_at(token).is_none()
        && let Some((start, country)) = reader.nationality(token)
    {
        return Some((start, Referent::Country(country.into())));
    }
    let last = if is_possessive(reader.document.word(token)) { token.checked_sub(1)? } else { token };
    let id = reader.name_at(last).filter(|&id| reader.mentions[id].class == EntityClass::Place)?;
    Some((reader.mentions[id].tokens.start, side(id)))
}
