//! The Penn Treebank tags.

use super::label_set::label_set;

label_set! {
    /// Penn Treebank part-of-speech tag, as the English Web Treebank and GUM use it.
    pub enum Tag {
        /// currency sign.
        Dollar = "$",
        /// closing quotation mark.
        CloseQuote = "''",
        /// comma.
        Comma = ",",
        /// opening bracket.
        Lrb = "-LRB-",
        /// closing bracket.
        Rrb = "-RRB-",
        /// sentence-final mark.
        Stop = ".",
        /// colon, semicolon, dash.
        Colon = ":",
        /// e-mail or web address.
        Add = "ADD",
        /// separated affix.
        Afx = "AFX",
        /// coordinating conjunction.
        Cc = "CC",
        /// cardinal number.
        Cd = "CD",
        /// determiner.
        Dt = "DT",
        /// existential there.
        Ex = "EX",
        /// foreign word.
        Fw = "FW",
        /// part of a word written apart.
        Gw = "GW",
        /// hyphen inside a word.
        Hyph = "HYPH",
        /// preposition or subordinating conjunction.
        In = "IN",
        /// adjective.
        Jj = "JJ",
        /// comparative adjective.
        Jjr = "JJR",
        /// superlative adjective.
        Jjs = "JJS",
        /// list marker.
        Ls = "LS",
        /// modal verb.
        Md = "MD",
        /// superfluous punctuation.
        Nfp = "NFP",
        /// singular noun.
        Nn = "NN",
        /// singular proper noun.
        Nnp = "NNP",
        /// plural proper noun.
        Nnps = "NNPS",
        /// plural noun.
        Nns = "NNS",
        /// predeterminer.
        Pdt = "PDT",
        /// possessive ending.
        Pos = "POS",
        /// personal pronoun.
        Prp = "PRP",
        /// possessive pronoun.
        PrpPoss = "PRP$",
        /// adverb.
        Rb = "RB",
        /// comparative adverb.
        Rbr = "RBR",
        /// superlative adverb.
        Rbs = "RBS",
        /// verb particle.
        Rp = "RP",
        /// symbol.
        Sym = "SYM",
        /// to.
        To = "TO",
        /// interjection.
        Uh = "UH",
        /// verb, base form.
        Vb = "VB",
        /// verb, past tense.
        Vbd = "VBD",
        /// gerund or present participle.
        Vbg = "VBG",
        /// past participle.
        Vbn = "VBN",
        /// present tense, not third person singular.
        Vbp = "VBP",
        /// present tense, third person singular.
        Vbz = "VBZ",
        /// wh-determiner.
        Wdt = "WDT",
        /// wh-pronoun.
        Wp = "WP",
        /// possessive wh-pronoun.
        WpPoss = "WP$",
        /// wh-adverb.
        Wrb = "WRB",
        /// opening quotation mark.
        OpenQuote = "``",
    }
}
