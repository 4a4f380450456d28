//! Roles told more than once: what adds nothing to another claim of the same person is left out.

use super::EntityId;
use super::trait_of::title_head;
use crate::extract::{Claim, DESCRIPTION, Role};
use std::collections::{BTreeMap, BTreeSet};

/// Without the roles that another claim states more fully: the same title of the same person, as present or past, and of what;
/// and without those that a description states of one named with such a title.
pub(super) fn roles(roles: Vec<Claim<Role<EntityId>>>) -> Vec<Claim<Role<EntityId>>> {
    let key = |role: &Role<EntityId>| (role.person, role.status, role.title.to_lowercase());
    let fuller: BTreeSet<_> = roles.iter().filter(|claim| claim.what.of.is_some()).map(|claim| key(&claim.what)).collect();
    let named = named(&roles);
    let adds = |claim: &Claim<Role<EntityId>>| {
        let role = &claim.what;
        let said = || named.get(&(role.person, title_head(&role.title.to_lowercase()).to_owned()));
        let repeats = claim.rule == DESCRIPTION && said().is_some_and(|of| role.of.is_none() || of.contains(&role.of));
        !repeats && (role.of.is_some() || !fuller.contains(&key(role)))
    };
    roles.into_iter().filter(adds).collect()
}

/// For each person and noun of a title that stands with the name: all that it is of.
fn named(roles: &[Claim<Role<EntityId>>]) -> BTreeMap<(EntityId, String), BTreeSet<Option<EntityId>>> {
    let mut named: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for role in roles.iter().filter(|claim| claim.rule != DESCRIPTION).map(|claim| &claim.what) {
        named.entry((role.person, title_head(&role.title.to_lowercase()).to_owned())).or_default().insert(role.of);
    }
    named
}
