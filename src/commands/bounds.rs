//! Holds a query within what the user says it may cost.

use super::complain;
use crate::cli::Bounds;
use dateline::query::{Cut, QueryError, first};
use oxigraph::sparql::QueryResults;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// How long a query whose time is over may take to notice it.
const GRACE: Duration = Duration::from_secs(2);

impl Bounds {
    /// How long a query may take.
    pub(super) fn time(&self) -> Duration {
        Duration::from_secs(self.timeout)
    }

    /// Ends the program when the time is over and the watch has not been dropped: a query that reads nothing from the store is not
    /// stopped by the store.
    pub(super) fn watch(&self, name: &str) -> Watch {
        let (watch, end) = channel::<()>();
        let (time, message) = (self.time() + GRACE, self.overdue(name));
        std::thread::spawn(move || {
            if end.recv_timeout(time) == Err(RecvTimeoutError::Timeout) {
                complain(&message);
                std::process::exit(1);
            }
        });
        Watch(watch)
    }

    /// The answer as far as the user wants it.
    pub(super) fn limited(&self, answer: QueryResults<'static>) -> (QueryResults<'static>, Cut) {
        match self.limit.and_then(|limit| usize::try_from(limit).ok()) {
            Some(limit) => first(answer, limit),
            None => (answer, Cut::default()),
        }
    }

    /// Tells the user if an answer that has been read to its end was cut off.
    pub(super) fn tell(&self, cut: &Cut) {
        if let Some(limit) = self.limit.filter(|_| cut.is_short()) {
            complain(&format!("there is more than this: {limit} of it is written; give a larger --limit for more"));
        }
    }

    /// Why the query was not answered, or not to its end.
    pub(super) fn failure(&self, name: &str, error: QueryError) -> anyhow::Error {
        if matches!(error, QueryError::Stopped) { anyhow::anyhow!(self.overdue(name)) } else { super::query::usage(name, error) }
    }

    fn overdue(&self, name: &str) -> String {
        format!("{name} was not answered within {} s: ask for less, or give it more time with --timeout", self.timeout)
    }
}

/// Waits for the end of a query as long as it is not dropped.
#[expect(dead_code, reason = "it is dropped, not read")]
pub(super) struct Watch(Sender<()>);
