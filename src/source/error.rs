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
    /// More bytes, once inflated, than one article can have.
    #[error("{name} is larger than {limit} MB once unpacked: split it into single articles")]
    TooLarge {
        /// The input as the user named it.
        name: String,
        /// The limit in megabytes.
        limit: usize,
    },
    /// A web page without an end to its nesting.
    #[error("{name} nests its elements more than {limit} deep: save the article as plain text")]
    TooDeep {
        /// The input as the user named it.
        name: String,
        /// The limit.
        limit: usize,
    },
    /// A web page, line or record in which no article was found.
    #[error("no article in {name}: {reason}")]
    NoArticle {
        /// The input as the user named it.
        name: String,
        /// What is missing and what to do.
        reason: String,
    },
    /// A pattern that cannot be read as one.
    #[error("{pattern} is no pattern for file names")]
    Pattern {
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        #[source]
        source: glob::PatternError,
    },
}
