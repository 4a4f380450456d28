//! Trains and evaluates the language model that Dateline reads with.

#![expect(unreachable_pub, reason = "in a program every item is reachable from it alone")]

mod clusters;
mod command;
mod conll;
mod conllu;
mod events;
mod inspect;
mod kinds;
mod lemmas;
mod links;
mod logistic;
mod names;
mod perceptron;
mod ranker;
mod raw;
mod report;
mod sentences;
mod shuffle;
mod softmax;
mod steps;
mod syntax;
mod tags;
mod train;
mod trees;

use anyhow::{Result, bail};
use command::{Command, Layer};
use raw::Layers;
use std::path::Path;

fn main() -> Result<()> {
    match Command::parse() {
        Command::Train { layer, corpora, ontology, out } => train::train(layer, &corpora, &ontology, &out),
        Command::Evaluate { layer, files, raw, models, authority, format } => {
            let tables = match layer {
                Layer::Links => links::evaluate(&files, authority.as_deref(), raw)?,
                Layer::Events => return events::validate(&files),
                Layer::Sentences => sentences::evaluate(&files, &train::splitter(&models)?, raw)?,
                Layer::Tags | Layer::Lemmas if raw => Layers::open(&models)?.tags(&files)?,
                Layer::Syntax if raw => Layers::open(&models)?.syntax(&files)?,
                Layer::Tags | Layer::Lemmas => {
                    tags::evaluate(&files, &train::tagger(&models)?, &train::lemmas(&models)?, &train::classes(&models)?)?
                }
                Layer::Syntax => syntax::evaluate(&files, &train::parser(&models)?, &train::tagger(&models)?, &train::classes(&models)?)?,
                Layer::Names => {
                    let splitter = raw.then(|| train::splitter(&models)).transpose()?;
                    names::evaluate(&files, &train::name_finder(&models)?, splitter.as_ref())?
                }
                Layer::Clusters | Layer::Kinds => bail!("the layer {layer:?} has no evaluation yet"),
            };
            report::print(&tables, format)
        }
        Command::Inspect { layer: Layer::Names, sentence } => names::inspect(&sentence, &train::name_finder(Path::new("models"))?),
        Command::Inspect { layer: Layer::Sentences, sentence } => inspect::sentences(&sentence, &Layers::open(Path::new("models"))?),
        Command::Inspect { layer: Layer::Lemmas, sentence } => inspect::lemmas(&sentence, &Layers::open(Path::new("models"))?),
        Command::Inspect { layer: Layer::Tags, sentence } => inspect::tags(&sentence, &Layers::open(Path::new("models"))?),
        Command::Inspect { layer: Layer::Syntax, sentence } => inspect::syntax(&sentence, &Layers::open(Path::new("models"))?),
        Command::Inspect { layer, sentence: _ } => bail!("the layer {layer:?} cannot be inspected yet"),
    }
}
