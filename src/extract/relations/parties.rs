//! Which organizations of a document are parties, by their names and by what stands beside them.

use crate::extract::relational::{Reader, plain};
use crate::extract::{EntityClass, Mention, MentionId, MentionKind};
use rustc_hash::FxHashSet;

/// The names of parties in a document, in lower case.
#[derive(Debug, Default)]
pub(super) struct Parties(FxHashSet<String>);

impl Parties {
    /// The parties among the organizations that a document names.
    pub(super) fn new(reader: Reader) -> Self {
        let mut parties = Self::default();
        for (_, mention) in reader.mentions.iter().filter(|(_, mention)| is_body(mention)) {
            if has_word(reader, mention) || is_called_one(reader, mention) {
                parties.add(reader, mention);
            }
        }
        parties
    }

    /// True if a mention names a party.
    pub(super) fn has(&self, reader: Reader, id: MentionId) -> bool {
        let mention = &reader.mentions[id];
        is_body(mention) && (has_word(reader, mention) || self.0.contains(&name(reader, mention).to_lowercase()))
    }

    /// Notes a party's name, its initials and the short name in brackets after it.
    fn add(&mut self, reader: Reader, mention: &Mention) {
        let name = name(reader, mention);
        let initials: String = name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
        self.0.extend((initials.len() > 1).then(|| initials.to_lowercase()));
        self.0.insert(name.to_lowercase());
        let end = mention.tokens.end;
        if end + 1 < reader.document.tokens.len() && reader.document.word(end) == "(" {
            self.0.insert(reader.document.word(end + 1).to_lowercase());
        }
    }
}

fn is_body(mention: &Mention) -> bool {
    mention.class == EntityClass::Organization && mention.kind == MentionKind::Name
}

fn name<'r>(reader: Reader<'r>, mention: &Mention) -> &'r str {
    mention.span.of(&reader.document.article.text)
}

/// True for a name with a word such as "party" in it.
fn has_word(reader: Reader, mention: &Mention) -> bool {
    let words = &reader.lexicons.relations.parties().words;
    name(reader, mention).split([' ', '-']).any(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

/// True for a name before "party" or the title of one of its members: "the HP party", "HP lawmakers".
fn is_called_one(reader: Reader, mention: &Mention) -> bool {
    let parties = reader.lexicons.relations.parties();
    let Some(next) = reader.document.tokens.get(mention.tokens.end) else { return false };
    let (word, lemma) = (plain(reader.document.word(mention.tokens.end)), next.lemma.to_lowercase());
    let known = |words: &[String]| words.iter().any(|known| *known == word || *known == lemma);
    known(&parties.words) || known(&parties.nouns)
}
