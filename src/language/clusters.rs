//! Word clusters: which words are used alike in a large body of news, at four granularities.

use super::model::{self, ModelError, ModelFile};
use super::table::{self, Table};
use std::borrow::Cow;

/// The clusters of all known words: a [`Table`] whose values are four ids in 5, 7, 9 and 11 bits.
#[derive(Debug, Clone)]
pub struct Clusters(Table);

/// The cluster ids of one word, from coarse (32 clusters) to fine (1,500).
pub type Ids = [u16; 4];

const LAYER: &str = "clusters";
const WORDS: &str = "words";
const WIDTHS: [u32; 4] = [5, 7, 9, 11];

impl Clusters {
    /// Opens the layer's file.
    ///
    /// # Errors
    /// If the bytes are not that file.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let file = ModelFile::open(LAYER, bytes)?;
        Table::new(file.section(WORDS)?).map(Self).ok_or_else(|| file.unusable(WORDS))
    }

    /// The clusters of a word, given by the [`word_hash`](super::linear::word_hash) of its
    /// [`normalize`](super::word::normalize)d form (lower-cased, digits as `0`).
    #[must_use]
    pub fn get(&self, word: u64) -> Option<Ids> {
        self.0.get(word).map(unpack)
    }
}

/// The bytes of the layer's file, from words (by the hash of their normal form) and their ids, in any order.
#[must_use]
pub fn encode(words: &[(u64, Ids)]) -> Vec<u8> {
    let table = table::encode(&words.iter().map(|&(word, ids)| (word, pack(ids))).collect::<Vec<_>>());
    model::write(LAYER, &[(WORDS, table)])
}

fn pack(ids: Ids) -> u32 {
    ids.iter().zip(WIDTHS).fold(0, |packed, (&id, width)| packed << width | (u32::from(id) & ((1 << width) - 1)))
}

fn unpack(mut packed: u32) -> Ids {
    let mut ids = [0; 4];
    for (id, width) in ids.iter_mut().zip(WIDTHS).rev() {
        #[expect(clippy::cast_possible_truncation, reason = "at most eleven bits")]
        let value = (packed & ((1 << width) - 1)) as u16;
        *id = value;
        packed >>= width;
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_survive_packing() {
        let clusters = Clusters::open(Cow::Owned(encode(&[(1, [31, 127, 511, 1499]), (2, [0, 1, 2, 3])]))).expect("opens");
        assert_eq!(clusters.get(1), Some([31, 127, 511, 1499]));
        assert_eq!(clusters.get(2), Some([0, 1, 2, 3]));
        assert_eq!(clusters.get(3), None);
    }
}
