//! Whose words a statement holds, whom a spokesperson speaks for, and of what several people are members.

use super::scene::Scene;
use super::subject::subject;
use crate::extract::EntityClass;
use crate::language::{Relation, TokenIndex, Upos};

/// So many words back a noun may have stood with its issuer.
const BACK: usize = 500;

/// The owner or sender of a document, or the one who speaks through another: "the ministry" in "a statement from the ministry",
/// also where the text tells it earlier: "The ministry sent a letter. … The letter said".
pub(super) fn issuer(scene: &Scene, head: TokenIndex) -> Option<TokenIndex> {
    scene.lexicon.before_issuer(&scene.lemma(head))?;
    told(scene, head).or_else(|| if is_definite(scene, head) { earlier(scene, head) } else { None })
}

/// The one whom the noun's own phrase names.
fn told(scene: &Scene, noun: TokenIndex) -> Option<TokenIndex> {
    let lemma = scene.lemma(noun);
    let prepositions = scene.lexicon.before_issuer(&lemma)?;
    let relation = |t: TokenIndex| scene.document.tokens[t].relation;
    let dependents = || scene.tree.dependents(noun).iter().copied();
    let owner = dependents().find(|&t| relation(t) == Relation::NmodPoss);
    let sender = || {
        dependents().find(|&t| relation(t) == Relation::Nmod && has_case(scene, t, |word| prepositions.iter().any(|known| known == word)))
    };
    let body = || dependents().find(|&t| relation(t) == Relation::Compound && class(scene, t) == Some(EntityClass::Organization));
    let signed = || {
        let participle = dependents().find(|&t| relation(t) == Relation::Acl && scene.lexicon.is_issuing(&scene.lemma(t)))?;
        scene.tree.dependent(scene.document, participle, &[Relation::OblAgent])
    };
    let found = owner.or_else(sender).or_else(signed).or_else(|| if scene.lexicon.is_voice(&lemma) { body() } else { None })?;
    let fits = |class| class == EntityClass::Organization || !scene.lexicon.is_of_group(&lemma);
    class(scene, found).filter(|&class| found != noun && fits(class)).map(|_| found)
}

/// The one who was named with the noun when the text had it before.
fn earlier(scene: &Scene, noun: TokenIndex) -> Option<TokenIndex> {
    let words = &scene.document.tokens;
    let same = |&t: &TokenIndex| {
        matches!(words[t].upos, Upos::Noun | Upos::Propn) && words[t].lemma.eq_ignore_ascii_case(&words[noun].lemma) && !scene.is_quoted(t)
    };
    let before = (noun.saturating_sub(BACK)..noun).rev().filter(same);
    before.filter_map(|t| told(scene, t).or_else(|| sent(scene, t))).find(|&issuer| class(scene, issuer).is_some())
}

/// Who sent or issued a document, or spoke in it: "the ministry" in "The ministry sent a letter" and "the ministry said in a letter".
fn sent(scene: &Scene, noun: TokenIndex) -> Option<TokenIndex> {
    let token = &scene.document.tokens[noun];
    let verb = token.head.filter(|_| scene.lexicon.is_document(&scene.lemma(noun)))?;
    let issued = || scene.lexicon.is_issuing(&scene.lemma(verb));
    let tells = match token.relation {
        Relation::Obj | Relation::NsubjPass => issued(),
        Relation::Obl => {
            has_case(scene, noun, |word| scene.lexicon.is_through(word)) && scene.lexicon.verb(&scene.lemma(verb), "").is_some()
        }
        _ => false,
    };
    subject(scene, verb).filter(|&who| tells && who != noun)
}

fn class(scene: &Scene, token: TokenIndex) -> Option<EntityClass> {
    scene.mentions.at(token).map(|id| scene.mentions[id].class)
}

/// True when a preposition stands before a noun.
fn has_case(scene: &Scene, noun: TokenIndex, is_one: impl Fn(&str) -> bool) -> bool {
    scene.tree.dependents(noun).iter().any(|&case| scene.document.tokens[case].relation == Relation::Case && is_one(&scene.word(case)))
}

/// True when the text has named before what a noun means: "the letter".
pub(super) fn is_definite(scene: &Scene, noun: TokenIndex) -> bool {
    scene
        .tree
        .dependent(scene.document, noun, &[Relation::Det])
        .is_some_and(|determiner| scene.lexicon.is_definite(&scene.word(determiner)))
}
