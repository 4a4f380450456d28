//! Elements of a web page: their text, and whether they hold anything of the article.

use super::super::layout::Layout;
use ego_tree::NodeRef;
use scraper::Node;

/// Elements that hold a block of text.
const BLOCKS: [&str; 15] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "th", "dd", "dt", "pre", "figcaption"];
/// Elements that hold no running text.
const DROPPED: [&str; 29] = [
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "svg", "iframe", "select", "textarea", "input",
    "video", "audio", "object", "dialog", "menu", "head", "picture", "img", "label", "time", "source", "math", "canvas", "embed", "map",
];

/// The name of an element; empty for text and comments.
pub(super) fn name(node: NodeRef<'_, Node>) -> &str {
    node.value().as_element().map_or("", |element| element.name())
}

/// An attribute of an element.
pub(super) fn attribute<'a>(node: NodeRef<'a, Node>, name: &str) -> Option<&'a str> {
    node.value().as_element()?.attr(name)
}

/// True for paragraphs, headings, items and cells.
pub(super) fn is_block(node: NodeRef<'_, Node>) -> bool {
    BLOCKS.contains(&name(node))
}

/// True for elements that never hold running text, or are hidden.
pub(super) fn is_dropped(node: NodeRef<'_, Node>) -> bool {
    let hidden = attribute(node, "hidden").is_some() || attribute(node, "aria-hidden") == Some("true");
    let unseen = attribute(node, "style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    DROPPED.contains(&name(node)) || hidden || unseen
}

/// True for elements whose class, id or role sets them apart from the article.
pub(super) fn is_apart(node: NodeRef<'_, Node>, layout: &Layout) -> bool {
    if matches!(name(node), "body" | "html" | "main" | "article") {
        return false;
    }
    ["class", "id", "role"].iter().filter_map(|key| attribute(node, key)).flat_map(str::split_whitespace).any(|value| {
        let parts = parts(value);
        let pair = |pair: &[String]| layout.markup.words.contains(&pair.join(" "));
        parts.iter().any(|part| layout.markup.words.contains(part)) || parts.windows(2).any(pair)
    })
}

/// "moreStories-list_2" as "more", "stories", "list", "2".
fn parts(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut lower = false;
    for c in value.chars().take(200) {
        if !c.is_alphanumeric() || (c.is_uppercase() && lower) {
            parts.push(String::new());
        }
        lower = c.is_lowercase();
        if let Some(part) = parts.last_mut().filter(|_| c.is_alphanumeric()) {
            part.extend(c.to_lowercase());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The text in a node, with white space folded.
pub(super) fn text(node: NodeRef<'_, Node>) -> String {
    let mut words = String::new();
    push_text(node, &mut words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn push_text(node: NodeRef<'_, Node>, words: &mut String) {
    for child in node.children() {
        match child.value() {
            Node::Text(text) => words.push_str(text),
            Node::Element(element) if matches!(element.name(), "br" | "div" | "p" | "li") => {
                words.push(' ');
                push_text(child, words);
                words.push(' ');
            }
            Node::Element(element) if !is_silent(element.name()) => push_text(child, words),
            _ => {}
        }
    }
}

fn is_silent(name: &str) -> bool {
    matches!(name, "script" | "style" | "noscript" | "svg" | "button" | "iframe" | "template" | "figure")
}

/// How many bytes of a node's text are the text of links.
pub(super) fn link_length(node: NodeRef<'_, Node>) -> usize {
    node.descendants().filter(|inner| name(*inner) == "a").map(|link| text(link).len()).sum()
}
