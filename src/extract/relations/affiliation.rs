//! Who belongs to which party: "HP lawmaker Ana Petrova", "Ana Petrova (D-N.Y.)", "Ana Petrova (D., Conn.)", "a Republican", "his Harbour Party".

use super::lexicon::{MEMBER_OF, PartyWords};
use super::parties::Parties;
use super::{Tie, side};
use crate::extract::relational::{Reader, plain};
use crate::extract::{Claim, EntityClass, Mention, MentionId, MentionKind, Referent, RelationClaim, Role};
use crate::language::{Tag, TokenIndex};
use crate::span::Span;
use smol_str::SmolStr;

const RULE: &str = "party-member";

/// The party members among those who hold a role, and among those with a party's letter or adjective beside their name.
pub(super) fn relations(reader: Reader, parties: &Parties, roles: &[Claim<Role<Referent>>]) -> Vec<Claim<RelationClaim<Referent>>> {
    let words = reader.lexicons.relations.parties();
    let by_role = roles.iter().filter_map(|role| Some((by_role(reader, words, parties, &role.what)?, role.evidence)));
    let names = || reader.mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name);
    let by_words = names().filter_map(|(id, mention)| beside(reader, words, id, mention));
    let owned = names().filter_map(|(id, mention)| own(reader, parties, id, mention));
    let found = by_role.chain(by_words).chain(owned);
    found.map(|((person, party), evidence)| tie(person, party).claim(RULE, evidence, words.confidence)).collect()
}

fn tie(subject: Referent, object: Referent) -> Tie<'static> {
    Tie { subject, predicate: MEMBER_OF, object, detail: None }
}

/// "HP lawmaker", "candidate of the HP", "Republican senator".
fn by_role(reader: Reader, words: &PartyWords, parties: &Parties, role: &Role<Referent>) -> Option<(Referent, Referent)> {
    let person = role.person.clone();
    if let Some(party) = role.title.split(' ').next().and_then(|first| words.adjectives.get(first)) {
        return Some((person, Referent::Party(party.clone())));
    }
    let Some(Referent::Mention(of)) = role.of else { return None };
    let title = role.title.to_lowercase();
    let head = title.split(' ').take_while(|word| !reader.lexicons.titles.is_link(word)).last().map(plain)?;
    let mention = &reader.mentions[of];
    let named = mention.kind == MentionKind::Name && mention.class == EntityClass::Organization;
    let public = reader.lexicons.relations.is_public(mention.span.of(&reader.document.article.text));
    let member = words.nouns.contains(&head) && !public
        || words.own_nouns.contains(&head) && parties.has(reader, of)
        || words.fellows.contains(&title);
    (named && member).then(|| (person, side(of)))
}

/// "Ana Petrova (D-N.Y.)", "Ana Petrova, R-Wis.", "Ana Petrova, a Republican", "House Republican Ana Petrova".
fn beside(reader: Reader, words: &PartyWords, id: MentionId, mention: &Mention) -> Option<((Referent, Referent), Span)> {
    if mention.class != EntityClass::Person {
        return None;
    }
    let word = |token: TokenIndex| reader.document.tokens.get(token).map_or("", |_| reader.document.word(token));
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let adjective = |token: TokenIndex| words.adjectives.get(word(token)).map(|party| (party, token));
    let before = || start.checked_sub(1).and_then(adjective);
    let after = || match (word(end), word(end + 1)) {
        (",", "a" | "the") => adjective(end + 2),
        ("," | "(", _) => letter(words, word(end + 1), word(end + 2)).map(|party| (party, end + 1)),
        _ => None,
    };
    let (party, token): (&SmolStr, TokenIndex) = after().or_else(before)?;
    let evidence = mention.span.cover(reader.document.tokens[token].span);
    Some(((side(id), Referent::Party(party.clone())), evidence))
}

/// The party whose letter stands before a hyphen or a comma and a place: "D-N.Y.", "D., Conn.".
fn letter<'w>(words: &'w PartyWords, word: &str, next: &str) -> Option<&'w SmolStr> {
    let alone = match next {
        "-" | "‑" | "–" => words.letters.get(word),
        "," => word.strip_suffix('.').and_then(|letter| words.letters.get(letter)),
        _ => None,
    };
    alone.or_else(|| words.letters.get(word.split_once(['-', '‑', '–'])?.0))
}

/// "his Harbour Party".
fn own(reader: Reader, parties: &Parties, id: MentionId, mention: &Mention) -> Option<((Referent, Referent), Span)> {
    let pronoun = mention.tokens.start.checked_sub(1).filter(|&token| reader.document.tokens[token].tag == Tag::PrpPoss)?;
    let owner = reader.mentions.at(pronoun).filter(|&owner| reader.mentions[owner].class == EntityClass::Person)?;
    parties.has(reader, id).then(|| ((side(owner), side(id)), reader.mentions[owner].span.cover(mention.span)))
}
