//! Roles: who holds which post, function or title, of what.

use super::{claim, sheet::Sheet};
use crate::extract::RoleStatus;
use crate::vocab::{dl, org, rdf, skos};
use oxigraph::model::NamedNode;
use std::collections::BTreeMap;

/// Writes all roles, and gives their IRIs; a title that the article spells in several ways is preferred as it spells it first.
pub(super) fn write(sheet: &mut Sheet<'_>) -> Vec<Option<NamedNode>> {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    let mut nodes = Vec::with_capacity(sheet.reading.claims.roles.len());
    for role in &sheet.reading.claims.roles {
        let Some(person) = sheet.entity(role.what.person) else {
            nodes.push(None);
            continue;
        };
        let node = sheet.claim("role", role.evidence);
        let title = sheet.base.role(&role.what.title);
        sheet.add(&node, rdf::TYPE, org::MEMBERSHIP);
        sheet.add(&node, org::MEMBER, person);
        sheet.add(&node, org::ROLE, title.clone());
        sheet.add(&title, rdf::TYPE, org::ROLE_CLASS);
        let name = names.entry(title.as_str().to_owned()).or_insert(&role.what.title);
        let predicate = if *name == role.what.title { skos::PREF_LABEL } else { skos::ALT_LABEL };
        sheet.add(&title, predicate, sheet.text(&role.what.title));
        if let Some(of) = role.what.of.and_then(|id| sheet.entity(id)) {
            sheet.add(&node, org::ORGANIZATION, of);
        }
        let status = match role.what.status {
            RoleStatus::Current => dl::CURRENT,
            RoleStatus::Former => dl::FORMER,
        };
        sheet.add(&node, dl::ROLE_STATUS, status);
        claim::provenance(sheet, &node, role);
        nodes.push(Some(node));
    }
    nodes
}
