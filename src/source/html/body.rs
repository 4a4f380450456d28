//! The running text of a web page: the smallest part of it that holds most of its paragraphs, without what stands apart in it.
//!
//! Every paragraph counts for all elements around it; from `body` one goes down as long as one child holds most of the whole.

use super::super::BlockKind;
use super::super::caption::is_caption;
use super::super::layout::Layout;
use super::super::phrase::fold;
use super::super::shape::{LONGEST_LABEL, count_words, ends_sentence};
use super::element::{is_apart, is_block, is_dropped, link_length, name, text};
use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node};
use std::collections::BTreeMap;

/// Paragraphs shorter than this say nothing of where the article is (bytes).
const PARAGRAPH: usize = 60;
/// In tenths: one child that holds so much of the text is the article, or holds it.
const MOST: usize = 7;
/// A part that stands apart is left out unless it holds a quarter of the text.
const APART: usize = 4;
/// The text that the page's data give counts if it is so much longer than the found one, in tenths.
const LONGER: usize = 14;

/// A block of text as it stands in the page.
struct Found<'a> {
    node: NodeRef<'a, Node>,
    text: String,
    links: usize,
}

/// How much running text each element holds.
type Weights = BTreeMap<NodeId, usize>;

/// The blocks of the article, in order. `stated` is the text that the page's data say is the article's.
pub(super) fn blocks(page: &Html, stated: Option<&str>) -> Vec<(BlockKind, String)> {
    let layout = Layout::built_in();
    let root = page.tree.root();
    let body = root.descendants().find(|node| name(*node) == "body").unwrap_or(root);
    let all = weights(root.descendants().filter(|node| name(*node) == "p").map(|node| Found {
        node,
        text: text(node),
        links: link_length(node),
    }));
    let mut found = Vec::new();
    collect(body, &all, all.get(&body.id()).copied().unwrap_or(0), layout, &mut found);
    let article = article(body, &found);
    let inside = found.into_iter().filter(|block| block.node.ancestors().any(|node| node.id() == article));
    let blocks = without_idle_headings(inside.filter_map(|block| kind(&block, layout).map(|kind| (kind, block.text))).collect());
    let length: usize = blocks.iter().map(|(_, text)| text.len()).sum();
    match stated.filter(|stated| stated.len() * 10 > length * LONGER) {
        Some(stated) => plain(stated, layout),
        None => blocks,
    }
}

/// Adds up the paragraphs for the elements around them.
fn weights<'a>(paragraphs: impl Iterator<Item = Found<'a>>) -> Weights {
    let mut weights = Weights::new();
    for found in paragraphs.filter(is_running) {
        for node in found.node.ancestors() {
            *weights.entry(node.id()).or_default() += found.text.len();
        }
    }
    weights
}

fn is_running(found: &Found<'_>) -> bool {
    found.text.len() >= PARAGRAPH && found.links * 2 < found.text.len() && ends_sentence(&found.text)
}

/// Gathers the blocks below a node, leaving out what stands apart.
fn collect<'a>(node: NodeRef<'a, Node>, all: &Weights, total: usize, layout: &Layout, found: &mut Vec<Found<'a>>) {
    for child in node.children().filter(|child| child.value().is_element()) {
        let small = all.get(&child.id()).copied().unwrap_or(0) * APART < total.max(1);
        let caption = name(child) == "figcaption";
        if is_dropped(child) || (small && !caption && is_apart(child, layout)) {
            continue;
        }
        if is_block(child) && !child.descendants().skip(1).any(|inner| is_block(inner) || matches!(name(inner), "ul" | "ol" | "table")) {
            let text = text(child);
            if !text.is_empty() {
                found.push(Found { node: child, links: link_length(child), text });
            }
        } else {
            collect(child, all, total, layout, found);
        }
    }
}

/// The smallest element that holds most of the running text.
fn article(body: NodeRef<'_, Node>, found: &[Found<'_>]) -> NodeId {
    let paragraphs = found.iter().filter(|block| matches!(name(block.node), "p" | "blockquote" | "dd"));
    let weights = weights(paragraphs.map(|block| Found { node: block.node, text: block.text.clone(), links: block.links }));
    let weight = |node: NodeRef<'_, Node>| weights.get(&node.id()).copied().unwrap_or(0);
    let mut article = body;
    while let Some(next) =
        article.children().find(|child| weight(*child) > 0 && weight(*child) * 10 >= weight(body) * MOST && !is_block(*child))
    {
        article = next;
    }
    article.id()
}

/// What a block is; none for links and other furniture.
fn kind(block: &Found<'_>, layout: &Layout) -> Option<BlockKind> {
    let (text, length) = (&block.text, block.text.len());
    let item = name(block.node) == "li";
    let linked = (item && block.links * 10 > length * 6) || (block.links * 10 > length * 9 && length < 250 && name(block.node) != "h2");
    if linked || (length <= LONGEST_LABEL && layout.is_furniture(&fold(text))) {
        return None;
    }
    Some(match name(block.node) {
        "h1" => BlockKind::Headline,
        "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "figcaption" => BlockKind::Caption,
        "li" => BlockKind::ListItem,
        "td" | "th" => BlockKind::TableCell,
        _ if is_caption(text, layout) => BlockKind::Caption,
        _ => BlockKind::Paragraph,
    })
}

/// Drops headings with nothing of the article beneath them.
fn without_idle_headings(blocks: Vec<(BlockKind, String)>) -> Vec<(BlockKind, String)> {
    let mut kept: Vec<(BlockKind, String)> = Vec::with_capacity(blocks.len());
    for block in blocks {
        while block.0 == BlockKind::Heading && kept.last().is_some_and(|last| last.0 == BlockKind::Heading) {
            kept.pop();
        }
        kept.push(block);
    }
    while kept.last().is_some_and(|last| last.0 == BlockKind::Heading) {
        kept.pop();
    }
    kept
}

/// The blocks of a plain text: its lines.
fn plain(text: &str, layout: &Layout) -> Vec<(BlockKind, String)> {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|line| !line.is_empty());
    let kept = lines.filter(|line| count_words(line) > 12 || !layout.is_furniture(&fold(line)));
    kept.map(|line| (if is_caption(&line, layout) { BlockKind::Caption } else { BlockKind::Paragraph }, line)).collect()
}
