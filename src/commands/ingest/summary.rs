//! What a run of `ingest` did, by kind.

use super::super::{counted, stdout};
use dateline::store::{Outcome, Store};
use dateline::vocab::{dl, org, rdf, schema, sem};
use oxigraph::model::{NamedNodeRef, Quad, Term};
use std::collections::BTreeMap;
use std::io::Write;

/// Counts of articles and of what was read from them.
#[derive(Debug, Default)]
pub(super) struct Summary {
    /// Articles that were read or could not be read.
    pub(super) all: usize,
    /// Those that could not be read.
    pub(super) failed: usize,
    outcomes: BTreeMap<Outcome, usize>,
    said: Counts,
}

/// How much was read.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// Things of each kind.
    kinds: BTreeMap<&'static str, usize>,
    quads: usize,
}

const KINDS: [(&str, NamedNodeRef<'static>); 8] = [
    ("people", schema::PERSON),
    ("organizations", schema::ORGANIZATION),
    ("places", schema::PLACE),
    ("works", schema::CREATIVE_WORK),
    ("roles", org::MEMBERSHIP),
    ("events", sem::EVENT),
    ("quotations", schema::QUOTATION),
    ("relations and numbers", dl::CLAIM),
];

impl Summary {
    /// Counts an article that could not be read.
    pub(super) fn fail(&mut self) {
        self.all += 1;
        self.failed += 1;
    }

    /// Counts an article that was stored, or was there already.
    pub(super) fn add(&mut self, outcome: Outcome, said: &Counts) {
        self.all += 1;
        *self.outcomes.entry(outcome).or_default() += 1;
        if outcome == Outcome::Unchanged {
            return;
        }
        self.said.quads += said.quads;
        for (kind, count) in &said.kinds {
            *self.said.kinds.entry(kind).or_default() += count;
        }
    }

    /// Prints the counts.
    pub(super) fn print(&self, store: &Store) -> anyhow::Result<()> {
        let count = |outcome| self.outcomes.get(&outcome).copied().unwrap_or_default();
        let mut out = stdout();
        let (new, replaced, unchanged) = (count(Outcome::New), count(Outcome::Replaced), count(Outcome::Unchanged));
        let articles = counted(self.all, "article");
        writeln!(out, "{articles}: {new} new, {replaced} replaced, {unchanged} unchanged, {} failed", self.failed)?;
        for (name, _) in KINDS {
            if let Some(count) = self.said.kinds.get(name) {
                writeln!(out, "{count:>8} {name}")?;
            }
        }
        // Not how many the store has: it would have to count them one by one.
        writeln!(out, "store {}: {} quads written", store.path().display(), self.said.quads)?;
        out.flush()?;
        Ok(())
    }
}

/// What an article says, by kind.
pub(super) fn counts(quads: &[Quad]) -> Counts {
    let mut counts = Counts { quads: quads.len(), ..Counts::default() };
    for quad in quads.iter().filter(|quad| quad.predicate == rdf::TYPE) {
        let Term::NamedNode(class) = &quad.object else { continue };
        if let Some((name, _)) = KINDS.iter().find(|(_, kind)| *kind == class.as_ref()) {
            *counts.kinds.entry(name).or_default() += 1;
        }
    }
    counts
}
