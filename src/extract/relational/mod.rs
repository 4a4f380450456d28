//! Who is tied to what by a relational noun: a title or a kinship, before a name, after it, or stated by a clause.

mod apposition;
mod clause;
mod complement;
mod naming;
mod nouns;
mod phrase;

pub(crate) use nouns::{Nouns, plain};
pub(crate) use phrase::{NounPhrase, Reader, is_possessive};

use super::{EntityClass, MentionId, MentionKind};

/// A person with a relational noun that the text says of them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Holding {
    /// Who.
    pub(crate) person: MentionId,
    /// The noun with what it is of.
    pub(crate) phrase: NounPhrase,
    /// How it was found.
    pub(crate) how: How,
}

/// In which way the text says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// "President Ana Quispe"
    BeforeName,
    /// "the president, Ana Quispe"
    CommaName,
    /// "Ana Quispe, the president"
    AfterName,
    /// "Ana Quispe is the president"
    Copula,
    /// "Ana Quispe serves as president"
    Serves,
    /// "Ana Quispe was elected president"
    Appointed,
}

/// All relational nouns that the text says of people.
pub(crate) fn holdings(reader: Reader) -> Vec<Holding> {
    let mut found = Vec::new();
    for (id, mention) in reader.mentions.iter() {
        if mention.class == EntityClass::Person && mention.kind == MentionKind::Name {
            naming::before(reader, id, &mut found);
            apposition::after(reader, id, &mut found);
        }
    }
    clause::holdings(reader, &mut found);
    found
}
