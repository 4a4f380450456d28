//! `dateline ingest`: articles are read side by side and stored one after the other, in the order of the inputs.

mod summary;

use super::side_by_side::{Feed, Item, read};
use super::{Exit, complain, settings};
use crate::cli::Ingest;
use dateline::consolidation::{Note, Notes, consolidate_noted, forget};
use dateline::graph::Settings;
use dateline::pipeline::Pipeline;
use dateline::source::Article;
use dateline::store::{Load, Outcome, Store};
use indicatif::{ProgressBar, ProgressStyle};
use oxigraph::model::{NamedNode, Quad};
use std::io::IsTerminal;
use summary::{Counts, Summary, counts};

pub(super) fn run(args: &Ingest) -> anyhow::Result<Exit> {
    let feed = Feed::open(&args.inputs)?;
    let pipeline = super::pipeline(&args.added)?;
    let store = Store::create(&args.store.path)?;
    let settings = settings(&args.graph);
    if args.again {
        forget(&store);
    }
    let bar = bar();
    let mut summary = Summary::default();
    let (mut load, mut notes) = (Load::new(&store, args.again), Notes::new(&store));
    let reader = Reader { pipeline: &pipeline, store: &store, settings: &settings, again: args.again };
    let work = |article: Article| reader.read(&article);
    read(feed, args.inputs.threads(), work, |item: Item<Read>| {
        bar.set_length(item.known as u64);
        bar.inc(1);
        match item.result {
            Err(error) => {
                bar.suspend(|| complain(&super::sentence(&error)));
                summary.fail();
            }
            Ok(mut read) => {
                let said = std::mem::take(&mut read.said);
                summary.add(put(&mut load, &mut notes, read)?, &said);
            }
        }
        Ok(())
    })?;
    load.finish()?;
    consolidate_noted(&store, notes)?;
    store.flush()?;
    bar.finish_and_clear();
    summary.print(&store)?;
    Ok(super::linked(&pipeline, Exit::of(summary.failed, summary.all)))
}

/// What reading an article needs.
struct Reader<'a> {
    pipeline: &'a Pipeline,
    store: &'a Store,
    settings: &'a Settings,
    again: bool,
}

/// An article that was read.
struct Read {
    article: NamedNode,
    hash: String,
    source: String,
    /// What it says; none if the store holds it already.
    told: Option<(Vec<Quad>, Note)>,
    said: Counts,
}

impl Reader<'_> {
    fn read(&self, article: &Article) -> anyhow::Result<Read> {
        let iri = self.settings.base.article(article);
        let mut read =
            Read { article: iri, hash: article.hash.clone(), source: article.source.clone(), told: None, said: Counts::default() };
        if self.again || !self.store.holds(&read.article, &read.hash, &read.source)? {
            let quads = self.pipeline.quads(article, self.settings);
            let note = Note::new(&read.article, &read.hash, &quads, &self.settings.base);
            read.said = counts(&quads);
            read.told = Some((quads, note));
        }
        Ok(read)
    }
}

fn put(load: &mut Load<'_>, notes: &mut Notes, read: Read) -> anyhow::Result<Outcome> {
    let Some((quads, note)) = read.told else {
        load.keep(read.article);
        return Ok(Outcome::Unchanged);
    };
    let outcome = load.put(read.article.clone(), &read.hash, &read.source, quads)?;
    if outcome != Outcome::Unchanged {
        notes.add(&read.article, &note);
    }
    Ok(outcome)
}

/// A progress bar on a terminal, nothing elsewhere.
fn bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} articles, {per_sec}, {eta} left");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
