//! The end of a page: author boxes, tags and links below the last running text.

use super::BlockKind;
use super::lines::{Mark, trim};
use super::page::Page;
use super::phrase::fold;
use super::shape::{count_words, ends_sentence, is_name, is_running};
use crate::span::Span;

/// A line of so many words without a full stop may still be running text.
const LABEL: usize = 8;
/// In an author box the post stands within so many words.
const POST: usize = 16;

/// Turns what stands below the last running text into furniture.
pub(super) fn read(page: &mut Page<'_>) {
    let mut end = page.lines.len();
    while let Some(index) = end.checked_sub(1) {
        if read_box(page, index) {
            page.kinds[index] = Some(BlockKind::Furniture);
        } else if !is_edge(page, index) {
            break;
        }
        end = index;
    }
    if !page.kinds[..end].iter().flatten().any(|kind| kind.is_body()) {
        return;
    }
    for kind in &mut page.kinds[end..] {
        if matches!(kind, Some(BlockKind::Heading | BlockKind::Paragraph)) {
            *kind = Some(BlockKind::Furniture);
        }
    }
}

/// True for lines that may stand below an article.
fn is_edge(page: &Page<'_>, index: usize) -> bool {
    let words = page.words(index);
    match page.kinds[index] {
        Some(BlockKind::Paragraph) => count_words(words) <= LABEL && !ends_sentence(words) && page.lines[index].mark == Mark::None,
        Some(kind) => !kind.is_body(),
        None => false,
    }
}

/// Reads "X is a reporter at the Y"; false if the line is not of that kind.
fn read_box(page: &mut Page<'_>, index: usize) -> bool {
    let line = page.lines[index];
    let words = line.span.of(page.text);
    if page.kinds[index] != Some(BlockKind::Paragraph) || !is_running(words) {
        return false;
    }
    let Some((name, rest)) = words.split_once(" is ") else { return false };
    if !is_name(name, page.layout) || is_spoken_of(page, index, name) {
        return false;
    }
    let first = rest.split_inclusive(' ').take(POST);
    let Some(post) = first.clone().position(|word| page.layout.byline.titles.contains(&fold(word))) else { return false };
    let offset: usize = rest.split_inclusive(' ').take(post + 1).map(str::len).sum();
    let start = line.span.end - rest.len() + offset;
    if let Some(outlet) = outlet_after(page.text, Span::new(start.min(line.span.end), line.span.end)) {
        page.publishers.push(outlet);
    }
    true
}

/// True if the article itself speaks of the person.
fn is_spoken_of(page: &Page<'_>, index: usize, name: &str) -> bool {
    let Some(surname) = name.split_whitespace().next_back() else { return true };
    (0..index).any(|at| page.kinds[at].is_some_and(BlockKind::is_body) && page.words(at).contains(surname))
}

/// The capitalised words after "at", "for", "with" or "of".
fn outlet_after(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let mut found: Option<Span> = None;
    let mut start = span.start;
    for (place, word) in words.split_inclusive(' ').enumerate() {
        let whole = Span::new(start, start + word.len());
        start = whole.end;
        let bare = trim(text, whole);
        let clean = bare.of(text).trim_end_matches(['.', ',', ';', ':']);
        let leads = matches!(clean, "at" | "for" | "with" | "of" | "the");
        if place == 0 && !leads {
            return None;
        }
        if clean.starts_with(char::is_uppercase) {
            let word = Span::new(bare.start, bare.start + clean.len());
            found = Some(found.map_or(word, |found| found.cover(word)));
            if clean.len() < bare.of(text).len() {
                break;
            }
        } else if found.is_some() || !leads {
            break;
        }
    }
    found
}
