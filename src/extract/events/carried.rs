//! Verbs that only carry an event which a noun beside them tells: "held talks", "an earthquake struck".

use super::merge::fill;
use super::scene::Scene;
use crate::extract::{Claim, Event, Referent};
use crate::language::{Relation, TokenIndex};
use std::collections::BTreeMap;

/// Takes events of such verbs into those of their nouns.
pub(super) fn carried(scene: &Scene, claims: Vec<Claim<Event<Referent>>>) -> Vec<Claim<Event<Referent>>> {
    let mut by_token: BTreeMap<TokenIndex, Claim<Event<Referent>>> =
        claims.into_iter().filter_map(|claim| Some((scene.candidate_at(claim.what.trigger)?.token, claim))).collect();
    let pairs: Vec<(TokenIndex, TokenIndex)> =
        by_token.keys().filter_map(|&verb| Some((verb, noun(scene, verb).find(|noun| by_token.contains_key(noun))?))).collect();
    for (verb, noun) in pairs {
        if let Some(claim) = by_token.remove(&verb)
            && let Some(told) = by_token.get_mut(&noun)
        {
            fill(told, claim);
        }
    }
    by_token.into_values().collect()
}

/// The nouns that can tell what a verb carries.
fn noun<'s>(scene: &'s Scene, verb: TokenIndex) -> impl Iterator<Item = TokenIndex> + 's {
    let lemma = &scene.document.tokens[verb].lemma;
    let (light, happens) = (scene.knowledge.events.is_light(lemma), scene.knowledge.events.is_happening(lemma));
    scene.tree.dependents(verb).iter().copied().filter(move |&noun| match scene.document.tokens[noun].relation {
        Relation::Obj | Relation::NsubjPass => light,
        Relation::Nsubj => happens,
        _ => false,
    })
}
