//! `dateline query`.

use super::{BadUsage, Exit, stdout};
use crate::cli::{self, AnswerFormat};
use anyhow::Context;
use dateline::query::{Format, Query, QueryError, write};
use dateline::store::Store;
use std::io::{Read, Write};
use std::path::Path;

pub(super) fn run(args: &cli::Query) -> anyhow::Result<Exit> {
    let (name, text) = text(&args.query)?;
    let mut query = Query::parse(&text).map_err(|error| usage(&name, error))?;
    for binding in &args.bind {
        query = query.bind(binding.clone());
    }
    let store = Store::read(&args.store.path)?;
    let answer = query.run(&store).map_err(|error| usage(&name, error))?;
    let mut out = stdout();
    write(answer, args.format.map(Format::from), &mut out).map_err(|error| usage(&name, error))?;
    out.flush()?;
    Ok(Exit::Done)
}

/// The query and what messages call it: a file, standard input, or the argument itself.
fn text(argument: &str) -> anyhow::Result<(String, String)> {
    if argument == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("cannot read the query from standard input")?;
        return Ok(("standard input".to_owned(), text));
    }
    let is_query = argument.contains(['{', '\n']) || argument.trim().contains(char::is_whitespace) && !Path::new(argument).exists();
    if is_query {
        return Ok(("the query".to_owned(), argument.to_owned()));
    }
    let text =
        std::fs::read_to_string(argument).with_context(|| format!("cannot read the query {argument}: give a file, a query, or -"))?;
    Ok((argument.to_owned(), text))
}

/// A mistake in the query is the user's; anything else is a failure.
fn usage(name: &str, error: QueryError) -> anyhow::Error {
    match error {
        QueryError::Syntax(error) => BadUsage(format!("{name} is not valid SPARQL: {error}")).into(),
        QueryError::UnknownVariable(_) | QueryError::Format(_) => BadUsage(format!("{name}: {error}")).into(),
        other => other.into(),
    }
}

impl From<AnswerFormat> for Format {
    fn from(format: AnswerFormat) -> Self {
        match format {
            AnswerFormat::Table => Self::Table,
            AnswerFormat::Csv => Self::Csv,
            AnswerFormat::Tsv => Self::Tsv,
            AnswerFormat::Json => Self::Json,
            AnswerFormat::Xml => Self::Xml,
            AnswerFormat::Turtle => Self::Turtle,
            AnswerFormat::Ntriples => Self::NTriples,
            AnswerFormat::Rdfxml => Self::RdfXml,
            AnswerFormat::Jsonld => Self::JsonLd,
        }
    }
}
