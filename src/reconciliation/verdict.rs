//! Which of a service's candidates are links, and which of them is sure.

use super::{Answer, Candidate, Question};

/// What a candidate must have to be a sure link.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Bar {
    /// So many points, on the scale of the service; half of them if none is given, for some services match whatever is the only one.
    pub threshold: Option<f64>,
}

/// A candidate as a link.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Judged<'a> {
    pub(super) candidate: &'a Candidate,
    pub(super) sure: bool,
    pub(super) confidence: f32,
}

impl Bar {
    /// The candidates, no more than were asked for. Sure is the one that the service says it is, if it says so of one alone, with points
    /// enough and, where a class was asked for and it tells classes, of that class.
    pub(super) fn judge<'a>(&self, question: &Question, answer: &'a Answer) -> Vec<Judged<'a>> {
        let alone = answer.candidates.iter().filter(|candidate| candidate.matched).count() == 1;
        let of_class = |candidate: &Candidate| match &question.class {
            Some(class) => candidate.classes.is_empty() || candidate.classes.contains(class),
            None => true,
        };
        // A service counts to 1 or to 100, and does not say which.
        let scale = if answer.candidates.iter().all(|candidate| candidate.score <= 1.0) { 1.0 } else { 100.0 };
        let enough = |candidate: &Candidate| candidate.score >= self.threshold.unwrap_or(scale / 2.0);
        let judge = |candidate: &'a Candidate| {
            let sure = alone && candidate.matched && of_class(candidate) && enough(candidate);
            #[expect(clippy::cast_possible_truncation, reason = "a number from 0 to 1")]
            let confidence = (candidate.score / scale).clamp(0.0, 1.0) as f32;
            Judged { candidate, sure, confidence }
        };
        let mut judged: Vec<_> = answer.candidates.iter().map(judge).collect();
        judged.sort_by_key(|judged| !judged.sure);
        judged.truncate(question.limit);
        judged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(id: &str, score: f64, matched: bool, classes: &[&str]) -> Candidate {
        let classes = classes.iter().map(|&class| class.to_owned()).collect();
        Candidate { id: id.to_owned(), name: id.to_owned(), score, matched, classes }
    }

    fn sure(threshold: Option<f64>, class: Option<&str>, candidates: Vec<Candidate>) -> Vec<(String, bool)> {
        let question = Question { name: "x".to_owned(), class: class.map(str::to_owned), limit: 2 };
        let answer = Answer { candidates };
        Bar { threshold }.judge(&question, &answer).iter().map(|judged| (judged.candidate.id.clone(), judged.sure)).collect()
    }

    #[test]
    fn only_a_lone_match_of_the_class_with_points_enough_is_sure() {
        let one = || vec![candidate("a", 50.0, false, &[]), candidate("b", 80.0, true, &["Q5"]), candidate("c", 10.0, false, &[])];
        let expected = |sure| vec![("b".to_owned(), sure)];
        assert_eq!(sure(None, None, one()), [expected(true), vec![("a".to_owned(), false)]].concat());
        assert_eq!(sure(Some(80.0), Some("Q5"), one())[..1], expected(true));
        assert!(sure(Some(80.1), None, one()).iter().all(|(_, sure)| !sure));
        assert!(sure(None, Some("Q6256"), one()).iter().all(|(_, sure)| !sure));
        let weak = || vec![candidate("a", 32.0, true, &[])];
        assert_eq!((sure(None, None, weak())[0].1, sure(Some(30.0), None, weak())[0].1), (false, true));
        let two = vec![candidate("a", 99.0, true, &[]), candidate("b", 80.0, true, &[])];
        assert!(sure(None, None, two).iter().all(|(_, sure)| !sure));
    }
}
