//! The dump of Wikidata: one entity a line, of which only what an authority needs is kept.

use super::open::Reader;
use super::row::{Row, joined};
use super::{ImportError, Sink};
use crate::authority::Kind;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::BufRead;

/// What tells the kind of an entity; the first row that holds decides.
const KINDS: &str = include_str!("../../ontology/authority/wikidata_kinds.tsv");

/// An entity as the dump has it.
#[derive(Deserialize)]
struct Entity {
    id: String,
    #[serde(default, deserialize_with = "languages")]
    labels: BTreeMap<String, Text>,
    #[serde(default, deserialize_with = "languages")]
    descriptions: BTreeMap<String, Text>,
    #[serde(default, deserialize_with = "languages")]
    aliases: BTreeMap<String, Vec<Text>>,
    #[serde(default, deserialize_with = "languages")]
    claims: BTreeMap<String, Vec<Value>>,
    #[serde(default, deserialize_with = "languages")]
    sitelinks: BTreeMap<String, Link>,
}

/// A page of a Wikipedia; how many there are is all that counts.
#[derive(Deserialize)]
struct Link {
    #[serde(rename = "site")]
    _site: Option<String>,
}

#[derive(Deserialize)]
struct Text {
    value: String,
}

/// An object; the dump has an empty list where it would be empty.
fn languages<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(value: D) -> Result<BTreeMap<String, T>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either<T> {
        Object(BTreeMap<String, T>),
        Empty([T; 0]),
    }
    Ok(match Either::deserialize(value)? {
        Either::Object(map) => map,
        Either::Empty(_) => BTreeMap::new(),
    })
}

/// Reads a dump, in which each entity stands on a line of its own with a comma behind it.
pub(super) fn read(mut reader: Reader, sink: &mut Sink) -> Result<(), ImportError> {
    let mut bytes = Vec::new();
    for number in 1_u64.. {
        bytes.clear();
        if reader.read_until(b'\n', &mut bytes).map_err(|error| sink.read_error(error))? == 0 {
            break;
        }
        let text = bytes.trim_ascii().strip_suffix(b",").unwrap_or(bytes.trim_ascii());
        if text.is_empty() || text == b"[" || text == b"]" {
            continue;
        }
        let row =
            serde_json::from_slice::<Entity>(text).map_err(|error| format!("it is no entity ({error})")).map(|entity| row(&entity, sink));
        sink.take(&number.to_string(), row)?;
    }
    Ok(())
}

fn row(entity: &Entity, sink: &Sink) -> Option<Row> {
    let label = ["en", "mul"].iter().find_map(|language| entity.labels.get(*language))?;
    let kind = kind(entity)?;
    let others = entity.aliases.get("en").into_iter().flatten().map(|text| text.value.as_str());
    let value = |property: &str| entity.claims.get(property).into_iter().flatten().find_map(main);
    let country = ["P17", "P27"].iter().find_map(|property| item(value(property)?)).and_then(|id| sink.country(id));
    let text = |property: &str| value(property).and_then(Value::as_str).unwrap_or_default().to_owned();
    let degrees =
        |part: &str| value("P625").and_then(|place| place.get(part)?.as_f64()).map(|degrees| format!("{degrees:.4}")).unwrap_or_default();
    let inhabitants = value("P1082").and_then(|amount| amount.get("amount")?.as_str()?.trim_start_matches('+').parse().ok());
    let is_place = matches!(kind, Kind::Country | Kind::Region | Kind::City | Kind::Physical);
    let weight = if is_place { inhabitants.unwrap_or_default() } else { u32::try_from(entity.sitelinks.len()).unwrap_or_default() };
    Some(Row {
        id: entity.id.clone(),
        kind: Some(kind),
        label: label.value.clone(),
        aliases: joined(others),
        geonames: if is_place { text("P1566") } else { String::new() },
        iso: match kind {
            Kind::Country => text("P297"),
            Kind::Region => text("P300"),
            _ => String::new(),
        },
        country: country.unwrap_or_default().to_owned(),
        weight,
        description: entity.descriptions.get("en").map(|text| text.value.clone()).unwrap_or_default(),
        source: "Wikidata".to_owned(),
        position: if is_place { (degrees("latitude"), degrees("longitude")) } else { Default::default() },
    })
}

/// What an entity is, as far as an authority asks for it.
fn kind(entity: &Entity) -> Option<Kind> {
    KINDS.lines().skip(1).find_map(|line| {
        let mut fields = line.split('\t');
        let (kind, property, wanted) = (fields.next()?, fields.next()?, fields.next()?);
        let mut values = entity.claims.get(property)?.iter().filter_map(main);
        let holds = if wanted.is_empty() { values.next().is_some() } else { values.any(|value| item(value) == Some(wanted)) };
        if holds { kind.parse().ok() } else { None }
    })
}

/// The value of a statement that is not withdrawn.
fn main(statement: &Value) -> Option<&Value> {
    let is_withdrawn = statement.get("rank").and_then(Value::as_str) == Some("deprecated");
    if is_withdrawn { None } else { statement.pointer("/mainsnak/datavalue/value") }
}

/// The identifier of a value that is an entity.
fn item(value: &Value) -> Option<&str> {
    value.get("id").and_then(Value::as_str)
}
