//! Why a server did not do what it was asked.

use std::io;

/// A reason why something remote failed.
#[derive(Debug, thiserror::Error)]
pub enum RemoteError {
    /// The address is no address of a server.
    #[error("{0:?} is not the address of an endpoint, such as https://example.org/sparql")]
    Address(String),
    /// The address holds a password.
    #[error(
        "the address of an endpoint must not hold a name or password, for it ends up in logs: set DATELINE_USER and DATELINE_PASSWORD, or DATELINE_TOKEN, or use a netrc file"
    )]
    PasswordInAddress,
    /// A name without a password in the environment, or both a name and a token.
    #[error("set either DATELINE_USER and DATELINE_PASSWORD, or DATELINE_TOKEN")]
    Credentials,
    /// The server will not do it however often it is asked.
    #[error("{what}: the server answered {status}{hint}{answer}")]
    Refused {
        /// What it was asked to do.
        what: String,
        /// Code and reason.
        status: String,
        /// What to do about it.
        hint: &'static str,
        /// The beginning of what it said.
        answer: String,
    },
    /// It was asked as often as it should be.
    #[error("{what}: tried {tries} times, the last time {reason}; run the same command again to go on from there")]
    Exhausted {
        /// What it was asked to do.
        what: String,
        /// How often.
        tries: u32,
        /// What went wrong last.
        reason: String,
    },
    /// It does not stop talking.
    #[error("{what}: the server's answer is longer than {most} bytes, and is not read")]
    TooLong {
        /// What it was asked to do.
        what: String,
        /// How many bytes are read.
        most: u64,
    },
    /// The answer is none.
    #[error("the server answered the query in {0:?}, which is neither SPARQL results nor RDF: is this the address of its query endpoint?")]
    MediaType(String),
    /// The answer is broken.
    #[error("the server's answer cannot be read")]
    Answer(#[from] io::Error),
    /// The server does not give a variable that was bound.
    #[error("the query does not select ?{0}: --bind can set only a variable that it selects")]
    UnknownVariable(String),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] crate::store::StoreError),
    /// The journal failed.
    #[error(transparent)]
    Journal(#[from] super::JournalError),
}
