//! The sentence a claim was read from, and how it was parsed.

use super::claims::Claim;
use dateline::language::{Document, Language, Sentence};
use dateline::source::read_text;
use dateline::span::Span;
use std::io::{self, IsTerminal, Write};

/// Writes the sentences that hold the evidence, the evidence marked, and the syntax of each.
pub(super) fn write(language: &Language, claim: &Claim, out: &mut impl Write) -> io::Result<()> {
    let Some(text) = &claim.text else {
        return writeln!(out, "  words      {}\n  (the store keeps no text: it was ingested with --no-text)", marked(&claim.words));
    };
    let evidence = Span::new(byte(text, claim.begin), byte(text, claim.end));
    let article = read_text(&claim.source, text.clone());
    let document = language.analyse(&article);
    let from = document.sentences.partition_point(|sentence| document.span(&sentence.tokens).end <= evidence.start);
    let held = document.sentences.iter().skip(from);
    for sentence in held.take_while(|sentence| document.span(&sentence.tokens).start < evidence.end) {
        writeln!(out, "  sentence   {}", highlighted(&document, sentence, evidence))?;
        parse(&document, sentence, evidence, out)?;
    }
    Ok(())
}

/// The byte at which a code point begins; beyond the text, its end.
fn byte(text: &str, code_point: usize) -> usize {
    text.char_indices().nth(code_point).map_or(text.len(), |(byte, _)| byte)
}

fn highlighted(document: &Document, sentence: &Sentence, evidence: Span) -> String {
    let whole = document.span(&sentence.tokens);
    let inner = Span::new(whole.start.max(evidence.start), whole.end.min(evidence.end));
    let text = &document.article.text;
    let parts = [Span::new(whole.start, inner.start).of(text), &marked(inner.of(text)), Span::new(inner.end, whole.end).of(text)];
    parts.concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Underlined on a terminal, in brackets elsewhere.
fn marked(words: &str) -> String {
    if io::stdout().is_terminal() { format!("\u{1b}[1;4m{words}\u{1b}[0m") } else { format!("[{words}]") }
}

/// One line a token: number, word, lemma, part of speech, tag, relation and the word it depends on.
fn parse(document: &Document, sentence: &Sentence, evidence: Span, out: &mut impl Write) -> io::Result<()> {
    let first = sentence.tokens.start;
    for index in sentence.tokens.clone() {
        let token = &document.tokens[index];
        let inside = if evidence.overlaps(token.span) { '*' } else { ' ' };
        let head = token.head.map_or_else(|| "–".to_owned(), |head| format!("{} {}", head - first + 1, document.word(head)));
        let (upos, tag, relation) = (token.upos.as_str(), token.tag.as_str(), token.relation.as_str());
        let (number, word, lemma) = (index - first + 1, document.word(index), &token.lemma);
        writeln!(out, "  {inside}{number:>3} {word:<18} {lemma:<18} {upos:<6}{tag:<6}{relation:<14}{head}")?;
    }
    Ok(())
}
