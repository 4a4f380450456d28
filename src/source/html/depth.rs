//! How deep a web page nests its elements: looked at before it is parsed, for parsing takes quadratic time in it.

/// Elements that never hold others, or that the next of their kind closes.
const FLAT: [&str; 33] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd",
    "td", "th", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rb", "rt", "rp", "html", "head", "body",
];
/// Elements whose content is text, not markup.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "noscript", "template"];

/// The deepest nesting, as the tags have it.
pub(super) fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end..]);
            continue;
        }
        let (closing, tag) = rest.strip_prefix('/').map_or((false, rest), |tag| (true, tag));
        let name = &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(tag.len())];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || is_one_of(&FLAT, name) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
        } else if is_one_of(&RAW, name) {
            rest = after_end(tag, name);
        } else {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
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
        assert_eq!(depth("a < b <3 </"), 0);
    }
}
