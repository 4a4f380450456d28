//! How deep a web page nests its elements: looked at before it is parsed, for parsing takes quadratic time in it.

/// Elements that never hold others, or that the next of their kind closes.
const FLAT: [&str; 33] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd",
    "td", "th", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rb", "rt", "rp", "html", "head", "body",
];
/// Elements in which "/>" ends an element, as it does not elsewhere.
const FOREIGN: [&str; 2] = ["svg", "math"];
/// Elements whose content is text, not markup.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// The deepest nesting, as the tags have it.
pub(super) fn depth(html: &str) -> usize {
    let (mut depth, mut deepest, mut foreign) = (0_usize, 0, 0_usize);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end..]);
            continue;
        }
        let (closing, tag) = rest.strip_prefix('/').map_or((false, rest), |tag| (true, tag));
        let name = &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(tag.len())];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let (end, closed) = tag_end(tag);
        rest = &tag[end..];
        let drawing = is_one_of(&FOREIGN, name);
        if is_one_of(&FLAT, name) || (closed && (foreign > 0 || drawing)) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
            foreign = foreign.saturating_sub(usize::from(drawing));
        } else if is_one_of(&RAW, name) && foreign == 0 {
            rest = after_end(rest, name);
        } else {
            depth += 1;
            deepest = deepest.max(depth);
            foreign += usize::from(drawing);
        }
    }
    deepest
}

/// Where a tag ends, and whether with "/>". Marks inside quotation marks do not end it.
fn tag_end(tag: &str) -> (usize, bool) {
    let mut quote = None;
    let mut last = b' ';
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return (at, last == b'/'),
            (None, b'"' | b'\'') if last == b'=' => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
    }
    (tag.len(), false)
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}

/// What follows the end tag of a raw element; nothing if it has none.
fn after_end<'a>(mut html: &'a str, name: &str) -> &'a str {
    while let Some(at) = html.find("</") {
        html = &html[at + 2..];
        if html.get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            return html;
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_nests() {
        assert_eq!(depth("<html><body><div><p>a<p>b<br><ul><li>c<li>d</ul></div><div></div>"), 2);
        assert_eq!(depth("<div><script>var a = '<div><div>';</script><!-- <div><div> --></div>"), 1);
        assert_eq!(depth(&"<div>".repeat(5000)), 5000);
        assert_eq!(depth("<svg><g><path d='>'/><path/></g></svg><div>"), 2);
        assert_eq!(depth("a < b <3 </"), 0);
    }
}
