//! What a web page's markup says of the article: JSON-LD before `og:` elements, other meta elements, and what the page shows.

use super::super::address::day;
use super::super::byline::byline;
use super::super::date::dates;
use super::super::known::Known;
use super::super::layout::Layout;
use super::super::outlet::is_outlet;
use super::super::phrase::fold;
use super::super::shape::count_words;
use super::element::{attribute, name, text};
use super::jsonld::Described;
use crate::span::Span;
use ego_tree::NodeRef;
use scraper::{Html, Node};
use time::Date;

/// Where pages state authors, one after the other.
const AUTHORS: [&str; 6] = ["author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author"];
/// Where pages state the day of publication.
const DATES: [&str; 14] = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
];

/// The page's `meta` elements, by lower-cased name, in order.
struct Meta<'a>(Vec<(String, &'a str)>);

impl<'a> Meta<'a> {
    fn read(page: &'a Html) -> Self {
        let metas = page.tree.root().descendants().filter(|node| name(*node) == "meta");
        let pair = |node: NodeRef<'a, Node>| {
            let key = ["property", "name", "itemprop"].iter().find_map(|key| attribute(node, key))?;
            Some((key.to_lowercase(), attribute(node, "content")?.trim())).filter(|(_, content)| !content.is_empty())
        };
        Self(metas.filter_map(pair).collect())
    }

    fn all<'b>(&'b self, key: &'b str) -> impl Iterator<Item = &'a str> + 'b {
        self.0.iter().filter(move |(other, _)| other == key).map(|(_, content)| *content)
    }

    fn first(&self, keys: &[&str]) -> Option<&'a str> {
        keys.iter().find_map(|key| self.all(key).next())
    }
}

/// Reads the metadata of a page.
pub(super) fn read(page: &Html, data: &Described) -> Known {
    let layout = Layout::built_in();
    let meta = Meta::read(page);
    let url = url(page, data, &meta);
    let publisher = data.publisher.clone().or_else(|| meta.first(&["og:site_name", "application-name", "publisher"]).map(folded));
    let language = data
        .language
        .clone()
        .or_else(|| page.root_element().attr("lang").map(str::to_owned))
        .or_else(|| meta.first(&["og:locale", "language"]).map(str::to_owned));
    Known {
        headline: headline(page, data, &meta, publisher.as_deref(), layout),
        authors: authors(page, data, &meta, publisher.as_deref(), layout),
        published: data.published.or_else(|| published(page, &meta, layout)).or_else(|| day(url.as_deref()?)),
        language: language
            .map(|tag| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase())
            .filter(|tag| (2..=3).contains(&tag.len())),
        url,
        publisher,
    }
}

fn folded(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn url(page: &Html, data: &Described, meta: &Meta<'_>) -> Option<String> {
    let canonical = page.tree.root().descendants().find(|node| name(*node) == "link" && attribute(*node, "rel") == Some("canonical"));
    let stated = canonical.and_then(|node| attribute(node, "href")).filter(|url| url.starts_with("http")).map(str::to_owned);
    stated
        .or_else(|| data.url.clone())
        .or_else(|| meta.first(&["og:url", "twitter:url"]).filter(|url| url.starts_with("http")).map(str::to_owned))
}

/// What the data say, unless the page shows another headline and is shared under that one: then the data are meant for search engines.
fn headline(page: &Html, data: &Described, meta: &Meta<'_>, publisher: Option<&str>, layout: &Layout) -> Option<String> {
    let shown = || page.tree.root().descendants().filter(|node| name(*node) == "h1").map(text).filter(|words| count_words(words) > 2);
    let title = || page.tree.root().descendants().find(|node| name(*node) == "title").map(text);
    let stated = meta.first(&["og:title", "twitter:title", "title"]).map(folded);
    let clean = |title: &str| without_site(title, publisher, layout);
    let agreed = stated.as_deref().map(clean).filter(|stated| shown().any(|shown| fold(&clean(&shown)) == fold(stated)));
    let found = agreed.or_else(|| data.headline.clone()).or(stated).or_else(|| shown().next()).or_else(title)?;
    Some(clean(&found)).filter(|headline| !headline.is_empty())
}

/// A title without the site's name behind its last bar or dash.
fn without_site(title: &str, publisher: Option<&str>, layout: &Layout) -> String {
    let mut title = title;
    for bar in [" | ", " - ", " – ", " — ", " * "] {
        while let Some((head, site)) = title.rsplit_once(bar) {
            let same = publisher.is_some_and(|publisher| fold(site).contains(&fold(publisher)) || fold(publisher).contains(&fold(site)));
            if count_words(head) < 3 || !(same || is_outlet(site, layout)) {
                break;
            }
            title = head.trim_end();
        }
    }
    title.to_owned()
}

fn published(page: &Html, meta: &Meta<'_>, layout: &Layout) -> Option<Date> {
    let read = |value: &str| dates(value, layout).first().map(|(_, date)| *date);
    let stated = DATES.iter().find_map(|key| meta.all(key).find_map(read));
    let times = || page.tree.root().descendants().filter(|node| name(*node) == "time");
    let marked = || times().find_map(|node| attribute(node, "datetime").and_then(read));
    stated.or_else(marked).or_else(|| times().find_map(|node| read(&text(node))))
}

fn authors(page: &Html, data: &Described, meta: &Meta<'_>, publisher: Option<&str>, layout: &Layout) -> Vec<String> {
    let outlet = |names: &Vec<String>| names.iter().all(|name| publisher.is_some_and(|publisher| fold(publisher) == fold(name)));
    let stated = AUTHORS.iter().map(|key| split(meta.all(key), layout));
    let shown = std::iter::once_with(|| bylines(page, layout));
    let all: Vec<Vec<String>> = std::iter::once(split(data.authors.iter().map(String::as_str), layout))
        .chain(stated)
        .chain(shown)
        .filter(|names| !names.is_empty())
        .collect();
    // The outlet's own name is an author only where no person is.
    all.iter().find(|names| !outlet(names)).or_else(|| all.first()).cloned().unwrap_or_default()
}

/// Single names out of "A, B and C", each once, without addresses.
fn split<'a>(values: impl Iterator<Item = &'a str>, layout: &Layout) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for value in values.filter(|value| !value.contains("://") && value.len() < 300) {
        let value = folded(value);
        let value = value.strip_prefix("By ").or_else(|| value.strip_prefix("by ")).unwrap_or(&value);
        let parts: Vec<&str> =
            value.split([',', ';', '|']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" & ")).map(str::trim).collect();
        let reversed = parts.len() == 2 && parts.iter().all(|part| count_words(part) == 1) && !value.contains(" and ");
        let names = if reversed {
            vec![format!("{} {}", parts.get(1).unwrap_or(&""), parts.first().unwrap_or(&""))]
        } else {
            parts.into_iter().map(str::to_owned).collect()
        };
        for name in names {
            let post = name.split_whitespace().any(|word| layout.byline.titles.contains(&fold(word)))
                && name.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
            if name.starts_with(char::is_alphabetic) && !post && !found.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
                found.push(name);
            }
        }
    }
    found
}

/// The names in the elements that the page marks as its byline.
fn bylines(page: &Html, layout: &Layout) -> Vec<String> {
    let marked = |node: &NodeRef<'_, Node>| {
        let class = attribute(*node, "class").unwrap_or_default().to_lowercase();
        attribute(*node, "rel") == Some("author")
            || attribute(*node, "itemprop") == Some("author")
            || class.contains("byline")
            || class.contains("author")
    };
    for node in page.tree.root().descendants().filter(marked) {
        let words = text(node);
        if let Some(found) = byline(&words, Span::new(0, words.len()), layout).filter(|found| !found.authors.is_empty()) {
            let names = found.authors.iter().map(|span| span.of(&words));
            return names.filter(|name| !name.split_whitespace().any(|word| layout.is_furniture(&fold(word)))).map(str::to_owned).collect();
        }
    }
    Vec::new()
}
