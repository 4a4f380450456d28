//! The entities as a reconciliation service: manifest, questions in both forms of the protocol, suggestions and values of properties.

use super::form::field;
use super::names::{CLASSES, Entity, Names};
use super::search::Hit;
use super::{Asked, Reply};
use crate::store::Store;
use crate::vocab::{PREFIXES, schema};
use oxigraph::model::{NamedNode, Term};
use serde_json::{Map, Value, json};

/// The most candidates that anybody gets.
const MOST: u64 = 100;
/// So many candidates if the question does not say.
const USUAL: u64 = 10;
/// The properties that are proposed for more columns.
const PROPERTIES: [(&str, &str); 6] = [
    ("rdfs:label", "label"),
    ("skos:altLabel", "other names"),
    ("rdf:type", "class"),
    ("skos:exactMatch", "sure link"),
    ("skos:closeMatch", "candidate link"),
    ("dl:isoCode", "ISO code"),
];

/// Manifest, questions or values: what is asked at `/reconcile`.
pub(super) fn answer(asked: &Asked, names: &Names, store: &Store) -> Reply {
    let queries = asked.field("queries").map(|text| batch(&text, names));
    let query = || asked.field("query").map(|text| one(&text, names));
    let extend = || asked.field("extend").map(|text| values(&text, names, store));
    queries.or_else(query).or_else(extend).unwrap_or_else(|| Reply::json(&manifest(asked, names)))
}

/// A batch of questions as JSON, as 1.0 has it.
pub(super) fn json_batch(body: &[u8], names: &Names) -> Reply {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return Reply::error(400, "the body is no JSON") };
    let Some(questions) = value.get("queries").and_then(Value::as_array) else { return Reply::error(400, "there is no list \"queries\"") };
    let result = |question: &Value| {
        let conditions = question.get("conditions").and_then(Value::as_array).into_iter().flatten();
        let is_name = |one: &&Value| one.get("matchType").is_none_or(|kind| kind == "name");
        let value = |one: &Value| one.get("propertyValue").or_else(|| one.get("v")).and_then(Value::as_str).map(str::to_owned);
        let name = conditions.filter(is_name).find_map(value).unwrap_or_default();
        json!({ "candidates": candidates(&name, question, names) })
    };
    Reply::json(&json!({ "results": questions.iter().map(result).collect::<Vec<_>>() }))
}

fn manifest(asked: &Asked, names: &Names) -> Value {
    let here = asked.address();
    let suggest = |path: &str| json!({ "service_url": here, "service_path": path });
    json!({
        "versions": ["0.1", "0.2"],
        "name": "Dateline",
        "identifierSpace": names.base,
        "schemaSpace": schema::NAMESPACE,
        "defaultTypes": CLASSES.map(|(_, class)| json!({ "id": class, "name": class })),
        "view": { "url": format!("{here}/entity?id={{{{id}}}}") },
        "preview": { "url": format!("{here}/entity?id={{{{id}}}}"), "width": 430, "height": 300 },
        "suggest": { "entity": suggest("/suggest/entity"), "type": suggest("/suggest/type"), "property": suggest("/suggest/property") },
        "extend": { "propose_properties": { "service_url": here, "service_path": "/properties" }, "property_settings": [] },
    })
}

fn batch(text: &str, names: &Names) -> Reply {
    let Ok(Value::Object(questions)) = serde_json::from_str(text) else {
        return Reply::error(400, "\"queries\" is no JSON object of questions");
    };
    let answers: Map<String, Value> = questions.into_iter().map(|(key, question)| (key, result(&question, names))).collect();
    Reply::json(&Value::Object(answers))
}

/// A single question: an object, or the bare name.
fn one(text: &str, names: &Names) -> Reply {
    let question = serde_json::from_str(text).ok().filter(Value::is_object).unwrap_or_else(|| json!({ "query": text }));
    Reply::json(&result(&question, names))
}

fn result(question: &Value, names: &Names) -> Value {
    let name = question.get("query").and_then(Value::as_str).unwrap_or_default();
    json!({ "result": candidates(name, question, names) })
}

fn candidates(name: &str, question: &Value, names: &Names) -> Vec<Value> {
    let class = match question.get("type") {
        Some(Value::Array(classes)) => classes.first(),
        other => other,
    };
    let class = class.and_then(|class| class.get("id").unwrap_or(class).as_str()).filter(|class| !class.is_empty());
    let limit = question.get("limit").and_then(Value::as_u64).unwrap_or(USUAL).min(MOST);
    let hits = names.search(name, class, usize::try_from(limit).unwrap_or_default());
    hits.iter().map(candidate).collect()
}

fn candidate(hit: &Hit) -> Value {
    let entity = hit.entity;
    let types = json!([{ "id": entity.class, "name": entity.class }]);
    json!({ "id": entity.id, "name": entity.name, "score": (hit.score * 10.0).round() / 10.0, "match": hit.matched, "type": types })
}

/// What is typed so far: entities, classes or properties that begin so.
pub(super) fn suggest(what: &str, parameters: &str, names: &Names) -> Reply {
    let prefix = field(parameters, "prefix").unwrap_or_default();
    let begins = |name: &str| name.to_lowercase().contains(&prefix.to_lowercase());
    let described = |entity: &Entity| json!({ "id": entity.id, "name": entity.name, "description": entity.class });
    let result: Vec<Value> = match what {
        "entity" => names.beginning(&prefix, 20).into_iter().map(described).collect(),
        "type" => CLASSES.iter().filter(|(_, class)| begins(class)).map(|(_, class)| json!({ "id": class, "name": class })).collect(),
        "property" => PROPERTIES.iter().filter(|(_, name)| begins(name)).map(|(id, name)| json!({ "id": id, "name": name })).collect(),
        _ => return Reply::error(404, "entity, type or property can be suggested"),
    };
    Reply::json(&json!({ "result": result }))
}

/// The properties that can make more columns.
pub(super) fn properties() -> Reply {
    let all: Vec<Value> = PROPERTIES.iter().map(|(id, name)| json!({ "id": id, "name": name })).collect();
    Reply::json(&json!({ "properties": all }))
}

/// The values of properties of some entities.
fn values(text: &str, names: &Names, store: &Store) -> Reply {
    let Ok(asked) = serde_json::from_str::<Value>(text) else { return Reply::error(400, "\"extend\" is no JSON") };
    let list = |key: &str| asked.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let properties: Vec<String> =
        list("properties").iter().filter_map(|property| property.get("id")?.as_str().map(str::to_owned)).collect();
    let name = |id: &str| PROPERTIES.iter().find(|(known, _)| *known == id).map_or_else(|| id.to_owned(), |(_, name)| (*name).to_owned());
    let meta: Vec<Value> = properties.iter().map(|id| json!({ "id": id, "name": name(id) })).collect();
    let mut rows = Map::new();
    for id in list("ids").iter().filter_map(Value::as_str) {
        let row = properties.iter().map(|property| (property.clone(), Value::Array(cell(id, property, names, store))));
        rows.insert(id.to_owned(), Value::Object(row.collect()));
    }
    Reply::json(&json!({ "meta": meta, "rows": rows }))
}

fn cell(id: &str, property: &str, names: &Names, store: &Store) -> Vec<Value> {
    let long = property.split_once(':').and_then(|(prefix, local)| {
        let (_, namespace) = PREFIXES.iter().find(|(known, _)| *known == prefix)?;
        Some(format!("{namespace}{local}"))
    });
    let (Some(entity), Ok(property)) = (names.entity(id), NamedNode::new(long.unwrap_or_else(|| property.to_owned()))) else {
        return Vec::new();
    };
    let mut terms = store.said_of(&entity.node, property.as_ref()).unwrap_or_default();
    terms.sort_by_key(ToString::to_string);
    terms.dedup();
    let value = |term: Term| match term {
        Term::NamedNode(node) => json!({ "str": node.as_str() }),
        Term::Literal(literal) => json!({ "str": literal.value() }),
        Term::BlankNode(node) => json!({ "str": node.to_string() }),
    };
    terms.into_iter().map(value).collect()
}
