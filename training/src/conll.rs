//! Reads `CoNLL` columns: a word and its name label (`B-PER`, `I-PER`, `O`) a line, blank lines between sentences.

use anyhow::{Context, Result};
use std::path::Path;

/// A sentence of words with their labels.
#[derive(Debug, Clone, Default)]
pub struct LabelledSentence {
    /// The words.
    pub words: Vec<String>,
    /// `O`, or `B-` or `I-` and a class, one a word.
    pub labels: Vec<String>,
}

/// The sentences of each document; `-DOCSTART-` begins one.
pub fn read(path: &Path) -> Result<Vec<Vec<LabelledSentence>>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(parse(&text))
}

fn parse(text: &str) -> Vec<Vec<LabelledSentence>> {
    let mut documents = vec![Vec::new()];
    let mut sentence = LabelledSentence::default();
    for line in text.lines().chain([""]) {
        let mut columns = line.split('\t').map(str::trim);
        let (word, label) = (columns.next().unwrap_or_default(), columns.next_back().unwrap_or("O"));
        if word.is_empty() || word == "-DOCSTART-" {
            if !sentence.words.is_empty() {
                documents.last_mut().into_iter().for_each(|d: &mut Vec<_>| d.push(std::mem::take(&mut sentence)));
            }
            if word == "-DOCSTART-" {
                documents.push(Vec::new());
            }
            continue;
        }
        sentence.words.push(word.to_owned());
        sentence.labels.push(label.to_owned());
    }
    documents.retain(|document| !document.is_empty());
    documents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_and_sentences_part() {
        let documents = parse("-DOCSTART-\tO\n\nRuda\tB-PER\nleft\tO\n\nOslo\tB-LOC\n\n-DOCSTART-\tO\n\nHe\tO\n");
        let words: Vec<Vec<usize>> = documents.iter().map(|d| d.iter().map(|s| s.words.len()).collect()).collect();
        assert_eq!(words, [vec![2, 1], vec![1]]);
        assert_eq!(documents[0][0].labels, ["B-PER", "O"]);
    }
}
