//! What a reconciliation service says of itself: which form of the protocol it speaks, and how its identifiers become IRIs.

use super::Protocol;
use oxigraph::model::NamedNode;
use serde::Deserialize;

/// The longest IRI that is taken from a service.
const LONGEST: usize = 2000;

/// What a service says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    /// Its name.
    pub name: String,
    /// The forms that it speaks; a service that names none speaks 0.1.
    #[serde(default)]
    versions: Vec<String>,
    /// What its identifiers begin with when they are written out.
    #[serde(default, rename = "identifierSpace")]
    space: Option<String>,
    #[serde(default)]
    view: Option<View>,
}

/// Where an entity can be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct View {
    #[serde(default)]
    url: String,
}

impl Manifest {
    /// Reads what a service answered to a request without questions.
    ///
    /// # Errors
    /// If it is no manifest: says what is wrong with it.
    pub fn read(body: &[u8]) -> Result<Self, String> {
        let manifest: Self = serde_json::from_slice(body).map_err(|error| error.to_string())?;
        if manifest.name.trim().is_empty() { Err("its name is empty".to_owned()) } else { Ok(manifest) }
    }

    /// The form in which it is best asked: the old one as long as it speaks it.
    #[must_use]
    pub fn protocol(&self) -> Protocol {
        let old = self.versions.is_empty() || self.versions.iter().any(|version| version.starts_with("0."));
        if old { Protocol::Form } else { Protocol::Json }
    }

    /// The IRI of an identifier: the identifier itself if it is one, else behind `prefix` or what the service gives for it. None if that is
    /// no IRI of the web.
    #[must_use]
    pub fn iri(&self, id: &str, prefix: Option<&str>) -> Option<NamedNode> {
        let is_word = |id: &str| !id.is_empty() && !id.chars().any(|c| c.is_whitespace() || c.is_control());
        if !is_word(id) {
            return None;
        }
        match (prefix, &self.space, &self.view) {
            _ if id.contains("://") => web(id),
            (Some(prefix), ..) => web(&format!("{prefix}{id}")),
            (None, Some(space), _) if web(space).is_some() => web(&joined(space, id)),
            (None, _, Some(View { url })) if url.contains('{') => web(&expanded(url, id)),
            _ => None,
        }
    }
}

/// An identifier behind what all begin with; a slash between them if nothing else parts them.
fn joined(space: &str, id: &str) -> String {
    if space.ends_with(['/', '#', '=', ':', '_', '-']) { format!("{space}{id}") } else { format!("{space}/{id}") }
}

/// A template with the identifier in the place of `{{id}}`, `{id}` or `{+id}`.
fn expanded(template: &str, id: &str) -> String {
    let escaped = crate::remote::encoded(id);
    template.replace("{{id}}", &escaped).replace("{id}", &escaped).replace("{+id}", id)
}

/// An IRI with http or https, a host, and no more than so many characters.
pub(super) fn web(text: &str) -> Option<NamedNode> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = !host.is_empty() && !host.contains('@');
    if is_host && text.len() <= LONGEST { NamedNode::new(text).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(json: &str) -> Manifest {
        Manifest::read(json.as_bytes()).expect("a manifest")
    }

    #[test]
    fn the_form_follows_from_the_versions() {
        for (versions, protocol) in [
            (r#", "versions": ["0.1", "0.2"]"#, Protocol::Form),
            ("", Protocol::Form),
            (r#", "versions": ["0.2", "1.0-draft"]"#, Protocol::Form),
            (r#", "versions": ["1.0"]"#, Protocol::Json),
        ] {
            assert_eq!(manifest(&format!(r#"{{"name": "x"{versions}}}"#)).protocol(), protocol, "{versions}");
        }
        for wrong in ["[]", "<html>", r#"{"name": ""}"#, r#"{"versions": ["0.2"]}"#] {
            assert!(Manifest::read(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn identifiers_become_iris_or_nothing() {
        let space = manifest(r#"{"name": "x", "identifierSpace": "http://a.example/ids"}"#);
        let view = manifest(r#"{"name": "x", "view": {"url": "https://b.example/{{id}}.html"}}"#);
        let neither = manifest(r#"{"name": "x", "identifierSpace": "nowhere"}"#);
        let iri = |manifest: &Manifest, id: &str| manifest.iri(id, None).map(|node| node.as_str().to_owned());
        assert_eq!(iri(&space, "Q1").as_deref(), Some("http://a.example/ids/Q1"));
        assert_eq!(iri(&view, "a b"), None);
        assert_eq!(iri(&view, "a/b").as_deref(), Some("https://b.example/a%2Fb.html"));
        assert_eq!(iri(&neither, "Q1"), None);
        assert_eq!(iri(&neither, "https://c.example/Q1").as_deref(), Some("https://c.example/Q1"));
        assert_eq!(
            space.iri("Q1", Some("https://d.example/")).map(|node| node.as_str().to_owned()).as_deref(),
            Some("https://d.example/Q1")
        );
        for hostile in ["", "x> <y", "x>", "a\u{0}", "javascript://x", "https://", "http://u@h/", "file:///etc/passwd", "a\"b", "{x}"] {
            assert_eq!(iri(&space, hostile), None, "{hostile}");
        }
        assert_eq!(iri(&space, &"x".repeat(3000)), None);
    }
}
