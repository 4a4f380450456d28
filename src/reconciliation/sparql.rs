//! A SPARQL endpoint asked for the bearers of names, as a reconciliation service would be.

use super::manifest::web;
use super::{Answer, Candidate, Question};
use oxigraph::model::{Literal, NamedNode, Term};
use oxigraph::sparql::QueryResults;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Points of the one bearer of a name; several share them.
const ALONE: f64 = 0.9;
/// So many rows a name are read. With more of them nobody could say that a name has one bearer.
const ROWS: usize = 100;

/// The query for a batch of names of one class.
pub(super) fn query(questions: &[&Question], class: Option<&NamedNode>) -> String {
    let mut names = String::new();
    for question in questions {
        let plain = Literal::new_simple_literal(&question.name);
        let _ = write!(names, "{plain} {plain}@en ");
    }
    let of_class = class.map(|class| {
        format!(
            "FILTER EXISTS {{ ?item <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>|<http://www.wikidata.org/prop/direct/P31> {class} }} "
        )
    });
    let labels = ["rdfs:label", "skos:prefLabel", "skos:altLabel", "schema:name"].join("|");
    format!(
        "SELECT DISTINCT ?name ?item WHERE {{ VALUES ?name {{ {names}}} ?item {labels} ?name . FILTER isIRI(?item) {}}} LIMIT {}",
        of_class.unwrap_or_default(),
        questions.len() * ROWS + 1
    )
}

/// The answers, each where its question stood. The one bearer of a name is the match if it is of the class that was asked for.
///
/// # Errors
/// If there are no rows to read: says why.
pub(super) fn answers(results: QueryResults<'_>, questions: &[&Question]) -> Result<Vec<Answer>, String> {
    let QueryResults::Solutions(rows) = results else { return Err("it has no rows".to_owned()) };
    let mut bearers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (number, row) in rows.enumerate() {
        if number >= questions.len() * ROWS {
            return Err("it has too many rows; lower --batch".to_owned());
        }
        let row = row.map_err(|error| error.to_string())?;
        if let (Some(Term::Literal(name)), Some(Term::NamedNode(item))) = (row.get("name"), row.get("item"))
            && web(item.as_str()).is_some()
        {
            bearers.entry(name.value().to_owned()).or_default().push(item.as_str().to_owned());
        }
    }
    let answer = |question: &&Question| {
        let mut items = bearers.get(&question.name).cloned().unwrap_or_default();
        items.sort();
        items.dedup();
        let alone = items.len() == 1;
        #[expect(clippy::cast_precision_loss, reason = "a count of rows")]
        let score = ALONE / items.len().max(1) as f64;
        let candidate = |id| {
            let classes = question.class.iter().cloned().collect();
            Candidate { id, name: question.name.clone(), score, matched: alone && question.class.is_some(), classes }
        };
        Answer { candidates: items.into_iter().map(candidate).collect() }
    };
    Ok(questions.iter().map(answer).collect())
}
