//! Relations that a verb states: "Varna Steel is based in Sofia".

use super::lexicon::{Side, VerbGroup};
use super::{Tie, side};
use crate::extract::relational::Reader;
use crate::extract::{Claim, MentionId, Referent, RelationClaim};
use crate::language::{Relation, TokenIndex, Upos};

/// Words that may stand between a subject and its verb.
const LONGEST_LEAD: usize = 3;

/// The relations of verbs to their subjects, objects and prepositional phrases.
pub(super) fn relations(reader: Reader) -> Vec<Claim<RelationClaim<Referent>>> {
    let mut found = Vec::new();
    for verb in 0..reader.document.tokens.len() {
        for (rule, group) in reader.lexicons.relations.verbs().filter(|(_, group)| says(reader, verb, group)) {
            let sides = by_syntax(reader, verb, group).or_else(|| by_order(reader, verb, group));
            let Some((subject, object)) = sides.filter(|(subject, object)| subject != object && is_called(reader, group, *object)) else {
                continue;
            };
            let evidence = reader.mentions[subject].span.cover(reader.mentions[object].span);
            let (subject, object) = if group.backward { (object, subject) } else { (subject, object) };
            let tie = Tie { subject: side(subject), predicate: &group.predicate, object: side(object), detail: None };
            found.push(tie.claim(rule, evidence, 0.6));
        }
    }
    found
}

/// True if the name after the verb has a word that the group asks for.
fn is_called(reader: Reader, group: &VerbGroup, object: MentionId) -> bool {
    let name = reader.mentions[object].span.of(&reader.document.article.text);
    let known = |word: &str| group.object_words.iter().any(|known| known.eq_ignore_ascii_case(word));
    group.object_words.is_empty() || name.split([' ', '-']).any(known)
}

/// True for a form of one of the group's verbs, also where capitals around it made the tagger take it for a noun.
fn says(reader: Reader, verb: TokenIndex, group: &VerbGroup) -> bool {
    let token = &reader.document.tokens[verb];
    let third = |lemma: &str| reader.document.word(verb).strip_suffix('s') == Some(lemma) && reader.name_at(verb).is_none();
    group
        .lemmas
        .iter()
        .any(|known| token.upos == Upos::Verb && token.lemma == *known || matches!(token.upos, Upos::Propn | Upos::Noun) && third(known))
}

/// Subject and object as the syntax has them.
fn by_syntax(reader: Reader, verb: TokenIndex, group: &VerbGroup) -> Option<(MentionId, MentionId)> {
    Some((subject(reader, verb, group)?, object(reader, verb, group)?))
}

/// A name right before the verb, past its auxiliaries, and a name right after it, past the preposition and a determiner.
fn by_order(reader: Reader, verb: TokenIndex, group: &VerbGroup) -> Option<(MentionId, MentionId)> {
    let document = reader.document;
    let sentence = document.sentences.get(document.sentence_of(verb))?.tokens.clone();
    let lead = (sentence.start.max(verb.saturating_sub(LONGEST_LEAD))..verb).rev();
    let before =
        lead.take_while(|&token| document.tokens[token].upos != Upos::Verb).find_map(|token| Some((token, reader.name_at(token)?)));
    let (last, subject) = before?;
    let auxiliary = (last + 1..verb).all(|token| matches!(document.tokens[token].upos, Upos::Aux | Upos::Adv));
    let word = |token: TokenIndex| if token < sentence.end { document.word(token) } else { "" };
    let preposition = group.prepositions.iter().any(|known| known.eq_ignore_ascii_case(word(verb + 1)));
    let mut start = if preposition { verb + 2 } else { verb + 1 };
    if reader.lexicons.descriptions.is_determiner(word(start)) {
        start += 1;
    }
    let object = reader.name_at(start).filter(|_| start < sentence.end)?;
    let (one, other) = if group.backward { (&group.object, &group.subject) } else { (&group.subject, &group.object) };
    let fits = fits(reader, one, subject) && fits(reader, other, object);
    (auxiliary && fits && preposition != group.prepositions.is_empty()).then_some((subject, object))
}

fn fits(reader: Reader, sides: &[Side], id: MentionId) -> bool {
    sides.iter().any(|side| side.is(reader.mentions[id].class))
}

fn subject(reader: Reader, verb: TokenIndex, group: &VerbGroup) -> Option<MentionId> {
    let sides = if group.backward { &group.object } else { &group.subject };
    let fits = |&id: &MentionId| fits(reader, sides, id);
    let token = &reader.document.tokens[verb];
    let own = [Relation::Nsubj, Relation::NsubjPass].into_iter().find_map(|relation| reader.dependent(verb, relation));
    let above = matches!(token.relation, Relation::Acl | Relation::AclRelcl).then_some(token.head).flatten();
    let id = own.and_then(|token| reader.mentions.at(token)).filter(fits);
    id.or_else(|| above.and_then(|token| reader.mentions.at(token)).filter(fits))
}

fn object(reader: Reader, verb: TokenIndex, group: &VerbGroup) -> Option<MentionId> {
    let sides = if group.backward { &group.subject } else { &group.object };
    let fits = |&id: &MentionId| fits(reader, sides, id);
    let dependents = reader.document.dependents(verb).filter(|&token| match reader.document.tokens[token].relation {
        Relation::Obj => group.prepositions.is_empty(),
        Relation::Obl | Relation::OblAgent => reader.document.dependents(token).any(|case| {
            reader.document.tokens[case].relation == Relation::Case
                && group.prepositions.iter().any(|known| known.eq_ignore_ascii_case(reader.document.word(case)))
        }),
        _ => false,
    });
    dependents.filter_map(|token| reader.mentions.at(token)).find(fits)
}
