//! The top of a page: navigation, headline, byline and date, up to the first running text.

use super::BlockKind;
use super::byline::byline;
use super::caption::is_caption;
use super::lines::Mark;
use super::outlet::is_outlet;
use super::page::Page;
use super::phrase::fold;
use super::shape::{LONGEST_LABEL, count_words, is_heading, is_running};
use crate::span::Span;

/// The top of a page is no longer than this (lines).
const LONGEST: usize = 40;
/// What stands between the names of sections.
const BARS: [char; 6] = ['|', '/', '>', '»', '›', '•'];
/// The most words of a headline.
const HEADLINE: usize = 40;
/// A line of so many words below the headline is a summary, not a label.
const SUMMARY: usize = 6;

/// Decides the lines of the top.
pub(super) fn read(page: &mut Page<'_>) {
    let end = (0..page.lines.len().min(LONGEST)).find(|&index| is_start(page, index)).unwrap_or(page.lines.len().min(LONGEST));
    for index in 0..end {
        if page.kinds[index].is_none() {
            page.kinds[index] = edge(page, index);
        }
    }
    let Some(headline) = headline(page, end) else {
        settle(page, 0..end);
        return;
    };
    page.kinds[headline] = Some(BlockKind::Headline);
    let span = without_site(page, headline);
    page.headline = Some(span);
    let (whole, title) = (page.folded(headline), fold(span.of(page.text)));
    for index in 0..page.lines.len() {
        let alike = page.kinds[index].is_none() && page.words(index).len() <= page.words(headline).len() + 8;
        if alike && [&whole, &title].contains(&&page.folded(index)) {
            page.kinds[index] = Some(BlockKind::Headline);
        }
    }
    settle(page, 0..end);
}

/// True for the line with which the article's own text begins.
fn is_start(page: &Page<'_>, index: usize) -> bool {
    let line = page.words(index);
    let marked = matches!(page.lines[index].mark, Mark::Bullet | Mark::Number(_) | Mark::Row);
    page.kinds[index].is_none()
        && (marked
            || (is_running(line)
                && !page.is_furniture(index)
                && !is_caption(line, page.layout)
                && byline(page.text, page.lines[index].span, page.layout).is_none()))
}

/// What a line of the top surely is; none if it may be the headline.
fn edge(page: &mut Page<'_>, index: usize) -> Option<BlockKind> {
    if matches!(page.lines[index].mark, Mark::Heading(_)) {
        return None;
    }
    if page.lines[index].mark == Mark::Rule || page.is_furniture(index) || is_navigation(page, index) {
        return Some(BlockKind::Furniture);
    }
    if let Some(found) = byline(page.text, page.lines[index].span, page.layout).filter(|found| found.sure) {
        page.bylines.push(found);
        return Some(BlockKind::Byline);
    }
    if is_masthead(page, index) {
        page.mastheads.push(page.lines[index].span);
        return Some(BlockKind::Byline);
    }
    is_caption(page.words(index), page.layout).then_some(BlockKind::Caption)
}

/// True for names of sections, one or several beside each other.
fn is_navigation(page: &Page<'_>, index: usize) -> bool {
    let sections = &page.layout.furniture.sections;
    let label = |part: &str| sections.contains(&fold(part)) || page.layout.is_furniture(&fold(part));
    let words = page.words(index);
    sections.contains(&page.folded(index))
        || (words.len() < LONGEST_LABEL && words.contains(BARS) && words.split(BARS).all(|part| part.trim().is_empty() || label(part)))
}

/// True for a line that is an outlet's name and nothing else.
fn is_masthead(page: &Page<'_>, index: usize) -> bool {
    let folded = page.folded(index);
    let Some((first, _)) = folded.split_once(' ') else { return page.layout.outlets.names.contains(&folded) };
    is_outlet(page.words(index), page.layout) && !page.layout.furniture.sections.contains(first)
}

/// The line of the headline, among the undecided ones before `end`.
fn headline(page: &Page<'_>, end: usize) -> Option<usize> {
    let open: Vec<usize> = (0..end).filter(|&index| page.kinds[index].is_none() && is_candidate(page, index)).collect();
    let marked = open.iter().find(|&&index| matches!(page.lines[index].mark, Mark::Heading(1)));
    let repeated = || {
        open.iter().find(|&&index| {
            count_words(page.words(index)) > 2 && open.iter().any(|&other| other > index && page.folded(other) == page.folded(index))
        })
    };
    let long = || open.iter().find(|&&index| count_words(page.words(index)) > 3);
    let short = || open.iter().find(|&&index| count_words(page.words(index)) > 1 && !is_capitals(page.words(index)));
    marked.or_else(repeated).or_else(long).or_else(short).copied()
}

fn is_candidate(page: &Page<'_>, index: usize) -> bool {
    let words = page.words(index);
    let titled = !words.trim_end_matches(['"', '”', '’', '\'']).ends_with(['.', ',', ';', ':'])
        || page.kinds.get(index + 1).is_some_and(|kind| *kind == Some(BlockKind::Byline));
    titled && count_words(words) <= HEADLINE && words.starts_with(|c: char| !c.is_lowercase())
}

/// True for words without lower-case letters: short ones are a name or a label, no headline.
fn is_capitals(words: &str) -> bool {
    !words.chars().any(char::is_lowercase)
}

/// The headline without the name of the site behind its last bar or dash.
fn without_site(page: &mut Page<'_>, index: usize) -> Span {
    let mut span = page.lines[index].span;
    let mut site = None;
    for bar in [" | ", " - ", " – ", " — "] {
        while let Some((title, end)) = span.of(page.text).rsplit_once(bar) {
            let section = site.is_some() && page.layout.furniture.sections.contains(&fold(end));
            if count_words(title) < 3 || !(section || is_outlet(end, page.layout)) {
                break;
            }
            site = site.or(Some(Span::new(span.end - end.len(), span.end)));
            span = Span::new(span.start, span.start + title.trim_end().len());
        }
    }
    page.publishers.extend(site);
    span
}

/// Decides what is left of the top: authors' names, summaries, headings.
fn settle(page: &mut Page<'_>, range: std::ops::Range<usize>) {
    let headline = range.clone().find(|&index| page.kinds[index] == Some(BlockKind::Headline));
    for index in range.clone() {
        if page.kinds[index].is_some() {
            continue;
        }
        let words = page.words(index);
        if matches!(page.lines[index].mark, Mark::Heading(_)) {
            continue;
        }
        page.kinds[index] = if is_post(page, index) || is_author(page, index) {
            Some(BlockKind::Byline)
        } else if headline.is_some_and(|headline| index < headline)
            || (is_heading(words) && count_words(words) < SUMMARY && headline.is_some())
        {
            (index + 1 < range.end).then_some(BlockKind::Furniture)
        } else {
            (count_words(words) >= SUMMARY && headline.is_some()).then_some(BlockKind::Paragraph)
        };
    }
}

/// True for a name that stands alone beside a byline, or in capitals before the text.
fn is_author(page: &mut Page<'_>, index: usize) -> bool {
    let Some(found) = byline(page.text, page.lines[index].span, page.layout) else { return false };
    let beside = |at: Option<usize>| at.is_some_and(|at| page.kinds.get(at).is_some_and(|kind| *kind == Some(BlockKind::Byline)));
    let capitals = is_capitals(page.words(index)) && found.publisher.is_none();
    let post = names_post(page, index + 1);
    if beside(index.checked_sub(1)) || beside(index.checked_add(1)) || capitals || post {
        page.bylines.push(found);
        return true;
    }
    false
}

/// True for what a journalist is called, under a name: "Diplomatic correspondent".
fn is_post(page: &Page<'_>, index: usize) -> bool {
    let below = index.checked_sub(1).is_some_and(|above| page.kinds.get(above).is_some_and(|kind| *kind == Some(BlockKind::Byline)));
    below && names_post(page, index)
}

/// True for up to five words of which the last names a journalist's post.
fn names_post(page: &Page<'_>, index: usize) -> bool {
    let folded = page.folded(index);
    count_words(&folded) <= 5 && folded.split(' ').next_back().is_some_and(|word| page.layout.byline.titles.contains(word))
}
