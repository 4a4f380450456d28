//! Web pages out of WARC archives (ISO 28500): one article a response.

use super::decode::decode;
use super::html::{LARGEST, read_html};
use super::stream::{Bytes, Kind, read_limited, read_line};
use super::{Article, SourceError, read_text};
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

/// The longest line of a header (bytes).
const HEADER: usize = 64 << 10;

/// The articles of an archive.
pub(super) struct Records {
    name: String,
    stream: Bytes,
    failed: bool,
}

/// A record's header fields, by lower-cased name.
type Header = BTreeMap<String, String>;

impl Records {
    pub(super) fn new(name: String, stream: Bytes) -> Self {
        Self { name, stream, failed: false }
    }

    /// The next record's header; none at the end.
    fn header(&mut self) -> Option<Result<Header, SourceError>> {
        loop {
            match read_line(&self.name, &mut self.stream, HEADER)? {
                Ok(line) if line.trim_ascii().is_empty() => {}
                Ok(line) if line.starts_with(b"WARC/") => return Some(self.fields()),
                Ok(_) => return Some(Err(self.broken("a record does not begin with WARC/"))),
                Err(error) => return Some(Err(error)),
            }
        }
    }

    fn fields(&mut self) -> Result<Header, SourceError> {
        let mut header = Header::new();
        while let Some(line) = read_line(&self.name, &mut self.stream, HEADER) {
            let line = String::from_utf8_lossy(&line?).into_owned();
            if line.is_empty() {
                break;
            }
            if let Some((key, value)) = line.split_once(':') {
                header.insert(key.trim().to_lowercase(), value.trim().to_owned());
            }
        }
        Ok(header)
    }

    fn broken(&self, reason: &str) -> SourceError {
        SourceError::NoArticle { name: self.name.clone(), reason: format!("{reason}; the archive is damaged, fetch it again") }
    }

    /// Reads the record after its header; none if it holds no page.
    fn record(&mut self, header: &Header) -> Result<Option<Article>, SourceError> {
        let length: u64 =
            header.get("content-length").and_then(|length| length.parse().ok()).ok_or_else(|| self.broken("a record has no length"))?;
        let name = header.get("warc-target-uri").map_or_else(|| self.name.clone(), |uri| uri.trim_matches(['<', '>']).to_owned());
        let page = matches!(header.get("warc-type").map(String::as_str), Some("response" | "resource" | "conversion"));
        let mut block = (&mut self.stream).take(length);
        let bytes = if page { Some(read_limited(&name, &mut block, LARGEST)) } else { None };
        let skipped =
            io::copy(&mut block, &mut io::sink()).map_err(|source| SourceError::Unreadable { name: self.name.clone(), source })?;
        let (Some(bytes), _) = (bytes, skipped) else { return Ok(None) };
        let http = header.get("content-type").is_some_and(|kind| kind.contains("application/http"));
        let Some(body) = (if http { body(&name, &bytes?)? } else { Some(bytes?) }) else { return Ok(None) };
        article(&name, header, body)
    }
}

impl Iterator for Records {
    type Item = Result<Article, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.failed {
            let header = match self.header()? {
                Ok(header) => header,
                Err(error) => {
                    self.failed = true;
                    return Some(Err(error));
                }
            };
            // A record without its length leaves no way to find the next one.
            self.failed = !header.contains_key("content-length");
            if let Some(found) = self.record(&header).transpose() {
                return Some(found);
            }
        }
        None
    }
}

/// The body of an HTTP response if it is a page that was found.
fn body(name: &str, response: &[u8]) -> Result<Option<Vec<u8>>, SourceError> {
    let split = response
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .map(|at| (at, at + 4))
        .or_else(|| response.windows(2).position(|window| window == b"\n\n").map(|at| (at, at + 2)));
    let Some((end, start)) = split else { return Ok(None) };
    let head = String::from_utf8_lossy(response.get(..end).unwrap_or_default()).to_lowercase();
    let field = |key: &str| head.lines().find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix(':')).map(str::trim);
    let found = head.split_whitespace().nth(1) == Some("200")
        && field("content-type").is_none_or(|kind| kind.contains("html") || kind.contains("text/plain"));
    if !found {
        return Ok(None);
    }
    let mut body = response.get(start..).unwrap_or_default().to_vec();
    if field("transfer-encoding").is_some_and(|coding| coding.contains("chunked")) {
        body = unchunk(&body).unwrap_or(body);
    }
    match field("content-encoding") {
        Some("gzip") if body.starts_with(b"\x1F\x8B") => read_limited(name, MultiGzDecoder::new(Cursor::new(body)), LARGEST).map(Some),
        Some("deflate") => read_limited(name, ZlibDecoder::new(Cursor::new(body)), LARGEST).map(Some),
        _ => Ok(Some(body)),
    }
}

/// A body in chunks (RFC 9112, 7.1) put together; none if it is not in chunks after all.
fn unchunk(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = rest.windows(2).position(|window| window == b"\r\n")?;
        let size = std::str::from_utf8(rest.get(..end)?).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        let start = end + 2;
        whole.extend_from_slice(rest.get(start..start.checked_add(size)?)?);
        rest = rest.get(start + size + 2..)?;
    }
}

/// The article of a page; none for pages without one, such as front pages and robots.txt.
fn article(name: &str, header: &Header, body: Vec<u8>) -> Result<Option<Article>, SourceError> {
    let kind = Kind::of(&body);
    let text = decode(name, body)?;
    let read = if kind == Kind::Html { read_html(name, &text) } else { Ok(read_text(name, text)) };
    let mut article = match read {
        Err(SourceError::NoArticle { .. }) => return Ok(None),
        read => read?,
    };
    article.url = article.url.or_else(|| header.get("warc-target-uri").map(|_| name.to_owned()));
    Ok(Some(article))
}
