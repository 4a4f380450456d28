//! Pronouns and descriptions, tied to the entity that they refer back to: the best of the few mentions before them,
//! by distance, subjecthood, sex and number (after Lappin and Leass 1994).

use super::cluster::ClusterIndex;
use super::clusters::Clusters;
use super::speech::{Quotes, channels, is_platform, speakers};
use super::trait_of::Traits;
use crate::extract::{Claims, Descriptions, EntityClass, Lexicons, MentionId, MentionKind, Mentions, Referent, Sort};
use crate::language::{Document, Relation, TokenIndex};
use std::collections::VecDeque;

/// How many mentions and how many sentences back an antecedent is looked for.
const MENTIONS_BACK: usize = 24;
const SENTENCES_BACK: usize = 3;
/// How many sentences back, for one who speaks: the one who spoke last. Long quotations stand between.
const SPEECH_BACK: usize = 6;
/// How many paragraphs back somebody spoke whom "he said" goes on with.
const PARAGRAPHS_BACK: usize = 2;

/// So many words up a phrase a name may stand.
const DEEPEST: usize = 4;

/// What a mention does in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Subject,
    /// Acts in a passive clause, or stands in the phrase of one who acts: "the minister, Ana Ruiz, said".
    Actor,
    Other,
}

/// A mention that later ones may refer back to.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    cluster: ClusterIndex,
    class: EntityClass,
    sentence: usize,
    head: TokenIndex,
    part: Part,
    quoted: bool,
    speaks: bool,
}

/// Ties each pronoun and description to an entity named near it.
pub(super) fn resolve(
    document: &Document,
    mentions: &Mentions,
    claims: &Claims<Referent>,
    lexicons: &Lexicons,
    clusters: &mut Clusters,
    traits: &Traits,
) {
    let words = &lexicons.descriptions;
    let (mut quotes, speakers, channels) = (Quotes::new(claims), speakers(claims), channels(claims));
    let mut recent: VecDeque<Candidate> = VecDeque::with_capacity(MENTIONS_BACK + 1);
    for (id, mention) in mentions.iter() {
        let inside = quotes.around(mention.span);
        let here = Here {
            document,
            id,
            mention_head: mention.head,
            sentence: document.sentence_of(mention.head),
            speaks: speakers.contains(&id),
            speaker: inside.and_then(|(_, speaker)| clusters.of_mention((*speaker)?)),
        };
        let found = match mention.kind {
            MentionKind::Name => clusters.of_mention(id),
            MentionKind::Pronoun => words.pronoun(document.word(mention.head)).and_then(|sort| here.pronoun(sort, &recent, traits)),
            MentionKind::Description => here.description(mentions, words, &recent, traits),
        };
        let Some(cluster) = found else { continue };
        clusters.tie(id, cluster);
        if channels.contains(&id) || is_platform(document, mention, lexicons) {
            continue;
        }
        recent.push_front(here.candidate(cluster, clusters.list()[cluster].class, inside.is_some()));
        recent.truncate(MENTIONS_BACK);
    }
}

fn is_subject(document: &Document, head: TokenIndex) -> bool {
    matches!(document.tokens[head].relation, Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter)
}

fn part(document: &Document, head: TokenIndex) -> Part {
    if is_subject(document, head) {
        return Part::Subject;
    }
    let above = |token: &TokenIndex| {
        let relation = document.tokens[*token].relation;
        let inside = matches!(relation, Relation::Appos | Relation::Flat | Relation::Compound | Relation::NmodDesc);
        document.tokens[*token].head.filter(|_| inside)
    };
    let top = std::iter::successors(Some(head), above).take(DEEPEST).last().unwrap_or(head);
    let acts = is_subject(document, top) || document.tokens[top].relation == Relation::OblAgent;
    if acts { Part::Actor } else { Part::Other }
}

/// A pronoun or description that looks for what it refers to.
struct Here<'d> {
    document: &'d Document<'d>,
    id: MentionId,
    mention_head: TokenIndex,
    sentence: usize,
    /// Words are attributed to it.
    speaks: bool,
    /// Who speaks the quotation that it stands in.
    speaker: Option<ClusterIndex>,
}

impl Here<'_> {
    /// Itself, for those that come after it.
    fn candidate(&self, cluster: ClusterIndex, class: EntityClass, quoted: bool) -> Candidate {
        let (sentence, head, speaks) = (self.sentence, self.mention_head, self.speaks);
        Candidate { cluster, class, sentence, head, part: part(self.document, head), quoted, speaks }
    }

    fn pronoun(&self, sort: Sort, recent: &VecDeque<Candidate>, traits: &Traits) -> Option<ClusterIndex> {
        if let Some(speaker) = self.last_speaker(sort, recent, traits) {
            return Some(speaker);
        }
        let mut best: Option<(i32, ClusterIndex)> = None;
        for candidate in recent {
            let distance = self.sentence.saturating_sub(candidate.sentence);
            if distance > if self.goes_on(candidate) { SPEECH_BACK } else { SENTENCES_BACK } {
                continue;
            }
            let Some(fit) = self.fit(sort, candidate, distance, traits) else { continue };
            let near = 6_i32.saturating_sub_unsigned(2 * u32::try_from(distance).unwrap_or(3));
            let near = if self.goes_on(candidate) { near.max(1) + 2 } else { near };
            let score = fit + near + if candidate.part == Part::Subject { 3 } else { 0 }
                - if candidate.quoted && self.speaker.is_none() { 4 } else { 0 };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, candidate.cluster));
            }
        }
        best.map(|(_, cluster)| cluster)
    }

    /// For "he" or "she" who speaks: the person who spoke last, in this paragraph or one of the few before it,
    /// unless another has come up as subject in the same paragraph since: "Olsen wants a port. \"…,\" he wrote".
    fn last_speaker(&self, sort: Sort, recent: &VecDeque<Candidate>, traits: &Traits) -> Option<ClusterIndex> {
        let block = |sentence: usize| self.document.sentences.get(sentence).map_or(0, |sentence| sentence.block);
        let person = |candidate: &Candidate| {
            let sex = traits.sex(candidate.cluster).is_none_or(|sex| sex == sort);
            candidate.class == EntityClass::Person && !candidate.quoted && sex
        };
        let speaks = |candidate: &&Candidate| candidate.speaks && !candidate.quoted && candidate.class == EntityClass::Person;
        let last = recent.iter().find(speaks).filter(|_| self.speaks && matches!(sort, Sort::Male | Sort::Female))?;
        let since = recent.iter().take_while(|candidate| !speaks(candidate));
        // Somebody in the phrase of one who acts is meant where only of them it is known that they are a man or a woman.
        let told = |candidate: &Candidate| traits.sex(candidate.cluster).is_some() && traits.sex(last.cluster).is_none();
        let acts = |candidate: &Candidate| candidate.part == Part::Subject || candidate.part == Part::Actor && told(candidate);
        let here = |candidate: &Candidate| block(candidate.sentence) == block(self.sentence) && acts(candidate);
        let another = since.into_iter().any(|candidate| here(candidate) && person(candidate) && candidate.cluster != last.cluster);
        let near = block(self.sentence).saturating_sub(block(last.sentence)) <= PARAGRAPHS_BACK;
        (near && !another && person(last)).then_some(last.cluster)
    }

    /// True when both speak, so that the one who spoke may go on.
    fn goes_on(&self, candidate: &Candidate) -> bool {
        self.speaks && candidate.speaks
    }

    /// How well a candidate fits a pronoun; none if it cannot be meant.
    fn fit(&self, sort: Sort, candidate: &Candidate, distance: usize, traits: &Traits) -> Option<i32> {
        if self.speaker == Some(candidate.cluster) || self.is_object_of(candidate) {
            return None;
        }
        match sort {
            Sort::Male | Sort::Female if candidate.class == EntityClass::Person => match traits.sex(candidate.cluster) {
                Some(sex) if sex == sort => Some(2),
                Some(_) => None,
                None => Some(0),
            },
            Sort::Thing if distance <= 1 || self.goes_on(candidate) => match candidate.class {
                EntityClass::Organization => Some(1),
                EntityClass::Place if traits.is_country(candidate.cluster) => Some(1),
                _ => None,
            },
            Sort::Several if distance <= 1 && candidate.part == Part::Subject && candidate.class == EntityClass::Organization => Some(0),
            _ => None,
        }
    }

    /// True when the candidate is subject of the very verb that the pronoun is object of.
    fn is_object_of(&self, candidate: &Candidate) -> bool {
        let (own, other) = (&self.document.tokens[self.mention_head], &self.document.tokens[candidate.head]);
        let object = matches!(own.relation, Relation::Obj | Relation::Iobj | Relation::Obl);
        let reflexive = self.document.word(self.mention_head).ends_with("self");
        object && !reflexive && own.head.is_some() && own.head == other.head && candidate.part == Part::Subject
    }

    fn description(
        &self,
        mentions: &Mentions,
        words: &Descriptions,
        recent: &VecDeque<Candidate>,
        traits: &Traits,
    ) -> Option<ClusterIndex> {
        let noun = self.document.word(mentions[self.id].tokens.end.checked_sub(1)?).to_lowercase();
        let text = || mentions[self.id].span.of(&self.document.article.text).to_lowercase();
        let Some(sort) = words.noun(&noun) else { return traits.holder(&noun, &text(), self.id) };
        match sort {
            Sort::Male | Sort::Female | Sort::Person => {
                let owned = traits.is_owned(self.id) && is_subject(self.document, self.mention_head);
                let named = traits.holder(&noun, &text(), self.id);
                named.or_else(|| if self.speaks || owned { self.person(sort, &noun, recent, traits) } else { None })
            }
            Sort::Organization => {
                let organizations = || recent.iter().filter(|candidate| candidate.class == EntityClass::Organization);
                let by_name = organizations().find(|candidate| traits.has_word(candidate.cluster, &noun));
                let near = || {
                    let back = if self.speaks { SENTENCES_BACK } else { 1 };
                    organizations()
                        .find(|candidate| self.sentence.saturating_sub(candidate.sentence) <= back && !traits.is_media(candidate.cluster))
                };
                by_name.or_else(near).map(|candidate| candidate.cluster)
            }
            Sort::Country => recent.iter().find(|candidate| traits.is_country(candidate.cluster)).map(|candidate| candidate.cluster),
            Sort::City => recent.iter().find(|candidate| traits.is_city(candidate.cluster)).map(|candidate| candidate.cluster),
            Sort::Place => recent
                .iter()
                .find(|candidate| candidate.class == EntityClass::Place && traits.has_word(candidate.cluster, &noun))
                .map(|candidate| candidate.cluster),
            _ => None,
        }
    }

    /// True for a candidate few sentences back, outside quotations.
    fn is_near(&self, candidate: &Candidate) -> bool {
        !candidate.quoted && self.sentence.saturating_sub(candidate.sentence) <= SENTENCES_BACK
    }

    /// The last person who spoke or acted, for one whose title nobody in the article bears.
    fn person(&self, sort: Sort, noun: &str, recent: &VecDeque<Candidate>, traits: &Traits) -> Option<ClusterIndex> {
        let owner = traits.owner(self.id);
        let colleague =
            owner.and_then(|owner| recent.iter().find(|candidate| self.is_near(candidate) && traits.is_of(candidate.cluster, owner)));
        if let Some(colleague) = colleague {
            return Some(colleague.cluster);
        }
        let fits = |candidate: &&Candidate| {
            let distance = self.sentence.saturating_sub(candidate.sentence);
            let near = distance <= 1 || self.goes_on(candidate) && distance <= SPEECH_BACK;
            let sex = traits.sex(candidate.cluster).is_none_or(|sex| sort == Sort::Person || sex == sort);
            let acts = candidate.part == Part::Subject || self.speaks && candidate.part == Part::Actor || self.goes_on(candidate);
            let another = owner.is_some_and(|owner| traits.is_of_another(candidate.cluster, noun, owner));
            candidate.class == EntityClass::Person && acts && !candidate.quoted && near && sex && !another
        };
        recent.iter().find(fits).map(|candidate| candidate.cluster)
    }
}
