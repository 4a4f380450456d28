//! A store's graphs given to a server, so that it has what the store has: only what has changed, and again if it was interrupted.

use super::batch::{Graph, lines};
use super::{Endpoint, Journal, Protocol, RemoteError};
use crate::hash::content_hash;
use crate::store::Store;
use oxigraph::model::{NamedNode, Quad};
use std::collections::BTreeSet;

/// What a push did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pushed {
    /// Graphs that were sent.
    pub sent: usize,
    /// Quads of these.
    pub quads: usize,
    /// Graphs that the server has already.
    pub unchanged: usize,
    /// Graphs that are no longer in the store and were removed.
    pub removed: usize,
    /// Requests that this took.
    pub requests: usize,
}

/// A push under way.
struct Push<'a> {
    endpoint: &'a Endpoint,
    protocol: Protocol,
    journal: &'a mut Journal,
    told: &'a mut dyn FnMut(&str),
    done: Pushed,
}

/// Gives the graphs of a store to a server, in batches of about `size` quads; a graph is never parted.
///
/// `shown` leaves out of the quads of a graph what the server is not to have. `told` hears of tries that failed.
///
/// # Errors
/// If the server refuses or fails too often, or store or journal fail. What was done until then is in the journal.
pub fn push(
    store: &Store,
    endpoint: &Endpoint,
    (protocol, size): (Protocol, usize),
    journal: &mut Journal,
    shown: impl Fn(&mut Vec<Quad>),
    told: &mut dyn FnMut(&str),
) -> Result<Pushed, RemoteError> {
    let mut push = Push { endpoint, protocol, journal, told, done: Pushed::default() };
    let mut batch: Vec<Graph> = Vec::new();
    let mut present = BTreeSet::new();
    for name in store.graphs()? {
        let mut quads = store.quads(&name)?;
        shown(&mut quads);
        if quads.is_empty() {
            continue;
        }
        present.insert(name.as_str().to_owned());
        let lines = lines(&quads);
        let hash = content_hash(&lines);
        if push.journal.has(name.as_str(), &hash) {
            push.done.unchanged += 1;
            continue;
        }
        let waiting: usize = batch.iter().map(|graph| graph.quads).sum();
        if !batch.is_empty() && (waiting + quads.len() > size || batch.len() >= protocol.graphs()) {
            push.send(&batch)?;
            batch.clear();
        }
        batch.push(Graph { name, hash, lines, quads: quads.len() });
    }
    if !batch.is_empty() {
        push.send(&batch)?;
    }
    push.remove_others(&present)?;
    Ok(push.done)
}

impl Push<'_> {
    fn send(&mut self, graphs: &[Graph]) -> Result<(), RemoteError> {
        let names: Vec<&str> = graphs.iter().map(|graph| graph.name.as_str()).collect();
        self.journal.begin(&names)?;
        let request = self.protocol.replace(self.done.requests + 1, graphs);
        self.endpoint.ask(&request.ask(), self.told)?;
        let hashes: Vec<_> = graphs.iter().map(|graph| (graph.name.as_str(), graph.hash.as_str())).collect();
        self.journal.done(&hashes)?;
        self.done.requests += 1;
        self.done.sent += graphs.len();
        self.done.quads += graphs.iter().map(|graph| graph.quads).sum::<usize>();
        Ok(())
    }

    /// Removes what was given to the server and has gone from the store since.
    fn remove_others(&mut self, present: &BTreeSet<String>) -> Result<(), RemoteError> {
        for name in self.journal.graphs().into_iter().filter(|name| !present.contains(name)) {
            let request = self.protocol.remove(self.done.requests + 1, &NamedNode::new_unchecked(&name));
            self.endpoint.ask(&request.ask(), self.told)?;
            self.journal.gone(&[&name])?;
            self.done.requests += 1;
            self.done.removed += 1;
        }
        Ok(())
    }
}
