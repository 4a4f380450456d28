//! The claims that the user asks about.

use super::super::show::about;
use super::super::show::find::{Found, find};
use dateline::query::shorten;
use dateline::store::Store;
use dateline::vocab::dl;
use oxigraph::model::{NamedNode, Term};
use oxigraph::sparql::{QueryResults, QuerySolution};

const CLAIMS: &str = include_str!("claims.rq");

/// A claim with what it was read from.
pub(super) struct Claim {
    pub(super) iri: String,
    pub(super) class: String,
    /// Its title, label, quoted words or predicate.
    pub(super) said: String,
    pub(super) words: String,
    /// Code points of the evidence in the article's text.
    pub(super) begin: usize,
    pub(super) end: usize,
    pub(super) rule: String,
    pub(super) confidence: String,
    pub(super) source: String,
    /// The article's text, if the store keeps it.
    pub(super) text: Option<String>,
}

/// What the user's words led to.
pub(super) enum Asked {
    /// These claims, in the order of their articles and words.
    Claims(Vec<Claim>),
    /// Several entities have the name.
    Ambiguous(Vec<(NamedNode, String)>),
}

/// Finds a claim by its IRI, or the claims about an entity; with `what`, only those that say so.
pub(super) fn asked(store: &Store, who: &str, what: Option<&str>) -> anyhow::Result<Asked> {
    let of_claim = claims(store, who)?;
    if !of_claim.is_empty() {
        return Ok(Asked::Claims(of_claim));
    }
    match find(store, who)? {
        Found::Nothing => Ok(Asked::Claims(Vec::new())),
        Found::Several(entities) => Ok(Asked::Ambiguous(entities)),
        Found::One(entity) => {
            let mut claims = rows(store, &entity)?;
            claims.retain(|claim| what.is_none_or(|what| claim.says(what)));
            Ok(Asked::Claims(claims))
        }
    }
}

/// The claim of an IRI, whole or below the store's base.
fn claims(store: &Store, iri: &str) -> anyhow::Result<Vec<Claim>> {
    let iri = iri.trim_start_matches('<').trim_end_matches('>');
    if !iri.contains('#') {
        return Ok(Vec::new());
    }
    let whole = if iri.contains("://") { iri.to_owned() } else { format!("{}{iri}", store.base()?) };
    NamedNode::new(whole).map_or_else(|_| Ok(Vec::new()), |node| rows(store, &node))
}

fn rows(store: &Store, node: &NamedNode) -> anyhow::Result<Vec<Claim>> {
    let QueryResults::Solutions(rows) = about(CLAIMS, node)?.run(store)? else { return Ok(Vec::new()) };
    let mut claims: Vec<Claim> = Vec::new();
    for row in rows {
        let claim = Claim::of(&row?);
        if claims.last().is_none_or(|last| last.iri != claim.iri || last.begin != claim.begin) {
            claims.push(claim);
        }
    }
    Ok(claims)
}

impl Claim {
    fn of(row: &QuerySolution) -> Self {
        let text = |name| match row.get(name) {
            Some(Term::Literal(literal)) => Some(literal.value().to_owned()),
            Some(Term::NamedNode(node)) => Some(node.as_str().to_owned()),
            _ => None,
        };
        let value = |name| text(name).unwrap_or_default();
        let class = value("class");
        Self {
            iri: value("claim"),
            class: class.strip_prefix(dl::NAMESPACE).map_or_else(|| shorten(&class), str::to_owned),
            said: value("said").split_whitespace().collect::<Vec<_>>().join(" "),
            words: value("words"),
            begin: value("begin").parse().unwrap_or_default(),
            end: value("end").parse().unwrap_or_default(),
            rule: value("rule").rsplit_once("/rule/").map(|(_, rule)| rule.to_owned()).unwrap_or_default(),
            confidence: value("confidence"),
            source: value("source"),
            text: text("text"),
        }
    }

    /// True when the claim's kind, content or evidence has the words, in any case.
    fn says(&self, what: &str) -> bool {
        let what = what.to_lowercase();
        [&self.class, &self.said, &self.words].iter().any(|text| text.to_lowercase().contains(&what))
    }
}
