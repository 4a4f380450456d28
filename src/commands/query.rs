//! `dateline query`.

use super::{BadUsage, Exit, complain, remote, stdout};
use crate::cli::{self, AnswerFormat};
use anyhow::Context;
use dateline::export;
use dateline::graph::DEFAULT_BASE;
use dateline::query::{Format, Query, QueryError, write};
use oxigraph::model::{GraphName, Quad};
use oxigraph::sparql::{QueryResults, QueryTripleIter};
use std::io::{Read, Write};
use std::path::Path;

pub(super) fn run(args: &cli::Query) -> anyhow::Result<Exit> {
    let (name, text) = text(&args.text)?;
    let (answer, base, _watch) = if let Some(address) = &args.endpoint {
        let endpoint = remote::endpoint(address, args.persistence.tries, args.bounds.timeout, None)?;
        let answer = dateline::remote::query(&endpoint, &text, &args.bind, &mut complain).map_err(remote::usage)?;
        (answer, DEFAULT_BASE.to_owned(), None)
    } else {
        let watch = args.bounds.watch(&name);
        let (answer, base) = local(args, &name, &text)?;
        (answer, base, Some(watch))
    };
    let (answer, cut) = args.bounds.limited(answer);
    let mut out = stdout();
    match answer {
        QueryResults::Graph(triples) => graph(triples, args, &name, &base, &mut out)?,
        answer => write(answer, rows(args.format)?, &mut out).map_err(|error| args.bounds.failure(&name, error))?,
    }
    out.flush()?;
    args.bounds.tell(&cut);
    Ok(Exit::Done)
}

/// The answer of a store, and the base of its IRIs.
fn local(args: &cli::Query, name: &str, text: &str) -> anyhow::Result<(QueryResults<'static>, String)> {
    let mut query = Query::parse_relative_to(text, args.data.relative_to.as_deref()).map_err(|error| usage(name, error))?;
    if args.no_union {
        query = query.without_union();
    }
    for binding in &args.bind {
        query = query.bind(binding.clone());
    }
    let mut store = super::opened(&args.store, &args.data)?;
    if let Some(least) = args.confidence.least {
        store = store.part(None, Some(least))?;
    }
    let base = store.base()?;
    let answer = query.within(args.bounds.time()).run(&store).map_err(|error| args.bounds.failure(name, error))?;
    Ok((answer, base))
}

/// Writes the graph that a CONSTRUCT or DESCRIBE makes, as an export would.
fn graph(triples: QueryTripleIter<'_>, args: &cli::Query, name: &str, base: &str, out: &mut impl Write) -> anyhow::Result<()> {
    let format = match args.format {
        None | Some(AnswerFormat::Turtle) => export::Format::Turtle,
        Some(AnswerFormat::Ntriples) => export::Format::NTriples,
        Some(AnswerFormat::Rdfxml) => export::Format::RdfXml,
        Some(AnswerFormat::Jsonld) => export::Format::JsonLd,
        Some(_) => return Err(unfit("a graph", "turtle, ntriples, rdfxml or jsonld")),
    };
    let quads = triples.map(|triple| triple.map(|triple| triple.in_graph(GraphName::DefaultGraph)));
    let quads: Result<Vec<Quad>, _> = quads.collect();
    let mut quads = quads.map_err(|error| args.bounds.failure(name, error.into()))?;
    quads.sort_unstable_by(dateline::graph::compare);
    quads.dedup();
    let mut writer = export::Writer::new(format, export::Profile::Full, base, out)?;
    writer.graph(quads)?;
    writer.finish()?;
    Ok(())
}

fn rows(format: Option<AnswerFormat>) -> anyhow::Result<Format> {
    Ok(match format {
        None | Some(AnswerFormat::Table) => Format::Table,
        Some(AnswerFormat::Csv) => Format::Csv,
        Some(AnswerFormat::Tsv) => Format::Tsv,
        Some(AnswerFormat::Json) => Format::Json,
        Some(AnswerFormat::Xml) => Format::Xml,
        Some(_) => return Err(unfit("rows", "table, csv, tsv, json or xml")),
    })
}

fn unfit(answer: &str, formats: &str) -> anyhow::Error {
    BadUsage(format!("the answer is {answer}: use --format {formats}")).into()
}

/// The query and what messages call it: a file, standard input, or the argument itself.
pub(super) fn text(argument: &str) -> anyhow::Result<(String, String)> {
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
pub(super) fn usage(name: &str, error: QueryError) -> anyhow::Error {
    match error {
        QueryError::Syntax(error) => BadUsage(format!("{name} is not valid SPARQL: {error}")).into(),
        QueryError::UnknownVariable(_) | QueryError::Format(_) => BadUsage(format!("{name}: {error}")).into(),
        other => other.into(),
    }
}
