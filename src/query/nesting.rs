//! How deep a query nests: reading each level takes room on the stack, of which there is only so much.

/// Brackets in brackets; people write some ten. Each level may double the time that reading takes.
const DEEPEST: usize = 20;
/// Joints in a query, each of which may put what comes before it a level deeper; people write some twenty.
const LONGEST: usize = 500;

/// Why a query is too much to read, if it is.
pub(super) fn objection(query: &str) -> Option<String> {
    let (deepest, joints) = measure(query);
    if deepest > DEEPEST {
        return Some(format!("its brackets nest deeper than {DEEPEST}"));
    }
    (joints > LONGEST).then(|| format!("it joins more than {LONGEST} parts; list values with VALUES or IN"))
}

/// The deepest nesting of brackets, and how many groups and operators there are.
/// What stands in strings, IRIs and comments does not count.
fn measure(query: &str) -> (usize, usize) {
    let (mut depth, mut deepest, mut joints) = (0_usize, 0, 0);
    let mut rest = query;
    while let Some(c) = rest.chars().next() {
        match c {
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        joints += usize::from(matches!(c, '{' | '|' | '&' | '/' | '*' | '+' | '-'));
        deepest = deepest.max(depth);
        rest = rest.get(length(rest, c)..).unwrap_or_default();
    }
    (deepest, joints)
}

/// How many bytes the token that begins with `c` has, as far as brackets in it do not count.
fn length(rest: &str, c: char) -> usize {
    let to = |end: Option<usize>| end.unwrap_or(rest.len());
    match c {
        '#' => to(rest.find('\n')),
        '<' => iri(rest).unwrap_or(1),
        '"' | '\'' => string(rest, c),
        '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
        _ => c.len_utf8(),
    }
}

/// An IRI up to its `>`; none where `<` is a comparison.
fn iri(rest: &str) -> Option<usize> {
    let end = rest.find(['>', ' ', '\n', '\t', '"', '{', '}'])?;
    rest.get(end..)?.starts_with('>').then_some(end + 1)
}

fn string(rest: &str, quote: char) -> usize {
    let long = [quote; 3].iter().collect::<String>();
    let end = if rest.starts_with(&long) { long } else { quote.to_string() };
    let mut at = end.len();
    while let Some(inner) = rest.get(at..).filter(|inner| !inner.is_empty()) {
        if inner.starts_with(&end) {
            return at + end.len();
        }
        let escape = usize::from(inner.starts_with('\\'));
        let c = inner.chars().nth(escape).map_or(0, char::len_utf8);
        at += escape + c;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_brackets_that_nest_count() {
        for (query, expected) in [
            ("SELECT ?x { ?x a [ ] }", 2),
            ("{ ?x ?y \"(((\\\"(((\" }", 1),
            ("{ ?x ?y '''(' (''' }", 1),
            ("{ <http://example.org/(((> ?y ?z # (((\n }", 1),
            ("{ FILTER(?x < 3 && (?y > 2)) }", 3),
            ("ASK {} {} {}", 1),
            ("'never closed (((", 0),
        ] {
            assert_eq!(measure(query).0, expected, "{query}");
        }
    }
}
