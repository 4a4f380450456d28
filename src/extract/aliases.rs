//! Other names that a text tells of somebody: "Ana Quispe, commonly known as Lula".

use super::{Mention, MentionId, MentionKind, Mentions, NameLexicon};
use crate::language::{Document, Upos};

/// The most words between a name and another one of the same.
const LONGEST: usize = 5;

/// The names that the text says to be of one thing, each with the one that it is also called.
pub(crate) fn also_called<'d>(
    document: &'d Document,
    mentions: &'d Mentions,
    words: &'d NameLexicon,
) -> impl Iterator<Item = (MentionId, MentionId)> + use<'d> {
    let names: Vec<(MentionId, &Mention)> = mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name).collect();
    let second = names.clone().into_iter().skip(1);
    names
        .into_iter()
        .zip(second)
        .filter(|((_, one), (_, other))| is_also(document, one, other, words))
        .map(|((one, _), (other, _))| (one, other))
}

/// True where no more than "known as" stands between two names, adverbs and commas apart.
fn is_also(document: &Document, one: &Mention, other: &Mention, words: &NameLexicon) -> bool {
    let between = one.tokens.end..other.tokens.start;
    let one_sentence = document.sentence_of(one.tokens.start) == document.sentence_of(other.tokens.start);
    if !one_sentence || between.len() > LONGEST {
        return false;
    }
    let telling = between.filter(|&token| !matches!(document.tokens[token].upos, Upos::Adv | Upos::Punct));
    let said: Vec<&str> = telling.map(|token| document.word(token)).collect();
    words.also().has(&said.join(" "))
}
