//! Relations between two names with only a word or two between them: "Lima, Peru", "the Varna-based Harbour Institute".

use super::lexicon::Joint;
use super::{Tie, side};
use crate::extract::relational::Reader;
use crate::extract::{Claim, MentionId, MentionKind, Referent, RelationClaim};

const LONGEST_GAP: usize = 5;

/// The relations between each name and the next.
pub(super) fn relations(reader: Reader) -> Vec<Claim<RelationClaim<Referent>>> {
    let mut found = Vec::new();
    let names: Vec<MentionId> = reader.mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name).map(|(id, _)| id).collect();
    for pair in names.windows(2) {
        if let [first, second] = *pair
            && let Some(between) = between(reader, first, second)
        {
            for (rule, joint) in reader.lexicons.relations.joints(&between) {
                found.extend(tie(reader, joint, first, second).map(|(tie, evidence)| tie.claim(rule, evidence, joint.confidence)));
            }
        }
    }
    found
}

/// The words between two names of one sentence, lower-cased and joined by single spaces.
fn between(reader: Reader, first: MentionId, second: MentionId) -> Option<String> {
    let gap = reader.mentions[first].tokens.end..reader.mentions[second].tokens.start;
    let last = gap.end.checked_sub(1)?;
    let near = !gap.is_empty()
        && gap.len() <= LONGEST_GAP
        && reader.document.sentence_of(gap.start.checked_sub(1)?) == reader.document.sentence_of(last + 1);
    near.then(|| {
        let words: Vec<String> = gap.map(|token| reader.document.word(token).to_lowercase()).collect();
        words.join(" ")
    })
}

fn tie<'t>(reader: Reader, joint: &'t Joint, first: MentionId, second: MentionId) -> Option<(Tie<'t>, crate::span::Span)> {
    let (subject, object) = if joint.backward { (second, first) } else { (first, second) };
    let (one, other) = (&reader.mentions[subject], &reader.mentions[object]);
    let fits = joint.subject.iter().any(|side| side.is(one.class)) && joint.object.iter().any(|side| side.is(other.class));
    let public = !joint.public || reader.lexicons.relations.is_public(one.span.of(&reader.document.article.text));
    let listed = reader.document.word(reader.mentions[first].tokens.end) == "," && is_list(reader, first, second);
    let tie = Tie { subject: side(subject), predicate: &joint.predicate, object: side(object), detail: None };
    (fits && public && !listed).then(|| (tie, one.span.cover(other.span)))
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
