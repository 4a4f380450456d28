//! Who bears a word as part of a longer name: people by their last names, bodies by the first words of theirs.

use crate::extract::{EntityClass, MentionId, Mentions};
use crate::language::Document;
use crate::source::BlockKind;
use rustc_hash::FxHashMap;

/// The words that long names of an article can be shortened to, with where the first of these stands.
#[derive(Debug, Default)]
pub(super) struct Bearers {
    people: FxHashMap<String, MentionId>,
    bodies: FxHashMap<String, MentionId>,
}

impl Bearers {
    /// Gathers the words from folded names with their mentions.
    pub(super) fn new(names: &[(String, Vec<MentionId>)], mentions: &Mentions) -> Self {
        let mut bearers = Self::default();
        for (name, ids) in names {
            let Some((first, last)) = name.split_once(' ').and_then(|(first, _)| Some((first, name.rsplit_once(' ')?.1))) else { continue };
            if let Some(&id) = ids.iter().find(|&&id| mentions[id].class == EntityClass::Person) {
                note(&mut bearers.people, first, id);
                note(&mut bearers.people, last, id);
            }
            if let Some(&id) = ids.iter().find(|&&id| mentions[id].class == EntityClass::Organization) {
                note(&mut bearers.bodies, first, id);
            }
        }
        bearers
    }

    /// True for the first or last word of a name that somebody bears.
    pub(super) fn is_of_person(&self, word: &str) -> bool {
        self.people.contains_key(word)
    }

    /// True for a word by which the article means a body, though mentions may be taken for somebody's: nobody bears it as a last name,
    /// or the body is called so before the article's text tells that somebody does. People have their full name first.
    pub(super) fn is_of_body(&self, word: &str, ids: &[MentionId], mentions: &Mentions, document: &Document) -> bool {
        let votes = |class| ids.iter().filter(|&&id| mentions[id].class == class).count();
        let (person, body) = (votes(EntityClass::Person), votes(EntityClass::Organization));
        match (self.people.get(word), self.bodies.get(word)) {
            _ if person == 0 || word.contains(' ') => false,
            (Some(&somebody), Some(&full)) => ids.iter().any(|&id| full < id && id < somebody && !is_in_headline(id, mentions, document)),
            (Some(_), None) => false,
            (None, Some(_)) => true,
            (None, None) => body > 0,
        }
    }
}

/// Notes the first place of a word.
fn note(places: &mut FxHashMap<String, MentionId>, word: &str, id: MentionId) {
    let first = places.entry(word.to_owned()).or_insert(id);
    *first = id.min(*first);
}

/// Headlines have last names before anybody is introduced.
fn is_in_headline(id: MentionId, mentions: &Mentions, document: &Document) -> bool {
    let sentence = document.sentence_of(mentions[id].tokens.start);
    let block = document.sentences.get(sentence).and_then(|sentence| document.article.blocks.get(sentence.block));
    block.is_some_and(|block| block.kind == BlockKind::Headline)
}
