//! A view of the store as a network.

use super::super::query::text;
use super::super::{BadUsage, stdout};
use crate::cli::{self, NetworkFormat, View};
use dateline::export::{self, Network, NetworkError, Replacement};
use dateline::query::Query;
use dateline::store::Store;
use oxigraph::model::NamedNode;

impl View {
    /// The query that gives the view.
    fn query(self) -> &'static str {
        match self {
            Self::Met => include_str!("../../../queries/views/met.rq"),
            Self::Roles => include_str!("../../../queries/views/roles.rq"),
            Self::Events => include_str!("../../../queries/views/events.rq"),
        }
    }
}

pub(super) fn run(store: &Store, args: &cli::Export, format: NetworkFormat, chosen: Option<&[NamedNode]>) -> anyhow::Result<()> {
    if args.profile.is_some() {
        return Err(BadUsage("a view decides itself what it shows: --profile is for --format turtle and its like".to_owned()).into());
    }
    let format = export::NetworkFormat::from(format);
    let output = args.output.as_deref();
    if format.is_folder() && output.is_none() {
        return Err(BadUsage("this format is several files: name a folder with -o".to_owned()).into());
    }
    let part;
    let store = if chosen.is_some() || args.confidence.least.is_some() {
        part = store.part(chosen, args.confidence.least)?;
        &part
    } else {
        store
    };
    let network = network(store, args)?;
    match output {
        None => format.write(&network, &mut stdout())?,
        Some(folder) if format.is_folder() => format.write_folder(&network, folder)?,
        Some(path) => {
            let mut file = Replacement::begin(path)?;
            format.write(&network, &mut file).map_err(|error| file.failed(error))?;
            file.finish()?;
        }
    }
    Ok(())
}

fn network(store: &Store, args: &cli::Export) -> anyhow::Result<Network> {
    let (name, text) = match &args.query {
        Some(query) => text(query)?,
        None => ("the view".to_owned(), args.view.unwrap_or(View::Met).query().to_owned()),
    };
    let _watch = args.bounds.watch(&name);
    let failure = |error| args.bounds.failure(&name, error);
    let answer = Query::parse(&text).and_then(|query| query.within(args.bounds.time()).run(store)).map_err(failure)?;
    let (answer, cut) = args.bounds.limited(answer);
    let network = Network::of(answer, store).map_err(|error| match error {
        NetworkError::Evaluation(error) => failure(error.into()),
        NetworkError::NoEnds(_) | NetworkError::YesOrNo => BadUsage(format!("{name}: {error}")).into(),
        other @ NetworkError::Store(_) => anyhow::Error::from(other).context(format!("cannot make a network of {name}")),
    })?;
    args.bounds.tell(&cut);
    Ok(network)
}

impl From<NetworkFormat> for export::NetworkFormat {
    fn from(format: NetworkFormat) -> Self {
        match format {
            NetworkFormat::Graphml => Self::GraphMl,
            NetworkFormat::Gexf => Self::Gexf,
            NetworkFormat::Cytoscape => Self::Cytoscape,
            NetworkFormat::Dot => Self::Dot,
            NetworkFormat::Neo4j => Self::Neo4j,
            NetworkFormat::Parquet => Self::Parquet,
            NetworkFormat::Csvw => Self::Csvw,
        }
    }
}
