//! What a web page's JSON-LD says of the article on it.

use super::super::date::dates;
use super::super::layout::Layout;
use scraper::Html;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use time::Date;

use super::element::{attribute, name};

/// Data that nest deeper are no metadata.
const DEEPEST: usize = 24;
/// A text shorter than this is a summary (bytes).
const SHORTEST: usize = 400;
/// The endings of the types that articles have.
const TYPES: [&str; 3] = ["Article", "BlogPosting", "Report"];

/// The article as the page's data describe it.
#[derive(Debug, Default)]
pub(super) struct Described {
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<Date>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    pub(super) body: Option<String>,
}

type Object = Map<String, Value>;

/// Reads all JSON-LD of a page. What the first article says counts before what a later one says.
pub(super) fn read(page: &Html) -> Described {
    let scripts = page.tree.root().descendants().filter(|node| {
        name(*node) == "script" && attribute(*node, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json"))
    });
    let values: Vec<Value> = scripts
        .filter_map(|script| parse(&script.children().filter_map(|child| Some(&**child.value().as_text()?)).collect::<String>()))
        .collect();
    let mut objects = Vec::new();
    for value in &values {
        gather(value, 0, &mut objects);
    }
    let named: BTreeMap<&str, &Object> = objects
        .iter()
        .filter(|object| object.contains_key("name"))
        .filter_map(|object| Some((object.get("@id")?.as_str()?, *object)))
        .collect();
    let mut described = Described::default();
    for article in objects.iter().filter(|object| is_article(object)) {
        described.add(article, &named);
    }
    described
}

/// JSON as pages have it: with raw line breaks in strings.
fn parse(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&text.replace(|c: char| c.is_control(), " ")).ok())
}

fn gather<'a>(value: &'a Value, depth: usize, found: &mut Vec<&'a Object>) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| gather(value, depth + 1, found)),
        Value::Object(object) => {
            found.push(object);
            object.values().for_each(|value| gather(value, depth + 1, found));
        }
        _ => {}
    }
}

fn is_article(object: &Object) -> bool {
    let named = |value: &Value| value.as_str().is_some_and(|kind| TYPES.iter().any(|end| kind.ends_with(end)));
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

impl Described {
    fn add(&mut self, article: &Object, named: &BTreeMap<&str, &Object>) {
        let string = |key: &str| article.get(key).and_then(Value::as_str).map(unescape).filter(|value| !value.is_empty());
        let layout = Layout::built_in();
        let day = || dates(&string("datePublished").or_else(|| string("dateCreated"))?, layout).first().map(|(_, date)| *date);
        let address = || string("url").or_else(|| article.get("mainEntityOfPage").and_then(address)).filter(|url| url.starts_with("http"));
        self.headline = self.headline.take().or_else(|| string("headline"));
        self.published = self.published.or_else(day);
        self.url = self.url.take().or_else(address);
        self.language = self.language.take().or_else(|| string("inLanguage"));
        self.body = self
            .body
            .take()
            .or_else(|| article.get("articleBody").and_then(Value::as_str).map(unescape_lines).filter(|body| body.len() > SHORTEST));
        self.publisher = self.publisher.take().or_else(|| names(article.get("publisher")?, named).into_iter().next());
        if self.authors.is_empty() {
            self.authors = article.get("author").map(|author| names(author, named)).unwrap_or_default();
        }
    }
}

fn address(value: &Value) -> Option<String> {
    value.as_str().or_else(|| value.get("@id")?.as_str()).map(str::to_owned)
}

/// The names of people or organizations: strings, objects or references to objects.
fn names(value: &Value, named: &BTreeMap<&str, &Object>) -> Vec<String> {
    match value {
        Value::String(name) => vec![unescape(name)],
        Value::Array(values) => values.iter().flat_map(|value| names(value, named)).collect(),
        Value::Object(object) => {
            let referred = || named.get(object.get("@id")?.as_str()?)?.get("name");
            match object.get("name").or_else(referred) {
                Some(Value::String(name)) => vec![unescape(name)],
                Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).map(unescape).collect(),
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// A value without markup and character references, which many pages leave in their data.
fn unescape(value: &str) -> String {
    unescape_lines(value).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unescape_lines(value: &str) -> String {
    if !value.contains('&') && !value.contains('<') {
        return value.to_owned();
    }
    let breaks = value.replace("</p>", "</p>\n").replace("<br", "\n<br");
    Html::parse_fragment(&breaks).root_element().text().collect()
}
