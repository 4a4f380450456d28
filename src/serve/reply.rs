//! What is answered to a request.

use serde_json::Value;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The code.
    pub status: u16,
    /// What the body is.
    pub media_type: &'static str,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// JSON.
    pub(super) fn json(value: &Value) -> Self {
        Self { status: 200, media_type: "application/json", body: value.to_string().into_bytes() }
    }

    /// A web page.
    pub(super) fn html(text: String) -> Self {
        Self { status: 200, media_type: "text/html; charset=utf-8", body: text.into_bytes() }
    }

    /// A complaint.
    pub(super) fn error(status: u16, text: &str) -> Self {
        Self { status, media_type: "text/plain; charset=utf-8", body: format!("{text}\n").into_bytes() }
    }
}
