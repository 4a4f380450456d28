//! Why an input gives no article: what happened, where, and what to do about it.

/// A reason why an input could not be read as an article.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The file could not be opened or read.
    #[error("cannot read {name}: check that it exists and that you may read it")]
    Unreadable {
        /// The input as the user named it.
        name: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// Nothing but white space.
    #[error("{name} is empty: give a file that holds an article's text")]
    Empty {
        /// The input as the user named it.
        name: String,
    },
    /// Not text at all.
    #[error("{name} is {what}, not text: save the article as plain text or HTML first")]
    Binary {
        /// The input as the user named it.
        name: String,
        /// What it looks like, with its article ("a PDF document").
        what: &'static str,
    },
}
