//! Trains layers and writes their files, in the order in which they build on each other.

use crate::command::Layer;
use crate::{clusters, events, kinds, lemmas, names, sentences, syntax, tags, trees};
use anyhow::{Context, Result, bail};
use dateline::language::classes::WordClasses;
use dateline::language::clusters::Clusters;
use dateline::language::kinds::Kinds;
use dateline::language::lemmas::Lemmas;
use dateline::language::names::NameFinder;
use dateline::language::sentences::Splitter;
use dateline::language::syntax::Parser;
use dateline::language::tags::Tagger;
use std::borrow::Cow;
use std::path::Path;

/// Word vectors, in the corpora; the layer made from them is left as it is where they are not there.
const VECTORS: &str = "ner/glove.6B.50d.txt";

/// Trains one layer, or all.
///
/// # Errors
/// If a corpus cannot be read or a file cannot be written.
pub fn train(layer: Option<Layer>, corpora: &Path, ontology: &Path, out: &Path) -> Result<()> {
    let all = [Layer::Clusters, Layer::Kinds, Layer::Sentences, Layer::Tags, Layer::Lemmas, Layer::Syntax, Layer::Names];
    let all = all.into_iter().filter(|&layer| layer != Layer::Kinds || corpora.join(VECTORS).is_file());
    for layer in layer.map_or_else(|| all.collect(), |layer| vec![layer]) {
        let trees = || trees::read_folder(&corpora.join("syntax/train"));
        match layer {
            Layer::Clusters => write(out, "clusters.dlm", &clusters::train(&corpora.join("ner/word_clusters.tsv"))?)?,
            Layer::Kinds => write(out, "kinds.dlm", &kinds::train(&corpora.join(VECTORS))?)?,
            Layer::Tags => write(out, "tags.dlm", &tags::train(&trees()?, &classes(out)?, tags::EPOCHS, tags::RUNS))?,
            Layer::Lemmas => write(out, "lemmas.dlm", &lemmas::train(&trees()?))?,
            Layer::Syntax => write(out, "syntax.dlm", &syntax::train(&trees()?, &classes(out)?)?)?,
            Layer::Links => bail!("links are not trained: evaluate links measures them"),
            Layer::Events => write(out, "events.dlm", &events::train(corpora)?)?,
            Layer::Names => write(out, "names.dlm", &names::train(corpora, ontology, &splitter(out)?, &classes(out)?)?)?,
            Layer::Sentences => write(out, "sentences.dlm", &sentences::train(&corpora.join("syntax/train"))?)?,
        }
    }
    Ok(())
}

/// The clusters and kinds of words in a folder of models.
pub fn classes(models: &Path) -> Result<WordClasses> {
    Ok(WordClasses::new(Clusters::open(read(models, "clusters.dlm")?)?, Kinds::open(read(models, "kinds.dlm")?)?))
}

/// The tagger in a folder of models.
pub fn tagger(models: &Path) -> Result<Tagger> {
    Ok(Tagger::open(read(models, "tags.dlm")?)?)
}

/// The sentence splitter in a folder of models.
pub fn splitter(models: &Path) -> Result<Splitter> {
    Ok(Splitter::open(read(models, "sentences.dlm")?)?)
}

/// The name finder in a folder of models.
pub fn name_finder(models: &Path) -> Result<NameFinder> {
    Ok(NameFinder::open(read(models, "names.dlm")?, &classes(models)?)?)
}

/// The lemmatizer in a folder of models.
pub fn lemmas(models: &Path) -> Result<Lemmas> {
    Ok(Lemmas::open(read(models, "lemmas.dlm")?)?)
}

/// The parser in a folder of models.
pub fn parser(models: &Path) -> Result<Parser> {
    Ok(Parser::open(read(models, "syntax.dlm")?)?)
}

fn write(out: &Path, file: &str, bytes: &[u8]) -> Result<()> {
    let file = out.join(file);
    std::fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))
}

fn read(models: &Path, file: &str) -> Result<Cow<'static, [u8]>> {
    let file = models.join(file);
    std::fs::read(&file).map(Cow::Owned).with_context(|| format!("cannot read {}", file.display()))
}
