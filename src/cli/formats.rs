//! The formats of graphs, answers, networks, entities and counts.

use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::sync::LazyLock;

/// Formats of graphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum GraphFormat {
    /// Turtle: grouped by article and subject
    Turtle,
    /// JSON-LD with the published context
    Jsonld,
    /// N-Triples: one triple a line
    Ntriples,
    /// N-Quads: one quad a line, with its article
    Nquads,
    /// TriG: Turtle with a graph an article
    Trig,
    /// RDF/XML
    Rdfxml,
    /// An overlay in RDF 1.2, to be loaded beside an export: each claim as the reifier of its triple, in N-Quads
    Reifiers,
}

/// Formats of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    /// Columns for people
    Table,
    /// Comma-separated values
    Csv,
    /// Tab-separated values
    Tsv,
    /// SPARQL results in JSON
    Json,
    /// SPARQL results in XML
    Xml,
    /// Turtle (CONSTRUCT, DESCRIBE)
    Turtle,
    /// N-Triples (CONSTRUCT, DESCRIBE)
    Ntriples,
    /// RDF/XML (CONSTRUCT, DESCRIBE)
    Rdfxml,
    /// JSON-LD (CONSTRUCT, DESCRIBE)
    Jsonld,
}

/// Formats of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowFormat {
    /// For people
    Table,
    /// Comma-separated values
    Csv,
    /// SPARQL results in JSON
    Json,
}

/// How much of the graph is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Profile {
    /// Without the texts and their phrases; the IRIs of the evidence still say where it stands
    Lean,
    /// Everything
    Full,
}

/// How an entity is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// For people
    Text,
    /// Turtle
    Turtle,
}

/// How counts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatsFormat {
    /// For people
    Table,
    /// A description of the data set in VoID and DCAT, as Turtle
    Turtle,
}

/// Formats of networks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum NetworkFormat {
    /// A view as GraphML, for Gephi, Cytoscape, yEd, networkx, igraph
    Graphml,
    /// A view as GEXF, for Gephi with a time line
    Gexf,
    /// A view as JSON, for Cytoscape and Cytoscape.js
    Cytoscape,
    /// A view as DOT, for Graphviz
    Dot,
    /// A view as a folder for `neo4j-admin database import`
    Neo4j,
    /// A view as a folder of Parquet tables, for DuckDB, pandas, Spark
    Parquet,
    /// A view as a folder of CSV tables with metadata (CSV on the Web)
    Csvw,
}

/// Formats of single articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    /// A folder of JSON-LD documents for web pages, one an article, in the terms of schema.org alone
    SchemaOrg,
}

/// All formats that a store can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExportFormat {
    /// All of the graph.
    Graph(GraphFormat),
    /// Article by article.
    Page(PageFormat),
    /// A view of it.
    Network(NetworkFormat),
}

static EXPORT_FORMATS: LazyLock<Vec<ExportFormat>> = LazyLock::new(|| {
    let graphs = GraphFormat::value_variants().iter().copied().map(ExportFormat::Graph);
    let pages = PageFormat::value_variants().iter().copied().map(ExportFormat::Page);
    graphs.chain(pages).chain(NetworkFormat::value_variants().iter().copied().map(ExportFormat::Network)).collect()
});

impl ValueEnum for ExportFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &EXPORT_FORMATS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Graph(format) => format.to_possible_value(),
            Self::Page(format) => format.to_possible_value(),
            Self::Network(format) => format.to_possible_value(),
        }
    }
}

/// What a network shows of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum View {
    /// Who met, negotiated or telephoned with whom
    Met,
    /// Who holds or held which role in which organization or country
    Roles,
    /// Who took part in which event, and where it was
    Events,
}
