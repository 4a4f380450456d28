//! The annotated articles: events with their words, arguments, place, time and modality.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// One annotated article.
#[derive(Debug, Deserialize)]
pub struct Gold {
    /// Name of the article's file, without its ending.
    pub doc: String,
    /// Entities.
    pub entities: Vec<GoldEntity>,
    /// Events.
    pub events: Vec<GoldEvent>,
}

/// An annotated entity.
#[derive(Debug, Deserialize)]
pub struct GoldEntity {
    /// Its name in the annotation.
    pub id: String,
    /// Class.
    #[serde(rename = "type")]
    pub class: String,
    /// Best name.
    pub name: String,
    /// Forms in the text.
    #[serde(default)]
    pub mentions: Vec<String>,
}

/// An annotated event.
#[derive(Debug, Deserialize)]
pub struct GoldEvent {
    /// Class.
    #[serde(rename = "type")]
    pub class: String,
    /// Words.
    pub trigger: String,
    /// Words around it.
    pub evidence: String,
    /// Symmetric arguments.
    #[serde(default)]
    pub participants: Vec<String>,
    /// Agents.
    #[serde(default)]
    pub agents: Vec<String>,
    /// Targets.
    #[serde(default)]
    pub targets: Vec<String>,
    /// Place.
    pub place: Option<String>,
    /// Time as ISO 8601.
    pub date: Option<String>,
    /// Whether it happened.
    pub modality: String,
    /// Whether it is central to the article.
    #[serde(default)]
    pub salient: bool,
    /// Where two annotators differed.
    #[serde(default)]
    pub optional: bool,
}

/// The annotated articles of a set, each with the path of its text, in order of name; they may stand beside the corpora.
///
/// # Errors
/// If the folder or a file cannot be read.
pub fn read(corpora: &Path, set: &str) -> Result<Vec<(Gold, PathBuf)>> {
    let corpora = if corpora.join("gold").is_dir() { corpora } else { corpora.parent().unwrap_or(corpora) };
    let folder = corpora.join("gold").join(set);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(&folder).with_context(|| folder.display().to_string())?.map(|e| Ok(e?.path())).collect::<Result<_>>()?;
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|e| e == "json"));
    paths
        .into_iter()
        .map(|path| {
            let gold: Gold = serde_json::from_str(&std::fs::read_to_string(&path)?).with_context(|| path.display().to_string())?;
            let text = corpora.join("articles").join(set).join(format!("{}.txt", gold.doc));
            Ok((gold, text))
        })
        .collect()
}

/// The form in which names are compared.
#[must_use]
pub fn norm(name: &str) -> String {
    let name = name.replace(['’', '‘'], "'").replace('\u{a0}', " ").replace('‑', "-");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let name = ["the ", "a ", "an "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(&name);
    name.strip_suffix("'s").unwrap_or(name).trim_matches([' ', '.', ',', ';', ':', '"', '\'']).to_owned()
}
