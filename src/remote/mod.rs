//! Stage 8: graphs sent to a SPARQL server, and questions asked of one.

mod batch;
mod credentials;
mod endpoint;
mod error;
mod journal;
mod netrc;
mod push;
mod query;

pub use batch::Protocol;
pub(crate) use batch::encoded;
pub use credentials::Credentials;
pub(crate) use endpoint::Ask;
pub use endpoint::{Endpoint, Patience};
pub use error::RemoteError;
pub use journal::{Journal, JournalError};
pub use push::{Pushed, push};
pub use query::query;
