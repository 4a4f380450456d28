//! Which part answers which path.

use super::form::field;
use super::names::Names;
use super::sparql::{self, Bounds};
use super::{Reply, page, reconcile};
use crate::store::Store;
use std::sync::Arc;

/// A request.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// GET, POST and so on.
    pub method: String,
    /// The path, still escaped.
    pub path: String,
    /// What follows the question mark.
    pub parameters: String,
    /// The host that the client took it for.
    pub host: String,
    /// What the body is.
    pub content_type: String,
    /// What the client understands.
    pub accept: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Asked {
    /// A field of the form in the body, or of the address.
    pub(super) fn field(&self, name: &str) -> Option<String> {
        let is_form = self.content_type.starts_with("application/x-www-form-urlencoded");
        let body = if is_form { std::str::from_utf8(&self.body).unwrap_or_default() } else { "" };
        field(body, name).or_else(|| field(&self.parameters, name))
    }

    /// The address under which the client found this server.
    pub(super) fn address(&self) -> String {
        let is_host = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        let host = if !self.host.is_empty() && self.host.chars().all(is_host) { &self.host } else { "localhost" };
        format!("http://{host}")
    }
}

/// A store, with what is offered of it.
pub struct Site {
    store: Arc<Store>,
    base: String,
    bounds: Bounds,
    names: Option<Names>,
}

impl Site {
    /// Offers queries of a store, within bounds; and with its names also a reconciliation service.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn new(store: Store, names: Option<Names>, bounds: Bounds) -> Result<Self, crate::store::StoreError> {
        let base = store.base()?;
        Ok(Self { store: Arc::new(store), base, bounds, names })
    }

    /// Answers a request.
    #[must_use]
    pub fn answer(&self, asked: &Asked) -> Reply {
        let path = asked.path.trim_end_matches('/');
        match asked.method.as_str() {
            "OPTIONS" => return Reply { status: 204, media_type: "text/plain", body: Vec::new() },
            "GET" | "HEAD" | "POST" => {}
            _ => return Reply::error(405, "only GET and POST: nothing can be changed here"),
        }
        match (path, &self.names) {
            ("", names) => page::root(asked, names.is_some()),
            ("/query", _) => sparql::answer(asked, &self.store, &self.base, self.bounds),
            ("/reconcile", Some(names)) => reconcile::answer(asked, names, &self.store),
            ("/reconcile/reconcile", Some(names)) if asked.method == "POST" => reconcile::json_batch(&asked.body, names),
            ("/entity", Some(names)) => page::entity(&asked.field("id").unwrap_or_default(), names, &self.store),
            ("/properties", Some(_)) => reconcile::properties(),
            (path, Some(names)) if path.starts_with("/suggest/") => {
                reconcile::suggest(&path["/suggest/".len()..], &asked.parameters, names)
            }
            (_, None) => Reply::error(404, "there is nothing here; queries go to /query, and `dateline serve --reconcile` offers more"),
            _ => Reply::error(404, "there is nothing here; queries go to /query, names to /reconcile"),
        }
    }
}
