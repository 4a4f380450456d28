//! The Penn Treebank tags.

use super::UnknownLabel;
use std::str::FromStr;

/// Penn Treebank part-of-speech tag, as the English Web Treebank and GUM use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Tag {
    /// `$`: currency sign.
    Dollar,
    /// `''`: closing quotation mark.
    CloseQuote,
    /// `,`: comma.
    Comma,
    /// `-LRB-`: opening bracket.
    Lrb,
    /// `-RRB-`: closing bracket.
    Rrb,
    /// `.`: sentence-final mark.
    Stop,
    /// `:`: colon, semicolon, dash.
    Colon,
    /// `ADD`: e-mail or web address.
    Add,
    /// `AFX`: separated affix.
    Afx,
    /// `CC`: coordinating conjunction.
    Cc,
    /// `CD`: cardinal number.
    Cd,
    /// `DT`: determiner.
    Dt,
    /// `EX`: existential there.
    Ex,
    /// `FW`: foreign word.
    Fw,
    /// `GW`: part of a word written apart.
    Gw,
    /// `HYPH`: hyphen inside a word.
    Hyph,
    /// `IN`: preposition or subordinating conjunction.
    In,
    /// `JJ`: adjective.
    Jj,
    /// `JJR`: comparative adjective.
    Jjr,
    /// `JJS`: superlative adjective.
    Jjs,
    /// `LS`: list marker.
    Ls,
    /// `MD`: modal verb.
    Md,
    /// `NFP`: superfluous punctuation.
    Nfp,
    /// `NN`: singular noun.
    Nn,
    /// `NNP`: singular proper noun.
    Nnp,
    /// `NNPS`: plural proper noun.
    Nnps,
    /// `NNS`: plural noun.
    Nns,
    /// `PDT`: predeterminer.
    Pdt,
    /// `POS`: possessive ending.
    Pos,
    /// `PRP`: personal pronoun.
    Prp,
    /// `PRP$`: possessive pronoun.
    PrpPoss,
    /// `RB`: adverb.
    Rb,
    /// `RBR`: comparative adverb.
    Rbr,
    /// `RBS`: superlative adverb.
    Rbs,
    /// `RP`: verb particle.
    Rp,
    /// `SYM`: symbol.
    Sym,
    /// `TO`: to.
    To,
    /// `UH`: interjection.
    Uh,
    /// `VB`: verb, base form.
    Vb,
    /// `VBD`: verb, past tense.
    Vbd,
    /// `VBG`: gerund or present participle.
    Vbg,
    /// `VBN`: past participle.
    Vbn,
    /// `VBP`: present tense, not third person singular.
    Vbp,
    /// `VBZ`: present tense, third person singular.
    Vbz,
    /// `WDT`: wh-determiner.
    Wdt,
    /// `WP`: wh-pronoun.
    Wp,
    /// `WP$`: possessive wh-pronoun.
    WpPoss,
    /// `WRB`: wh-adverb.
    Wrb,
    /// ````: opening quotation mark.
    OpenQuote,
}

impl Tag {
    /// All values, in the order of their numbers.
    pub const ALL: [Self; 49] = [
        Self::Dollar,
        Self::CloseQuote,
        Self::Comma,
        Self::Lrb,
        Self::Rrb,
        Self::Stop,
        Self::Colon,
        Self::Add,
        Self::Afx,
        Self::Cc,
        Self::Cd,
        Self::Dt,
        Self::Ex,
        Self::Fw,
        Self::Gw,
        Self::Hyph,
        Self::In,
        Self::Jj,
        Self::Jjr,
        Self::Jjs,
        Self::Ls,
        Self::Md,
        Self::Nfp,
        Self::Nn,
        Self::Nnp,
        Self::Nnps,
        Self::Nns,
        Self::Pdt,
        Self::Pos,
        Self::Prp,
        Self::PrpPoss,
        Self::Rb,
        Self::Rbr,
        Self::Rbs,
        Self::Rp,
        Self::Sym,
        Self::To,
        Self::Uh,
        Self::Vb,
        Self::Vbd,
        Self::Vbg,
        Self::Vbn,
        Self::Vbp,
        Self::Vbz,
        Self::Wdt,
        Self::Wp,
        Self::WpPoss,
        Self::Wrb,
        Self::OpenQuote,
    ];

    /// The label as the treebanks write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dollar => "$",
            Self::CloseQuote => "''",
            Self::Comma => ",",
            Self::Lrb => "-LRB-",
            Self::Rrb => "-RRB-",
            Self::Stop => ".",
            Self::Colon => ":",
            Self::Add => "ADD",
            Self::Afx => "AFX",
            Self::Cc => "CC",
            Self::Cd => "CD",
            Self::Dt => "DT",
            Self::Ex => "EX",
            Self::Fw => "FW",
            Self::Gw => "GW",
            Self::Hyph => "HYPH",
            Self::In => "IN",
            Self::Jj => "JJ",
            Self::Jjr => "JJR",
            Self::Jjs => "JJS",
            Self::Ls => "LS",
            Self::Md => "MD",
            Self::Nfp => "NFP",
            Self::Nn => "NN",
            Self::Nnp => "NNP",
            Self::Nnps => "NNPS",
            Self::Nns => "NNS",
            Self::Pdt => "PDT",
            Self::Pos => "POS",
            Self::Prp => "PRP",
            Self::PrpPoss => "PRP$",
            Self::Rb => "RB",
            Self::Rbr => "RBR",
            Self::Rbs => "RBS",
            Self::Rp => "RP",
            Self::Sym => "SYM",
            Self::To => "TO",
            Self::Uh => "UH",
            Self::Vb => "VB",
            Self::Vbd => "VBD",
            Self::Vbg => "VBG",
            Self::Vbn => "VBN",
            Self::Vbp => "VBP",
            Self::Vbz => "VBZ",
            Self::Wdt => "WDT",
            Self::Wp => "WP",
            Self::WpPoss => "WP$",
            Self::Wrb => "WRB",
            Self::OpenQuote => "``",
        }
    }
}

impl FromStr for Tag {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        Self::ALL.into_iter().find(|value| value.as_str() == label).ok_or_else(|| UnknownLabel(label.to_owned()))
    }
}
