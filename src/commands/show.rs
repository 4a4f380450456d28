//! `dateline show`: all that is known of one entity, with article and words.

pub(super) mod find;
mod page;

use super::{BadUsage, Exit, complain, stdout};
use crate::cli::{Show, ShowFormat};
use dateline::export::pretty;
use dateline::query::{Binding, Query};
use dateline::store::Store;
use find::{Found, find};
use oxigraph::model::{NamedNode, Variable};
use oxigraph::sparql::QueryResults;
use std::io::Write;

const DESCRIPTION: &str = include_str!("show/description.rq");

pub(super) fn run(args: &Show) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let mut out = stdout();
    let exit = match find(&store, &args.name)? {
        Found::Nothing => {
            let at = store.path().display();
            return Err(BadUsage(format!("nothing is called {:?} in the store {at}: try a part of the name", args.name)).into());
        }
        Found::Several(entities) => {
            complain(&format!("{:?} may be one of {}: name one by its IRI", args.name, entities.len()));
            for (entity, label) in entities {
                writeln!(out, "{label}  <{}>", entity.as_str())?;
            }
            Exit::Failed
        }
        Found::One(entity) => {
            match args.format {
                ShowFormat::Text => page::write(&store, &entity, &mut out)?,
                ShowFormat::Turtle => turtle(&store, &entity, &mut out)?,
            }
            Exit::Done
        }
    };
    out.flush()?;
    Ok(exit)
}

fn turtle(store: &Store, entity: &NamedNode, out: &mut impl Write) -> anyhow::Result<()> {
    let QueryResults::Graph(triples) = about(DESCRIPTION, entity)?.run(store)? else { return Ok(()) };
    let triples = triples.collect::<Result<Vec<_>, _>>()?;
    out.write_all(pretty(&triples, &store.base()?)?.as_bytes())?;
    Ok(())
}

/// One of the program's own queries, asked about one entity.
pub(super) fn about(query: &str, entity: &NamedNode) -> anyhow::Result<Query> {
    let binding = Binding { variable: Variable::new("entity")?, term: entity.clone().into() };
    Ok(Query::parse(query)?.bind(binding))
}
