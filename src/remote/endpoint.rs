//! A server's address, and requests to it that are repeated while there is hope.

use super::{Credentials, RemoteError};
use crate::hash::content_hash;
use oxigraph::model::NamedNode;
use std::io::Read;
use std::time::Duration;
use ureq::http::{Request, Response, StatusCode, Uri};
use ureq::{Agent, Body, Timeout};

/// How often a server is asked, and how long it may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Tries of one request, at least one.
    pub tries: u32,
    /// The pause before the second try; each further one is twice as long.
    pub pause: Duration,
    /// How long the server may be silent.
    pub timeout: Duration,
    /// How long a whole answer may take; for ever if nothing is said.
    pub whole: Option<Duration>,
}

/// The longest pause between two tries.
const LONGEST: Duration = Duration::from_secs(60);

/// How many characters of a server's complaint are shown.
const SHOWN: usize = 300;

/// A server, ready to be asked.
pub struct Endpoint {
    uri: Uri,
    credentials: Credentials,
    patience: Patience,
    agent: Agent,
}

/// What is asked.
#[derive(Debug, Default)]
pub(crate) struct Ask<'a> {
    /// In words, for messages.
    pub(crate) what: &'a str,
    pub(crate) method: &'a str,
    /// What is added to the path of the address.
    pub(crate) path: &'a str,
    /// Parameters that are added to the address, names and encoded values.
    pub(crate) parameters: String,
    pub(crate) content_type: &'a str,
    pub(crate) accept: &'a str,
    pub(crate) body: &'a [u8],
    /// True when the thing need not be there.
    pub(crate) may_be_missing: bool,
    /// How many bytes an answer may have; any number if nothing is said.
    pub(crate) most: Option<u64>,
}

/// A server's answer.
pub(crate) struct Answer {
    pub(crate) media_type: String,
    pub(crate) body: Vec<u8>,
}

/// Why one try failed.
enum Failure {
    /// It may go better next time, perhaps after this long.
    Passing(String, Option<Duration>),
    /// It will not.
    Final(RemoteError),
}

impl Endpoint {
    /// Reads the address of a server.
    ///
    /// # Errors
    /// If it is none, or holds a password.
    pub fn new(address: &str, patience: Patience) -> Result<Self, RemoteError> {
        let wrong = || RemoteError::Address(without_password(address));
        let uri: Uri = address.parse().map_err(|_| wrong())?;
        let authority = uri.authority().filter(|_| matches!(uri.scheme_str(), Some("http" | "https"))).ok_or_else(wrong)?;
        if authority.as_str().contains('@') {
            return Err(RemoteError::PasswordInAddress);
        }
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("dateline/", env!("CARGO_PKG_VERSION")))
            .timeout_connect(Some(patience.timeout))
            .timeout_global(patience.whole)
            .timeout_per_read(Some(patience.timeout))
            .timeout_per_write(Some(patience.timeout));
        Ok(Self { uri, credentials: Credentials::none(), patience, agent: config.build().into() })
    }

    /// Says who asks.
    #[must_use]
    pub fn with_credentials(self, credentials: Credentials) -> Self {
        Self { credentials, ..self }
    }

    /// The host's name.
    #[must_use]
    pub fn host(&self) -> &str {
        self.uri.host().unwrap_or_default()
    }

    /// True when others on the way may read what is sent.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.uri.scheme_str() == Some("http") && !matches!(self.host(), "localhost" | "127.0.0.1" | "[::1]")
    }

    /// The address.
    #[must_use]
    pub fn address(&self) -> String {
        self.uri.to_string()
    }

    /// The address without its parameters, which may hold a key, as an IRI.
    #[must_use]
    pub fn iri(&self) -> Option<NamedNode> {
        let address = self.address();
        NamedNode::new(address.split('?').next().unwrap_or(&address)).ok()
    }

    /// The name of the file in which it is kept what this server has been given.
    #[must_use]
    pub fn journal(&self) -> String {
        format!("push-{}.tsv", &content_hash(&self.address())[..16])
    }

    /// The name of the file in which its answers are kept.
    #[must_use]
    pub fn cache(&self) -> String {
        format!("answers-{}.jsonl", &content_hash(&self.address())[..16])
    }

    /// Asks until the server answers, refuses, or has been asked as often as it should be. `told` hears of failed tries.
    pub(crate) fn ask(&self, ask: &Ask<'_>, told: &mut dyn FnMut(&str)) -> Result<Answer, RemoteError> {
        let mut pause = self.patience.pause;
        let mut number = 1;
        loop {
            let (reason, wish) = match self.try_once(ask) {
                Ok(answer) => return Ok(answer),
                Err(Failure::Final(error)) => return Err(error),
                Err(Failure::Passing(reason, wish)) => (reason, wish),
            };
            if number >= self.patience.tries {
                return Err(RemoteError::Exhausted { what: ask.what.to_owned(), tries: number, reason });
            }
            let wait = wish.unwrap_or(pause).min(LONGEST);
            told(&format!("{}: {reason}; trying again in {} ms", ask.what, wait.as_millis()));
            std::thread::sleep(wait);
            pause *= 2;
            number += 1;
        }
    }

    fn try_once(&self, ask: &Ask<'_>) -> Result<Answer, Failure> {
        let address = with_parameters(&with_path(&self.uri.to_string(), ask.path), &ask.parameters);
        let mut request = Request::builder().method(ask.method).uri(address).header("Accept", ask.accept);
        if !ask.content_type.is_empty() {
            request = request.header("Content-Type", ask.content_type);
        }
        if let Some(header) = self.credentials.header() {
            request = request.header("Authorization", header);
        }
        let broken = |_| Failure::Final(RemoteError::Address(self.address()));
        let response = if matches!(ask.method, "DELETE" | "GET") {
            self.agent.run(request.body(()).map_err(broken)?)
        } else {
            self.agent.run(request.body(ask.body).map_err(broken)?)
        };
        read(response.map_err(|error| Failure::Passing(reason(&error), None))?, ask)
    }
}

fn read(response: Response<Body>, ask: &Ask<'_>) -> Result<Answer, Failure> {
    let status = response.status();
    let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let media_type = header("content-type");
    let wish = header("retry-after").parse().ok().map(Duration::from_secs);
    let mut body = Vec::new();
    let most = ask.most.unwrap_or(u64::MAX);
    let whole = response.into_body().into_reader().take(most.saturating_add(1)).read_to_end(&mut body);
    if body.len() as u64 > most {
        return Err(Failure::Final(RemoteError::TooLong { what: ask.what.to_owned(), most }));
    }
    if status.is_success() || ask.may_be_missing && status == StatusCode::NOT_FOUND {
        whole.map_err(|error| Failure::Passing(format!("the answer broke off ({error})"), None))?;
        return Ok(Answer { media_type, body });
    }
    if status.is_server_error() || matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT) {
        return Err(Failure::Passing(format!("the server answered {status}{}", shown(&body)), wish));
    }
    let hint = hint(status);
    Err(Failure::Final(RemoteError::Refused { what: ask.what.to_owned(), status: status.to_string(), hint, answer: shown(&body) }))
}

fn hint(status: StatusCode) -> &'static str {
    match status.as_u16() {
        300..=399 => " (give the address that it sends on to)",
        401 | 403 => " (set DATELINE_USER and DATELINE_PASSWORD, or DATELINE_TOKEN, or write the host into a netrc file)",
        404 | 405 => " (is this the right address? a server has different ones for queries, for updates and for its graphs)",
        413 => " (lower --batch, or let the server take larger requests)",
        _ => "",
    }
}

/// The beginning of a complaint, as one line.
fn shown(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body).split_whitespace().collect::<Vec<_>>().join(" ");
    let start: String = text.chars().filter(|c| !c.is_control()).take(SHOWN).collect();
    if start.is_empty() { start } else { format!(": {start}") }
}

/// What went wrong on the way, without any header.
fn reason(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(Timeout::Connect | Timeout::Resolve) => "the server could not be reached in time".to_owned(),
        ureq::Error::Timeout(_) => "the server was silent for too long".to_owned(),
        other => format!("the connection failed ({other})"),
    }
}

/// The address with more at the end of its path.
fn with_path(address: &str, path: &str) -> String {
    match address.split_once('?') {
        _ if path.is_empty() => address.to_owned(),
        Some((start, parameters)) => format!("{}{path}?{parameters}", start.trim_end_matches('/')),
        None => format!("{}{path}", address.trim_end_matches('/')),
    }
}

fn with_parameters(address: &str, parameters: &str) -> String {
    match (parameters.is_empty(), address.contains('?')) {
        (true, _) => address.to_owned(),
        (false, true) => format!("{address}&{parameters}"),
        (false, false) => format!("{address}?{parameters}"),
    }
}

/// An address that is none may still hold a password.
fn without_password(address: &str) -> String {
    address.rsplit_once('@').map_or_else(|| address.to_owned(), |(_, rest)| format!("…@{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Patience = Patience { tries: 1, pause: Duration::ZERO, timeout: Duration::from_secs(1), whole: None };

    #[test]
    fn an_address_has_a_host_and_no_password() {
        assert_eq!(Endpoint::new("https://a.example/sparql", PATIENCE).expect("an address").host(), "a.example");
        for wrong in ["kg", "ftp://a.example/", "/sparql", "http://"] {
            assert!(matches!(Endpoint::new(wrong, PATIENCE), Err(RemoteError::Address(_))), "{wrong}");
        }
        let error = Endpoint::new("https://ann:secret@a.example/", PATIENCE).err().expect("refused").to_string();
        assert!(!error.contains("secret"), "{error}");
        let error = Endpoint::new("ftp://ann:secret@a.example/", PATIENCE).err().expect("refused").to_string();
        assert!(!error.contains("secret"), "{error}");
    }

    #[test]
    fn parameters_are_added_to_those_that_are_there() {
        assert_eq!(with_parameters("http://a/b", "graph=x"), "http://a/b?graph=x");
        assert_eq!(with_parameters("http://a/b?union-default-graph", "graph=x"), "http://a/b?union-default-graph&graph=x");
        assert_eq!(with_path("http://a/b?key=x", "/reconcile"), "http://a/b/reconcile?key=x");
        assert_eq!(with_path("http://a/b/", "/reconcile"), "http://a/b/reconcile");
    }
}
