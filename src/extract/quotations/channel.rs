//! To whom words are said and through which channel: "told reporters", "wrote on Telegram", "said in a statement".

use super::scene::Scene;
use super::speaker::{phrase, source};
use crate::extract::{Referent, Source};
use crate::language::{Relation, TokenIndex};

/// Where reported words go.
#[derive(Debug, Clone, Default)]
pub(super) struct Channel {
    pub(super) addressee: Option<Source<Referent>>,
    pub(super) via: Option<Source<Referent>>,
}

/// The addressee and the channel among the dependents of a cue verb.
pub(super) fn channel(scene: &Scene, verb: TokenIndex) -> Channel {
    let mut channel = Channel::default();
    for &token in scene.tree.dependents(verb).iter().filter(|&&token| !scene.is_quoted(token)) {
        match scene.document.tokens[token].relation {
            Relation::Obj | Relation::Iobj if token > verb => channel.hear(scene, token),
            Relation::Obl if is_after(scene, token, |word| scene.lexicon.is_to(word)) => channel.hear(scene, token),
            Relation::Obl if is_after(scene, token, |word| scene.lexicon.is_through(word)) && is_platform(scene, token) => {
                channel.via = channel.via.or_else(|| Some(medium(scene, token)));
            }
            _ => {}
        }
    }
    channel
}

impl Channel {
    /// Takes one who is spoken to: an audience passes the words on, anybody else is the addressee.
    fn hear(&mut self, scene: &Scene, token: TokenIndex) {
        if scene.lexicon.is_audience(&scene.lemma(token)) {
            self.via = self.via.take().or_else(|| Some(medium(scene, token)));
        } else if scene.mentions.at(token).is_some() {
            self.addressee = self.addressee.take().or_else(|| Some(source(scene, token)));
        }
    }
}

/// The mention that a token belongs to, else the words of its phrase.
fn medium(scene: &Scene, token: TokenIndex) -> Source<Referent> {
    scene.mentions.at(token).map_or_else(|| Source::Unnamed(phrase(scene, token)), |id| Source::Known(Referent::Mention(id)))
}

fn is_after(scene: &Scene, token: TokenIndex, is_one: impl Fn(&str) -> bool) -> bool {
    let mut cases = scene.tree.dependents(token).iter().filter(|&&t| scene.document.tokens[t].relation == Relation::Case);
    cases.any(|&case| is_one(&scene.word(case)))
}

/// True when a noun, with or without the word before it, is a place where statements are made.
fn is_platform(scene: &Scene, token: TokenIndex) -> bool {
    let noun = scene.lemma(token);
    let both = token.checked_sub(1).map(|before| format!("{} {noun}", scene.word(before)));
    scene.lexicon.is_platform(&noun) || both.is_some_and(|words| scene.lexicon.is_platform(&words))
}
