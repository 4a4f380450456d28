//! The command line: what a user may type, and what `--help` says about it.

mod authority;
mod bounds;
mod data;
mod formats;
mod identity;
mod inputs;
mod keeping;
mod reconcile;
mod remote;
mod serve;

pub(crate) use authority::{AddAuthority, AddedPath, Authority, AuthorityCommand, ExportAuthority, ImportFormat, UsedAuthority};
pub(crate) use bounds::Bounds;
pub(crate) use data::Data;
pub(crate) use formats::{
    AnswerFormat, ExportFormat, GraphFormat, NetworkFormat, PageFormat, Profile, RowFormat, ShowFormat, StatsFormat, View,
};
pub(crate) use identity::{Conflicts, Merge, Merges, Resolve, Split};
pub(crate) use inputs::InputArgs;
pub(crate) use keeping::{Backup, Diff, DiffFormat, List, Optimize, Restore, Retract, Verify};
pub(crate) use reconcile::Reconcile;
pub(crate) use remote::{Patience, Persistence, Protocol, Push};
pub(crate) use serve::Serve;

use clap::{Args, Parser, Subcommand, ValueHint};
use dateline::graph::{Base, DEFAULT_BASE};
use dateline::query::Binding;
use std::path::PathBuf;

/// Reads news articles and keeps what they say as a knowledge graph: who, in which role, with whom, where, when, in
/// whose words, according to which article.
#[derive(Debug, Parser)]
#[command(
    version,
    max_term_width = 100,
    after_help = "Exit codes: 0 done, 1 failed, 2 bad usage, 3 some inputs failed and the rest are stored."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// One verb a command.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Ingest(Ingest),
    Query(Query),
    Export(Export),
    Push(Push),
    Extract(Extract),
    Show(Show),
    Explain(Explain),
    Merges(Merges),
    Merge(Merge),
    Split(Split),
    Conflicts(Conflicts),
    Resolve(Resolve),
    Reconcile(Reconcile),
    Serve(Serve),
    Stats(Stats),
    List(List),
    Retract(Retract),
    Diff(Diff),
    Verify(Verify),
    Backup(Backup),
    Restore(Restore),
    Optimize(Optimize),
    Authority(Authority),
    Completions(Completions),
    Man(Man),
}

/// Reads articles into the store. Safe to repeat: an article that is there already is left alone, a text that has
/// changed takes the place of the old one.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline ingest articles/*.txt pages/ --store kg\n  dateline ingest crawl.warc.gz --store kg\n  dateline ingest news.jsonl.zst --field text=body --field published=day --store kg"
)]
pub(crate) struct Ingest {
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
    #[command(flatten)]
    pub(crate) store: StorePath,
    #[command(flatten)]
    pub(crate) graph: GraphArgs,
    /// Read articles again that are in the store already
    #[arg(long)]
    pub(crate) again: bool,
    #[command(flatten)]
    pub(crate) added: UsedAuthority,
}

/// Answers a SPARQL query over all articles; each article is also a named graph of its own.
///
/// What several articles state comes once for each of them, so use DISTINCT, or GRAPH ?article to tell them apart.
/// The prefixes dl, itsrdf, nif, org, prov, rdf, rdfs, schema, sem, skos and xsd need not be declared. A server asked with --endpoint
/// must answer over all its graphs too: Oxigraph's does with ?union-default-graph at the end of the address.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline query queries/who-held-which-role.rq --store kg\n  dateline query 'SELECT ?who WHERE { ?who a schema:Person }'\n  dateline query queries/what-one-person-said.rq --bind name=\"Marco Rubio\" --format csv\n  cat question.rq | dateline query -\n  dateline query queries/timeline.rq --data kg.nq\n  dateline query queries/articles.rq --endpoint 'http://localhost:7878/query?union-default-graph'"
)]
pub(crate) struct Query {
    /// A file, the query itself, or `-` for standard input
    #[arg(value_name = "QUERY", value_hint = ValueHint::FilePath)]
    pub(crate) text: String,
    #[command(flatten)]
    pub(crate) store: StorePath,
    #[command(flatten)]
    pub(crate) data: Data,
    /// Ask a SPARQL server instead: its query endpoint
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url, conflicts_with_all = ["path", "least", "files"])]
    pub(crate) endpoint: Option<String>,
    /// Ask the default graph alone where the query names no graph, as the standard has it, not the union of all graphs
    #[arg(long, conflicts_with = "endpoint")]
    pub(crate) no_union: bool,
    #[command(flatten)]
    pub(crate) persistence: Persistence,
    #[command(flatten)]
    pub(crate) bounds: Bounds,
    /// How the answer is written [default: table, or turtle for CONSTRUCT and DESCRIBE]
    #[arg(long, short, value_enum)]
    pub(crate) format: Option<AnswerFormat>,
    #[command(flatten)]
    pub(crate) confidence: Confidence,
    /// Sets a variable that the query selects: person=<IRI> or name="text"; may be repeated
    #[arg(long, value_name = "NAME=VALUE")]
    pub(crate) bind: Vec<Binding>,
}

/// Writes the store, or some of its articles, as a file for other tools: the whole graph as RDF, or a view of it as a network.
///
/// A view is a query whose rows are edges: ?source and ?target, or ?one and ?other where an edge has no direction, are its ends,
/// ?kind says what it is, ?source_… and ?target_… tell of the ends, and all other columns of the edge.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline export --store kg --format turtle -o kg.ttl\n  dateline export --format jsonld --article 001.txt --profile lean\n  dateline export --format graphml --view met -o met.graphml\n  dateline export --format parquet --query edges.rq -o tables/\n  dateline export --data kg.nq --format jsonld -o kg.jsonld"
)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) store: StorePath,
    #[command(flatten)]
    pub(crate) data: Data,
    /// The format of the file
    #[arg(long, short, value_enum, default_value_t = ExportFormat::Graph(GraphFormat::Turtle))]
    pub(crate) format: ExportFormat,
    /// What a network shows [default: met]
    #[arg(long, value_enum, conflicts_with = "query")]
    pub(crate) view: Option<View>,
    /// A SELECT or CONSTRUCT that gives the network instead: a file, the query itself, or `-`
    #[arg(long, value_name = "QUERY", value_hint = ValueHint::FilePath)]
    pub(crate) query: Option<String>,
    #[command(flatten)]
    pub(crate) bounds: Bounds,
    /// Only this article: its file name or IRI; may be repeated
    #[arg(long, value_name = "ARTICLE")]
    pub(crate) article: Vec<String>,
    /// How much of the graph is written [default: full]
    #[arg(long, value_enum)]
    pub(crate) profile: Option<Profile>,
    #[command(flatten)]
    pub(crate) confidence: Confidence,
    /// Where to write; the file appears only when it is whole [default: standard output]
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

/// Reads articles and writes what they say to standard output, without a store.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline extract article.html --format turtle\n  zcat news.jsonl.gz | dateline extract - --input-format jsonl --format nquads | gzip > news.nq.gz"
)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) inputs: InputArgs,
    /// The format of the output
    #[arg(long, short, value_enum, default_value_t = GraphFormat::Trig)]
    pub(crate) format: GraphFormat,
    /// How much is written
    #[arg(long, value_enum, default_value_t = Profile::Full)]
    pub(crate) profile: Profile,
    #[command(flatten)]
    pub(crate) graph: GraphArgs,
    #[command(flatten)]
    pub(crate) added: UsedAuthority,
}

/// Shows all that is known of one person, organization, place, event or work, with article and words.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dateline show \"Kirill Dmitriev\" --store kg")]
pub(crate) struct Show {
    /// A name, in any case, or an IRI
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) store: StorePath,
    /// How it is shown
    #[arg(long, short, value_enum, default_value_t = ShowFormat::Text)]
    pub(crate) format: ShowFormat,
}

/// Explains why a fact is in the graph: the sentence with the words marked, the rule that read it, and the parse.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline explain \"Kirill Dmitriev\" envoy --store kg\n  dateline explain 'https://w3id.org/dateline/id/article/890817de98d52bba#role=715,744'"
)]
pub(crate) struct Explain {
    /// The IRI of a claim, or the name or IRI of an entity
    pub(crate) who: String,
    /// Of the claims about the entity, those that have these words in their kind, content or evidence
    pub(crate) what: Option<String>,
    #[command(flatten)]
    pub(crate) store: StorePath,
}

/// Counts what the store holds, by kind.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  dateline stats --store kg\n  dateline stats --store kg --format turtle > void.ttl")]
pub(crate) struct Stats {
    #[command(flatten)]
    pub(crate) store: StorePath,
    /// How they are written
    #[arg(long, short, value_enum, default_value_t = StatsFormat::Table)]
    pub(crate) format: StatsFormat,
}

/// Writes completions for a shell to standard output.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dateline completions bash > ~/.local/share/bash-completion/completions/dateline")]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// Writes the manual page to standard output.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dateline man > dateline.1 && man ./dateline.1")]
pub(crate) struct Man {}

/// How sure a claim must be.
#[derive(Debug, Args)]
pub(crate) struct Confidence {
    /// Leave out claims that are less sure than this, from 0 to 1
    #[arg(long = "min-confidence", value_name = "SHARE", value_parser = share)]
    pub(crate) least: Option<f64>,
}

fn share(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|share| (0.0..=1.0).contains(share)).ok_or_else(|| "give a number from 0 to 1, such as 0.8".to_owned())
}

/// Where the store is.
#[derive(Debug, Args)]
pub(crate) struct StorePath {
    /// The folder of the store
    #[arg(long = "store", value_name = "FOLDER", default_value = "dateline-kg", value_hint = ValueHint::DirPath)]
    pub(crate) path: PathBuf,
}

/// What the graph of an article holds.
#[derive(Debug, Args)]
pub(crate) struct GraphArgs {
    /// The IRI under which articles, people, places and so on get theirs
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE)]
    pub(crate) base: Base,
    /// Leave the article's whole text out of the graph
    #[arg(long)]
    pub(crate) no_text: bool,
}
