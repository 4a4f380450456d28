//! Gold sentences with typed labels, as the tag, lemma and syntax layers learn them.

use crate::conllu::{self, Sentence};
use anyhow::{Context, Result};
use dateline::language::{Relation, Tag, Upos};
use std::path::{Path, PathBuf};

/// A sentence with its gold annotation.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// Its words.
    pub words: Vec<Node>,
    /// From the web treebank, whose capitals and signs follow habits of their own.
    pub web: bool,
}

/// One word with its gold annotation.
#[derive(Debug, Clone)]
pub struct Node {
    /// The word as written.
    pub form: String,
    /// Dictionary form.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank tag.
    pub tag: Tag,
    /// Position of the head in the sentence; none for the root.
    pub head: Option<usize>,
    /// Relation to the head.
    pub relation: Relation,
    /// True when white space follows.
    pub apart: bool,
}

impl Tree {
    /// The words as written, each with whether white space follows it.
    pub fn forms(&self) -> impl Iterator<Item = (&str, bool)> {
        self.words.iter().map(|word| (word.form.as_str(), word.apart))
    }

    /// The annotation of a sentence as it was read.
    ///
    /// # Errors
    /// If a label is not in its closed set.
    pub fn new(sentence: &Sentence) -> Result<Self> {
        let word = |word: &conllu::Word| {
            let (form, lemma) = (word.form.clone(), word.lemma.clone());
            let (upos, tag, relation) = (word.upos.parse()?, word.xpos.parse()?, word.relation.parse()?);
            Ok(Node { form, lemma, upos, tag, head: word.head.checked_sub(1), relation, apart: word.space_after })
        };
        let words = sentence.words.iter().map(word).collect::<Result<_>>().with_context(|| format!("in {:?}", sentence.text))?;
        Ok(Self { words, web: false })
    }
}

/// The sentences of a treebank file.
///
/// # Errors
/// If the file cannot be read, or a label is not in its closed set.
pub fn read(path: &Path) -> Result<Vec<Tree>> {
    let web = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("ewt"));
    let trees: Result<Vec<Tree>> = conllu::read(path)?.iter().map(|s| Ok(Tree { web, ..Tree::new(s)? })).collect();
    trees.with_context(|| path.display().to_string())
}

/// The sentences of all treebank files in a folder, in the order of their names.
///
/// # Errors
/// As [`read`].
pub fn read_folder(folder: &Path) -> Result<Vec<Tree>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        files.push(entry?.path());
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "conllu"));
    files.sort();
    let mut trees = Vec::new();
    for file in files {
        trees.extend(read(&file)?);
    }
    Ok(trees)
}
