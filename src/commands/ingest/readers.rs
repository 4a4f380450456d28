//! Reading articles on several threads, with the results in the order of the inputs and few of them waiting.

use super::super::extract::article;
use dateline::graph::Settings;
use dateline::pipeline::Pipeline;
use dateline::source::Article;
use dateline::store::Store;
use oxigraph::model::{NamedNode, Quad};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

/// What reading an article needs.
pub(super) struct Reader<'a> {
    pub(super) pipeline: &'a Pipeline,
    pub(super) store: &'a Store,
    pub(super) settings: &'a Settings,
    pub(super) again: bool,
}

/// An article that was read.
pub(super) struct Read {
    pub(super) article: NamedNode,
    pub(super) hash: String,
    pub(super) source: String,
    /// True when the store holds it already; then it has no quads.
    pub(super) is_known: bool,
    pub(super) quads: Vec<Quad>,
}

/// An article, or why it could not be read.
pub(super) type Item = anyhow::Result<Read>;

impl Reader<'_> {
    fn read(&self, path: &Path) -> Item {
        let article = article(path)?;
        let iri = self.settings.base.article(&article);
        let is_known = !self.again && self.store.holds(&iri, &article.hash, &article.source)?;
        let quads = if is_known { Vec::new() } else { self.quads(&article)? };
        Ok(Read { article: iri, hash: article.hash, source: article.source, is_known, quads })
    }

    /// A fault of the program on one article must not lose the others.
    fn quads(&self, article: &Article) -> anyhow::Result<Vec<Quad>> {
        let read = || self.pipeline.quads(article, self.settings);
        let failed =
            |_| anyhow::anyhow!("the program failed on {}: leave it out, and please report it with the lines above", article.source);
        catch_unwind(AssertUnwindSafe(read)).map_err(failed)
    }
}

/// How far the readers may run ahead of the writer, in articles a thread.
const AHEAD: usize = 4;

/// Reads all inputs and hands each to `use_item` in order. An error of `use_item` ends it all.
pub(super) fn read(
    reader: &Reader<'_>,
    inputs: &[PathBuf],
    threads: usize,
    mut use_item: impl FnMut(Item) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let threads = threads.clamp(1, inputs.len().max(1));
    let next = AtomicUsize::new(0);
    let gate = Gate::new(threads * AHEAD);
    std::thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..threads {
            let (sender, next, gate) = (sender.clone(), &next, &gate);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = inputs.get(index) else { break };
                    if !gate.wait(index) || sender.send((index, reader.read(path))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let result = in_order(&receiver, &gate, &mut use_item);
        gate.close();
        result
    })
}

/// Uses the items in the order of their numbers.
fn in_order(
    receiver: &mpsc::Receiver<(usize, Item)>,
    gate: &Gate,
    use_item: &mut impl FnMut(Item) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut waiting = BTreeMap::new();
    let mut done = 0;
    for (index, item) in receiver {
        waiting.insert(index, item);
        while let Some(item) = waiting.remove(&done) {
            use_item(item)?;
            done += 1;
            gate.open(done);
        }
    }
    Ok(())
}

/// Holds back readers that are too far ahead of the writer.
struct Gate {
    done: Mutex<usize>,
    moved: Condvar,
    closed: AtomicBool,
    ahead: usize,
}

impl Gate {
    fn new(ahead: usize) -> Self {
        Self { done: Mutex::new(0), moved: Condvar::new(), closed: AtomicBool::new(false), ahead }
    }

    /// Waits until an item may be read; false when no more are wanted.
    fn wait(&self, index: usize) -> bool {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        while index >= *done + self.ahead && !self.closed.load(Ordering::Relaxed) {
            done = self.moved.wait(done).unwrap_or_else(PoisonError::into_inner);
        }
        !self.closed.load(Ordering::Relaxed)
    }

    fn open(&self, count: usize) {
        *self.done.lock().unwrap_or_else(PoisonError::into_inner) = count;
        self.moved.notify_all();
    }

    fn close(&self) {
        let guard = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        self.closed.store(true, Ordering::Relaxed);
        drop(guard);
        self.moved.notify_all();
    }
}
