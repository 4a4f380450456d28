//! Bounds on what an answer may cost: how long it takes, how much of it there is.

use oxigraph::sparql::{CancellationToken, QueryResults, QuerySolutionIter, QueryTripleIter};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Says whether an answer had more rows than were wanted, once it has been read.
#[derive(Debug, Clone, Default)]
pub struct Cut(Arc<AtomicBool>);

impl Cut {
    /// True when rows were left out.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The first rows, or triples, of an answer; the others are never computed.
#[must_use]
pub fn first(results: QueryResults<'static>, most: usize) -> (QueryResults<'static>, Cut) {
    let cut = Cut::default();
    let results = match results {
        QueryResults::Solutions(rows) => {
            let variables = rows.variables().into();
            QuerySolutionIter::new(variables, head(rows, most, cut.clone())).into()
        }
        QueryResults::Graph(triples) => QueryTripleIter::new(head(triples, most, cut.clone())).into(),
        QueryResults::Boolean(value) => value.into(),
    };
    (results, cut)
}

fn head<T>(rows: impl Iterator<Item = T>, most: usize, cut: Cut) -> impl Iterator<Item = T> {
    rows.enumerate().map_while(move |(index, row)| {
        cut.0.store(index == most, Ordering::Relaxed);
        (index < most).then_some(row)
    })
}

/// Cancels when the time is over.
pub(super) fn cancel_after(token: CancellationToken, time: Duration) {
    std::thread::spawn(move || {
        std::thread::sleep(time);
        token.cancel();
    });
}
