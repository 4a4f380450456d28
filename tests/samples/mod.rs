//! The sample articles as a store, and the files of a folder of this project.

use dateline::graph::Settings;
use dateline::pipeline::Pipeline;
use dateline::source::read_path;
use dateline::store::{ArticleGraph, Store};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The files of a folder with an extension, sorted.
pub(crate) fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = folder.read_dir().expect("the folder is there").map(|entry| entry.expect("readable").path()).collect();
    files.retain(|path| path.extension().is_some_and(|found| found == extension));
    files.sort();
    files
}

/// The sample articles, read and stored.
pub(crate) fn store() -> Store {
    let pipeline = Pipeline::load().expect("what is built in loads");
    let settings = Settings::default();
    let store = Store::in_memory().expect("memory");
    for path in files("examples", "txt") {
        let article = read_path(&path).expect("readable");
        let quads = pipeline.quads(&article, &settings);
        let name = settings.base.article(&article);
        let graph = ArticleGraph { article: &name, hash: &article.hash, source: &article.source, quads: &quads };
        store.put(&graph, &BTreeSet::new(), false).expect("stored");
    }
    store
}
