//! The distinct names of an article, each with the class that its mentions and the authority vote for.

use super::bearers::Bearers;
use super::body::{Bodies, Body};
use crate::authority::{Authority, Kind, Match, fold};
use crate::extract::{EntityClass, MentionId, MentionKind, Mentions};
use crate::language::{Document, Upos};
use rustc_hash::FxHashMap;

/// A name with its mentions.
#[derive(Debug, Clone)]
pub(super) struct Form {
    /// The folded name, by which names are told apart; of a body that several countries have, that with its country.
    pub(super) key: String,
    /// What it is, if it is such a body.
    pub(super) body: Option<Body>,
    /// The name as it stands first.
    pub(super) name: String,
    /// What it names.
    pub(super) class: EntityClass,
    /// Where it stands, in text order.
    pub(super) mentions: Vec<MentionId>,
}

const CLASSES: [EntityClass; 5] =
    [EntityClass::Person, EntityClass::Organization, EntityClass::Place, EntityClass::NamedEvent, EntityClass::Work];

/// A city of this size, or with a name of several words, is a place wherever its name stands for people speaking for it.
const LARGE_CITY: u32 = 200_000;
/// A city of this size is a place even where its name is taken for a person's.
const METROPOLIS: u32 = 1_000_000;

/// The names of a document, those of more words first, then in text order.
pub(super) fn forms(document: &Document, mentions: &Mentions, bodies: &Bodies, authority: &Authority) -> Vec<Form> {
    let mut place: FxHashMap<String, usize> = FxHashMap::default();
    let mut grouped: Vec<(String, Vec<MentionId>)> = Vec::new();
    let mut shared: FxHashMap<String, Body> = FxHashMap::default();
    for (id, mention) in mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name) {
        let name = mention.span.of(&document.article.text);
        let body = if mention.class == EntityClass::Organization { bodies.named(id, name) } else { None };
        let key = body.as_ref().map_or_else(|| fold(name), Body::form);
        if let Some(body) = body {
            shared.insert(key.clone(), body);
        }
        let index = *place.entry(key.clone()).or_insert_with(|| {
            grouped.push((key, Vec::new()));
            grouped.len() - 1
        });
        grouped[index].1.push(id);
    }
    let bearers = Bearers::new(&grouped, mentions);
    let mut forms: Vec<Form> =
        grouped.into_iter().flat_map(|(key, ids)| classified(&key, ids, document, mentions, authority, &bearers)).collect();
    for form in forms.iter_mut().filter(|form| form.class == EntityClass::Organization) {
        form.body = shared.remove(&form.key);
    }
    forms.sort_by_key(|form| (std::cmp::Reverse(form.words()), form.mentions.first().copied()));
    forms
}

/// One form, or two where a person bears the name of a place that the article names too.
fn classified(
    key: &str,
    ids: Vec<MentionId>,
    document: &Document,
    mentions: &Mentions,
    authority: &Authority,
    bearers: &Bearers,
) -> Vec<Form> {
    let Some(&first) = ids.first() else { return Vec::new() };
    let name = mentions[first].span.of(&document.article.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let form = |class, mentions| Form { key: key.to_owned(), body: None, name: name.clone(), class, mentions };
    let known = known(&name, if name.contains(' ') { 0 } else { LARGE_CITY }, authority);
    if bearers.is_of_body(key, &ids, mentions, document) {
        return vec![form(EntityClass::Organization, ids)];
    }
    if bearers.is_of_person(key) {
        let (people, others): (Vec<_>, Vec<_>) = ids.iter().partition(|&&id| mentions[id].class == EntityClass::Person);
        if known == Some(EntityClass::Place) && !people.is_empty() && !others.is_empty() {
            return vec![form(EntityClass::Person, people), form(EntityClass::Place, others)];
        }
        if !people.is_empty() || known.is_none() {
            return vec![form(EntityClass::Person, ids)];
        }
    }
    let class = majority(&ids, mentions);
    let class =
        if class == EntityClass::Person && ids.iter().all(|&id| is_location(document, mentions, id)) && !bears_given_name(key, authority) {
            EntityClass::Place
        } else {
            class
        };
    let known = if class == EntityClass::Person { self::known(&name, METROPOLIS, authority) } else { known };
    vec![form(known.unwrap_or(class), ids)]
}

/// True for a name right after "in" that owns nothing: nothing happens in people.
fn is_location(document: &Document, mentions: &Mentions, id: MentionId) -> bool {
    let tokens = &mentions[id].tokens;
    let before = tokens.start.checked_sub(1).map(|before| document.word(before));
    let next = (tokens.end < document.tokens.len()).then(|| document.word(tokens.end));
    let goes_on = next.is_some_and(|word| word.starts_with(['\'', '’', '-', '‑']));
    before == Some("in") && !goes_on && tokens.clone().all(|token| document.tokens[token].upos == Upos::Propn)
}

/// True for a name that begins with a man's or woman's given name.
fn bears_given_name(key: &str, authority: &Authority) -> bool {
    key.split(' ').next().is_some_and(|first| authority.given_names().is_female(first).is_some())
}

fn majority(ids: &[MentionId], mentions: &Mentions) -> EntityClass {
    let votes = |class| ids.iter().filter(|&&id| mentions[id].class == class).count();
    CLASSES.into_iter().rev().max_by_key(|&class| votes(class)).unwrap_or(EntityClass::Organization)
}

/// What the authority says of a name that means one kind of thing wherever it stands.
fn known(name: &str, city: u32, authority: &Authority) -> Option<EntityClass> {
    let rows = authority.named(name).filter(|record| match record.matching {
        Match::Any => true,
        Match::Exact => record.names().any(|known| known == name),
        Match::Context => false,
    });
    let classes = rows.filter_map(|record| match record.kind {
        Kind::Country | Kind::Region | Kind::Physical => Some(EntityClass::Place),
        Kind::City if record.population >= city => Some(EntityClass::Place),
        Kind::Government | Kind::Media | Kind::Organization | Kind::Party => Some(EntityClass::Organization),
        _ => None,
    });
    let mut classes: Vec<EntityClass> = classes.collect();
    classes.sort_unstable();
    classes.dedup();
    if let [class] = classes[..] { Some(class) } else { None }
}

impl Form {
    /// How many words it has.
    pub(super) fn words(&self) -> usize {
        self.key.split(' ').count()
    }
}
