//! Reads CoNLL-U: the treebanks' documents, paragraphs, sentences and words.

use anyhow::{Context, Result};
use std::path::Path;

/// A word as a treebank annotates it; underscores (none) are empty.
#[derive(Debug, Clone, Default)]
pub struct Word {
    /// The word as written.
    pub form: String,
    /// Its dictionary form.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: String,
    /// Penn Treebank tag.
    pub xpos: String,
    /// Number of the head in the sentence, from 1; 0 for the root.
    pub head: usize,
    /// Universal dependency relation, subtype and all.
    pub relation: String,
    /// True when white space follows.
    pub space_after: bool,
}

/// A sentence.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// Its words, without empty nodes; multi-word tokens only as their words.
    pub words: Vec<Word>,
    /// The plain text.
    pub text: String,
    /// A paragraph begins with it.
    pub begins_paragraph: bool,
    /// A document begins with it.
    pub begins_document: bool,
}

/// The sentences of a file.
pub fn read(path: &Path) -> Result<Vec<Sentence>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(parse(&text))
}

fn parse(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    let mut joined_until = 0;
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            if !sentence.words.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
            joined_until = 0;
        } else if let Some(comment) = line.strip_prefix('#') {
            read_comment(comment.trim(), &mut sentence);
        } else {
            read_word(&line.split('\t').collect::<Vec<_>>(), &mut sentence, &mut joined_until);
        }
    }
    sentences
}

fn read_comment(comment: &str, sentence: &mut Sentence) {
    if let Some(text) = comment.strip_prefix("text = ") {
        text.clone_into(&mut sentence.text);
    }
    sentence.begins_document |= comment.starts_with("newdoc");
    sentence.begins_paragraph |= comment.starts_with("newpar") && !comment.starts_with("newpar_block");
}

/// `joined_until` is the last word of a multi-word token: the words before it have no space after them.
fn read_word(columns: &[&str], sentence: &mut Sentence, joined_until: &mut usize) {
    let &[id, form, lemma, upos, xpos, _, head, relation, _, misc] = columns else { return };
    if let Some((_, last)) = id.split_once('-') {
        *joined_until = last.parse().unwrap_or(0);
        return;
    }
    let Ok(number) = id.parse::<usize>() else { return };
    let stated = |value: &str| if value == "_" { String::new() } else { value.to_owned() };
    sentence.words.push(Word {
        form: form.to_owned(),
        lemma: if lemma == "_" && form != "_" { String::new() } else { lemma.to_owned() },
        upos: stated(upos),
        xpos: stated(xpos),
        head: head.parse().unwrap_or(0),
        relation: stated(relation),
        space_after: number >= *joined_until && !misc.split('|').any(|m| m == "SpaceAfter=No"),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks_are_read() {
        let text = "# newdoc id = d\n# newpar\n# text = Don't go\n1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n\
                    3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n\n# text = Yes\n1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n";
        let sentences = parse(text);
        assert_eq!(sentences.len(), 2);
        assert!(sentences[0].begins_document && sentences[0].begins_paragraph && !sentences[1].begins_paragraph);
        assert_eq!(sentences[0].words.iter().map(|w| w.space_after).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!((sentences[0].words[2].head, sentences[0].words[2].xpos.as_str()), (0, "VB"));
    }
}
