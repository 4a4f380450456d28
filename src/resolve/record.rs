//! What a name surely means wherever it stands, as the authority knows it.

use crate::authority::{Authority, Kind, Match, Record};
use crate::extract::EntityClass;

/// The one row that a name of a class surely means.
pub(super) fn record<'a>(name: &str, wanted: EntityClass, authority: &'a Authority) -> Option<&'a Record<'static>> {
    let surely = |record: &&Record| match record.matching {
        Match::Any => record.kind != Kind::City || record.is_spelling(name),
        Match::Exact => record.names().any(|known| known == name),
        Match::Context => false,
    };
    let mut rows: Vec<&Record> = authority.named(name).filter(surely).filter(|record| class(record.kind) == wanted).collect();
    rows.sort_by_key(|record| (record.kind, std::cmp::Reverse(record.population)));
    let (first, others) = rows.split_first()?;
    let alone = first.kind == Kind::Country || others.iter().all(|other| other.id == first.id);
    alone.then_some(first)
}

/// The class of what rows of a kind name.
pub(super) fn class(kind: Kind) -> EntityClass {
    match kind {
        Kind::Country | Kind::Region | Kind::City | Kind::Physical => EntityClass::Place,
        Kind::Person => EntityClass::Person,
        Kind::Government | Kind::Media | Kind::Party | Kind::Organization => EntityClass::Organization,
        Kind::Event => EntityClass::NamedEvent,
    }
}
