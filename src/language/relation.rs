//! The universal dependency relations (<https://universaldependencies.org/u/dep/>).

use super::UnknownLabel;
use std::str::FromStr;

/// Universal dependency relation, with the subtypes of the English treebanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Relation {
    /// `acl`: clause modifying a noun.
    Acl,
    /// `acl:relcl`: relative clause.
    AclRelcl,
    /// `advcl`: adverbial clause.
    Advcl,
    /// `advcl:relcl`: relative clause modifying a clause.
    AdvclRelcl,
    /// `advmod`: adverb.
    Advmod,
    /// `amod`: adjective modifying a noun.
    Amod,
    /// `appos`: apposition.
    Appos,
    /// `aux`: auxiliary.
    Aux,
    /// `aux:pass`: passive auxiliary.
    AuxPass,
    /// `case`: preposition or possessive ending.
    Case,
    /// `cc`: coordinating conjunction.
    Cc,
    /// `cc:preconj`: first half of a paired conjunction.
    CcPreconj,
    /// `ccomp`: clausal complement.
    Ccomp,
    /// `compound`: noun modifying a noun.
    Compound,
    /// `compound:prt`: verb particle.
    CompoundPrt,
    /// `conj`: conjunct.
    Conj,
    /// `cop`: copula.
    Cop,
    /// `csubj`: clausal subject.
    Csubj,
    /// `csubj:outer`: outer clausal subject.
    CsubjOuter,
    /// `csubj:pass`: passive clausal subject.
    CsubjPass,
    /// `dep`: unspecified.
    Dep,
    /// `det`: determiner.
    Det,
    /// `det:predet`: predeterminer.
    DetPredet,
    /// `discourse`: discourse element.
    Discourse,
    /// `dislocated`: dislocated element.
    Dislocated,
    /// `expl`: expletive.
    Expl,
    /// `fixed`: fixed expression.
    Fixed,
    /// `flat`: flat name.
    Flat,
    /// `goeswith`: part of a word written apart.
    Goeswith,
    /// `iobj`: indirect object.
    Iobj,
    /// `list`: list item.
    List,
    /// `mark`: subordinator.
    Mark,
    /// `nmod`: nominal modifier.
    Nmod,
    /// `nmod:desc`: title or descriptor of a name.
    NmodDesc,
    /// `nmod:poss`: possessor.
    NmodPoss,
    /// `nmod:unmarked`: nominal modifier without preposition.
    NmodUnmarked,
    /// `nsubj`: subject.
    Nsubj,
    /// `nsubj:outer`: outer subject.
    NsubjOuter,
    /// `nsubj:pass`: passive subject.
    NsubjPass,
    /// `nummod`: number.
    Nummod,
    /// `obj`: object.
    Obj,
    /// `obl`: oblique nominal.
    Obl,
    /// `obl:agent`: agent of a passive.
    OblAgent,
    /// `obl:unmarked`: oblique without preposition.
    OblUnmarked,
    /// `orphan`: orphan of an ellipsis.
    Orphan,
    /// `parataxis`: parataxis.
    Parataxis,
    /// `punct`: punctuation.
    Punct,
    /// `reparandum`: overridden speech.
    Reparandum,
    /// `root`: root of the sentence.
    Root,
    /// `vocative`: person addressed.
    Vocative,
    /// `xcomp`: open clausal complement.
    Xcomp,
}

impl Relation {
    /// All values, in the order of their numbers.
    pub const ALL: [Self; 51] = [
        Self::Acl,
        Self::AclRelcl,
        Self::Advcl,
        Self::AdvclRelcl,
        Self::Advmod,
        Self::Amod,
        Self::Appos,
        Self::Aux,
        Self::AuxPass,
        Self::Case,
        Self::Cc,
        Self::CcPreconj,
        Self::Ccomp,
        Self::Compound,
        Self::CompoundPrt,
        Self::Conj,
        Self::Cop,
        Self::Csubj,
        Self::CsubjOuter,
        Self::CsubjPass,
        Self::Dep,
        Self::Det,
        Self::DetPredet,
        Self::Discourse,
        Self::Dislocated,
        Self::Expl,
        Self::Fixed,
        Self::Flat,
        Self::Goeswith,
        Self::Iobj,
        Self::List,
        Self::Mark,
        Self::Nmod,
        Self::NmodDesc,
        Self::NmodPoss,
        Self::NmodUnmarked,
        Self::Nsubj,
        Self::NsubjOuter,
        Self::NsubjPass,
        Self::Nummod,
        Self::Obj,
        Self::Obl,
        Self::OblAgent,
        Self::OblUnmarked,
        Self::Orphan,
        Self::Parataxis,
        Self::Punct,
        Self::Reparandum,
        Self::Root,
        Self::Vocative,
        Self::Xcomp,
    ];

    /// The label as the treebanks write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Acl => "acl",
            Self::AclRelcl => "acl:relcl",
            Self::Advcl => "advcl",
            Self::AdvclRelcl => "advcl:relcl",
            Self::Advmod => "advmod",
            Self::Amod => "amod",
            Self::Appos => "appos",
            Self::Aux => "aux",
            Self::AuxPass => "aux:pass",
            Self::Case => "case",
            Self::Cc => "cc",
            Self::CcPreconj => "cc:preconj",
            Self::Ccomp => "ccomp",
            Self::Compound => "compound",
            Self::CompoundPrt => "compound:prt",
            Self::Conj => "conj",
            Self::Cop => "cop",
            Self::Csubj => "csubj",
            Self::CsubjOuter => "csubj:outer",
            Self::CsubjPass => "csubj:pass",
            Self::Dep => "dep",
            Self::Det => "det",
            Self::DetPredet => "det:predet",
            Self::Discourse => "discourse",
            Self::Dislocated => "dislocated",
            Self::Expl => "expl",
            Self::Fixed => "fixed",
            Self::Flat => "flat",
            Self::Goeswith => "goeswith",
            Self::Iobj => "iobj",
            Self::List => "list",
            Self::Mark => "mark",
            Self::Nmod => "nmod",
            Self::NmodDesc => "nmod:desc",
            Self::NmodPoss => "nmod:poss",
            Self::NmodUnmarked => "nmod:unmarked",
            Self::Nsubj => "nsubj",
            Self::NsubjOuter => "nsubj:outer",
            Self::NsubjPass => "nsubj:pass",
            Self::Nummod => "nummod",
            Self::Obj => "obj",
            Self::Obl => "obl",
            Self::OblAgent => "obl:agent",
            Self::OblUnmarked => "obl:unmarked",
            Self::Orphan => "orphan",
            Self::Parataxis => "parataxis",
            Self::Punct => "punct",
            Self::Reparandum => "reparandum",
            Self::Root => "root",
            Self::Vocative => "vocative",
            Self::Xcomp => "xcomp",
        }
    }
}

impl FromStr for Relation {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        Self::ALL.into_iter().find(|value| value.as_str() == label).ok_or_else(|| UnknownLabel(label.to_owned()))
    }
}
