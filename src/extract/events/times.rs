//! When an event may have happened: the times of its sentence, the nearest before and after it, and the day of publication.

use super::choices::near_tokens;
use super::features::{Features, Target};
use super::scene::{Scene, Time};
use super::setting::{Choices, Outline, bucket};
use crate::extract::{CalendarDate, When};
use crate::language::TokenIndex;
use crate::language::linear::feature;

const TIME: u64 = 88;

/// Where a time stands, seen from the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Position {
    Inside,
    Before,
    After,
    Published,
}

/// A time of which the model is to judge.
#[derive(Debug, Clone, Copy)]
struct Choice<'a> {
    when: When,
    /// Its words; the day of publication needs none.
    time: Option<&'a Time>,
    position: Position,
}

impl Scene<'_> {
    /// The times that an event may have.
    #[must_use]
    pub fn sometime(&self, outline: Outline) -> Choices<When> {
        let token = self.candidates[outline.candidate].token;
        let sentence = &self.document.sentences[self.document.sentence_of(token)].tokens;
        let near: Vec<TokenIndex> = near_tokens(token, sentence).collect();
        let (Some(&start), Some(&end)) = (near.first(), near.last()) else {
            return Choices { none: self.absence(outline, 0), some: Vec::new() };
        };
        let first = self.times.partition_point(|time| time.head < start);
        let last = self.times.partition_point(|time| time.head <= end);
        let inside = self.times[first..last].iter().filter(|time| !time.tokens.contains(&token));
        let mut choices: Vec<Choice> =
            inside.map(|time| Choice { when: time.when, time: Some(time), position: Position::Inside }).collect();
        let count = choices.len();
        let outside = |at: Option<usize>, position| at.and_then(|at| self.times.get(at)).map(|time| (time, position));
        let around = [outside(first.checked_sub(1), Position::Before), outside(Some(last), Position::After)];
        let around = around.into_iter().flatten().map(|(time, position)| Choice { when: time.when, time: Some(time), position });
        let published = self.document.article.published.map(|day| Choice {
            when: When::at(CalendarDate::Day(day)),
            time: None,
            position: Position::Published,
        });
        for choice in around.chain(published) {
            if !choices.iter().any(|other| other.when == choice.when) {
                choices.push(choice);
            }
        }
        let some = choices.iter().map(|choice| (choice.when, self.time_features(outline, choice, count))).collect();
        Choices { none: self.absence(outline, count), some }
    }

    /// The features of a choice; `count` times stand in the event's sentence.
    fn time_features(&self, outline: Outline, choice: &Choice, count: usize) -> Vec<u64> {
        let mut out = Features::default();
        if let (Position::Inside, Some(time)) = (choice.position, choice.time) {
            let target = Target { tokens: time.tokens.clone(), head: time.head, sort: TIME };
            out.0 = self.pair(&self.candidates[outline.candidate], outline.class, &target);
            self.clauses(outline, time, count, &mut out);
        } else if let Some(time) = choice.time {
            self.apart(outline, time, choice.position, count, &mut out);
        }
        self.kind_of_time(outline, choice, count, &mut out);
        out.0
    }

    /// Whether the time and the event stand in one clause.
    fn clauses(&self, outline: Outline, time: &Time, count: usize, out: &mut Features) {
        let token = self.candidates[outline.candidate].token;
        let (mine, its) = (self.clause(token), self.clause(time.head));
        let same = u64::from(mine == its);
        out.add(210, &[u64::from(count == 1)]);
        out.add(211, &[same]);
        out.add(212, &[same, self.document.tokens[token].upos as u64]);
        out.add(213, &[u64::from(its == token), self.relation(time.head)]);
        out.add(214, &[self.lemma(its)]);
        out.add(215, &[self.lemma(its), u64::from(its == token)]);
    }

    /// How far from the event a time of another sentence stands.
    fn apart(&self, outline: Outline, time: &Time, position: Position, count: usize, out: &mut Features) {
        let token = self.candidates[outline.candidate].token;
        let (here, there) = (self.document.sentence_of(token), self.document.sentence_of(time.head));
        let far = bucket(here.abs_diff(there), &[1, 2, 3, 5, 9]);
        let block = |sentence: usize| self.document.sentences[sentence].block;
        let position = position as u64;
        out.add(220, &[far, position]);
        out.add(221, &[far, position, count.min(1) as u64]);
        out.add(222, &[u64::from(block(here) == block(there)), position]);
    }

    /// How exact the time is, how it is said, and how it lies to the day of publication.
    fn kind_of_time(&self, outline: Outline, choice: &Choice, count: usize, out: &mut Features) {
        let candidate = &self.candidates[outline.candidate];
        let this = &self.document.tokens[candidate.token];
        let (class, modality) = (u64::from(outline.class), u64::from(outline.modality));
        let (position, exact, lies) = (choice.position as u64, exactness(choice.when), self.lies(choice.when));
        let inside = u64::from(choice.position == Position::Inside);
        let form = choice.time.map_or(0, |time| self.form(time));
        let case = choice.time.map_or(0, |time| self.word_before(time.tokens.start));
        let tense = self.document.tokens[self.clause(candidate.token)].tag as u64;
        let index = self.document.sentence_of(candidate.token);
        let kind = self.document.article.blocks.get(self.document.sentences[index].block).map_or(99, |block| block.kind as u64);
        out.add(230, &[inside, exact]);
        out.add(231, &[inside, exact, class]);
        out.add(232, &[inside, lies]);
        out.add(233, &[inside, lies, modality]);
        out.add(234, &[inside, lies, tense]);
        out.add(235, &[inside, form]);
        out.add(236, &[inside, form, class]);
        out.add(237, &[inside, case]);
        out.add(238, &[inside, case, exact]);
        out.add(239, &[position, exact]);
        out.add(240, &[position, form]);
        out.add(241, &[position, class]);
        out.add(242, &[position, this.upos as u64]);
        out.add(243, &[position, lies, tense]);
        out.add(244, &[position, count.min(2) as u64]);
        out.add(245, &[position, kind]);
        out.add(246, &[position, modality]);
        out.add(247, &[position, u64::from(index < 3)]);
        out.add(248, &[position, this.tag as u64]);
        out.add(249, &[position, u64::from(candidate.earlier == 0)]);
    }

    /// How the time is said: as a weekday, by which words.
    fn form(&self, time: &Time) -> u64 {
        let word = |token: TokenIndex| self.document.word(token);
        let weekday = time.tokens.clone().any(|token| self.knowledge.dates.is_weekday(&word(token).to_lowercase()));
        let small = |token: TokenIndex| if word(token).starts_with(char::is_lowercase) { self.lemma(token) } else { 0 };
        let ends = (small(time.tokens.start), small(time.tokens.end - 1));
        if weekday { 1 + time.tokens.len().min(3) as u64 } else { feature(97, &[ends.0, ends.1]) }
    }

    /// How a time lies to the day of publication: the same, so much before, so much after.
    fn lies(&self, when: When) -> u64 {
        let Some(published) = self.document.article.published else { return 0 };
        let now = when.begin.exactness_of(published);
        let days = match when.begin {
            CalendarDate::Day(day) => usize::try_from((day - published).whole_days().abs()).unwrap_or(usize::MAX),
            _ => usize::MAX,
        };
        if when.begin == now { 1 } else { 2 + 10 * u64::from(when.begin < now) + bucket(days, &[1, 3, 7, 31, 365]) }
    }
}

/// Day, month or year, as a point or as an interval.
fn exactness(when: When) -> u64 {
    let unit = match when.begin {
        CalendarDate::Day(_) => 0,
        CalendarDate::Month(..) => 1,
        CalendarDate::Year(_) => 2,
    };
    unit + 3 * u64::from(when.end.is_some())
}
