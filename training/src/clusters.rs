//! Makes the cluster table from `word⇥coarse⇥…⇥fine` lines.

use anyhow::{Context, Result, ensure};
use dateline::language::clusters::{Ids, encode};
use dateline::language::linear::word_hash;
use dateline::language::word::normalize;
use std::collections::BTreeMap;
use std::path::Path;

/// The shipped form of the cluster file at `path`.
///
/// # Errors
/// If the file cannot be read, or a line is not a word and four numbers.
pub fn train(path: &Path) -> Result<Vec<u8>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut words = BTreeMap::new();
    let mut normal = String::new();
    for (number, line) in text.lines().enumerate() {
        let (word, ids) = parse(line).with_context(|| at(path, number))?;
        normalize(word, &mut normal);
        words.entry(word_hash(&normal)).or_insert(ids);
    }
    Ok(encode(&words.into_iter().collect::<Vec<_>>()))
}

fn parse(line: &str) -> Result<(&str, Ids)> {
    let mut fields = line.split('\t');
    let word = fields.next().unwrap_or_default();
    let ids: Vec<u16> = fields.map(str::parse).collect::<Result<_, _>>()?;
    let ids: Ids = ids.try_into().ok().context("a word and four cluster numbers are expected")?;
    ensure!(!ids.contains(&0), "clusters are counted from one");
    Ok((word, ids.map(|id| id - 1)))
}

fn at(path: &Path, line: usize) -> String {
    format!("{}, line {}", path.display(), line + 1)
}
