//! How fast articles are written to a store on disk, beside Oxigraph's own bulk loader on the same quads: `cargo bench --bench writing`.
#![expect(clippy::expect_used, reason = "a bench may panic")]

#[path = "synthetic/generator.rs"]
mod generator;

use criterion::{BatchSize, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use dateline::graph::Settings;
use dateline::pipeline::Pipeline;
use dateline::source::{Article, read_text};
use dateline::store::{ArticleGraph, Load, Store};
use oxigraph::model::{NamedNode, Quad};
use std::collections::BTreeSet;
use std::time::Duration;

/// How many articles are written.
const ARTICLES: usize = 800;

/// An article that was read.
#[derive(Clone)]
struct Read {
    name: NamedNode,
    hash: String,
    source: String,
    quads: Vec<Quad>,
}

fn articles() -> Vec<Read> {
    let pipeline = Pipeline::load().expect("what is built in loads");
    let settings = Settings::default();
    let read = |number| {
        let synthetic = generator::article(number);
        let text = format!("{}\n{}\n{}\n\n{}", synthetic.headline, synthetic.publisher, synthetic.published, synthetic.text);
        let article: Article = read_text(&synthetic.name, text);
        let quads = pipeline.quads(&article, &settings);
        Read { name: settings.base.article(&article), hash: article.hash, source: article.source, quads }
    };
    (0..ARTICLES).map(read).collect()
}

fn writing(criterion: &mut Criterion) {
    let articles = articles();
    let quads = articles.iter().map(|article| article.quads.len()).sum::<usize>();
    let fresh = || (tempfile::tempdir().expect("a folder"), articles.clone());
    let mut group = criterion.benchmark_group("write");
    // One run takes about as long as Criterion gives to all: ten of each, not more.
    group.sample_size(10).sampling_mode(SamplingMode::Flat).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(1));
    group.throughput(Throughput::Elements(quads as u64));
    group.bench_function("quads, by Oxigraph's bulk loader", |bencher| {
        bencher.iter_batched(fresh, |(folder, articles)| by_oxigraph(folder, articles), BatchSize::PerIteration);
    });
    group.bench_function("quads, new articles", |bencher| {
        bencher.iter_batched(fresh, |(folder, articles)| by_load(folder, articles), BatchSize::PerIteration);
    });
    group.bench_function("quads, article by article", |bencher| {
        bencher.iter_batched(fresh, |(folder, articles)| one_by_one(folder, &articles), BatchSize::PerIteration);
    });
}

fn by_oxigraph(folder: tempfile::TempDir, articles: Vec<Read>) -> tempfile::TempDir {
    let store = oxigraph::store::Store::open(folder.path().join("kg")).expect("a store");
    let mut loader = store.bulk_loader();
    loader.load_quads(articles.into_iter().flat_map(|article| article.quads)).expect("loaded");
    loader.commit().expect("loaded");
    store.flush().expect("written");
    folder
}

fn by_load(folder: tempfile::TempDir, articles: Vec<Read>) -> tempfile::TempDir {
    let store = Store::create(&folder.path().join("kg")).expect("a store");
    let mut load = Load::new(&store, false);
    for article in articles {
        load.put(article.name, &article.hash, &article.source, article.quads).expect("stored");
    }
    load.finish().expect("stored");
    store.flush().expect("written");
    folder
}

fn one_by_one(folder: tempfile::TempDir, articles: &[Read]) -> tempfile::TempDir {
    let store = Store::create(&folder.path().join("kg")).expect("a store");
    for article in articles {
        let graph = ArticleGraph { article: &article.name, hash: &article.hash, source: &article.source, quads: &article.quads };
        store.put(&graph, &BTreeSet::new(), false).expect("stored");
    }
    store.flush().expect("written");
    folder
}

criterion_group!(benches, writing);
criterion_main!(benches);
