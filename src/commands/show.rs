//! `dateline show`.

use super::Exit;
use crate::cli::Show;

pub(super) fn run(_args: &Show) -> anyhow::Result<Exit> {
    anyhow::bail!("not yet")
}
