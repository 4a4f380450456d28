//! The annotated articles that the name model learns from and is measured on.

use crate::conll::{self, LabelledSentence};
use anyhow::{Context, Result};
use dateline::language::names::labels::from_names;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A sentence with its names: ranges of words and the number of a class.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// The words.
    pub words: Vec<String>,
    /// The names.
    pub names: Vec<(Range<usize>, usize)>,
}

impl Sentence {
    /// The names in a stretch as labels; what reaches beyond it is cut off.
    pub fn labels(&self, stretch: &Range<usize>) -> Vec<usize> {
        let inside = |at: usize| at.clamp(stretch.start, stretch.end) - stretch.start;
        let names = self.names.iter().map(|(range, class)| (inside(range.start)..inside(range.end), *class));
        from_names(&names.filter(|(range, _)| !range.is_empty()).collect::<Vec<_>>(), stretch.len())
    }
}

/// An article, or a run of sentences of a corpus without articles.
#[derive(Debug, Clone)]
pub struct Article {
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// False in the corpora that leave names of the fourth class unmarked.
    pub marks_other: bool,
    /// True where names are marked by rules that differ from those of the corpora.
    pub own_rules: bool,
}

/// A corpus without articles is cut into runs of this many sentences.
const RUN: usize = 40;
/// No article is longer than this.
const LONGEST_ARTICLE: usize = 400;

/// The articles of one file.
pub fn read(path: &Path) -> Result<Vec<Article>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let marks_other = !(name.starts_with("uner") || name.starts_with("gum"));
    let mut articles = Vec::new();
    for document in conll::read(path)? {
        let run = if document.len() > LONGEST_ARTICLE { RUN } else { LONGEST_ARTICLE };
        articles.extend(document.chunks(run).map(|run| Article {
            sentences: run.iter().map(sentence).collect(),
            marks_other,
            own_rules: false,
        }));
    }
    Ok(articles)
}

/// The files of a folder whose names end in `.conll`, sorted.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "conll"));
    files.sort();
    Ok(files)
}

fn sentence(labelled: &LabelledSentence) -> Sentence {
    let mut names: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, label) in labelled.labels.iter().enumerate() {
        let Some(class) = class(label) else { continue };
        match names.last_mut() {
            Some((range, last)) if label.starts_with("I-") && range.end == at && *last == class => range.end += 1,
            _ => names.push((at..at + 1, class)),
        }
    }
    Sentence { words: labelled.words.clone(), names }
}

fn class(label: &str) -> Option<usize> {
    match label.split_once('-')?.1 {
        "PER" => Some(0),
        "ORG" => Some(1),
        "LOC" => Some(2),
        "MISC" => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_runs_of_labels() {
        let strings = |s: &str| s.split(' ').map(str::to_owned).collect();
        let labelled = LabelledSentence { words: strings("a b c d e"), labels: strings("B-PER I-PER B-PER O I-LOC") };
        assert_eq!(sentence(&labelled).names, [(0..2, 0), (2..3, 0), (4..5, 2)]);
    }
}
