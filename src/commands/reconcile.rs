//! `dateline reconcile`.

use super::remote::{endpoint, usage};
use super::{BadUsage, Exit, complain, stdout};
use crate::cli;
use anyhow::Context;
use dateline::graph::{Base, ExternalLink, external_links, external_links_of};
use dateline::reconciliation::{Bar, Cache, Class, Named, Outcome, Service, Terms, entities, reconcile};
use dateline::store::Store;
use oxigraph::model::NamedNode;
use std::collections::BTreeSet;
use std::io::Write;

/// A whole answer may take so many times as long as the service may be silent.
const WHOLE: u32 = 3;

pub(super) fn run(args: &cli::Reconcile) -> anyhow::Result<Exit> {
    let (address, service) = match (&args.service, &args.sparql) {
        (Some(address), _) => (address, Service::Reconciliation),
        (None, Some(address)) => (address, Service::Sparql),
        (None, None) => return Err(BadUsage("name a --service or a --sparql endpoint".to_owned()).into()),
    };
    let endpoint = endpoint(address, args.patience.persistence.tries, args.patience.timeout, Some(WHOLE))?;
    let iri = endpoint.iri().ok_or_else(|| usage(dateline::remote::RemoteError::Address(address.clone())))?;
    let terms = terms(args)?;
    let store = Store::change(&args.store.path)?;
    let base: Base = store.base()?.parse()?;
    let classes: BTreeSet<Class> = args.class.iter().copied().map(Class::from).collect();
    let named = entities(&store, &classes, args.all, &base.links())?;
    let path = args.cache.clone().unwrap_or_else(|| store.path().join(endpoint.cache()));
    let mut cache = Cache::open(&path, args.again)?;
    let outcome = reconcile(&named, (&endpoint, service), &terms, &mut cache, &mut complain)?;
    keep(&store, &base, &outcome, &iri)?;
    store.flush()?;
    print(&outcome, &named)?;
    Ok(Exit::of(outcome.asked - outcome.answered.len(), outcome.asked))
}

fn terms(args: &cli::Reconcile) -> anyhow::Result<Terms> {
    if let Some(prefix) = &args.prefix {
        NamedNode::new(format!("{prefix}x")).map_err(|_| BadUsage(format!("the --prefix {prefix:?} begins no IRI")))?;
    }
    if args.sparql.is_some() {
        for (_, class) in &args.types {
            NamedNode::new(class).map_err(|_| BadUsage(format!("the --type {class:?} is no IRI, as an endpoint's classes are")))?;
        }
    }
    Ok(Terms {
        classes: args.types.iter().map(|(class, name)| ((*class).into(), name.clone())).collect(),
        limit: args.limit.into(),
        batch: args.batch.into(),
        bar: Bar { threshold: args.threshold },
        prefix: args.prefix.clone(),
    })
}

/// Puts the links in the place of those that the service gave before for what it answered now.
fn keep(store: &Store, base: &Base, outcome: &Outcome, service: &NamedNode) -> anyhow::Result<()> {
    let graph = base.links();
    let known = external_links_of(&store.quads(&graph)?);
    let stays = |link: &ExternalLink| link.service != *service || !outcome.answered.contains(&link.entity);
    let links: Vec<ExternalLink> = known.into_iter().filter(stays).chain(outcome.links.iter().cloned()).collect();
    store.set_graph(&graph, || std::iter::once(external_links(&links, base))).map(drop).context("the links are not kept")
}

fn print(outcome: &Outcome, named: &[Named]) -> anyhow::Result<()> {
    let sure: BTreeSet<&NamedNode> = outcome.links.iter().filter(|link| link.sure).map(|link| &link.entity).collect();
    let linked: BTreeSet<&NamedNode> = outcome.links.iter().map(|link| &link.entity).collect();
    let unanswered = outcome.asked - outcome.answered.len();
    if outcome.unusable > 0 {
        complain(&format!(
            "{} candidates have no identifier that makes an IRI, and are left out; --prefix says what it begins with",
            outcome.unusable
        ));
    }
    let mut out = stdout();
    writeln!(
        out,
        "{} entities: {} linked surely, {} with candidates only, {} not found, {unanswered} not answered; {} requests",
        named.len(),
        sure.len(),
        linked.len() - sure.len(),
        outcome.answered.len() - linked.len(),
        outcome.requests
    )?;
    out.flush()?;
    Ok(())
}
