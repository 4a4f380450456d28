//! Words that go on with those of a statement or a spokesperson: "it added", "they wrote", "a spokesperson said".

use super::issuer::{is_definite, issuer};
use super::occurrence::{Cue, Form};
use super::scene::Scene;
use crate::extract::{EntityClass, MentionKind, Referent, Source};
use crate::language::TokenIndex;

/// How many sentences back whoever is meant by a pronoun or by "a spokesperson" spoke.
const SENTENCES_BACK: usize = 8;

/// One whose words the text has told.
struct Told {
    /// The document or the voice through which they came, if any.
    through: Option<TokenIndex>,
    source: Source<Referent>,
    sentence: usize,
}

/// Gives the words of "it", "they" and of "a spokesperson" to the body or person whose statement or spokesperson spoke last.
pub(super) fn carry_on(scene: &Scene, cues: &mut [Cue]) {
    let mut last: Option<Told> = None;
    let mut body: Option<Told> = None;
    let narrated = cues.iter_mut().filter(|cue| matches!(cue.form, Form::Verb(_)) && !scene.is_quoted(cue.token));
    for cue in narrated {
        let Some(head) = cue.head else { continue };
        let sentence = scene.document.sentence_of(cue.token);
        let near = |told: &&Told| sentence - told.sentence <= SENTENCES_BACK;
        let meant = last.as_ref().filter(near).filter(|told| told.through.is_some_and(|noun| goes_on(scene, head, noun)));
        let represented = || body.as_ref().filter(near).filter(|_| is_unnamed_voice(scene, head, cue));
        if let Some(told) = meant.or_else(represented) {
            cue.speaker = Some(told.source.clone());
            let through = told.through.or(Some(head));
            last = Some(Told { through, source: told.source.clone(), sentence });
            continue;
        }
        let Some(source) = cue.speaker.clone() else { continue };
        let through = issuer(scene, head).map(|_| head).filter(|&noun| !is_known_voice(scene, noun));
        if is_body(scene, &source) {
            body = Some(Told { through, source: source.clone(), sentence });
        }
        last = Some(Told { through, source, sentence });
    }
}

/// True for a pronoun that can stand for a document or a voice.
fn goes_on(scene: &Scene, head: TokenIndex, noun: TokenIndex) -> bool {
    scene.lexicon.stands_for(&scene.word(head), &scene.lemma(noun))
}

/// True for "a spokesperson", of whom the text does not say whose.
fn is_unnamed_voice(scene: &Scene, head: TokenIndex, cue: &Cue) -> bool {
    matches!(cue.speaker, Some(Source::Unnamed(_))) && scene.lexicon.is_voice(&scene.lemma(head))
}

/// True for "the spokesperson", a person whom the text has named.
fn is_known_voice(scene: &Scene, noun: TokenIndex) -> bool {
    scene.lexicon.is_voice(&scene.lemma(noun)) && is_definite(scene, noun)
}

fn is_body(scene: &Scene, source: &Source<Referent>) -> bool {
    matches!(source, Source::Known(Referent::Mention(id))
        if scene.mentions[*id].class == EntityClass::Organization && scene.mentions[*id].kind != MentionKind::Pronoun)
}
