//! Authorities that the user added: rows in a file, found by name through an index beside it, both read in place.

mod index;
mod layer;
mod writer;

pub use layer::{Layer, layers};
pub use writer::Writer;

use super::acronym::acronym;
use super::{Kind, fold, is_acronym, romanized};
use sha2::{Digest, Sha256};
use std::io;
use std::path::PathBuf;

/// What the files of an added authority end in.
const ROWS: &str = "rows";
const INDEX: &str = "index";

/// Why an added authority cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AddedError {
    /// A file cannot be read or written.
    #[error("cannot use {}: check that it is there, that you may use it and that the disk is not full", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file is not what it should be.
    #[error("{} is damaged or of another version of this program: add the authority again with `dateline authority add`", .0.display())]
    Damaged(PathBuf),
    /// There is no authority of that name.
    #[error("no authority {name:?} was added to {}: `dateline authority list` shows those that were", folder.display())]
    Unknown {
        /// The name.
        name: String,
        /// The folder.
        folder: PathBuf,
    },
}

/// The keys under which a row with a name is found.
fn keys(name: &str, kind: Kind) -> Vec<u64> {
    let mut keys = vec![key_of_name(name)];
    keys.extend((kind == Kind::Person).then(|| key_of_person(name)));
    keys.extend(acronym(name, kind).map(|acronym| hash("a", &acronym)));
    keys
}

/// The keys under which rows may stand that words in a text name.
fn keys_of_words(words: &str) -> Vec<u64> {
    let mut keys = vec![key_of_name(words)];
    keys.extend(words.contains(' ').then(|| key_of_person(words)));
    keys.extend(is_acronym(words).then(|| hash("a", &words.to_lowercase())));
    keys
}

/// The key of a name but for case and accents.
fn key_of_name(name: &str) -> u64 {
    hash("n", &fold(name))
}

/// The key of the first and last word of a name in any romanization.
fn key_of_person(name: &str) -> u64 {
    hash("p", &super::keys::outer(&romanized(name)))
}

/// The same on every machine and in every version.
fn hash(space: &str, text: &str) -> u64 {
    let digest = Sha256::new().chain_update(space).chain_update(text).finalize();
    digest.iter().take(8).fold(0, |number, &byte| number << 8 | u64::from(byte))
}
