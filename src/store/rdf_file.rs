//! RDF files, by themselves or in place of a store.

use super::{Store, StoreError};
use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::{IriParseError, Quad};
use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

/// Why a file gives no graph.
#[derive(Debug, thiserror::Error)]
pub enum RdfFileError {
    /// Its name does not say what it is.
    #[error("{}: the name does not say which RDF it is: it must end in .nq, .trig, .ttl, .nt, .rdf or .jsonld", .0.display())]
    Format(PathBuf),
    /// It cannot be opened or read.
    #[error("cannot read {}: check that it is there and that you may read it", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is not what its name says: at which line and column.
    #[error("{} is malformed", path.display())]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// What stands where.
        source: RdfParseError,
    },
    /// What relative IRIs are to be read against is none itself.
    #[error("{iri:?} is no IRI that others can be read against")]
    Base {
        /// What was given.
        iri: String,
        /// What is wrong with it.
        source: IriParseError,
    },
    /// The memory cannot be had.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// All quads of a file, as they stand in it. Relative IRIs are read against `base`, or else the file's own.
///
/// # Errors
/// If it cannot be read, or is malformed.
pub fn read_file(path: &Path, base: Option<&str>) -> Result<Vec<Quad>, RdfFileError> {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let format = match extension {
        "jsonld" | "json" => Some(RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() }),
        // N-Triples, for the parser; an article, for everybody else here.
        "txt" => None,
        other => RdfFormat::from_extension(other),
    };
    let format = format.ok_or_else(|| RdfFileError::Format(path.to_owned()))?;
    let read = |source| RdfFileError::Read { path: path.to_owned(), source };
    let file = File::open(path).map_err(read)?;
    let base = match base {
        Some(base) => base.to_owned(),
        None => format!("file://{}", path.canonicalize().map_err(read)?.display()).replace(' ', "%20"),
    };
    let parser = RdfParser::from_format(format).with_base_iri(&base).map_err(|source| RdfFileError::Base { iri: base.clone(), source })?;
    let quads = parser.for_reader(BufReader::new(file)).collect::<Result<_, _>>();
    quads.map_err(|error| match error {
        RdfParseError::Io(source) => read(source),
        source @ RdfParseError::Syntax(_) => RdfFileError::Malformed { path: path.to_owned(), source },
    })
}

impl Store {
    /// A store in memory that holds what some files say.
    ///
    /// # Errors
    /// If one cannot be read.
    pub fn of_files(paths: &[PathBuf], base: Option<&str>) -> Result<Self, RdfFileError> {
        let store = Self::in_memory()?;
        for path in paths {
            let quads = read_file(path, base)?;
            store.inner.extend(quads).map_err(|source| StoreError::storage(&store.path, source))?;
        }
        Ok(store)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_graph_of_a_file_is_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("two words.trig");
        std::fs::write(&path, "<a> <b> \"c\" . _:g { <a> <b> <d> } <http://a.example/g> { <a> <b> <e> }").expect("a file");
        let store = Store::of_files(std::slice::from_ref(&path), None).expect("TriG");
        assert_eq!(store.len().expect("memory"), 3);
        let quads = read_file(&path, Some("http://a.example/x/y")).expect("TriG");
        assert_eq!(quads[0].subject.to_string(), "<http://a.example/x/a>");
    }

    #[test]
    fn a_bad_file_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let complaint = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).expect("a file");
            let error = read_file(&path, None).expect_err("bad");
            format!("{error}: {}", std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default())
        };
        assert!(complaint("a.txt", "").contains("a.txt: the name does not say"));
        assert!(complaint("a.nt", "<http://a.example/a> <b> .").contains("a.nt is malformed"));
        assert!(read_file(&folder.path().join("none.nt"), None).expect_err("missing").to_string().contains("cannot read"));
    }
}
