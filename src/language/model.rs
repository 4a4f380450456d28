//! The file of one trained layer: named sections behind a version and a checksum, read in place.
//!
//! Layout, little-endian: the magic `DATELINE`, `version: u32`, `crc32: u32` of all that follows, the layer's name,
//! the number of sections (`u32`); for each section its name, offset and length (`u32` each, the offset counted
//! from the first section's first byte); then the sections, each at a multiple of [`LINE`] bytes in the file, with zeros between.
//! A name is its length (one byte) and its bytes.

use std::borrow::Cow;
use std::ops::Range;

const MAGIC: &[u8; 8] = b"DATELINE";
/// Of the layout and of what the sections hold; a model of another version is refused.
const VERSION: u32 = 2;
const HEADER: usize = 16;
/// Bytes that a processor fetches at once. What begins at a multiple of it and is no longer costs one wait for memory.
pub const LINE: usize = 64;

/// The bytes of a file that is embedded in the program, at a place where its lines are the processor's.
#[derive(Debug)]
#[repr(C, align(64))]
pub struct Embedded<Bytes: ?Sized>(pub Bytes);

/// Why a trained layer, or a list that goes with it, cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The bytes do not begin as a model does.
    #[error("the {0} model is not a model file of Dateline; train it again or take the file of the release")]
    NotAModel(&'static str),
    /// A model of another version of the program.
    #[error("the {layer} model has version {found}, this program reads version {VERSION}; train it again")]
    Version {
        /// The layer that was asked for.
        layer: &'static str,
        /// The version in the file.
        found: u32,
    },
    /// The bytes are not those that were written.
    #[error("the {0} model is damaged: its checksum is wrong; train it again or take the file of the release")]
    Checksum(&'static str),
    /// Another layer's file.
    #[error("the file holds the {found} model, not the {layer} model")]
    Layer {
        /// The layer that was asked for.
        layer: &'static str,
        /// The layer in the file.
        found: String,
    },
    /// A section is absent or not what it should be.
    #[error("the {layer} model has no usable section {section:?}; train it again")]
    Section {
        /// The layer.
        layer: &'static str,
        /// The section.
        section: String,
    },
    /// A list of words that the program ships is not what it should be.
    #[error("a list in ontology/lexicon cannot be read: {0}")]
    Words(String),
}

/// A trained layer's file, opened and checked.
#[derive(Debug, Clone)]
pub struct ModelFile {
    layer: &'static str,
    bytes: Cow<'static, [u8]>,
    sections: Vec<(String, Range<usize>)>,
}

impl ModelFile {
    /// Opens a layer's bytes: checks magic, version, checksum and layer.
    ///
    /// # Errors
    /// If one of them is wrong.
    pub fn open(layer: &'static str, bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let word = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let (Some(magic), Some(version), Some(checksum), Some(body)) = (bytes.get(..8), word(8), word(12), bytes.get(HEADER..)) else {
            return Err(ModelError::NotAModel(layer));
        };
        if magic != MAGIC {
            return Err(ModelError::NotAModel(layer));
        }
        if version != VERSION {
            return Err(ModelError::Version { layer, found: version });
        }
        if crc32fast::hash(body) != checksum {
            return Err(ModelError::Checksum(layer));
        }
        let (found, sections) = directory(&bytes).ok_or(ModelError::NotAModel(layer))?;
        if found != layer {
            return Err(ModelError::Layer { layer, found });
        }
        Ok(Self { layer, bytes, sections })
    }

    /// The bytes of a section: in place if the file is embedded in the program.
    ///
    /// # Errors
    /// If there is no such section.
    pub fn section(&self, name: &str) -> Result<Cow<'static, [u8]>, ModelError> {
        let range = self.sections.iter().find(|s| s.0 == name).map(|s| s.1.clone()).ok_or_else(|| self.unusable(name))?;
        match &self.bytes {
            Cow::Borrowed(bytes) => bytes.get(range).map(Cow::Borrowed),
            Cow::Owned(bytes) => bytes.get(range).map(|section| Cow::Owned(section.to_vec())),
        }
        .ok_or_else(|| self.unusable(name))
    }

    /// The error for a section that is not what it should be.
    #[must_use]
    pub fn unusable(&self, section: &str) -> ModelError {
        ModelError::Section { layer: self.layer, section: section.to_owned() }
    }
}

/// Sections by name.
type Sections = Vec<(String, Range<usize>)>;

/// The layer's name and the sections, as ranges of the file's bytes.
fn directory(bytes: &[u8]) -> Option<(String, Sections)> {
    let mut rest = bytes.get(HEADER..)?;
    let layer = take_name(&mut rest)?;
    let count = take_word(&mut rest)?;
    let mut sections = Vec::new();
    for _ in 0..count {
        sections.push((take_name(&mut rest)?, take_word(&mut rest)? as usize, take_word(&mut rest)? as usize));
    }
    let first = (bytes.len() - rest.len()).next_multiple_of(LINE);
    let ranged = sections.into_iter().map(|(name, offset, length)| {
        let range = first + offset..first + offset + length;
        (range.end <= bytes.len()).then_some((name, range))
    });
    Some((layer, ranged.collect::<Option<_>>()?))
}

fn take_word(bytes: &mut &[u8]) -> Option<u32> {
    let (word, rest) = bytes.split_first_chunk::<4>()?;
    *bytes = rest;
    Some(u32::from_le_bytes(*word))
}

fn take_name(bytes: &mut &[u8]) -> Option<String> {
    let (length, rest) = bytes.split_first()?;
    let (name, rest) = rest.split_at_checked(usize::from(*length))?;
    *bytes = rest;
    String::from_utf8(name.to_vec()).ok()
}

/// The bytes of a layer's file.
#[must_use]
pub fn write(layer: &str, sections: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let word = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes();
    let name = |name: &str| [&[u8::try_from(name.len()).unwrap_or(u8::MAX)], name.as_bytes()].concat();
    let mut body = name(layer);
    body.extend(word(sections.len()));
    let mut offset = 0;
    for (section, bytes) in sections {
        body.extend(name(section));
        body.extend(word(offset));
        body.extend(word(bytes.len()));
        offset += bytes.len().next_multiple_of(LINE);
    }
    for (_, bytes) in sections {
        body.resize((HEADER + body.len()).next_multiple_of(LINE) - HEADER, 0);
        body.extend(bytes);
    }
    let checksum = crc32fast::hash(&body).to_le_bytes();
    [MAGIC.as_slice(), &VERSION.to_le_bytes(), &checksum, &body].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Vec<u8> {
        write("names", &[("weights", vec![1, 2, 3]), ("words", vec![4])])
    }

    #[test]
    fn what_was_written_is_read() {
        let model = ModelFile::open("names", Cow::Owned(file())).expect("opens");
        assert_eq!(&*model.section("weights").expect("there"), [1, 2, 3]);
        assert_eq!(&*model.section("words").expect("there"), [4]);
        assert!(matches!(model.section("other"), Err(ModelError::Section { .. })));
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        for at in 0..file().len() {
            let mut bytes = file();
            bytes[at] ^= 0x10;
            assert!(ModelFile::open("names", Cow::Owned(bytes)).is_err(), "byte {at}");
        }
    }

    #[test]
    fn every_shortened_file_is_refused() {
        for length in 0..file().len() {
            assert!(ModelFile::open("names", Cow::Owned(file()[..length].to_vec())).is_err(), "length {length}");
        }
    }

    #[test]
    fn another_layers_file_is_refused() {
        assert!(matches!(ModelFile::open("tags", Cow::Owned(file())), Err(ModelError::Layer { .. })));
    }
}
