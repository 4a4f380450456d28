//! Events: what happened, will happen or is said to, with who took part, where and when.

mod atlas;
mod carried;
mod choices;
mod features;
mod happened;
mod lexicon;
mod merge;
mod model;
mod places;
mod reader;
mod scene;
mod setting;
#[cfg(test)]
mod tests;
mod times;
mod tree;
mod trigger;
mod verdict;
mod words;

pub use choices::Choice;
pub use lexicon::{EventLexicon, MODALITIES};
pub use model::{CALIBRATION, EventModel, LAYER, Question, SECTIONS, logistic};
pub use reader::EventReader;
pub use scene::{Knowledge, Scene};
pub use setting::{Choices, Outline};
pub use verdict::{Calibration, verdict};

use super::{Claim, Event, Referent};
use crate::span::Span;

/// A word with this score tells of an event of its own, even beside another of its family.
pub const SURE: f32 = 0.4;
/// Somebody is an argument of an event from this probability on.
const ARGUMENT: f32 = 0.3;
/// Evidence longer than this, in bytes, is cut around the trigger.
const LONGEST: usize = 280;
/// So many tokens on each side of the trigger are evidence then.
const AROUND: usize = 18;
const RULE: &str = "event/model";

/// Reads the events of a document, each once.
#[must_use]
pub fn extract(scene: &Scene, model: &EventModel) -> Vec<Claim<Event<Referent>>> {
    let told = (0..scene.len()).filter_map(|candidate| event(scene, model, candidate)).collect();
    let told = carried::carried(scene, told);
    merge::merge(scene, merge::thin(scene, told, model.calibration.confidence(SURE)))
}

fn event(scene: &Scene, model: &EventModel, candidate: usize) -> Option<Claim<Event<Referent>>> {
    let features = scene.trigger_features(candidate);
    let tells = *model.probabilities(Question::Trigger, &features).first()?;
    if tells < model.calibration.threshold {
        return None;
    }
    let (class, score) = verdict(scene.knowledge.events, tells, &model.probabilities(Question::Class, &features))?;
    if score < model.calibration.threshold {
        return None;
    }
    let (participants, agents, targets) = arguments(scene, model, candidate, class);
    let modality = likeliest(&model.probabilities(Question::Modality, &scene.modality_features(candidate, class)))?;
    let outline = Outline { candidate, class, modality: u8::try_from(modality).ok()? };
    let place = model.choose(Question::Place, scene.somewhere(outline));
    let event = Event {
        class: scene.knowledge.events.classes().get(usize::from(class))?.clone(),
        trigger: scene.span(candidate),
        participants: participants.into_iter().filter(|one| !is_same_place(scene, one, place.as_ref())).collect(),
        agents,
        targets,
        place,
        time: model.choose(Question::Time, scene.sometime(outline)),
        modality: *MODALITIES.get(modality)?,
    };
    let confidence = model.calibration.confidence(score);
    Some(Claim { what: event, evidence: evidence(scene, candidate), rule: RULE.into(), confidence })
}

/// True for the place where something happens, named as one who takes part.
fn is_same_place(scene: &Scene, one: &Referent, place: Option<&Referent>) -> bool {
    let words = |referent: &Referent| match referent {
        Referent::Mention(id) => Some(scene.mentions[*id].span.of(&scene.document.article.text)),
        Referent::Country(_) | Referent::Party(_) => None,
    };
    place.is_some_and(|place| words(one).is_some() && words(one) == words(place))
}

/// The number of the highest value.
fn likeliest(values: &[f32]) -> Option<usize> {
    values.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map(|(at, _)| at)
}

/// Participants, agents and targets.
fn arguments(scene: &Scene, model: &EventModel, candidate: usize, class: u8) -> (Vec<Referent>, Vec<Referent>, Vec<Referent>) {
    let mut found: [Vec<Referent>; 3] = Default::default();
    for choice in scene.referents(candidate, class) {
        let parts = model.probabilities(Question::Argument, &choice.features);
        if let Some(part) = likeliest(parts.get(1..).unwrap_or_default())
            && parts[0] < 1.0 - ARGUMENT
            && !found[part].contains(&choice.referent)
        {
            found[part].push(choice.referent);
        }
    }
    let [agents, targets, participants] = found;
    let mutual = scene.knowledge.events.classes().get(usize::from(class)).is_some_and(|class| scene.knowledge.events.is_mutual(class));
    if mutual { ([agents, participants, targets].concat(), Vec::new(), Vec::new()) } else { (participants, agents, targets) }
}

/// The sentence of the trigger, or the words around it if the sentence is long.
fn evidence(scene: &Scene, candidate: usize) -> Span {
    let document = scene.document;
    let token = scene.token(candidate);
    let sentence = &document.sentences[document.sentence_of(token)].tokens;
    let whole = document.span(sentence);
    if whole.end - whole.start <= LONGEST {
        return whole;
    }
    document.span(&(sentence.start.max(token.saturating_sub(AROUND))..sentence.end.min(token + AROUND + 1)))
}
