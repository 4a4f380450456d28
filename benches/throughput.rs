//! How fast articles are read, stored, exported and asked: `cargo bench --bench throughput`.
#![expect(clippy::expect_used, reason = "a bench may panic")]

use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use dateline::export::{Format, Profile, Writer};
use dateline::graph::{DEFAULT_BASE, Settings};
use dateline::pipeline::Pipeline;
use dateline::query::{self, Query};
use dateline::source::{Article, read_text};
use dateline::store::{ArticleGraph, Store};
use oxigraph::model::Quad;
use std::collections::BTreeSet;
use std::fs;
use std::hint::black_box;
use std::path::Path;

/// How many articles the store holds for the benches of exports and queries.
const ARTICLES: usize = 300;

/// The sample articles as texts.
fn samples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let entries = fs::read_dir(folder).expect("examples/ is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("readable")).collect()
}

/// Many articles: the samples again and again, each time with another last line.
fn articles(number: usize) -> Vec<Article> {
    let samples = samples();
    let texts = samples.iter().cycle().take(number).enumerate();
    texts.map(|(index, text)| read_text(&format!("{index}.txt"), format!("{text}\nEdition {index}\n"))).collect()
}

fn read(pipeline: &Pipeline, articles: &[Article]) -> Vec<Vec<Quad>> {
    articles.iter().map(|article| pipeline.quads(article, &Settings::default())).collect()
}

fn store(articles: &[Article], graphs: &[Vec<Quad>]) -> Store {
    let store = Store::in_memory().expect("memory");
    for (article, quads) in articles.iter().zip(graphs) {
        let name = Settings::default().base.article(article);
        let graph = ArticleGraph { article: &name, hash: &article.hash, source: &article.source, quads };
        store.put(&graph, &BTreeSet::new(), false).expect("stored");
    }
    store
}

fn reading(criterion: &mut Criterion) {
    let pipeline = Pipeline::load().expect("what is built in loads");
    let articles = articles(6);
    let words = articles.iter().map(|article| article.text.split_whitespace().count()).sum::<usize>();
    let mut group = criterion.benchmark_group("read");
    group.bench_function("load models and lexicons", |bencher| bencher.iter(|| black_box(Pipeline::load())));
    group.throughput(Throughput::Elements(words as u64));
    group.bench_function("words, from text to quads", |bencher| bencher.iter(|| black_box(read(&pipeline, &articles))));
}

fn keeping(criterion: &mut Criterion) {
    let pipeline = Pipeline::load().expect("what is built in loads");
    let articles = articles(ARTICLES);
    let graphs = read(&pipeline, &articles);
    let quads = graphs.iter().map(Vec::len).sum::<usize>();
    let mut group = criterion.benchmark_group("keep");
    group.sample_size(10).throughput(Throughput::Elements(quads as u64));
    group.bench_function("quads, into a store in memory", |bencher| bencher.iter(|| black_box(store(&articles, &graphs).len())));
    let formats = [
        ("turtle", Format::Turtle),
        ("trig", Format::TriG),
        ("ntriples", Format::NTriples),
        ("nquads", Format::NQuads),
        ("rdfxml", Format::RdfXml),
        ("jsonld", Format::JsonLd),
    ];
    for (name, format) in formats {
        group.bench_function(format!("quads, out as {name}"), |bencher| bencher.iter(|| black_box(export(&graphs, format))));
    }
}

fn export(graphs: &[Vec<Quad>], format: Format) -> Vec<u8> {
    let mut writer = Writer::new(format, Profile::Full, DEFAULT_BASE, Vec::new()).expect("a writer");
    for graph in graphs {
        writer.graph(graph.clone()).expect("written");
    }
    writer.finish().expect("written")
}

fn asking(criterion: &mut Criterion) {
    let pipeline = Pipeline::load().expect("what is built in loads");
    let articles = articles(ARTICLES);
    let store = store(&articles, &read(&pipeline, &articles));
    let mut group = criterion.benchmark_group("ask");
    group.sample_size(10);
    for name in ["who-held-which-role", "what-one-person-said", "who-met-whom", "casualty-figures", "surface-forms"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("queries").join(name).with_extension("rq");
        ask(&mut group, name, &fs::read_to_string(path).expect("readable"), &store);
    }
}

fn ask(group: &mut BenchmarkGroup<'_, criterion::measurement::WallTime>, name: &str, text: &str, store: &Store) {
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            let mut out = Vec::new();
            let rows = Query::parse(text).expect("SPARQL").run(store).expect("answered");
            query::write(rows, query::Format::Csv, &mut out).expect("written");
            black_box(out)
        });
    });
}

criterion_group!(benches, reading, keeping, asking);
criterion_main!(benches);
