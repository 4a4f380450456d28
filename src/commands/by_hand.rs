//! `dateline merge` and `dateline split`: what people decide about who is who, before any rule.

use super::merges::{name, said};
use super::show::find::{Found, find};
use super::{BadUsage, Exit, complain, counted, stdout};
use crate::cli::{Merge, Split};
use dateline::collate::Decision;
use dateline::consolidation::{consolidate, decide, decisions};
use dateline::graph::Base;
use dateline::store::Store;
use dateline::vocab::{dl, rdf};
use oxigraph::model::{NamedNode, Term};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

/// What a decision is about.
enum Meant {
    /// A row of the ledger: whom the name means, and the name.
    Row(String, String),
    /// A decision that was made before.
    Decision(Decision),
}

pub(super) fn merge(args: &Merge) -> anyhow::Result<Exit> {
    let desk = Desk::open(&args.store.path)?;
    match args.names.as_slice() {
        [row] => match desk.row(row)? {
            Meant::Decision(decision @ (Decision::Different(..) | Decision::Apart { .. })) => desk.undo(&decision),
            Meant::Row(one, other) if one.starts_with(&format!("{other}~")) => match desk.apart(&one) {
                Some(decision) => desk.undo(&decision),
                None => desk.add(Decision::Same(other, one)),
            },
            _ => Err(BadUsage(format!("{row} parts nobody: name a row that does, or two names to merge")).into()),
        },
        names => {
            let mut entities = Vec::new();
            for name in names {
                entities.push(desk.entity(name)?);
            }
            let Some((first, others)) = entities.split_first() else { return Ok(Exit::BadUsage) };
            let mut exit = Exit::Done;
            for other in others.iter().filter(|other| *other != first) {
                exit = desk.add(Decision::Same(first.clone(), other.clone()))?;
            }
            Ok(exit)
        }
    }
}

pub(super) fn split(args: &Split) -> anyhow::Result<Exit> {
    let desk = Desk::open(&args.store.path)?;
    match args.names.as_slice() {
        [name] if !args.article.is_empty() => {
            let entity = desk.entity(name)?;
            desk.part(&entity, desk.articles(&args.article)?)
        }
        [row] => match desk.row(row)? {
            Meant::Decision(decision @ Decision::Same(..)) => desk.undo(&decision),
            Meant::Row(one, other) if !one.starts_with(&format!("{other}~")) => match desk.same(&one, &other) {
                Some(decision) => desk.undo(&decision),
                None => desk.add(Decision::Different(one, other)),
            },
            _ => Err(BadUsage(format!("{row} merges nobody: name a row that does, or a name with --article")).into()),
        },
        [one, other] => desk.add(Decision::Different(desk.entity(one)?, desk.entity(other)?)),
        _ => Err(BadUsage("name a row of `dateline merges`, two names, or one name with --article".to_owned()).into()),
    }
}

/// The store with the decisions in it.
struct Desk {
    store: Store,
    base: Base,
    decisions: Vec<Decision>,
}

impl Desk {
    fn open(path: &std::path::Path) -> anyhow::Result<Self> {
        let store = Store::change(path)?;
        let base: Base = store.base()?.parse()?;
        let decisions = decisions(&store, &base)?;
        Ok(Self { store, base, decisions })
    }

    /// Keeps a decision; what was decided to the contrary before goes.
    fn add(&self, decision: Decision) -> anyhow::Result<Exit> {
        let pair = |one: &Decision| match one {
            Decision::Same(a, b) | Decision::Different(a, b) => Some(BTreeSet::from([a.clone(), b.clone()])),
            Decision::Apart { .. } => None,
        };
        let about = pair(&decision);
        let mut all: Vec<Decision> = self.decisions.iter().filter(|known| about.is_none() || pair(known) != about).cloned().collect();
        let line = format!("{}  {}", name(&decision, &self.base), said(&decision));
        all.push(decision);
        self.keep(&all, &line)
    }

    /// Decides that an entity is another in some articles: by the name that each was read with, if that was another.
    fn part(&self, entity: &str, articles: BTreeSet<String>) -> anyhow::Result<Exit> {
        let plain = entity.split('~').next().unwrap_or(entity);
        let identity = self.base.instance(entity);
        let names = |article: &String| Ok((article.clone(), self.store.identities(&self.base.instance(article))?));
        let read = articles.iter().map(names).collect::<anyhow::Result<BTreeMap<_, _>>>()?;
        let original = |article: &String| {
            let (original, _) = read.get(article)?.iter().find(|(_, name)| **name == identity)?;
            Some(self.base.relative(original.as_str()).to_owned()).filter(|original| original != plain)
        };
        let others: BTreeSet<String> = articles.iter().filter_map(original).collect();
        let Some(other) = others.first() else { return self.add(Decision::Apart { entity: plain.to_owned(), articles }) };
        if others.len() > 1 || articles.iter().any(|article| original(article).is_none()) {
            return Err(BadUsage(format!("these articles were read with several names for {entity}: split one article at a time")).into());
        }
        self.add(Decision::Different(plain.to_owned(), other.clone()))
    }

    fn undo(&self, decision: &Decision) -> anyhow::Result<Exit> {
        let all: Vec<Decision> = self.decisions.iter().filter(|known| *known != decision).cloned().collect();
        self.keep(&all, &format!("no longer decided: {}", said(decision)))
    }

    fn keep(&self, all: &[Decision], line: &str) -> anyhow::Result<Exit> {
        decide(&self.store, &self.base, all)?;
        let changes = consolidate(&self.store)?;
        self.store.flush()?;
        let mut out = stdout();
        writeln!(out, "{line}\n{} changed", counted(changes.articles, "article"))?;
        out.flush()?;
        Ok(Exit::Done)
    }

    /// A row of the ledger or a decision, by the end of its IRI.
    fn row(&self, row: &str) -> anyhow::Result<Meant> {
        let row = row.trim_start_matches('<').trim_end_matches('>').rsplit('/').next().unwrap_or(row);
        if let Some(decision) = self.decisions.iter().find(|decision| name(decision, &self.base) == row) {
            return Ok(Meant::Decision(decision.clone()));
        }
        let finding = self.base.instance(&format!("finding/{row}"));
        let mut value = [rdf::SUBJECT, rdf::PREDICATE, rdf::OBJECT].into_iter().map(|part| self.store.object(&finding, part));
        if let (Some(Some(one)), Some(Some(predicate)), Some(Some(other))) =
            (value.next().transpose()?, value.next().transpose()?, value.next().transpose()?)
            && predicate == Term::from(dl::READ_AS.into_owned())
        {
            return Ok(Meant::Row(self.relative(&one), self.relative(&other)));
        }
        let at = self.store.path().display();
        Err(BadUsage(format!("no row {row:?} in the ledger of the store {at}: `dateline merges` lists them")).into())
    }

    fn relative(&self, term: &Term) -> String {
        if let Term::NamedNode(node) = term { self.base.relative(node.as_str()).to_owned() } else { String::new() }
    }

    /// The decision that made a second bearer of a name.
    fn apart(&self, second: &str) -> Option<Decision> {
        self.decisions.iter().find(|decision| decision.second().as_deref() == Some(second)).cloned()
    }

    /// The decision that two names are one.
    fn same(&self, one: &str, other: &str) -> Option<Decision> {
        let is_it = |decision: &&Decision| match decision {
            Decision::Same(a, b) => [a.as_str(), b.as_str()] == [one, other] || [b.as_str(), a.as_str()] == [one, other],
            _ => false,
        };
        self.decisions.iter().find(is_it).cloned()
    }

    /// An entity by its IRI, whole or below the base, or by a name that one entity alone bears.
    fn entity(&self, name: &str) -> anyhow::Result<String> {
        let iri = name.trim_start_matches('<').trim_end_matches('>');
        let at = self.store.path().display();
        match find(&self.store, name)? {
            Found::One(entity) => Ok(self.base.relative(entity.as_str()).to_owned()),
            Found::Nothing if iri.contains('/') && NamedNode::new(self.base.instance(iri).as_str()).is_ok() => {
                Ok(self.base.relative(iri).to_owned())
            }
            Found::Nothing => Err(BadUsage(format!("nothing is called {name:?} in the store {at}: see `dateline show`")).into()),
            Found::Several(entities) => {
                for (entity, label) in &entities {
                    complain(&format!("{label}  <{}>", entity.as_str()));
                }
                Err(BadUsage(format!("{name:?} may be one of {}: name one by its IRI", entities.len())).into())
            }
        }
    }

    /// Articles by file name or IRI.
    fn articles(&self, names: &[String]) -> anyhow::Result<BTreeSet<String>> {
        let graphs = super::articles::named(&self.store, names)?;
        Ok(graphs.iter().map(|graph| self.base.relative(graph.as_str()).to_owned()).collect())
    }
}
