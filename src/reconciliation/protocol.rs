//! The two forms of the W3C reconciliation protocol: a batch of questions as it is sent, and the answers as they come.

use super::{Answer, Candidate, Question};
use crate::remote::{Ask, encoded};
use serde_json::{Map, Value, json};

/// So many characters of a name are kept.
const LONGEST_NAME: usize = 200;

/// How a service is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// 0.1 and 0.2: the batch as one field of a form.
    Form,
    /// 1.0: the batch as JSON, at `/reconcile`.
    Json,
}

impl Protocol {
    /// The batch as it is sent.
    pub(super) fn body(self, questions: &[Question]) -> String {
        match self {
            Self::Form => {
                let batch: Map<String, Value> =
                    questions.iter().enumerate().map(|(n, question)| (format!("q{n}"), form(question))).collect();
                format!("queries={}", encoded(&Value::Object(batch).to_string()))
            }
            Self::Json => json!({ "queries": questions.iter().map(conditions).collect::<Vec<_>>() }).to_string(),
        }
    }

    /// The request that sends a batch.
    pub(super) fn ask<'a>(self, what: &'a str, body: &'a str) -> Ask<'a> {
        let (path, content_type) = match self {
            Self::Form => ("", "application/x-www-form-urlencoded"),
            Self::Json => ("/reconcile", "application/json"),
        };
        Ask { what, method: "POST", path, content_type, accept: "application/json", body: body.as_bytes(), ..Ask::default() }
    }

    /// The answers to so many questions, each where its question stood; none where the service gave none.
    ///
    /// # Errors
    /// If the whole is no answer: says why.
    pub(super) fn answers(self, body: &[u8], count: usize) -> Result<Vec<Option<Answer>>, String> {
        let value: Value = serde_json::from_slice(body).map_err(|error| format!("it is no JSON ({error})"))?;
        match self {
            Self::Form => {
                let batch = value.as_object().ok_or("it is no object of answers")?;
                Ok((0..count).map(|n| batch.get(&format!("q{n}")).and_then(|one| answer(one.get("result")?))).collect())
            }
            Self::Json => {
                let results = value.get("results").and_then(Value::as_array).ok_or("it has no list of results")?;
                if results.len() != count {
                    return Err(format!("it has {} results for {count} questions", results.len()));
                }
                Ok(results.iter().map(|one| answer(one.get("candidates")?)).collect())
            }
        }
    }
}

fn form(question: &Question) -> Value {
    let mut value = json!({ "query": question.name, "limit": question.limit });
    if let (Some(class), Some(object)) = (&question.class, value.as_object_mut()) {
        object.insert("type".to_owned(), json!(class));
    }
    value
}

fn conditions(question: &Question) -> Value {
    let mut value = json!({ "limit": question.limit, "conditions": [{ "matchType": "name", "propertyValue": question.name }] });
    if let (Some(class), Some(object)) = (&question.class, value.as_object_mut()) {
        object.insert("type".to_owned(), json!(class));
    }
    value
}

fn answer(candidates: &Value) -> Option<Answer> {
    Some(Answer { candidates: candidates.as_array()?.iter().filter_map(candidate).collect() })
}

/// A candidate with an identifier; points that are no number are none.
fn candidate(value: &Value) -> Option<Candidate> {
    let id = text(value.get("id")?)?;
    let name = shown(&value.get("name").and_then(text).unwrap_or_default());
    let score = value.get("score").and_then(|score| score.as_f64().or_else(|| score.as_str()?.parse().ok()));
    let classes = match value.get("type").or_else(|| value.get("types")) {
        Some(Value::Array(classes)) => classes.iter().filter_map(class).collect(),
        Some(one) => class(one).into_iter().collect(),
        None => Vec::new(),
    };
    let matched = value.get("match").and_then(Value::as_bool).unwrap_or(false);
    Some(Candidate { id, name, score: score.filter(|score| score.is_finite()).unwrap_or(0.0), matched, classes })
}

/// A name as it can be shown: no control characters, not too long.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect()
}

fn class(value: &Value) -> Option<String> {
    text(value.get("id").unwrap_or(value))
}

/// A text, also in the form of 1.0: a list of texts in several languages, of which the first counts.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(texts) => texts.first().and_then(text),
        Value::Object(object) => object.get("str").and_then(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(name: &str, class: Option<&str>) -> Question {
        Question { name: name.to_owned(), class: class.map(str::to_owned), limit: 3 }
    }

    #[test]
    fn both_forms_ask_for_the_same() {
        let questions = [question("Ana & Co", Some("Q5")), question("x\"y", None)];
        let form = Protocol::Form.body(&questions);
        assert!(form.starts_with("queries=%7B%22q0%22") && form.contains("Ana%20%26%20Co"), "{form}");
        let json: Value = serde_json::from_str(&Protocol::Json.body(&questions)).expect("JSON");
        assert_eq!(json["queries"][0]["type"], "Q5");
        assert_eq!(json["queries"][1]["conditions"][0]["propertyValue"], "x\"y");
        assert!(json["queries"][1].get("type").is_none());
    }

    #[test]
    fn both_forms_answer_the_same() {
        let old = r#"{"q1": {"result": []}, "q0": {"result": [{"id": "1", "name": "A", "score": 90, "match": true, "type": ["T"]}]}}"#;
        let new = r#"{"results": [{"candidates": [{"id": "1", "name": [{"str": "A", "lang": "en"}], "score": 90.0, "match": true, "type": [{"id": "T", "name": "t"}]}]}, {"candidates": []}]}"#;
        let answers = Protocol::Form.answers(old.as_bytes(), 2).expect("answers");
        assert_eq!(answers, Protocol::Json.answers(new.as_bytes(), 2).expect("answers"));
        let first = answers[0].as_ref().expect("an answer");
        assert_eq!((first.candidates[0].score, first.candidates[0].classes.as_slice()), (90.0, &["T".to_owned()][..]));
    }

    #[test]
    fn what_is_no_answer_is_none() {
        let some = Protocol::Form.answers(br#"{"q0": {"error": "no"}, "q9": {"result": []}, "q1": {"result": [{"name": "no id"}]}}"#, 2);
        assert_eq!(some.expect("an object"), [None, Some(Answer::default())]);
        for garbage in ["", "<html>", "[]", "null", "{\"q0\""] {
            assert!(Protocol::Form.answers(garbage.as_bytes(), 1).is_err(), "{garbage}");
            assert!(Protocol::Json.answers(garbage.as_bytes(), 1).is_err(), "{garbage}");
        }
        assert!(Protocol::Json.answers(br#"{"results": []}"#, 1).is_err());
    }
}
