//! `dateline list`.

use super::{Exit, stdout};
use crate::cli::List;
use dateline::query::{Query, write};
use dateline::store::Store;
use std::io::Write;

const ARTICLES: &str = include_str!("list.rq");

pub(super) fn run(args: &List) -> anyhow::Result<Exit> {
    let store = Store::read(&args.store.path)?;
    let mut out = stdout();
    write(Query::parse(ARTICLES)?.run(&store)?, args.format.into(), &mut out)?;
    out.flush()?;
    Ok(Exit::Done)
}
