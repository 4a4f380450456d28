//! What a word tells of, from what the model says of it: its class, and how often such a verdict is right.

use super::lexicon::EventLexicon;

/// The likeliest class of a word, and its score: how probable it is that the word tells of an event of this class or one of its family.
///
/// A class is chosen with its family, because two views of one event share what is probable between them: half of a class's own
/// probability on top decides within the family.
#[must_use]
pub fn verdict(lexicon: &EventLexicon, tells: f32, classes: &[f32]) -> Option<(u8, f32)> {
    let family =
        |class: usize| classes.iter().enumerate().filter(|(other, _)| lexicon.is_same_family(class, *other)).map(|c| c.1).sum::<f32>();
    let weighed = classes.iter().enumerate().map(|(class, own)| (class, family(class), *own));
    let best = weighed.max_by(|a, b| (a.1 + a.2 / 2.0).total_cmp(&(b.1 + b.2 / 2.0)))?;
    Some((u8::try_from(best.0).ok()?, tells * best.1))
}

/// From scores to the share of events so said that are right: a line through points, and the score below which a word tells of no event.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// The least score of an event.
    pub threshold: f32,
    /// Scores in rising order, each with the share that is right.
    pub points: Vec<(f32, f32)>,
}

impl Calibration {
    /// Reads it from the bytes of a section: pairs of little-endian `f32`, the first holding the threshold twice.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Option<Self> {
        let (pairs, rest) = bytes.as_chunks::<8>();
        let mut pairs = pairs.iter().map(|pair| {
            let number = |at: usize| f32::from_le_bytes([pair[at], pair[at + 1], pair[at + 2], pair[at + 3]]);
            (number(0), number(4))
        });
        let threshold = pairs.next().filter(|_| rest.is_empty())?.0;
        let points: Vec<(f32, f32)> = pairs.collect();
        (!points.is_empty()).then_some(Self { threshold, points })
    }

    /// The bytes of the section.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let pairs = std::iter::once((self.threshold, self.threshold)).chain(self.points.iter().copied());
        pairs.flat_map(|(score, share)| [score.to_le_bytes(), share.to_le_bytes()]).flatten().collect()
    }

    /// The share of events with this score that are right.
    #[must_use]
    pub fn confidence(&self, score: f32) -> f32 {
        let next = self.points.partition_point(|point| point.0 < score);
        match (next.checked_sub(1).and_then(|before| self.points.get(before)), self.points.get(next)) {
            (Some(a), Some(b)) => a.1 + (b.1 - a.1) * (score - a.0) / (b.0 - a.0).max(f32::EPSILON),
            (Some(only), None) | (None, Some(only)) => only.1,
            (None, None) => score,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_outweighs_a_single_class() {
        let lexicon = EventLexicon::embedded().expect("the lexicon is in order");
        let number = |name: &str| lexicon.classes().iter().position(|class| class == name).expect("a class");
        let mut classes = vec![0.0; lexicon.classes().len()];
        (classes[number("Disaster")], classes[number("Attack")], classes[number("Casualty")]) = (0.4, 0.25, 0.35);
        let (class, score) = verdict(&lexicon, 0.5, &classes).expect("a verdict");
        assert_eq!((usize::from(class), score), (number("Casualty"), 0.3));
    }

    #[test]
    fn confidence_follows_the_line_and_survives_encoding() {
        let calibration = Calibration { threshold: 0.2, points: vec![(0.2, 0.3), (0.4, 0.5), (0.8, 0.9)] };
        let calibration = Calibration::new(&calibration.encode()).expect("reads its own bytes");
        assert!((calibration.confidence(0.3) - 0.4).abs() < 1e-6);
        assert!((calibration.confidence(0.05) - 0.3).abs() < 1e-6);
        assert!((calibration.confidence(0.95) - 0.9).abs() < 1e-6);
        assert_eq!(Calibration::new(&[1, 2, 3]), None);
    }
}
