//! Ties each quoted stretch to the cue that reports it, and so to its speaker.

use super::Content;
use super::channel::Channel;
use super::occurrence::{Cue, Form};
use super::scene::Scene;
use super::speaker::{is_verb, nearby, source};
use super::subject::subject;
use crate::extract::{QuoteKind, Referent, Source};
use crate::language::{Relation, TokenIndex, Upos};
use crate::span::Span;
use std::ops::Range;

/// How many tokens after a closing mark its cue may stand.
const TAG_REACH: usize = 25;
/// How many paragraphs without a word of the reporter's a speaker is carried over.
const CARRY: usize = 6;

/// Who said a quoted stretch, and how that is known.
#[derive(Debug, Clone)]
pub(super) struct Attribution {
    pub(super) speaker: Option<Source<Referent>>,
    pub(super) cue: Option<Span>,
    pub(super) channel: Channel,
    pub(super) how: How,
}

/// The ways in which a quoted stretch finds its speaker, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// "…," she said.
    CueAfter,
    /// She said: "…"
    CueBefore,
    /// A cue elsewhere in the sentence.
    SameSentence,
    /// "…," she said. "…"
    Continued,
    /// The sentence or paragraph before has a speaker.
    CarriedOver,
    /// The subject of the sentence, without a cue.
    Subject,
}

impl How {
    /// The last part of the rule's name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::CueAfter => "cue-after",
            Self::CueBefore => "cue-before",
            Self::SameSentence => "same-sentence",
            Self::Continued => "continued",
            Self::CarriedOver => "carried-over",
            Self::Subject => "subject",
        }
    }

    /// The share that was right on the training articles.
    pub(super) fn confidence(self, kind: QuoteKind) -> f32 {
        match self {
            Self::CueAfter | Self::CueBefore => 0.98,
            Self::Continued if kind == QuoteKind::Direct => 0.98,
            Self::CarriedOver if kind == QuoteKind::Direct => 0.93,
            Self::SameSentence => 0.85,
            Self::Subject if kind == QuoteKind::Direct => 0.7,
            Self::Continued => 0.6,
            Self::CarriedOver => 0.4,
            Self::Subject => 0.3,
        }
    }
}

fn attributed(cue: &Cue, how: How) -> Attribution {
    Attribution { speaker: cue.speaker.clone(), cue: Some(cue.span), channel: cue.channel.clone(), how }
}

/// The attribution of every quoted stretch, in order.
pub(super) fn attributions(scene: &Scene, cues: &[Cue]) -> Vec<Option<Attribution>> {
    let narrated: Vec<&Cue> = cues.iter().filter(|cue| !scene.is_quoted(cue.token) && (cue.speaker.is_some() || !cue.passive)).collect();
    let mut found: Vec<Option<Attribution>> = Vec::with_capacity(scene.quoted.len());
    for index in 0..scene.quoted.len() {
        let view = View { scene, cues: &narrated, index };
        let own = view.after().or_else(|| view.before()).or_else(|| view.same_sentence());
        let around = || view.continued(&found).or_else(|| view.sentence_before()).or_else(|| view.carried(&found));
        let attribution = own.or_else(|| if view.opens_sentence() { around() } else { None });
        found.push(attribution.or_else(|| view.by_subject()));
    }
    found
}

/// One quoted stretch and what stands around it.
struct View<'a> {
    scene: &'a Scene<'a>,
    cues: &'a [&'a Cue],
    index: usize,
}

impl View<'_> {
    fn extent(&self) -> Range<TokenIndex> {
        self.scene.extents[self.index].clone()
    }

    /// The reporter's words before the stretch, back to the quotation before it or the start of the block.
    fn gap_before(&self) -> Range<TokenIndex> {
        let start = match self.index.checked_sub(1) {
            Some(last) if self.same_block(last) => self.scene.extents[last].end,
            _ => self.block().start,
        };
        start.min(self.extent().start)..self.extent().start
    }

    /// The reporter's words after the stretch, up to the next quotation or the end of the block.
    fn gap_after(&self) -> Range<TokenIndex> {
        let end = match self.scene.extents.get(self.index + 1) {
            Some(next) if self.same_block(self.index + 1) => next.start,
            _ => self.block().end,
        };
        let gap = self.extent().end..end.max(self.extent().end);
        if gap.is_empty() { self.broken_off().unwrap_or(gap) } else { gap }
    }

    /// The paragraph after the stretch's own, where it goes on with the sentence: "…" ¶ said Ana Lima.
    fn broken_off(&self) -> Option<Range<TokenIndex>> {
        let block = self.scene.body_after(self.scene.quoted[self.index].block)?;
        let tokens = self.scene.block(block);
        let small = |t: TokenIndex| self.scene.document.word(t).starts_with(char::is_lowercase);
        (!tokens.is_empty() && small(tokens.start)).then_some(tokens)
    }

    fn same_block(&self, other: usize) -> bool {
        self.scene.quoted[other].block == self.scene.quoted[self.index].block
    }

    fn block(&self) -> Range<TokenIndex> {
        self.scene.block(self.scene.quoted[self.index].block)
    }

    /// True when nothing of the reporter's stands before the stretch in its sentence.
    fn opens_sentence(&self) -> bool {
        let start = self.extent().start;
        (self.scene.sentence_start(start)..start).all(|t| self.scene.document.tokens[t].upos == Upos::Punct || self.scene.is_quoted(t))
    }

    fn cues_in(&self, range: &Range<TokenIndex>) -> &[&Cue] {
        let start = self.cues.partition_point(|cue| cue.token < range.start);
        let end = self.cues.partition_point(|cue| cue.token < range.end);
        &self.cues[start..end.max(start)]
    }

    /// The last character between the marks.
    fn last_char(&self) -> char {
        self.scene.quoted[self.index].inner.of(&self.scene.document.article.text).chars().next_back().unwrap_or(' ')
    }

    /// "…," she said.
    fn after(&self) -> Option<Attribution> {
        let gap = self.gap_after();
        let first = gap.start;
        let new_sentence = first < gap.end && self.scene.begins_sentence(first);
        let closes_sentence = self.last_char() == '.' || new_sentence;
        let end =
            (first + 1..gap.end.min(first + TAG_REACH)).find(|&t| self.scene.begins_sentence(t)).unwrap_or(gap.end.min(first + TAG_REACH));
        let cue = *self.cues_in(&(first..end)).first()?;
        let joined = matches!(self.last_char(), ',' | '?' | '!' | '—' | '-' | '…') || self.scene.word(first) == ",";
        if closes_sentence {
            return (self.is_bare(cue, end) && !self.introduced()).then(|| attributed(cue, How::CueAfter));
        }
        (joined && !self.introduced() && !self.is_joined(first)).then(|| attributed(cue, How::CueAfter))
    }

    /// True when the words after the stretch go on with "and" or "but".
    fn is_joined(&self, first: TokenIndex) -> bool {
        let at = if self.scene.word(first) == "," { first + 1 } else { first };
        self.scene.lexicon.is_joining(&self.scene.word(at))
    }

    /// True when a cue reports nothing in its own sentence, so that it can belong to the words before it.
    fn is_bare(&self, cue: &Cue, end: TokenIndex) -> bool {
        let content = [Relation::Ccomp, Relation::Xcomp];
        let reports = self.scene.tree.dependent(self.scene.document, cue.token, &content).is_some_and(|t| t > cue.token && t < end);
        matches!(cue.form, Form::Verb(_)) && !reports
    }

    /// True when the words before the stretch lead into it: "She said: …", "She said, …".
    fn introduced(&self) -> bool {
        let gap = self.gap_before();
        let Some(last) = gap.end.checked_sub(1).filter(|last| gap.contains(last)) else { return false };
        match self.scene.word(last).as_str() {
            ":" => true,
            "," => !self.cues_in(&(last.saturating_sub(4).max(gap.start)..last)).is_empty(),
            _ => !self.scene.begins_sentence(self.extent().start),
        }
    }

    /// She said: "…"
    fn before(&self) -> Option<Attribution> {
        let gap = self.gap_before();
        let last = gap.end.checked_sub(1).filter(|last| gap.contains(last))?;
        let colon = self.scene.word(last) == ":";
        if self.scene.begins_sentence(self.extent().start) && !colon {
            return None;
        }
        let start = self.scene.sentence_start(last).max(gap.start);
        let cue = self.governing(self.cues_in(&(start..gap.end)))?;
        let how = if colon || gap.end - cue.token <= 4 { How::CueBefore } else { How::SameSentence };
        Some(attributed(cue, how))
    }

    /// The last of some cues; a verb that only reports with "that", or whose subject nobody named, yields to one of saying whose clause
    /// it stands in: "Lima said the figures indicate a "clear" trend".
    fn governing<'c>(&self, cues: &[&'c Cue]) -> Option<&'c Cue> {
        let last = *cues.last()?;
        let weak =
            |cue: &Cue| matches!(&cue.form, Form::Verb(takes) if !takes.contains(&Content::Bare) && !takes.contains(&Content::Judgement));
        let clause = |cue: &Cue| self.scene.tree.dependent(self.scene.document, cue.token, &[Relation::Ccomp]);
        let above = cues.iter().rev().find(|cue| clause(cue).is_some_and(|head| self.scene.tree.extent(head).contains(&last.token)));
        let vague = |cue: &Cue| matches!(cue.speaker, Some(Source::Unnamed(_)));
        Some(if weak(last) || vague(last) { above.copied().unwrap_or(last) } else { last })
    }

    /// A cue anywhere in the sentence.
    fn same_sentence(&self) -> Option<Attribution> {
        let extent = self.extent();
        let start = self.scene.sentence_start(extent.start);
        let end = self.scene.sentence_end(extent.end.saturating_sub(1));
        let before = self.governing(self.cues_in(&(start..extent.start)));
        let cue = before.or_else(|| self.cues_in(&(extent.end..end)).first().copied())?;
        Some(attributed(cue, How::SameSentence))
    }

    /// "…," she said. "…"
    fn continued(&self, found: &[Option<Attribution>]) -> Option<Attribution> {
        let last = self.index.checked_sub(1).filter(|&last| self.same_block(last))?;
        let attribution = found.get(last)?.as_ref()?;
        let gap = self.gap_before();
        let sentences = gap.clone().filter(|&t| self.scene.begins_sentence(t)).count();
        (sentences <= 1).then(|| Attribution { how: How::Continued, ..attribution.clone() })
    }

    /// She was angry. "…"
    fn sentence_before(&self) -> Option<Attribution> {
        let gap = self.gap_before();
        let last = gap.end.checked_sub(1).filter(|last| gap.contains(last))?;
        self.speaker_of(last)
    }

    /// The speaker of the sentence that a token is in.
    fn speaker_of(&self, last: TokenIndex) -> Option<Attribution> {
        let range = self.scene.sentence_start(last)..last + 1;
        let verb = range.clone().find(|&t| self.scene.document.tokens[t].head.is_none())?;
        let spoken = || self.cues_in(&range).iter().filter(|cue| cue.speaker.is_some());
        let says = |cue: &&&Cue| !matches!(&cue.form, Form::Verb(takes) if !takes.contains(&Content::Bare));
        if let Some(cue) = spoken().find(|cue| cue.token == verb).or_else(|| spoken().rev().find(says)) {
            return Some(attributed(cue, How::CarriedOver));
        }
        let head = subject(self.scene, verb).or_else(|| nearby(self.scene, last))?;
        Some(Attribution { speaker: Some(source(self.scene, head)), cue: None, channel: Channel::default(), how: How::CarriedOver })
    }

    /// The paragraph before ends with a colon, or is the same speaker's.
    fn carried(&self, found: &[Option<Attribution>]) -> Option<Attribution> {
        let block = self.scene.quoted[self.index].block;
        let before = self.scene.body_before(block)?;
        let tokens = self.scene.block(before);
        let last = tokens.end.checked_sub(1)?;
        let spoken = self.index.checked_sub(1).filter(|&last| block - self.scene.quoted[last].block <= CARRY);
        let same = spoken.filter(|&quote| self.scene.quoted[quote].block == before);
        if let Some(attribution) = same.and_then(|quote| found.get(quote)?.as_ref()) {
            return Some(Attribution { how: How::CarriedOver, ..attribution.clone() });
        }
        let found = self.speaker_of(last);
        let named = found.as_ref().is_some_and(|found| matches!(found.speaker, Some(Source::Known(_))));
        if named { found } else { self.last_known(&tokens).or(found) }
    }

    /// The last speaker in a stretch of text whom the text names.
    fn last_known(&self, tokens: &Range<TokenIndex>) -> Option<Attribution> {
        let cue = self.cues_in(tokens).iter().rev().find(|cue| matches!(cue.speaker, Some(Source::Known(_))))?;
        Some(attributed(cue, How::CarriedOver))
    }

    /// The subject of the verb that governs the stretch.
    fn by_subject(&self) -> Option<Attribution> {
        let extent = self.extent();
        let mut token = extent.clone().find(|&t| self.scene.document.tokens[t].head.is_some_and(|head| !extent.contains(&head)))?;
        for _ in 0..CARRY {
            token = self.scene.document.tokens[token].head?;
            if is_verb(self.scene, token) && !extent.contains(&token) {
                break;
            }
        }
        let head = subject(self.scene, token).filter(|&head| self.scene.mentions.at(head).is_some())?;
        Some(Attribution { speaker: Some(source(self.scene, head)), cue: None, channel: Channel::default(), how: How::Subject })
    }
}
