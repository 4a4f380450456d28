//! An index on disk: sorted pairs of a key and the place of a row, with a directory by the first bits of the keys, so that a key is
//! found with two reads however large the index is.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

const MAGIC: &[u8; 8] = b"DLNAMES1";
/// Magic, rows, bits.
const HEADER: u64 = 24;
/// About so many pairs have the same first bits.
const PAIRS: u64 = 64;
const MOST_BITS: u32 = 20;
/// Pairs are parted by their first bits while they are gathered; each part is then sorted by itself.
const PARTS: usize = 64;
/// Beside the bits: set for an authority whose rows go first.
const FIRST: u64 = 1 << 32;
/// No more pairs are read for one key.
const LONGEST: u64 = 100_000;

/// An index, open for reading.
#[derive(Debug)]
pub(super) struct Index {
    file: Mutex<File>,
    bits: u32,
    pub(super) rows: u64,
    /// Whether its rows go before those of others.
    pub(super) first: bool,
}

impl Index {
    /// Opens an index; none if the file is none.
    pub(super) fn open(path: &Path) -> io::Result<Option<Self>> {
        let mut file = File::open(path)?;
        let mut header = [0; 24];
        if file.read_exact(&mut header).is_err() || header[..8] != *MAGIC {
            return Ok(None);
        }
        let (rows, bits) = (number(&header[8..16]), number(&header[16..24]));
        let first = bits & FIRST != 0;
        let bits = u32::try_from(bits & !FIRST).ok().filter(|bits| *bits <= MOST_BITS);
        Ok(bits.map(|bits| Self { file: Mutex::new(file), bits, rows, first }))
    }

    /// The places of the rows under a key, ascending.
    pub(super) fn places(&self, key: u64) -> io::Result<Vec<u64>> {
        let mut bounds = [0; 16];
        self.read(HEADER + 8 * bucket(key, self.bits), &mut bounds)?;
        let (start, end) = (number(&bounds[..8]), number(&bounds[8..]));
        let count = end.saturating_sub(start).min(LONGEST);
        let directory = HEADER + 8 * ((1 << self.bits) + 1);
        let mut pairs = vec![0; usize::try_from(count * 16).unwrap_or_default()];
        self.read(directory + start * 16, &mut pairs)?;
        let places = pairs.chunks_exact(16).filter(|pair| number(&pair[..8]) == key).map(|pair| number(&pair[8..]));
        Ok(places.collect())
    }

    fn read(&self, at: u64, bytes: &mut [u8]) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(bytes)
    }
}

/// Pairs that are gathered for an index.
pub(super) struct Pairs {
    parts: Vec<BufWriter<File>>,
    count: u64,
}

impl Pairs {
    /// None yet; they are kept in files of the system's temporary folder.
    pub(super) fn new(folder: &Path) -> io::Result<Self> {
        let part = |_| Ok(BufWriter::with_capacity(1 << 14, tempfile::tempfile_in(folder)?));
        Ok(Self { parts: (0..PARTS).map(part).collect::<io::Result<_>>()?, count: 0 })
    }

    /// Adds one.
    pub(super) fn add(&mut self, key: u64, place: u64) -> io::Result<()> {
        self.count += 1;
        let part = usize::try_from(key >> (64 - PARTS.ilog2())).unwrap_or_default();
        self.parts[part].write_all(&key.to_be_bytes())?;
        self.parts[part].write_all(&place.to_be_bytes())
    }

    /// Writes the index of so many rows, which go before those of others or not.
    pub(super) fn finish(self, rows: u64, first: bool, file: &File) -> io::Result<()> {
        let bits = (self.count / PAIRS).max(1).ilog2().min(MOST_BITS);
        let mut starts = vec![0_u64; (1 << bits) + 1];
        let mut out = BufWriter::new(file);
        out.seek(SeekFrom::Start(HEADER + 8 * starts.len() as u64))?;
        for part in self.parts {
            let mut file = part.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.rewind()?;
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            let mut pairs: Vec<(u64, u64)> = bytes.chunks_exact(16).map(|pair| (number(&pair[..8]), number(&pair[8..]))).collect();
            pairs.sort_unstable();
            pairs.dedup();
            for (key, place) in pairs {
                starts[usize::try_from(bucket(key, bits)).unwrap_or_default() + 1] += 1;
                out.write_all(&key.to_be_bytes())?;
                out.write_all(&place.to_be_bytes())?;
            }
        }
        out.rewind()?;
        out.write_all(MAGIC)?;
        out.write_all(&rows.to_be_bytes())?;
        out.write_all(&(u64::from(bits) | if first { FIRST } else { 0 }).to_be_bytes())?;
        let mut sum = 0;
        for count in starts {
            sum += count;
            out.write_all(&sum.to_be_bytes())?;
        }
        out.flush()
    }
}

/// The first bits of a key.
fn bucket(key: u64, bits: u32) -> u64 {
    if bits == 0 { 0 } else { key >> (64 - bits) }
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_is_found_again() {
        let folder = tempfile::tempdir().expect("a folder");
        for count in [0_u64, 1, 100, 20_000] {
            let path = folder.path().join("index");
            let mut pairs = Pairs::new(folder.path()).expect("files");
            let key = |n: u64| (n / 2).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            for n in 0..count {
                pairs.add(key(n), n).expect("added");
            }
            pairs.finish(count, count == 1, &File::create(&path).expect("a file")).expect("written");
            let index = Index::open(&path).expect("a file").expect("an index");
            assert_eq!((index.rows, index.first), (count, count == 1));
            for n in (0..count).step_by(2) {
                let expected: Vec<u64> = [n, n + 1].into_iter().filter(|&n| n < count).collect();
                assert_eq!(index.places(key(n)).expect("readable"), expected);
            }
            assert!(index.places(1).expect("readable").is_empty());
        }
        let path = folder.path().join("other");
        std::fs::write(&path, "no index, but some text that is long enough").expect("written");
        assert!(Index::open(&path).expect("a file").is_none());
    }
}
