//! From bytes to text: which encoding they are in, and whether they are text at all.

use super::SourceError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How files of other kinds begin.
const SIGNATURES: [(&[u8], &str); 13] = [
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1F\x8B", "gzip-compressed"),
    (b"\x28\xB5\x2F\xFD", "zstd-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xFD7zXZ\0", "xz-compressed"),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"),
    (b"\xD0\xCF\x11\xE0", "an old office document"),
    (b"\x7FELF", "a program"),
    (b"{\\rtf", "a rich-text document"),
];

/// One control character in so many bytes is still taken for a slip.
const BYTES_PER_CONTROL: usize = 200;
/// Detecting an encoding looks at no more than this.
const SAMPLE: usize = 1 << 20;

/// Decodes a file's bytes, without its byte-order mark. The text is otherwise left as it is.
///
/// # Errors
/// [`SourceError::Binary`] if the bytes are no text, [`SourceError::Empty`] if they are only white space.
pub(super) fn decode(name: &str, bytes: Vec<u8>) -> Result<String, SourceError> {
    let binary = |what| Err(SourceError::Binary { name: name.to_owned(), what });
    if let Some(&(_, what)) = SIGNATURES.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return binary(what);
    }
    let text = decode_text(bytes);
    let controls = text.bytes().filter(|&byte| is_control(byte)).count();
    if text.contains('\0') || controls * BYTES_PER_CONTROL > text.len() {
        return binary("a binary file");
    }
    if text.trim().is_empty() {
        return Err(SourceError::Empty { name: name.to_owned() });
    }
    Ok(text)
}

fn decode_text(bytes: Vec<u8>) -> String {
    if let Some((encoding, length)) = Encoding::for_bom(&bytes) {
        return encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default()).0.into_owned();
    }
    match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => other(text.as_bytes()),
        Ok(text) => text,
        Err(error) => other(error.as_bytes()),
    }
}

fn other(bytes: &[u8]) -> String {
    let encoding = wide(bytes).unwrap_or_else(|| if damaged_utf8(bytes) { UTF_8 } else { guess(bytes) });
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// UTF-16 without a byte-order mark: every other byte of Latin text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096) & !1).filter(|sample| sample.len() >= 8)?;
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    if odd * 2 > pairs && even * 20 < pairs {
        Some(UTF_16LE)
    } else if even * 2 > pairs && odd * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// True for UTF-8 with a few broken bytes: other encodings hardly ever form its longer sequences by chance.
fn damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 4 * bad
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..SAMPLE).unwrap_or(bytes), true);
    detector.guess(None, Utf8Detection::Deny)
}

fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        decode("a.txt", bytes.to_vec()).expect("this is text")
    }

    #[test]
    fn keeps_what_the_file_says() {
        let text = "Caf\u{e9}\u{a0}talks\r\nsix\u{2011}party \u{201c}round\u{201d}\n";
        assert_eq!(read(text.as_bytes()), text);
        assert_eq!(read(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()), text);
    }

    #[test]
    fn reads_utf_16_with_and_without_mark() {
        let text = "The ministers met in Ankara on Monday.";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&little), text);
        assert_eq!(read(&big), text);
        assert_eq!(read(&[b"\xFF\xFE".to_vec(), little].concat()), text);
        assert_eq!(read(&[b"\xFE\xFF".to_vec(), big].concat()), text);
    }

    #[test]
    fn detects_other_encodings() {
        assert_eq!(read(b"The caf\xE9 owner said \x93we will reopen\x94 on Monday."), "The café owner said “we will reopen” on Monday.");
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("Министры встретились в понедельник в Анкаре, сообщило агентство.");
        assert_eq!(read(&bytes), "Министры встретились в понедельник в Анкаре, сообщило агентство.");
    }

    #[test]
    fn mends_damaged_utf_8() {
        let bytes = ["“Yes”, he said – “no”, she said.".as_bytes(), b"\xFF end"].concat();
        assert_eq!(read(&bytes), "“Yes”, he said – “no”, she said.\u{fffd} end");
    }

    #[test]
    fn refuses_what_is_no_text() {
        let message = |bytes: &[u8]| decode("a.bin", bytes.to_vec()).expect_err("not an article").to_string();
        assert!(message(b"%PDF-1.7 and so on").starts_with("a.bin is a PDF document, not text"));
        assert!(message(b"PK\x03\x04rest").contains("ZIP"));
        assert!(message(b"\x89PNG\r\n\x1a\nrest").contains("PNG"));
        assert!(message(b"one\0two and three").contains("binary"));
        assert!(message(b"\x01\x02\x03\x04\x05 text").contains("binary"));
        assert!(message(b" \r\n\t\n").contains("empty"));
        assert!(message(b"").contains("empty"));
        assert!(message(b"\xEF\xBB\xBF").contains("empty"));
    }
}
