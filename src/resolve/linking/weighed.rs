//! A row of the authority with what speaks for and against it.

use crate::authority::Record;

/// A row with its points and what they were given for.
#[derive(Clone)]
pub(super) struct Weighed<'e> {
    pub(super) record: &'e Record<'e>,
    pub(super) points: f32,
    pub(super) reasons: Vec<(f32, &'static str)>,
}

impl<'e> Weighed<'e> {
    /// A row without points.
    pub(super) fn new(record: &'e Record<'e>) -> Self {
        Self { record, points: 0.0, reasons: Vec::new() }
    }

    /// Gives points for something that speaks for the row, or takes them for something that speaks against it.
    pub(super) fn give(&mut self, points: f32, reason: &'static str) {
        self.points += points;
        self.reasons.push((points, reason));
    }

    /// Gives points if something holds.
    pub(super) fn give_if(&mut self, holds: bool, points: f32, reason: &'static str) {
        if holds {
            self.give(points, reason);
        }
    }
}
