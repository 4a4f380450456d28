//! How fast the layers of the language model read the sample articles: `cargo bench --no-default-features --bench language`.
#![expect(clippy::expect_used, reason = "a bench may panic")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline::language::Language;
use dateline::language::classes::WordClasses;
use dateline::language::clusters::Clusters;
use dateline::language::kinds::Kinds;
use dateline::language::names::NameFinder;
use dateline::language::sentences::Splitter;
use dateline::language::shipped::Shipped;
use dateline::language::tags::{Scene, Tagger, spaced};
use dateline::language::tokens::Tokenizer;
use dateline::source::{Article, read_text};
use dateline::span::Span;
use std::fs;
use std::hint::black_box;
use std::path::Path;

/// The layers that need no syntax.
struct Layers {
    tokenizer: Tokenizer,
    splitter: Splitter,
    classes: WordClasses,
    tagger: Tagger,
    names: NameFinder,
}

impl Layers {
    fn load() -> Self {
        let clusters = Clusters::open(Shipped::CLUSTERS.bytes()).expect("opens");
        let classes = WordClasses::new(clusters, Kinds::open(Shipped::KINDS.bytes()).expect("opens"));
        Self {
            tokenizer: Tokenizer::new().expect("the shipped lists"),
            splitter: Splitter::open(Shipped::SENTENCES.bytes()).expect("opens"),
            tagger: Tagger::open(Shipped::TAGS.bytes()).expect("opens"),
            names: NameFinder::open(Shipped::NAMES.bytes(), &classes).expect("opens"),
            classes,
        }
    }

    /// Tokens, sentences, tags and names of an article; how many it finds.
    fn read(&self, article: &Article) -> usize {
        let text = article.text.as_str();
        let (mut sentences, mut found) = (Vec::new(), 0);
        for block in &article.blocks {
            let mut tokens: Vec<Span> = Vec::new();
            self.tokenizer.tokens(text, block.span, &mut tokens);
            for range in self.splitter.sentences(text, &tokens) {
                let words = &tokens[range];
                let scene = Scene::new(spaced(text, words.iter().copied()), &self.classes, self.tagger.dictionary());
                found += self.tagger.tag(&scene).len();
                sentences.push(words.iter().map(|token| token.of(text)).collect::<Vec<_>>());
            }
        }
        found + self.names.find(sentences.iter().map(|words| words.iter().copied())).len()
    }
}

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn samples() -> Vec<Article> {
    let entries = fs::read_dir(folder("examples")).expect("examples/ is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    paths.iter().map(|path| read_text(&path.to_string_lossy(), fs::read_to_string(path).expect("readable"))).collect()
}

fn layers(criterion: &mut Criterion) {
    let (language, layers, articles) = (Language::load().expect("what is built in loads"), Layers::load(), samples());
    let words = articles.iter().map(|article| article.text.split_whitespace().count()).sum::<usize>();
    let mut group = criterion.benchmark_group("language");
    group.throughput(Throughput::Elements(words as u64));
    group.bench_function("words, tokens to tags and names", |bencher| {
        bencher.iter(|| black_box(articles.iter().map(|article| layers.read(article)).sum::<usize>()));
    });
    group.bench_function("words, all layers with syntax", |bencher| {
        bencher.iter(|| black_box(articles.iter().map(|article| language.analyse(article).tokens.len()).sum::<usize>()));
    });
}

criterion_group!(benches, layers);
criterion_main!(benches);
