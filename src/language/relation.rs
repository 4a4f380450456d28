//! The universal dependency relations (<https://universaldependencies.org/u/dep/>).

use super::label_set::label_set;

label_set! {
    /// Universal dependency relation, with the subtypes of the English treebanks.
    pub enum Relation {
        /// clause modifying a noun.
        Acl = "acl",
        /// relative clause.
        AclRelcl = "acl:relcl",
        /// adverbial clause.
        Advcl = "advcl",
        /// relative clause modifying a clause.
        AdvclRelcl = "advcl:relcl",
        /// adverb.
        Advmod = "advmod",
        /// adjective modifying a noun.
        Amod = "amod",
        /// apposition.
        Appos = "appos",
        /// auxiliary.
        Aux = "aux",
        /// passive auxiliary.
        AuxPass = "aux:pass",
        /// preposition or possessive ending.
        Case = "case",
        /// coordinating conjunction.
        Cc = "cc",
        /// first half of a paired conjunction.
        CcPreconj = "cc:preconj",
        /// clausal complement.
        Ccomp = "ccomp",
        /// noun modifying a noun.
        Compound = "compound",
        /// verb particle.
        CompoundPrt = "compound:prt",
        /// conjunct.
        Conj = "conj",
        /// copula.
        Cop = "cop",
        /// clausal subject.
        Csubj = "csubj",
        /// outer clausal subject.
        CsubjOuter = "csubj:outer",
        /// passive clausal subject.
        CsubjPass = "csubj:pass",
        /// unspecified.
        Dep = "dep",
        /// determiner.
        Det = "det",
        /// predeterminer.
        DetPredet = "det:predet",
        /// discourse element.
        Discourse = "discourse",
        /// dislocated element.
        Dislocated = "dislocated",
        /// expletive.
        Expl = "expl",
        /// fixed expression.
        Fixed = "fixed",
        /// flat name.
        Flat = "flat",
        /// part of a word written apart.
        Goeswith = "goeswith",
        /// indirect object.
        Iobj = "iobj",
        /// list item.
        List = "list",
        /// subordinator.
        Mark = "mark",
        /// nominal modifier.
        Nmod = "nmod",
        /// title or descriptor of a name.
        NmodDesc = "nmod:desc",
        /// possessor.
        NmodPoss = "nmod:poss",
        /// nominal modifier without preposition.
        NmodUnmarked = "nmod:unmarked",
        /// subject.
        Nsubj = "nsubj",
        /// outer subject.
        NsubjOuter = "nsubj:outer",
        /// passive subject.
        NsubjPass = "nsubj:pass",
        /// number.
        Nummod = "nummod",
        /// object.
        Obj = "obj",
        /// oblique nominal.
        Obl = "obl",
        /// agent of a passive.
        OblAgent = "obl:agent",
        /// oblique without preposition.
        OblUnmarked = "obl:unmarked",
        /// orphan of an ellipsis.
        Orphan = "orphan",
        /// parataxis.
        Parataxis = "parataxis",
        /// punctuation.
        Punct = "punct",
        /// overridden speech.
        Reparandum = "reparandum",
        /// root of the sentence.
        Root = "root",
        /// person addressed.
        Vocative = "vocative",
        /// open clausal complement.
        Xcomp = "xcomp",
    }
}
