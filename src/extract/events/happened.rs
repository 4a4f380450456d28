//! What the event model sees when it asks whether an event happened: words of modality, tense, and who speaks.

use super::features::Features;
use super::lexicon::{Marks, Place};
use super::scene::{Candidate, Scene};
use crate::language::linear::feature;
use crate::language::{Relation, TokenIndex, Upos};

/// So many steps above a word its clause's verb is sought.
const STEPS: usize = 4;
/// So many words before a trigger are looked at for words of modality.
const BEFORE: isize = 4;
/// So many tokens to each side are looked at for words of modality anywhere in the sentence.
const WINDOW: usize = 20;

impl Scene<'_> {
    /// The features that tell whether an event of a class happened.
    pub(super) fn happened(&self, candidate: &Candidate, class: u8) -> Vec<u64> {
        let mut out = Features::default();
        let token = candidate.token;
        let tag = self.document.tokens[token].tag as u64;
        let speech = self.speech(token).map_or(0, |speech| 1 + u64::from(speech.speaker.is_some()));
        self.modality(token, &mut out);
        out.add(14, &[]);
        out.add(90, &[tag]);
        out.add(91, &[tag, speech]);
        out.add(92, &[self.relation(token), tag]);
        for by in 1..=3 {
            let Some(before) = self.near(token, -by) else { break };
            out.add(93, &[self.lemma(before), tag]);
            out.add(94, &[self.document.tokens[before].tag as u64, tag, by.cast_unsigned() as u64]);
        }
        if let Some(head) = self.document.tokens[token].head {
            out.add(95, &[self.lemma(head), self.relation(token)]);
            out.add(96, &[self.document.tokens[head].tag as u64, self.relation(token)]);
        }
        candidate.classes.iter().for_each(|&class| out.add(97, &[u64::from(class), speech]));
        self.clause_verb(token, &mut out);
        self.told(token, u64::from(class), &mut out);
        out.0
    }

    /// The verb of the clause, its auxiliaries and what stands above it.
    fn clause_verb(&self, token: TokenIndex, out: &mut Features) {
        let tokens = &self.document.tokens;
        let is_verbal = |t: TokenIndex| matches!(tokens[t].upos, Upos::Verb | Upos::Aux);
        let mut verb = token;
        for _ in 0..STEPS {
            let Some(head) = tokens[verb].head.filter(|_| !is_verbal(verb)) else { break };
            verb = head;
        }
        let (kind, group) = (self.speech_kind(token), self.group(verb));
        out.add(240, &[self.group(token)]);
        out.add(241, &[group]);
        out.add(242, &[self.lemma(verb)]);
        if let Some(above) = tokens[verb].head {
            out.add(243, &[self.lemma(above), self.relation(verb)]);
            out.add(244, &[self.group(above), self.relation(verb)]);
        }
        out.add(245, &[kind, group]);
        out.add(246, &[kind, tokens[token].tag as u64]);
        if let Some(cue) = self.speech(token).and_then(|speech| speech.cue) {
            let last = tokens.partition_point(|t| t.span.end < cue.end);
            let said = self.words[last.min(tokens.len() - 1)].form;
            out.add(247, &[said, kind]);
            out.add(248, &[said, group]);
            out.add(249, &[self.voice(token)]);
        }
        let dependents = self.tree.dependents(verb).iter().copied();
        if let Some(subject) = dependents.into_iter().find(|&t| matches!(tokens[t].relation, Relation::Nsubj | Relation::NsubjPass)) {
            out.add(250, &[self.who(subject), kind]);
            out.add(251, &[self.words[subject].form]);
        }
    }

    /// What is told, how, and by which words of modality in the sentence.
    fn told(&self, token: TokenIndex, class: u64, out: &mut Features) {
        let (kind, tag, lemma) = (self.speech_kind(token), self.document.tokens[token].tag as u64, self.lemma(token));
        let sentence = &self.document.sentences[self.document.sentence_of(token)];
        let block = self.document.article.blocks.get(sentence.block).map_or(99, |block| block.kind as u64);
        out.add(260, &[class]);
        out.add(261, &[class, kind]);
        out.add(262, &[class, tag]);
        out.add(263, &[lemma]);
        out.add(264, &[lemma, kind]);
        out.add(265, &[block]);
        out.add(266, &[self.cluster(token, 1)]);
        out.add(267, &[self.cluster(token, 2), kind]);
        let range = sentence.tokens.start.max(token.saturating_sub(WINDOW))..sentence.tokens.end.min(token + WINDOW);
        let marks = range.fold(Marks::default(), |marks, t| marks.and(self.words[t].marks));
        for (number, place) in [(268, Place::Governor), (269, Place::Modifier), (270, Place::Auxiliary), (271, Place::Marker)] {
            marks.at(place).for_each(|mark| out.add(number, &[mark, kind]));
        }
    }

    /// The words of modality around a trigger.
    pub(super) fn modality(&self, token: TokenIndex, out: &mut Features) {
        let mut add = |number, place, word: TokenIndex| self.words[word].marks.at(place).for_each(|cue| out.add(number, &[cue]));
        let mut clause = Some(token);
        for step in 0..3_u32 {
            let Some(at) = clause else { break };
            for &below in self.tree.dependents(at) {
                match self.document.tokens[below].relation {
                    Relation::Aux | Relation::Advmod | Relation::AuxPass => add(70 + step, Place::Auxiliary, below),
                    Relation::Mark | Relation::Case | Relation::Cc => add(73 + step, Place::Marker, below),
                    _ => {}
                }
                if step == 0 {
                    add(76, Place::Modifier, below);
                }
            }
            clause = self.document.tokens[at].head;
            if let Some(head) = clause {
                add(77 + step, Place::Governor, head);
            }
        }
        for before in (1..=BEFORE).map_while(|by| self.near(token, -by)) {
            add(80, Place::Auxiliary, before);
            add(81, Place::Governor, before);
            add(82, Place::Modifier, before);
        }
    }

    /// A verb's form with its auxiliaries.
    pub(super) fn group(&self, verb: TokenIndex) -> u64 {
        let (mut auxiliaries, mut infinitive) = (0_u64, false);
        for &below in self.tree.dependents(verb) {
            if matches!(self.document.tokens[below].relation, Relation::Aux | Relation::AuxPass | Relation::Cop) {
                auxiliaries = auxiliaries.wrapping_add(self.lemma(below));
            }
            infinitive |= self.document.word(below).eq_ignore_ascii_case("to");
        }
        feature(96, &[auxiliaries, self.document.tokens[verb].tag as u64, u64::from(infinitive)])
    }

    /// How the words around a token are quoted: 0 if they are not.
    fn speech_kind(&self, token: TokenIndex) -> u64 {
        self.speech(token).map_or(0, |speech| 1 + speech.kind as u64)
    }

    /// How the words around a token are quoted, and whether it is said whose they are.
    pub(super) fn voice(&self, token: TokenIndex) -> u64 {
        self.speech(token)
            .map_or(0, |speech| 10 + 10 * speech.kind as u64 + if speech.speaker.is_some() { 2 } else { u64::from(speech.unnamed) })
    }
}
