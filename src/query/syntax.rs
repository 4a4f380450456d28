//! Where a query stops being SPARQL, in words.

use oxigraph::sparql::SparqlSyntaxError;

/// What a syntax error says: "line 1, column 13: …". The parser gives the place as "error at 1:13: expected …".
pub(super) fn explain(error: &SparqlSyntaxError, query: &str) -> String {
    let message = error.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((line, column, expected)) = place(&message) else { return message };
    let rest: String = query.lines().nth(line.saturating_sub(1)).unwrap_or_default().chars().skip(column.saturating_sub(1)).collect();
    let found = match rest.split_whitespace().next() {
        Some(word) => format!("“{word}” does not belong here"),
        None => "the line ends too early".to_owned(),
    };
    let hint = if expected.contains("[_]") || expected.len() > 100 { String::new() } else { format!(" (expected {expected})") };
    format!("line {line}, column {column}: {found}{hint}")
}

fn place(message: &str) -> Option<(usize, usize, &str)> {
    let (place, expected) = message.strip_prefix("error at ")?.split_once(": expected ")?;
    let (line, column) = place.split_once(':')?;
    Some((line.parse().ok()?, column.parse().ok()?, expected))
}

#[cfg(test)]
mod tests {
    use crate::query::Query;

    fn message(query: &str) -> String {
        Query::parse(query).err().expect("a malformed query").to_string()
    }

    #[test]
    fn a_mistake_is_shown_where_it_stands() {
        assert_eq!(message("SELECT ?x WHERE {\n  ?x a foaf Person }"), "line 2, column 12: “Person” does not belong here");
        assert!(message("SELECT ?x WHERE { ?x").contains("line 1, column 21: the line ends too early"));
    }
}
