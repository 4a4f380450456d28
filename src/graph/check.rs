//! What the register of offices says to the roles of an article: a claim of its own beside each, that cites the row.

use super::sheet::Sheet;
use crate::resolve::{RoleCheck, Row, Verdict};
use crate::vocab::{dl, prov, rdf};
use oxigraph::model::{Literal, NamedNode};

/// Writes the checks; `roles` are the claims' IRIs, one for each role of the reading.
pub(super) fn write(sheet: &mut Sheet<'_>, roles: &[Option<NamedNode>]) {
    let reading = sheet.reading;
    for check in &reading.checks {
        if let Some(Some(role)) = roles.get(check.role) {
            write_one(sheet, check, role);
        }
    }
}

fn write_one(sheet: &mut Sheet<'_>, check: &RoleCheck, role: &NamedNode) {
    let node = NamedNode::new_unchecked(format!("{};check", role.as_str()));
    let article = sheet.article.clone();
    let verdict = match check.verdict {
        Verdict::Consistent => dl::CONSISTENT,
        Verdict::Contradicted => dl::CONTRADICTED,
        Verdict::NoRecord => dl::NO_RECORD,
        Verdict::Stale => dl::STALE,
    };
    sheet.add(&node, rdf::TYPE, dl::ROLE_CHECK);
    sheet.add(&node, dl::CHECKS, role.clone());
    sheet.add(&node, dl::VERDICT, verdict);
    sheet.add(&node, prov::WAS_DERIVED_FROM, article);
    if let Some(row) = &check.row {
        sheet.add(&node, dl::REGISTER_ROW, Literal::new_simple_literal(cited(row)));
        if let Some(id) = &row.id {
            sheet.add(&node, dl::HOLDER, NamedNode::new_unchecked(format!("http://www.wikidata.org/entity/{id}")));
        }
    }
}

/// The row in one line: "Jens Stoltenberg: Secretary General, NATO, from 2014-10-01 to 2024-10-01 (as of 2024-10-01; source)".
fn cited(row: &Row) -> String {
    let from = if row.start.is_empty() { String::new() } else { format!(", from {}", row.start) };
    let to = if row.end.is_empty() { ", no end known".to_owned() } else { format!(" to {}", row.end) };
    format!("{}: {}{from}{to} (as of {}; {})", row.holder, row.office, row.as_of, row.source)
}
