//! Who asks: from the environment or a netrc file, never from the command line, and never shown.

use super::{RemoteError, netrc};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::fmt;
use std::path::PathBuf;

/// What a server knows its user by.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials(Option<String>);

impl Credentials {
    /// None at all.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// Looks for `DATELINE_TOKEN`, then for `DATELINE_USER` and `DATELINE_PASSWORD`, then for the host in the file that `NETRC` names
    /// or `~/.netrc`. `environment` gives the value of a variable.
    ///
    /// # Errors
    /// If a part of them is missing.
    pub fn find(host: &str, environment: impl Fn(&str) -> Option<String>) -> Result<Self, RemoteError> {
        let variable = |name| environment(name).filter(|value| !value.is_empty());
        match (variable("DATELINE_TOKEN"), variable("DATELINE_USER"), variable("DATELINE_PASSWORD")) {
            (Some(token), None, None) => return Ok(Self(Some(format!("Bearer {token}")))),
            (None, Some(user), Some(password)) => return Ok(Self::basic(&user, &password)),
            (None, None, None) => {}
            _ => return Err(RemoteError::Credentials),
        }
        let home = || variable("HOME").map(|home| PathBuf::from(home).join(".netrc"));
        let file = variable("NETRC").map(PathBuf::from).or_else(home).and_then(|path| std::fs::read_to_string(path).ok());
        let entry = file.and_then(|text| netrc::look_up(&text, host));
        Ok(entry.map_or_else(Self::none, |(user, password)| Self::basic(&user, &password)))
    }

    fn basic(user: &str, password: &str) -> Self {
        Self(Some(format!("Basic {}", BASE64_STANDARD.encode(format!("{user}:{password}")))))
    }

    /// The value of the header `Authorization`.
    pub(super) fn header(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// True when there are any.
    #[must_use]
    pub fn are_given(&self) -> bool {
        self.0.is_some()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(if self.are_given() { "Credentials(hidden)" } else { "Credentials(none)" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(variables: &[(&str, &str)]) -> Result<Credentials, RemoteError> {
        Credentials::find("a.example", |name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn they_come_from_the_environment_or_a_file_and_are_never_shown() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("netrc");
        std::fs::write(&path, "machine a.example login ann password secret").expect("a file");
        let file = path.to_str().expect("UTF-8");
        let basic = find(&[("DATELINE_USER", "ann"), ("DATELINE_PASSWORD", "secret")]).expect("whole");
        assert_eq!(basic.header(), Some("Basic YW5uOnNlY3JldA=="));
        assert_eq!(find(&[("NETRC", file)]).expect("whole"), basic);
        assert_eq!(find(&[("DATELINE_TOKEN", "x"), ("NETRC", file)]).expect("whole").header(), Some("Bearer x"));
        assert_eq!(find(&[]).expect("whole"), Credentials::none());
        assert!(!format!("{basic:?}").contains("YW5u"));
        assert!(find(&[("DATELINE_USER", "ann")]).is_err());
        assert!(find(&[("DATELINE_USER", "ann"), ("DATELINE_PASSWORD", "x"), ("DATELINE_TOKEN", "y")]).is_err());
    }
}
