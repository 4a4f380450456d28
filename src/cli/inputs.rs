//! The arguments that say which articles are read, and how.

use clap::{Args, ValueEnum, ValueHint};
use dateline::source::{Fields, InputOptions, Kind};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Which articles are read.
#[derive(Debug, Args)]
pub(crate) struct InputArgs {
    /// Files, folders with all that is in them, patterns such as 'news/*.html', or `-` for standard input
    ///
    /// Plain text and web pages hold one article each, lines of JSON and WARC archives many; each may be compressed by
    /// gzip or Zstandard. What cannot be read, be it a file or a single line, is named on standard error and left out.
    #[arg(required = true, value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    paths: Vec<PathBuf>,
    /// Read all inputs as of this format [default: told by the content of each]
    #[arg(long, value_enum, value_name = "FORMAT")]
    input_format: Option<InputFormat>,
    /// Where lines of JSON have a part of the article, such as text=body; may be repeated, the first name found counts
    ///
    /// The parts are text, html, headline, authors, publisher, published, url, language and name. Those that are not
    /// given go by the names in common use ("body", "content", "title", "date", "link" and so on).
    #[arg(long = "field", value_name = "PART=NAME", value_parser = field)]
    fields: Vec<(Part, String)>,
    /// How many articles are read at the same time; the output does not depend on it [default: one a processor]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

/// Formats of inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum InputFormat {
    /// Plain text or Markdown: one article
    Text,
    /// A web page: one article
    Html,
    /// Lines of JSON: one article a line
    Jsonl,
    /// A web archive: one article a page
    Warc,
}

/// Parts of an article that a line of JSON may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    Text,
    Html,
    Headline,
    Authors,
    Publisher,
    Published,
    Url,
    Language,
    Name,
}

impl InputArgs {
    /// The inputs as they were typed.
    pub(crate) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// How the inputs are to be read.
    pub(crate) fn options(&self) -> InputOptions {
        let mut fields = Fields::default();
        for (part, name) in &self.fields {
            part.of(&mut fields).push(name.clone());
        }
        InputOptions { kind: self.input_format.map(Kind::from), fields }
    }

    /// How many articles are read at the same time.
    pub(crate) fn threads(&self) -> usize {
        self.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, usize::from)
    }
}

impl Part {
    fn of(self, fields: &mut Fields) -> &mut Vec<String> {
        match self {
            Self::Text => &mut fields.text,
            Self::Html => &mut fields.html,
            Self::Headline => &mut fields.headline,
            Self::Authors => &mut fields.authors,
            Self::Publisher => &mut fields.publisher,
            Self::Published => &mut fields.published,
            Self::Url => &mut fields.url,
            Self::Language => &mut fields.language,
            Self::Name => &mut fields.name,
        }
    }
}

impl From<InputFormat> for Kind {
    fn from(format: InputFormat) -> Self {
        match format {
            InputFormat::Text => Self::Text,
            InputFormat::Html => Self::Html,
            InputFormat::Jsonl => Self::Jsonl,
            InputFormat::Warc => Self::Warc,
        }
    }
}

fn field(typed: &str) -> Result<(Part, String), String> {
    let (part, name) = typed.split_once('=').ok_or("it is not of the form PART=NAME, such as text=body")?;
    let part = Part::from_str(part.trim(), true).map_err(|_| {
        let parts: Vec<String> =
            Part::value_variants().iter().filter_map(|part| Some(part.to_possible_value()?.get_name().to_owned())).collect();
        format!("{part:?} is no part of an article: take one of {}", parts.join(", "))
    })?;
    if name.is_empty() { Err("the name of the field is missing".to_owned()) } else { Ok((part, name.to_owned())) }
}
