//! What every claim carries: its evidence, how sure it is, its article, the rule that read it.

use super::{literal, sheet::Sheet};
use crate::extract::Claim;
use crate::vocab::{dl, prov};
use oxigraph::model::NamedNode;

pub(super) fn provenance<T>(sheet: &mut Sheet<'_>, node: &NamedNode, claim: &Claim<T>) {
    let evidence = sheet.phrase(claim.evidence);
    let article = sheet.article.clone();
    let rule = sheet.base.rule(&claim.rule);
    sheet.add(node, dl::EVIDENCE, evidence);
    sheet.add(node, dl::CONFIDENCE, literal::confidence(claim.confidence));
    sheet.add(node, prov::WAS_DERIVED_FROM, article);
    sheet.add(node, prov::WAS_GENERATED_BY, rule);
}
