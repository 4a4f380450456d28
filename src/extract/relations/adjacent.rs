//! Relations between two names with only a word or two between them: "Lima, Peru", "the Varna-based Harbour Institute".

use super::joint::{Joint, Only};
use super::parties::Parties;
use super::{Tie, side};
use crate::extract::relational::{Reader, is_possessive};
use crate::extract::{Claim, MentionId, MentionKind, Referent, RelationClaim};
use crate::language::Upos;
use crate::span::Span;

const LONGEST_GAP: usize = 12;

/// The relations between each name and the next, and between a name and the description next to it.
pub(super) fn relations(reader: Reader, parties: &Parties) -> Vec<Claim<RelationClaim<Referent>>> {
    let mut found = Vec::new();
    for (first, second) in pairs(reader) {
        let Some(between) = between(reader, first, second) else { continue };
        let apart = is_apart(reader, &between, first, second);
        for (rule, joint) in reader.lexicons.relations.joints(&between).filter(|(_, joint)| !apart || joint.is_followed()) {
            found.extend(tie(reader, parties, joint, first, second).map(|(tie, evidence)| tie.claim(rule, evidence, joint.confidence)));
        }
    }
    found
}

/// Each name with the next, and each name with the description before or after it.
fn pairs(reader: Reader) -> Vec<(MentionId, MentionId)> {
    let all = || reader.mentions.iter().map(|(id, _)| id);
    let described = |&(first, second): &(MentionId, MentionId)| {
        [first, second].into_iter().filter(|&id| reader.mentions[id].kind == MentionKind::Description).count() == 1
    };
    let names: Vec<MentionId> = all().filter(|&id| reader.mentions[id].kind == MentionKind::Name).collect();
    let with_descriptions: Vec<MentionId> =
        all().filter(|&id| reader.mentions[id].kind == MentionKind::Name || stands_alone(reader, id)).collect();
    let described = neighbours(&with_descriptions).filter(described);
    neighbours(&names).chain(described).collect()
}

/// True for a description that stands for what was named before: neither "the Varna area" nor "the state of Peru".
fn stands_alone(reader: Reader, id: MentionId) -> bool {
    let mention = &reader.mentions[id];
    let named = mention.tokens.start.checked_sub(1).is_some_and(|before| reader.name_at(before).is_some());
    let goes_on = reader.document.tokens.get(mention.tokens.end).is_some_and(|_| reader.document.word(mention.tokens.end) == "of");
    mention.kind == MentionKind::Description && !named && !goes_on
}

/// The words between two names of one sentence, lower-cased, without what stands in brackets after the first.
fn between(reader: Reader, first: MentionId, second: MentionId) -> Option<Vec<String>> {
    let document = reader.document;
    let mut gap = reader.mentions[first].tokens.end..reader.mentions[second].tokens.start;
    let before = reader.mentions[first].tokens.start.checked_sub(1);
    if gap.len() > LONGEST_GAP || document.sentence_of(gap.start.checked_sub(1)?) != document.sentence_of(gap.end) {
        return None;
    }
    let word = |token: usize| document.word(token);
    let bracketed = gap.clone().next().is_some_and(|token| word(token) == "(") || before.is_some_and(|token| word(token) == "(");
    if let Some(close) = gap.clone().find(|&token| word(token) == ")").filter(|_| bracketed) {
        gap.start = close + 1;
    }
    (!gap.is_empty()).then(|| gap.map(|token| word(token).to_lowercase()).collect())
}

/// True for two names that only a comma parts and that are not one within the other: in a list, or with a new clause behind the comma.
fn is_apart(reader: Reader, between: &[String], first: MentionId, second: MentionId) -> bool {
    let next = reader.mentions[second].tokens.end;
    let comma = between.first().is_some_and(|word| word == ",");
    let goes_on = reader.document.tokens.get(next).is_some_and(|token| {
        let same = reader.document.sentence_of(next) == reader.document.sentence_of(next - 1);
        same && (matches!(token.upos, Upos::Verb | Upos::Aux | Upos::Noun) || is_possessive(reader.document.word(next)))
    });
    comma && (is_list(reader, first, second) || between.len() == 1 && goes_on)
}

/// Each of a list with the next.
fn neighbours(ids: &[MentionId]) -> impl Iterator<Item = (MentionId, MentionId)> {
    ids.iter().copied().zip(ids.iter().copied().skip(1))
}

/// True for a name that no title stands before: "Ana Petrova", not "Judge Ana Petrova".
fn is_untitled(reader: Reader, id: MentionId) -> bool {
    let before = reader.mentions[id].tokens.start.checked_sub(1);
    before.is_none_or(|token| reader.lexicons.titles.nouns().ending_at(reader.document, token).is_none())
}

/// True for a body that people may belong to: neither of a state nor a company, school or the like by its name.
fn has_members(reader: Reader, id: MentionId) -> bool {
    let words = reader.lexicons.relations.origin();
    let name = reader.mentions[id].span.of(&reader.document.article.text);
    let company = |word: &str| words.words.iter().any(|known| known.eq_ignore_ascii_case(word));
    !reader.lexicons.relations.is_public(name) && !name.split([' ', '-']).any(company)
}

fn tie<'t>(reader: Reader, parties: &Parties, joint: &'t Joint, first: MentionId, second: MentionId) -> Option<(Tie<'t>, Span)> {
    let (subject, object) = if joint.backward { (second, first) } else { (first, second) };
    let (one, other) = (&reader.mentions[subject], &reader.mentions[object]);
    let name = one.span.of(&reader.document.article.text);
    let named = one.kind == MentionKind::Name;
    let fits = named && joint.subject.iter().any(|side| side.is(one.class)) && joint.object.iter().any(|side| side.is(other.class));
    let next = |at: usize| Some(reader.mentions[second].tokens.end + at).filter(|&token| token < reader.document.tokens.len());
    let goes_on = joint.goes_on(|at| next(at).map(|token| reader.document.word(token)));
    let meets = match joint.only {
        Some(Only::Party) => parties.has(reader, object),
        Some(Only::Fellow) => has_members(reader, object) && is_untitled(reader, subject),
        Some(Only::Public) => reader.lexicons.relations.is_public(name),
        Some(Only::Part) => reader.lexicons.demonyms.country_named(name).is_none(),
        None => true,
    };
    let tie = Tie { subject: side(subject), predicate: &joint.predicate, object: side(object), detail: None };
    (fits && meets && goes_on).then(|| (tie, one.span.cover(other.span)))
}

/// True where the two stand in a list: "Lima, Quito and Bogotá".
fn is_list(reader: Reader, first: MentionId, second: MentionId) -> bool {
    let (start, end) = (reader.mentions[first].tokens.start, reader.mentions[second].tokens.end);
    let word = |token: usize| reader.document.tokens.get(token).map(|_| reader.document.word(token));
    let class = reader.mentions[second].class;
    let same = |token: usize| {
        reader.mentions.at(token).is_some_and(|id| reader.mentions[id].class == class && reader.mentions[id].kind == MentionKind::Name)
    };
    let joined_after = matches!(word(end), Some("and" | "or")) && same(end + 1)
        || word(end) == Some(",") && (same(end + 1) || matches!(word(end + 1), Some("and" | "or")));
    let joined_before = start >= 2 && matches!(word(start - 1), Some("," | "and")) && same(start - 2);
    joined_after || joined_before
}
