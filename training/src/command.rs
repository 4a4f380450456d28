//! The command line of the training program.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Trains and evaluates the language model that Dateline reads with.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Train one layer, or all of them, and write its file. The same corpora give the same bytes.
    Train {
        /// The layer; all of them if none is given.
        #[arg(value_enum)]
        layer: Option<Layer>,
        /// The folder with the corpora, laid out as `models/MODEL.md` says.
        #[arg(long, value_name = "DIR")]
        corpora: PathBuf,
        /// The folder that the model files are written to.
        #[arg(long, value_name = "DIR", default_value = "models")]
        out: PathBuf,
        /// The folder with the authority and the lexicons.
        #[arg(long, value_name = "DIR", default_value = "ontology")]
        ontology: PathBuf,
    },
    /// Measure a layer of the model against annotated files.
    Evaluate {
        /// The layer.
        #[arg(value_enum)]
        layer: Layer,
        /// `CoNLL` columns for names, CoNLL-U for the other layers.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Start from the plain text instead of the tokens of the corpus.
        #[arg(long)]
        raw: bool,
        /// The folder that the model files are read from.
        #[arg(long, value_name = "DIR", default_value = "models")]
        models: PathBuf,
        /// For links: a folder that `dateline authority add` made, to link with too.
        #[arg(long, value_name = "DIR")]
        authority: Option<PathBuf>,
        /// How to print the scores.
        #[arg(long, value_enum, default_value_t = Format::Table)]
        format: Format,
    },
    /// Show the features and weights behind the decisions on one sentence.
    Inspect {
        /// The layer.
        #[arg(value_enum)]
        layer: Layer,
        /// The sentence, as plain text.
        sentence: String,
    },
}

impl Command {
    /// Reads the command line; ends the program with a message if it is wrong.
    pub fn parse() -> Self {
        Arguments::parse().command
    }
}

/// A layer of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Layer {
    /// Word clusters, which the other layers build on.
    Clusters,
    /// Word kinds, which the names build on.
    Kinds,
    /// Sentence ends.
    Sentences,
    /// Parts of speech; their evaluation covers the lemmas too.
    Tags,
    /// Lemmas.
    Lemmas,
    /// Dependency syntax.
    Syntax,
    /// Names.
    Names,
    /// Events, from annotated articles in `gold/` and `articles/`.
    Events,
    /// Links of names into Wikidata, from lines of JSON in the form of ELEVANT; `--raw` also lists what is wrong.
    Links,
}

/// How scores are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// For programs.
    Json,
}
