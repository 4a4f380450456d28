//! Finds where sentences end among the tokens of one block.

use super::characters::{is_closing, is_opening};
use crate::span::Span;
use std::ops::Range;

/// The sentences of one block, as ranges of its tokens: each token is in exactly one, in order.
#[must_use]
pub fn sentences(text: &str, tokens: &[Span]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let end = closed(text, tokens, at);
        let next = tokens.get(end).map(|t| t.of(text));
        if next.is_none_or(|next| ends(tokens[at].of(text), next, end > at + 1)) {
            sentences.push(start..end);
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    sentences
}

/// One past the closing quotation marks and brackets that directly follow token `at`, if it is a final mark.
fn closed(text: &str, tokens: &[Span], at: usize) -> usize {
    let mut end = at + 1;
    if is_final(tokens[at].of(text)) {
        while let (Some(last), Some(next)) = (tokens.get(end - 1), tokens.get(end)) {
            if last.end != next.start || !next.of(text).chars().all(is_closing) {
                break;
            }
            end += 1;
        }
    }
    end
}

fn is_final(word: &str) -> bool {
    word.ends_with(['.', '!', '?', '…', '。', '؟', '।'])
}

/// Whether a sentence ends between a token and the next, closing marks between them or not.
fn ends(word: &str, next: &str, closed: bool) -> bool {
    if !is_final(word) {
        return false;
    }
    let capital = next.starts_with(|c: char| c.is_uppercase() || is_opening(c) || c.is_numeric());
    let other_script = next.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
    let abbreviation = word.len() > 1 && word.ends_with('.') && word.starts_with(char::is_alphanumeric);
    (capital || other_script) && (!abbreviation || closed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokens::Tokenizer;

    fn cut(text: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        Tokenizer::new().expect("the shipped lists").tokens(text, Span::new(0, text.len()), &mut tokens);
        sentences(text, &tokens).into_iter().map(|range| text[tokens[range.start].start..tokens[range.end - 1].end].to_owned()).collect()
    }

    #[test]
    fn full_stops_end_sentences_and_abbreviations_do_not() {
        assert_eq!(
            cut("Mr. Ruda left. He met J. Lund of Ships Inc. in Oslo."),
            ["Mr. Ruda left.", "He met J. Lund of Ships Inc. in Oslo."]
        );
    }

    #[test]
    fn closing_quotes_belong_to_the_sentence_before() {
        assert_eq!(cut("“It is over.” Ruda left. “Is it?” she asked."), ["“It is over.”", "Ruda left.", "“Is it?” she asked."]);
    }

    #[test]
    fn glued_sentences_part() {
        assert_eq!(cut("They want peace.Harbour towns agree."), ["They want peace.", "Harbour towns agree."]);
    }
}
