//! Articles as lines of JSON, one object each.

use super::date::dates;
use super::html::read_html;
use super::known::Known;
use super::layout::{Fields, Layout};
use super::stream::{Bytes, read_line};
use super::{Article, SourceError};
use serde_json::{Map, Value};

/// The longest line (bytes).
const LONGEST: usize = 64 << 20;

/// The articles of a stream of lines.
pub(super) struct Lines {
    name: String,
    fields: Fields,
    stream: Bytes,
    line: usize,
}

impl Lines {
    pub(super) fn new(name: String, fields: Fields, stream: Bytes) -> Self {
        Self { name, fields, stream, line: 0 }
    }
}

impl Iterator for Lines {
    type Item = Result<Article, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let name = format!("{}:{}", self.name, self.line + 1);
            let line = read_line(&name, &mut self.stream, LONGEST)?;
            self.line += 1;
            match line {
                Ok(line) if line.trim_ascii().is_empty() => {}
                Ok(line) => return Some(read(&name, &line, &self.fields)),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

fn read(name: &str, line: &[u8], fields: &Fields) -> Result<Article, SourceError> {
    let failed = |reason: String| SourceError::NoArticle { name: name.to_owned(), reason };
    let object: Map<String, Value> =
        serde_json::from_slice(line).map_err(|error| failed(format!("the line is no JSON object ({error})")))?;
    let string = |keys: &[String]| keys.iter().find_map(|key| object.get(key)?.as_str()).filter(|value| !value.trim().is_empty());
    let url = string(&fields.url).map(str::to_owned);
    let called = string(&fields.name).map(str::to_owned).or_else(|| url.clone()).unwrap_or_else(|| name.to_owned());
    let known = Known {
        headline: string(&fields.headline).map(folded),
        authors: fields.authors.iter().find_map(|key| object.get(key)).map(names).unwrap_or_default(),
        publisher: string(&fields.publisher).map(folded),
        published: string(&fields.published).and_then(|value| dates(value, Layout::built_in()).first().map(|(_, date)| *date)),
        language: string(&fields.language).map(str::to_owned).filter(|tag| (2..=12).contains(&tag.len())),
        url,
    };
    if let Some(text) = string(&fields.text) {
        return Ok(known.read(&called, text.to_owned()));
    }
    let html = string(&fields.html)
        .ok_or_else(|| failed(format!("the line has none of the fields {}; name the field that holds the text", fields.text.join(", "))))?;
    read_html(&called, html).map(|article| known.over(article))
}

fn folded(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names: one string, or a list of strings or of objects with a name.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => {
            name.split([';', ',']).flat_map(|part| part.split(" and ")).map(folded).filter(|name| !name.is_empty()).collect()
        }
        Value::Array(values) => {
            values.iter().flat_map(|value| value.as_str().map_or_else(|| names(value), |name| vec![folded(name)])).collect()
        }
        Value::Object(object) => object.get("name").and_then(Value::as_str).map(folded).into_iter().collect(),
        _ => Vec::new(),
    }
}
