//! The universal parts of speech (<https://universaldependencies.org/u/pos/>).

use super::UnknownLabel;
use std::str::FromStr;

/// Universal part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Upos {
    /// `ADJ`: an adjective.
    Adj,
    /// `ADP`: a preposition or postposition.
    Adp,
    /// `ADV`: an adverb.
    Adv,
    /// `AUX`: an auxiliary verb.
    Aux,
    /// `CCONJ`: a coordinating conjunction.
    Cconj,
    /// `DET`: a determiner.
    Det,
    /// `INTJ`: an interjection.
    Intj,
    /// `NOUN`: a common noun.
    Noun,
    /// `NUM`: a numeral.
    Num,
    /// `PART`: a particle.
    Part,
    /// `PRON`: a pronoun.
    Pron,
    /// `PROPN`: a proper noun.
    Propn,
    /// `PUNCT`: a punctuation mark.
    Punct,
    /// `SCONJ`: a subordinating conjunction.
    Sconj,
    /// `SYM`: a symbol.
    Sym,
    /// `VERB`: a main verb.
    Verb,
    /// `X`: anything else.
    X,
}

impl Upos {
    /// All values, in the order of their numbers.
    pub const ALL: [Self; 17] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The label as the treebanks write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }
}

impl FromStr for Upos {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        Self::ALL.into_iter().find(|value| value.as_str() == label).ok_or_else(|| UnknownLabel(label.to_owned()))
    }
}
