//! A register's file: decompressed, and told by its content.

use bzip2::read::MultiBzDecoder;
use flate2::read::MultiGzDecoder;
use oxigraph::io::RdfFormat;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};
use std::path::Path;

/// So many bytes of the beginning tell the format.
const BEGINNING: u64 = 1 << 14;
const GZIP: &[u8] = &[0x1f, 0x8b];
const BZIP2: &[u8] = b"BZh";
/// The columns of the dump of `GeoNames`.
const GEONAMES: usize = 19;

/// The format of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The JSON dump of Wikidata: one entity a line.
    Wikidata,
    /// The tables of `GeoNames`, such as `allCountries.txt`.
    Geonames,
    /// RDF; without a syntax as the file's name or content tells.
    Rdf(Option<RdfFormat>),
    /// A table with named columns, parted by commas, semicolons or tabs.
    Table,
}

/// Text of a register.
pub(super) type Reader = BufReader<Chain<Cursor<Vec<u8>>, Box<dyn Read>>>;

/// Opens a file and tells its format.
pub(super) fn open(path: &Path, format: Option<Format>) -> io::Result<(Format, Reader)> {
    let mut file = BufReader::with_capacity(1 << 16, File::open(path)?);
    let magic = file.fill_buf()?;
    let (gzip, bzip2) = (magic.starts_with(GZIP), magic.starts_with(BZIP2));
    let mut plain: Box<dyn Read> = match (gzip, bzip2) {
        (true, _) => Box::new(MultiGzDecoder::new(file)),
        (_, true) => Box::new(MultiBzDecoder::new(file)),
        _ => Box::new(file),
    };
    let mut beginning = Vec::new();
    plain.by_ref().take(BEGINNING).read_to_end(&mut beginning)?;
    let beginning = match beginning.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => rest.to_vec(),
        None => beginning,
    };
    let found = match format.unwrap_or_else(|| tell(&beginning, path)) {
        Format::Rdf(None) => Format::Rdf(Some(syntax(path, &String::from_utf8_lossy(&beginning)))),
        known => known,
    };
    Ok((found, BufReader::with_capacity(1 << 16, Cursor::new(beginning).chain(plain))))
}

/// The format by the beginning of the text, and where that leaves a doubt by the name.
fn tell(beginning: &[u8], path: &Path) -> Format {
    let text = String::from_utf8_lossy(beginning);
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let fields: Vec<&str> = line.split('\t').collect();
    if fields.len() == GEONAMES && fields[0].parse::<u64>().is_ok() {
        return Format::Geonames;
    }
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '[');
    if start.starts_with('{') && text.contains("\"labels\"") && text.contains("\"id\"") {
        return Format::Wikidata;
    }
    let named = extension(path).and_then(|extension| RdfFormat::from_extension(&extension));
    let looks = ["<?xml", "<rdf:RDF", "@prefix", "PREFIX ", "@base", "<http", "{\"@", "[{\"@"]
        .iter()
        .any(|word| text.trim_start().starts_with(word));
    if named.is_some() || looks { Format::Rdf(named) } else { Format::Table }
}

/// The syntax of RDF by the name, else by the beginning.
fn syntax(path: &Path, text: &str) -> RdfFormat {
    let by_name = extension(path).and_then(|extension| RdfFormat::from_extension(&extension));
    let start = text.trim_start();
    by_name.unwrap_or(match start.chars().next() {
        Some('{' | '[') => RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::empty() },
        Some('<') if start.starts_with("<?xml") || start.starts_with("<rdf:RDF") => RdfFormat::RdfXml,
        _ => RdfFormat::TriG,
    })
}

/// The extension of a file's name, without that of its compression.
fn extension(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".bz2")).unwrap_or(&name);
    name.rsplit_once('.').map(|(_, extension)| extension.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_tells_the_format() {
        let geonames = ["7"; GEONAMES].join("\t");
        for (name, text, format) in [
            ("x.txt", geonames.as_str(), Format::Geonames),
            ("x.json", "[\n{\"type\":\"item\",\"id\":\"Q1\",\"labels\":{}},\n", Format::Wikidata),
            ("x.csv", "id,label\n1,A\n", Format::Table),
            ("x.ttl.gz", "# a comment\n", Format::Rdf(Some(RdfFormat::Turtle))),
            ("x", "@prefix skos: <http://x/> .", Format::Rdf(None)),
        ] {
            assert_eq!(tell(text.as_bytes(), Path::new(name)), format, "{name}");
        }
        assert_eq!(syntax(Path::new("x"), "<?xml version=\"1.0\"?>"), RdfFormat::RdfXml);
    }
}
