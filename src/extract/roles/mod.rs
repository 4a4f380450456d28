//! Roles: who holds which post, function or title.

mod apposition;
mod clause;
mod naming;
mod phrase;
mod titles;

use super::{Claim, EntityClass, Lexicons, MentionId, MentionKind, Mentions, Referent, Role};
use crate::language::Document;
use crate::span::Span;
use phrase::{Reader, TitlePhrase};
use smol_str::SmolStr;
pub use titles::Titles;

/// Finds the roles that the document states of its people.
#[must_use]
pub(super) fn roles(document: &Document, mentions: &Mentions, lexicons: &Lexicons) -> Vec<Claim<Role<Referent>>> {
    let reader = Reader { document, mentions, lexicons };
    let mut found = Vec::new();
    for (id, mention) in mentions.iter() {
        if mention.class == EntityClass::Person && mention.kind == MentionKind::Name {
            naming::before(reader, id, &mut found);
            apposition::after(reader, id, &mut found);
        }
    }
    clause::roles(reader, &mut found);
    found.sort_by_key(|claim| (claim.evidence, claim.what.person.clone(), claim.rule.clone()));
    found
}

impl<'r> Reader<'r> {
    /// The claim that a person holds the title of a phrase.
    fn claim(self, person: MentionId, phrase: &TitlePhrase, rule: &'static str, confidence: f32) -> Claim<Role<Referent>> {
        let name = self.mentions[person].span;
        let evidence: Span = self.document.span(&phrase.tokens).cover(name);
        let of = phrase.of.clone().filter(|of| *of != Referent::Mention(person));
        let what = Role { person: Referent::Mention(person), title: self.title(phrase), of, status: phrase.status };
        Claim { what, evidence, rule: SmolStr::new_static(rule), confidence }
    }

    /// The words of the title, in the singular.
    fn title(self, phrase: &TitlePhrase) -> String {
        let words: Vec<&str> = self.document.words(&phrase.title).split_whitespace().collect();
        let mut title = words.join(" ");
        if phrase.plural {
            let whole = title.clone();
            let noun = self.noun(phrase);
            if let Some(single) = self.lexicons.titles.singular_of(noun) {
                title = whole.replacen(noun, &single, 1);
            }
        }
        title
    }

    /// The plural noun of a title: its last word before a preposition.
    fn noun(self, phrase: &TitlePhrase) -> &'r str {
        let link =
            phrase.title.clone().find(|&token| token > phrase.title.start && self.lexicons.titles.is_link(self.document.word(token)));
        let last = link.unwrap_or(phrase.title.end) - 1;
        self.document.word(last)
    }
}
