//! Inputs of every kind, good and bad, as one stream of articles.
#![expect(clippy::expect_used, reason = "a test may panic")]

use dateline::source::{Article, Fields, InputOptions, Inputs, Kind, SourceError};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;
use std::path::Path;

const TEXT: &str = "Talks resume in Selm\n\nThe two ministers met on Monday in the old port and agreed to meet again before the winter.\n";
const PAGE: &str = "<!DOCTYPE html><html><body><h1>Talks resume in Selm again</h1><p>The two ministers met on Monday in the old port and agreed to meet again before the winter.</p></body></html>";

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

fn read(path: &Path, options: InputOptions) -> Vec<Result<Article, SourceError>> {
    Inputs::new([path.to_str().expect("a path in UTF-8")], options).collect()
}

fn sources(path: &Path) -> Vec<String> {
    read(path, InputOptions::default())
        .into_iter()
        .map(|found| found.map_or_else(|error| format!("error: {error}"), |article| article.source))
        .collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

#[test]
fn folders_are_read_in_order_and_told_by_content() {
    let lines = format!("{{\"id\": \"l1\", \"text\": {TEXT:?}}}\n");
    let files: [(&str, &[u8]); 6] = [
        ("b.txt", TEXT.as_bytes()),
        ("a/page.txt", PAGE.as_bytes()),
        ("c.jsonl.gz", &gzip(lines.as_bytes())),
        (".hidden", b"never read"),
        ("d.bin", b"\x89PNG\r\n\x1a\n"),
        ("e.txt", b"  "),
    ];
    let folder = folder(&files);
    let found = sources(folder.path());
    assert_eq!(found.len(), 5);
    assert_eq!(found[..3], ["page.txt", "b.txt", "l1"]);
    assert!(found[3].contains("PNG image") && found[4].contains("is empty"), "{found:?}");
}

#[test]
fn patterns_and_missing_files() {
    let folder = folder(&[("1.txt", TEXT.as_bytes()), ("2.txt", TEXT.as_bytes()), ("3.md", TEXT.as_bytes())]);
    assert_eq!(sources(&folder.path().join("*.txt")), ["1.txt", "2.txt"]);
    let missing = sources(&folder.path().join("*.html"));
    assert!(missing[0].contains("cannot read") && missing.len() == 1, "{missing:?}");
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_are_not_followed() {
    let folder = folder(&[("a/1.txt", TEXT.as_bytes())]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("a/loop")).expect("a link");
    assert_eq!(sources(folder.path()), ["1.txt"]);
}

#[test]
fn bad_lines_are_reported_and_passed_over() {
    let lines = format!(
        "{{\"text\": {TEXT:?}, \"date\": \"2024-03-07\", \"authors\": [\"Ana Cruz\"], \"url\": \"https://selm.example/1\"}}\nnot json\n\n{{\"title\": \"no text\"}}\n{{\"id\": \"../../etc/passwd\", \"html\": {PAGE:?}}}\n"
    );
    let folder = folder(&[("a.jsonl", lines.as_bytes())]);
    let found = read(&folder.path().join("a.jsonl"), InputOptions::default());
    assert_eq!(found.len(), 4);
    let first = found[0].as_ref().expect("an article");
    assert_eq!(first.source, "https://selm.example/1");
    assert_eq!(first.published.map(|day| day.to_string()).as_deref(), Some("2024-03-07"));
    assert_eq!(first.headline.as_ref().map(|headline| headline.value.as_str()), Some("Talks resume in Selm"));
    assert_eq!(first.text, TEXT);
    assert!(found[1].as_ref().is_err_and(|error| error.to_string().contains("a.jsonl:2")));
    assert!(found[2].as_ref().is_err_and(|error| error.to_string().contains("a.jsonl:4")));
    // A name is only a name: nothing is opened by it.
    assert_eq!(found[3].as_ref().expect("an article").source, "../../etc/passwd");
}

#[test]
fn fields_can_be_named_and_kinds_forced() {
    let line = format!("{{\"inhalt\": {TEXT:?}, \"text\": \"other\"}}\n");
    let folder = folder(&[("a.txt", line.as_bytes())]);
    let path = folder.path().join("a.txt");
    let fields = Fields { text: vec!["inhalt".to_owned()], ..Fields::default() };
    let found = read(&path, InputOptions { kind: None, fields });
    assert_eq!(found[0].as_ref().expect("an article").text, TEXT);
    let forced = read(&path, InputOptions { kind: Some(Kind::Text), ..InputOptions::default() });
    assert_eq!(forced[0].as_ref().expect("an article").text, line);
}

fn record(kind: &str, uri: &str, block: &str) -> String {
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

#[test]
fn archives_give_their_pages() {
    let (head, tail) = PAGE.split_at(60);
    let chunked = format!("{:x}\r\n{head}\r\n{:x}\r\n{tail}\r\n0\r\n\r\n", head.len(), tail.len());
    let archive = [
        record("warcinfo", "urn:x", "software: test\r\n"),
        record("response", "https://selm.example/1", &format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}")),
        record(
            "response",
            "https://selm.example/gone",
            "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html><body><p>Not here.</p></body></html>",
        ),
        record(
            "response",
            "https://selm.example/2",
            &format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{chunked}"),
        ),
    ];
    let plain = archive.concat();
    let packed: Vec<u8> = archive.iter().flat_map(|record| gzip(record.as_bytes())).collect();
    let folder =
        folder(&[("a.warc", plain.as_bytes()), ("b.warc.gz", &packed), ("c.warc", b"WARC/1.0\r\nWARC-Type: response\r\n\r\nno length")]);
    for name in ["a.warc", "b.warc.gz"] {
        let found = read(&folder.path().join(name), InputOptions::default());
        let urls: Vec<_> = found.iter().map(|article| article.as_ref().expect("an article").url.as_deref()).collect();
        assert_eq!(urls, [Some("https://selm.example/1"), Some("https://selm.example/2")]);
    }
    let damaged = sources(&folder.path().join("c.warc"));
    assert!(damaged.len() == 1 && damaged[0].contains("damaged"), "{damaged:?}");
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let bomb = gzip(&vec![b'a'; 130 << 20]);
    let nested = gzip(&gzip(&gzip(TEXT.as_bytes())));
    let folder = folder(&[("bomb.gz", &bomb), ("nested.gz", &nested), ("cut.gz", &gzip(TEXT.as_bytes())[..40])]);
    let message = |name: &str| sources(&folder.path().join(name)).concat();
    assert!(message("bomb.gz").contains("larger than 128 MB"), "{}", message("bomb.gz"));
    assert!(message("nested.gz").starts_with("error: cannot read"));
    assert!(message("cut.gz").starts_with("error: "), "{}", message("cut.gz"));
}

#[test]
fn zstandard_is_unpacked() {
    // "zstd" of the text "Talks go on." as one raw block.
    let text = b"The talks go on in Selm, they said.";
    let size = u8::try_from(text.len()).expect("a short text");
    let mut frame = vec![0x28, 0xB5, 0x2F, 0xFD, 0x20, size];
    frame.extend_from_slice(&[(size << 3) | 1, size >> 5, 0]);
    frame.extend_from_slice(text);
    let folder = folder(&[("a.txt.zst", &frame)]);
    let found = read(&folder.path().join("a.txt.zst"), InputOptions::default());
    assert_eq!(found[0].as_ref().expect("an article").text.as_bytes(), text);
}

/// A Zstandard frame that says "one byte, 128 KiB of it" again and again.
fn repeated(blocks: usize) -> Vec<u8> {
    let size: u32 = 128 << 10;
    let header = |last: u32| (size << 3 | 1 << 1 | last).to_le_bytes();
    // A window of 128 KiB, no checksum, no content size.
    let mut frame = vec![0x28, 0xB5, 0x2F, 0xFD, 0x00, 7 << 3];
    for block in 0..blocks {
        let [a, b, c, _] = header(u32::from(block + 1 == blocks));
        frame.extend_from_slice(&[a, b, c, b'a']);
    }
    frame
}

#[test]
fn a_zstandard_bomb_is_refused() {
    let mut wide = repeated(1);
    // A window of 3.75 TiB.
    wide[5] = 0xFF;
    let folder = folder(&[("fits.zst", &repeated(8)), ("bomb.zst", &repeated(1100)), ("wide.zst", &wide)]);
    let fits = read(&folder.path().join("fits.zst"), InputOptions::default());
    assert_eq!(fits[0].as_ref().expect("an article").text.len(), 1 << 20);
    let message = |name: &str| sources(&folder.path().join(name)).concat();
    assert!(message("bomb.zst").contains("larger than 128 MB"), "{}", message("bomb.zst"));
    assert!(message("wide.zst").starts_with("error: cannot read"), "{}", message("wide.zst"));
}

#[test]
fn a_bomb_in_an_archive_is_refused_and_the_next_page_read() {
    let page = gzip(&[PAGE.as_bytes(), &vec![b'a'; 40 << 20], b"</body></html>"].concat());
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n";
    let mut archive = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://selm.example/bomb\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{head}",
        head.len() + page.len()
    )
    .into_bytes();
    archive.extend_from_slice(&page);
    archive.extend_from_slice(b"\r\n\r\n");
    let good = record("response", "https://selm.example/1", &format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}"));
    archive.extend_from_slice(good.as_bytes());
    let folder = folder(&[("a.warc", &archive)]);
    let found = read(&folder.path().join("a.warc"), InputOptions::default());
    assert!(found[0].as_ref().is_err_and(|error| error.to_string().contains("larger than 32 MB")), "{:?}", found[0]);
    assert_eq!(found[1].as_ref().expect("an article").url.as_deref(), Some("https://selm.example/1"));
}
