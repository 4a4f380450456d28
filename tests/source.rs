//! Reading articles: golden pages, bad files, and what holds for any text.
#![expect(clippy::expect_used, reason = "a test may panic")]

use dateline::source::{Article, Stated, read_bytes, read_path, read_text};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What an article was read as, in the form of the `.expected` files.
fn summary(article: &Article) -> String {
    let value = |stated: &Option<Stated>| stated.as_ref().map_or("-".to_owned(), |stated| stated.value.clone());
    let authors: Vec<&str> = article.authors.iter().map(|author| author.value.as_str()).collect();
    let mut out = String::new();
    let _ = writeln!(out, "headline: {}\nauthors: {}", value(&article.headline), authors.join("; "));
    let _ = writeln!(out, "publisher: {}", value(&article.publisher));
    let _ = writeln!(out, "published: {}", article.published.map_or("-".to_owned(), |day| day.to_string()));
    let _ = writeln!(out, "language: {}\nurl: {}", article.language.as_deref().unwrap_or("-"), article.url.as_deref().unwrap_or("-"));
    for block in &article.blocks {
        let _ = writeln!(out, "{:?}: {}", block.kind, block.span.of(&article.text).replace('\n', " "));
    }
    out
}

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/source");
    let mut found: Vec<PathBuf> = folder.read_dir().expect("the folder of fixtures").map(|entry| entry.expect("an entry").path()).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    found.sort();
    found
}

#[test]
fn golden_pages() {
    let fixtures = fixtures();
    assert!(fixtures.len() >= 5, "fixtures are missing");
    for path in fixtures {
        let article = read_path(&path).expect("a readable fixture");
        let expected = std::fs::read_to_string(path.with_extension("expected")).unwrap_or_default();
        assert_eq!(summary(&article), expected, "{}", path.display());
    }
}

#[test]
fn the_text_and_its_hash_are_kept() {
    let text = "Talks\r\n\r\nThe \u{a0}six\u{2011}party talks began.\r\n";
    let article = read_text("talks.txt", text.to_owned());
    assert_eq!(article.text, text);
    assert_eq!(read_text("x", "abc".to_owned()).hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn the_source_is_the_name_of_the_file() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/source/bare.txt");
    assert_eq!(read_path(&path).expect("a readable fixture").source, "bare.txt");
}

#[test]
fn bad_files_are_named_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let message = |name: &str, bytes: Option<&[u8]>| {
        let path = folder.path().join(name);
        if let Some(bytes) = bytes {
            std::fs::write(&path, bytes).expect("a writable folder");
        }
        let error = read_path(&path).expect_err("no article").to_string();
        assert!(error.contains(&path.display().to_string()), "{error}");
        error
    };
    assert!(message("empty.txt", Some(b" \n\t")).contains("is empty: give"));
    assert!(message("a.pdf", Some(b"%PDF-1.4 ...")).contains("PDF document, not text: save"));
    assert!(message("a.bin", Some(b"a\0b")).contains("a binary file"));
    assert!(message("missing.txt", None).contains("check that it exists"));
    assert!(read_path(folder.path()).is_err());
}

#[test]
fn one_huge_line_is_one_paragraph() {
    let text = "The minister said on Monday that talks would go on. ".repeat(100_000);
    let article = read_text("huge.txt", text);
    assert_eq!(article.blocks.len(), 1);
    assert!(article.headline.is_none());
}

proptest! {
    #[test]
    fn blocks_are_in_order_and_cover_the_words(text in "(\\PC|[\n\r\t|#*\\-0-9.:() ]|By |Read more|[A-Z][a-z]{2,9} |12 May 2024|\u{a0}|é|“|”){0,120}") {
        let article = read_text("any.txt", text.clone());
        let mut end = 0;
        for block in &article.blocks {
            prop_assert!(block.span.start >= end && block.span.start < block.span.end);
            let words = text.get(block.span.start..block.span.end);
            prop_assert_eq!(words.map(str::trim), words);
            let gap = &text[end..block.span.start];
            prop_assert!(!gap.contains(char::is_alphabetic), "words outside of blocks: {:?}", gap);
            end = block.span.end;
        }
        prop_assert!(!text[end..].contains(char::is_alphabetic));
        for stated in article.headline.iter().chain(&article.authors).chain(&article.publisher) {
            let span = stated.span.expect("read from the text");
            let folded = text[span.start..span.end].split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(&folded, &stated.value);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(article) = read_bytes("any.bin", bytes) {
            prop_assert!(!article.text.trim().is_empty());
        }
    }

    #[test]
    fn any_markup_is_read_or_refused(soup in "(<(/|)(p|div|h1|li|table|td|svg|b|script|title|meta name=author content=A|time datetime=2024-05-01|!--)>|[a-z]{3,9} |\\.|&amp;|&#0;|é|\"){0,150}") {
        if let Ok(article) = read_bytes("any.html", format!("<html>{soup}").into_bytes()) {
            for block in &article.blocks {
                prop_assert!(article.text.get(block.span.start..block.span.end).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}
