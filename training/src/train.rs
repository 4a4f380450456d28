//! Trains layers and writes their files, in the order in which they build on each other.

use crate::command::Layer;
use crate::{clusters, events, names, tags, trees};
use anyhow::{Context, Result, bail};
use dateline::language::clusters::Clusters;
use dateline::language::names::NameFinder;
use dateline::language::tags::Tagger;
use std::borrow::Cow;
use std::path::Path;

/// Trains one layer, or all.
///
/// # Errors
/// If a corpus cannot be read or a file cannot be written.
pub fn train(layer: Option<Layer>, corpora: &Path, ontology: &Path, out: &Path) -> Result<()> {
    let all = [Layer::Clusters, Layer::Tags, Layer::Names];
    for layer in layer.map_or(all.to_vec(), |layer| vec![layer]) {
        let (file, bytes) = match layer {
            Layer::Clusters => ("clusters.dlm", clusters::train(&corpora.join("ner/word_clusters.tsv"))?),
            Layer::Tags => ("tags.dlm", tags::train(&trees::read_folder(&corpora.join("syntax/train"))?, &clusters(out)?, tags::epochs())),
            Layer::Events => ("events.dlm", events::train(corpora)?),
            Layer::Names => ("names.dlm", names::train(corpora, ontology, &clusters(out)?)?),
            Layer::Sentences | Layer::Syntax => bail!("the layer {layer:?} has no training yet"),
        };
        let file = out.join(file);
        std::fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// The clusters in a folder of models.
pub fn clusters(models: &Path) -> Result<Clusters> {
    Ok(Clusters::open(read(models, "clusters.dlm")?)?)
}

/// The tagger in a folder of models.
pub fn tagger(models: &Path) -> Result<Tagger> {
    Ok(Tagger::open(read(models, "tags.dlm")?)?)
}

/// The name finder in a folder of models.
pub fn name_finder(models: &Path) -> Result<NameFinder> {
    Ok(NameFinder::open(read(models, "names.dlm")?, &clusters(models)?)?)
}

fn read(models: &Path, file: &str) -> Result<Cow<'static, [u8]>> {
    let file = models.join(file);
    std::fs::read(&file).map(Cow::Owned).with_context(|| format!("cannot read {}", file.display()))
}
