//! Bytes from files and pipes: unpacked, within limits, and what kind of input they are.

use super::SourceError;
use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;
use std::io::{self, BufRead, BufReader, Cursor, Read};

/// The largest text of one article (bytes).
pub(super) const LARGEST: usize = 128 << 20;
/// How much of a stream is looked at to tell what it is (bytes).
const SAMPLE: usize = 4096;
/// So many layers of compression are taken off.
const LAYERS: usize = 3;

/// A stream of bytes that can be sent to another thread.
pub(super) type Bytes = Box<dyn BufRead + Send>;

/// How an input holds its articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One article as plain text.
    Text,
    /// One article as a web page.
    Html,
    /// One article a line, each a JSON object.
    Jsonl,
    /// Web pages as a crawler keeps them.
    Warc,
}

impl Kind {
    /// Tells the kind from the first bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
        let sample = sample.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(sample);
        let text = String::from_utf8_lossy(sample).to_lowercase();
        let text = text.trim_start();
        let opens = |tags: &[&str]| tags.iter().any(|tag| text.starts_with(tag));
        if text.starts_with("warc/") {
            Self::Warc
        } else if text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with('"')) {
            Self::Jsonl
        } else if opens(&["<!doctype html", "<html", "<head", "<body", "<article", "<main", "<div", "<p>", "<h1"])
            || (text.starts_with('<') && text.contains("<html"))
        {
            Self::Html
        } else {
            Self::Text
        }
    }
}

/// Takes the compression off a stream, whatever its name, and tells what kind it is.
pub(super) fn open(stream: impl Read + Send + 'static) -> io::Result<(Kind, Bytes)> {
    let mut stream: Bytes = Box::new(BufReader::new(stream));
    for _ in 0..LAYERS {
        let (sample, whole) = peek(stream)?;
        stream = if sample.starts_with(b"\x1F\x8B") {
            Box::new(BufReader::new(MultiGzDecoder::new(whole)))
        } else if sample.starts_with(b"\x28\xB5\x2F\xFD") {
            Box::new(BufReader::new(StreamingDecoder::new(whole).map_err(io::Error::other)?))
        } else {
            return Ok((Kind::of(&sample), whole));
        };
    }
    Err(io::Error::new(io::ErrorKind::InvalidData, "compressed more than twice"))
}

/// The first bytes of a stream, and the stream with them.
fn peek(mut stream: Bytes) -> io::Result<(Vec<u8>, Bytes)> {
    let mut sample = Vec::with_capacity(SAMPLE);
    stream.by_ref().take(SAMPLE as u64).read_to_end(&mut sample)?;
    let whole = Cursor::new(sample.clone()).chain(stream);
    Ok((sample, Box::new(whole)))
}

/// All bytes of a file with one article, unpacked.
pub(super) fn read_whole(name: &str, stream: impl Read + Send + 'static) -> Result<Vec<u8>, SourceError> {
    let unreadable = |source| SourceError::Unreadable { name: name.to_owned(), source };
    let (_, stream) = open(stream).map_err(unreadable)?;
    read_limited(name, stream, LARGEST)
}

/// The rest of a stream, if it is no longer than `limit` bytes.
pub(super) fn read_limited(name: &str, stream: impl Read, limit: usize) -> Result<Vec<u8>, SourceError> {
    let mut bytes = Vec::new();
    let read = stream.take(limit as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|source| SourceError::Unreadable { name: name.to_owned(), source })?;
    if bytes.len() > limit {
        return Err(SourceError::TooLarge { name: name.to_owned(), limit: limit >> 20 });
    }
    Ok(bytes)
}

/// The next line of a stream without its end, or none at its end. A longer line than `limit` is passed over as a whole.
pub(super) fn read_line(name: &str, stream: &mut impl BufRead, limit: usize) -> Option<Result<Vec<u8>, SourceError>> {
    let mut line = Vec::new();
    match stream.by_ref().take(limit as u64 + 1).read_until(b'\n', &mut line) {
        Err(source) => return Some(Err(SourceError::Unreadable { name: name.to_owned(), source })),
        Ok(0) => return None,
        Ok(_) => {}
    }
    if line.len() > limit && line.last() != Some(&b'\n') {
        return Some(
            stream
                .skip_until(b'\n')
                .map_err(|source| SourceError::Unreadable { name: name.to_owned(), source })
                .and_then(|_| Err(SourceError::TooLarge { name: name.to_owned(), limit: limit >> 20 })),
        );
    }
    while matches!(line.last(), Some(b'\n' | b'\r')) {
        line.pop();
    }
    Some(Ok(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_kinds() {
        for (start, kind) in [
            ("  <!DOCTYPE html><html>", Kind::Html),
            ("<?xml version='1.0'?><html lang='en'>", Kind::Html),
            ("WARC/1.0\r\n", Kind::Warc),
            ("{\"text\": \"a\"}", Kind::Jsonl),
            ("{braces} in a text", Kind::Text),
            ("<3 is a heart", Kind::Text),
        ] {
            assert_eq!(Kind::of(start.as_bytes()), kind, "{start}");
        }
    }

    #[test]
    fn passes_over_long_lines() {
        let mut stream = Cursor::new(b"one\r\nfar too long a line\ntwo".to_vec());
        let mut next = || read_line("a", &mut stream, 8).map(|line| line.map_err(|error| error.to_string()));
        assert_eq!(next(), Some(Ok(b"one".to_vec())));
        assert!(next().is_some_and(|line| line.is_err()));
        assert_eq!(next(), Some(Ok(b"two".to_vec())));
        assert_eq!(next(), None);
    }
}
