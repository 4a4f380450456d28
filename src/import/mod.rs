//! Stage 7: other people's registers as authorities: dumps of Wikidata and `GeoNames`, SKOS and other RDF, tables.

mod geonames;
mod open;
mod rdf;
mod row;
mod table;
mod wikidata;

pub use open::Format;
pub use table::Part;

use crate::authority::{AddedError, Authority, Kind, Writer};
use row::Row;
use std::io;
use std::path::{Path, PathBuf};

/// How a register is read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Its format; as its content tells if none is given.
    pub format: Option<Format>,
    /// The kind of what it lists, where it does not say.
    pub kind: Option<Kind>,
    /// What identifiers that are no IRIs begin with.
    pub prefix: Option<String>,
    /// The columns of a table, where they have other names.
    pub columns: Vec<(Part, String)>,
}

/// What became of the rows of a register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// Rows that were added.
    pub added: u64,
    /// Rows of things that nobody asks an authority for.
    pub passed: u64,
    /// Rows that are wrong.
    pub wrong: u64,
}

/// Why a register cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It is not there, or breaks off.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is of none of the formats.
    #[error("{}: {why}", path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// What is wrong, and what to do.
        why: String,
    },
    /// The authority cannot be written.
    #[error(transparent)]
    Added(#[from] AddedError),
}

/// What the readers share: where rows go, and what became of them.
struct Sink<'a> {
    writer: &'a mut Writer,
    countries: &'a Authority,
    options: &'a Options,
    told: &'a mut dyn FnMut(&str),
    path: &'a Path,
    imported: Imported,
}

/// Reads a register into an authority. `told` hears of each row that is wrong; the rest is added.
///
/// # Errors
/// If the file cannot be read at all, or the authority not be written.
pub fn import(
    path: &Path,
    options: &Options,
    (writer, countries): (&mut Writer, &Authority),
    told: &mut dyn FnMut(&str),
) -> Result<Imported, ImportError> {
    let read = |source| ImportError::Read { path: path.to_owned(), source };
    let (format, reader) = open::open(path, options.format).map_err(read)?;
    let mut sink = Sink { writer, countries, options, told, path, imported: Imported::default() };
    match format {
        Format::Wikidata => wikidata::read(reader, &mut sink)?,
        Format::Geonames => geonames::read(reader, &mut sink)?,
        Format::Table => table::read(reader, &mut sink)?,
        Format::Rdf(syntax) => rdf::read(reader, syntax, &mut sink)?,
    }
    Ok(sink.imported)
}

impl Sink<'_> {
    /// Takes what was read at a place: a row, nothing of interest, or what is wrong.
    fn take(&mut self, place: &str, row: Result<Option<Row>, String>) -> Result<(), ImportError> {
        match row.and_then(|row| row.map(|row| row.checked(self.options)).transpose()) {
            Ok(Some(row)) => {
                self.writer.add(&row.record())?;
                self.imported.added += 1;
            }
            Ok(None) => self.imported.passed += 1,
            Err(why) => {
                self.imported.wrong += 1;
                (self.told)(&format!("{}:{place}: {why}", self.path.display()));
            }
        }
        Ok(())
    }

    fn read_error(&self, source: io::Error) -> ImportError {
        ImportError::Read { path: self.path.to_owned(), source }
    }

    fn format_error(&self, why: impl Into<String>) -> ImportError {
        ImportError::Format { path: self.path.to_owned(), why: why.into() }
    }

    /// The label under which the built-in authority has a country with an ISO code or identifier.
    fn country(&self, code: &str) -> Option<&str> {
        let is_it = |record: &&crate::authority::Record| record.kind == Kind::Country && (record.iso == code || record.id == code);
        if code.is_empty() { None } else { self.countries.records().iter().find(is_it).map(|record| record.label) }
    }
}
