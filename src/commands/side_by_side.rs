//! Articles read on several threads, with the results in the order of the inputs and few of them waiting.

use super::BadUsage;
use crate::cli::InputArgs;
use dateline::source::{Article, Inputs, SourceError};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

/// The articles to read, numbered.
pub(super) struct Feed {
    inputs: Inputs,
    first: Option<Result<Article, SourceError>>,
    given: usize,
}

/// What became of one article.
pub(super) struct Item<T> {
    /// The result, or why there is none.
    pub(super) result: anyhow::Result<T>,
    /// How many articles there are at least, as far as was known when this one was read.
    pub(super) known: usize,
}

impl Feed {
    /// Opens the first input.
    pub(super) fn open(args: &InputArgs) -> anyhow::Result<Self> {
        let mut inputs = Inputs::new(args.paths(), args.options());
        let Some(first) = inputs.next() else { return Err(BadUsage("the inputs given hold no articles".to_owned()).into()) };
        Ok(Self { inputs, first: Some(first), given: 0 })
    }

    /// The next article with its number, and how many are known of.
    fn next(&mut self) -> Option<(usize, Result<Article, SourceError>, usize)> {
        let article = self.first.take().or_else(|| self.inputs.next())?;
        self.given += 1;
        Some((self.given - 1, article, self.given + self.inputs.waiting()))
    }
}

/// How far the readers may run ahead of the user, in articles a thread.
const AHEAD: usize = 4;

/// Does the work on all articles and hands each result to `use_item` in order. An error of `use_item` ends it all.
pub(super) fn read<T: Send>(
    feed: Feed,
    threads: usize,
    work: impl Fn(Article) -> anyhow::Result<T> + Sync,
    mut use_item: impl FnMut(Item<T>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let gate = Gate::new(threads * AHEAD);
    let feed = Mutex::new(feed);
    std::thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..threads {
            let (sender, feed, gate, work) = (sender.clone(), &feed, &gate, &work);
            scope.spawn(move || {
                while let Some((index, article, known)) = next(feed, gate) {
                    let result = article.map_err(Into::into).and_then(|article| careful(work, article));
                    if sender.send((index, Item { result, known })).is_err() {
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

/// Takes the next article when it may be read.
fn next(feed: &Mutex<Feed>, gate: &Gate) -> Option<(usize, Result<Article, SourceError>, usize)> {
    let mut feed = feed.lock().unwrap_or_else(PoisonError::into_inner);
    if gate.wait(feed.given) { feed.next() } else { None }
}

/// A fault of the program on one article must not lose the others.
fn careful<T>(work: impl Fn(Article) -> anyhow::Result<T>, article: Article) -> anyhow::Result<T> {
    let source = article.source.clone();
    let failed = |_| anyhow::anyhow!("the program failed on {source}: leave it out, and please report it with the lines above");
    catch_unwind(AssertUnwindSafe(|| work(article))).map_err(failed)?
}

/// Uses the items in the order of their numbers.
fn in_order<T>(
    receiver: &mpsc::Receiver<(usize, Item<T>)>,
    gate: &Gate,
    use_item: &mut impl FnMut(Item<T>) -> anyhow::Result<()>,
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

/// Holds back readers that are too far ahead of the user.
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
