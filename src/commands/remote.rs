//! A server as the command line names it.

use super::{BadUsage, complain};
use dateline::remote::{Credentials, Endpoint, Patience, RemoteError};
use std::time::Duration;

/// The pause before a second try.
const PAUSE: Duration = Duration::from_millis(500);

/// The server at an address, with what the environment says of the user: how often it is asked, how many seconds it may be silent.
/// A whole answer may take `most` times as long, and any time if nothing is said.
pub(super) fn endpoint(address: &str, tries: u32, seconds: u64, most: Option<u32>) -> anyhow::Result<Endpoint> {
    let timeout = Duration::from_secs(seconds);
    let patience = Patience { tries, pause: PAUSE, timeout, whole: most.map(|times| timeout * times) };
    let endpoint = Endpoint::new(address, patience).map_err(usage)?;
    let credentials = Credentials::find(endpoint.host(), |name| std::env::var(name).ok()).map_err(usage)?;
    if credentials.are_given() && endpoint.is_open() {
        complain(&format!("the password goes to {} without encryption: use https if the server has it", endpoint.host()));
    }
    Ok(endpoint.with_credentials(credentials))
}

/// A mistake in what the user gave is told from a failure of the server.
pub(super) fn usage(error: RemoteError) -> anyhow::Error {
    match error {
        RemoteError::Address(_) | RemoteError::PasswordInAddress | RemoteError::Credentials | RemoteError::UnknownVariable(_) => {
            BadUsage(error.to_string()).into()
        }
        other => other.into(),
    }
}
