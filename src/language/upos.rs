//! The universal parts of speech (<https://universaldependencies.org/u/pos/>).

use super::label_set::label_set;

label_set! {
    /// Universal part of speech.
    pub enum Upos {
        /// an adjective.
        Adj = "ADJ",
        /// a preposition or postposition.
        Adp = "ADP",
        /// an adverb.
        Adv = "ADV",
        /// an auxiliary verb.
        Aux = "AUX",
        /// a coordinating conjunction.
        Cconj = "CCONJ",
        /// a determiner.
        Det = "DET",
        /// an interjection.
        Intj = "INTJ",
        /// a common noun.
        Noun = "NOUN",
        /// a numeral.
        Num = "NUM",
        /// a particle.
        Part = "PART",
        /// a pronoun.
        Pron = "PRON",
        /// a proper noun.
        Propn = "PROPN",
        /// a punctuation mark.
        Punct = "PUNCT",
        /// a subordinating conjunction.
        Sconj = "SCONJ",
        /// a symbol.
        Sym = "SYM",
        /// a main verb.
        Verb = "VERB",
        /// anything else.
        X = "X",
    }
}
