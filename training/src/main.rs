//! Trains and evaluates the language model that Dateline reads with.

#![expect(unreachable_pub, reason = "in a program every item is reachable from it alone")]

mod clusters;
mod command;
mod conll;
mod conllu;
mod perceptron;
mod report;
mod sentences;

use anyhow::{Result, bail};
use command::{Command, Layer};

fn main() -> Result<()> {
    match Command::parse() {
        Command::Train { layer, corpora: _, out: _ } => match layer {
            Some(layer) => bail!("the layer {layer:?} has no training yet"),
            None => bail!("no layer has a training yet"),
        },
        Command::Evaluate { layer, files, raw, format } => {
            let tables = match layer {
                Layer::Sentences => sentences::evaluate(&files, raw)?,
                Layer::Names | Layer::Tags | Layer::Syntax => bail!("the layer {layer:?} has no evaluation yet"),
            };
            report::print(&tables, format)
        }
        Command::Inspect { layer, sentence: _ } => bail!("the layer {layer:?} cannot be inspected yet"),
    }
}
