//! From annotated articles to training examples.

use super::gold::{self, Gold, GoldEvent, norm};
use crate::ranker::Ranked;
use crate::softmax::Example;
use anyhow::Result;
use dateline::authority::Authority;
use dateline::extract::events::{Choices, EventLexicon, MODALITIES, Outline, Scene};
use dateline::extract::{Claims, Lexicons, Mentions, Referent, When, extract};
use dateline::language::{Document, Language};
use dateline::source::read_path;
use dateline::span::Span;
use std::collections::BTreeMap;
use std::path::Path;

/// So much more than others a word counts that tells of an event central to its article.
const SALIENT: f32 = 2.0;

/// One article as training examples, and what measuring it needs.
#[derive(Debug)]
pub struct Read {
    /// A list for each section of the model that answers by class; empty for the two that choose.
    pub examples: [Vec<Example>; 6],
    /// How much each example of a trigger counts.
    pub weights: Vec<f32>,
    /// The choices of places and of times.
    pub choices: [Vec<Ranked>; 2],
    /// Every candidate: where it stands, its features, and the annotated event that it tells of.
    pub candidates: Vec<(Span, Vec<u64>, Option<usize>)>,
    /// The annotated events.
    pub events: Vec<Annotated>,
    /// The classes and their families.
    pub lexicon: EventLexicon,
}

/// An annotated event, as far as finding it goes.
#[derive(Debug)]
pub struct Annotated {
    /// Number of its class.
    pub class: u8,
    /// Where it stands.
    pub places: Vec<Span>,
    /// False where two annotators differed.
    pub counts: bool,
    /// Whether it is central to the article.
    pub salient: bool,
}

/// The program as it is, to read articles with.
pub struct Loader {
    language: Language,
    lexicons: Lexicons,
    authority: Authority,
}

impl Loader {
    /// Loads all that is compiled in.
    ///
    /// # Errors
    /// If something of it cannot be read.
    pub fn new() -> Result<Self> {
        Ok(Self { language: Language::load()?, lexicons: Lexicons::embedded()?, authority: Authority::embedded()? })
    }

    /// Reads a set of annotated articles.
    ///
    /// # Errors
    /// If one cannot be read.
    pub fn read(&self, corpora: &Path, set: &str) -> Result<Vec<Read>> {
        gold::read(corpora, set)?.iter().map(|(gold, path)| self.article(gold, path)).collect()
    }

    fn article(&self, gold: &Gold, path: &Path) -> Result<Read> {
        let article = read_path(path)?;
        let document = self.language.analyse(&article);
        let (mentions, claims) = extract(&document, &self.lexicons);
        let scene = self.lexicons.events.scene(&document, &mentions, &claims.quotations, &self.lexicons.demonyms);
        let names = self.names(&document, &mentions, gold);
        Ok(read(gold, &article.text, &scene, &names, self.lexicons.events.lexicon()))
    }

    /// The annotated entity that each mention refers to.
    fn names(&self, document: &Document, mentions: &Mentions, gold: &Gold) -> BTreeMap<Referent, String> {
        let by_form: BTreeMap<String, &str> =
            gold.entities.iter().flat_map(|e| e.mentions.iter().chain([&e.name]).map(|m| (norm(m), e.id.as_str()))).collect();
        let reading = dateline::resolve::resolve(document, mentions, Claims::default(), &self.authority, &self.lexicons);
        let by_span: BTreeMap<Span, usize> = reading.mentions.iter().map(|(m, id)| (m.span, id.0)).collect();
        let mut of_entity: BTreeMap<usize, &str> = BTreeMap::new();
        for (mention, id) in &reading.mentions {
            if let Some(name) = by_form.get(&norm(mention.span.of(&document.article.text))) {
                of_entity.entry(id.0).or_insert(name);
            }
        }
        let mut names: BTreeMap<Referent, String> = BTreeMap::new();
        for (id, mention) in mentions.iter() {
            let entity = by_span.get(&mention.span).and_then(|entity| of_entity.get(entity)).copied();
            if let Some(name) = entity.or_else(|| by_form.get(&norm(mention.span.of(&document.article.text))).copied()) {
                names.insert(Referent::Mention(id), name.to_owned());
            }
        }
        for (form, name) in &by_form {
            names.insert(Referent::Country(form.as_str().into()), (*name).to_owned());
        }
        names
    }
}

fn name_of<'a>(names: &'a BTreeMap<Referent, String>, referent: &Referent) -> Option<&'a String> {
    match referent {
        Referent::Country(country) => names.get(&Referent::Country(norm(country).into())),
        Referent::Mention(_) | Referent::Party(_) => names.get(referent),
    }
}

fn read(gold: &Gold, text: &str, scene: &Scene, names: &BTreeMap<Referent, String>, lexicon: &EventLexicon) -> Read {
    let classes = lexicon.classes();
    let number = |class: &str| u8::try_from(classes.iter().position(|c| c == class).unwrap_or(classes.len() - 1)).unwrap_or(0);
    let spans: Vec<Option<Span>> = gold.events.iter().map(|event| place(event, text)).collect();
    let told: Vec<Option<usize>> =
        spans.iter().map(|span| span.and_then(|span| (0..scene.len()).find(|&c| scene.span(c).overlaps(span)))).collect();
    let told: BTreeMap<usize, usize> = told.iter().enumerate().rev().filter_map(|(event, c)| Some(((*c)?, event))).collect();
    let mut examples: [Vec<Example>; 6] = Default::default();
    let mut choices: [Vec<Ranked>; 2] = Default::default();
    let (mut candidates, mut weights) = (Vec::new(), Vec::new());
    for candidate in 0..scene.len() {
        let features = scene.trigger_features(candidate);
        let event = told.get(&candidate).map(|&event| &gold.events[event]);
        let label = event.map_or(0, |event| number(&event.class) + 1);
        let inside = event.is_none() && spans.iter().flatten().any(|span| span.overlaps(scene.span(candidate)));
        if !inside {
            examples[0].push(Example { features: features.clone(), label });
            weights.push(if event.is_some_and(|event| event.salient) { SALIENT } else { 1.0 });
        }
        if let Some(event) = event {
            let class = number(&event.class);
            examples[5].push(Example { features: features.clone(), label: class });
            examples[1].extend(arguments(event, scene, candidate, class, names));
            let modality = MODALITIES.iter().position(|m| format!("{m:?}").to_lowercase() == event.modality).unwrap_or(0);
            let modality = u8::try_from(modality).unwrap_or(0);
            examples[4].push(Example { features: scene.modality_features(candidate, class), label: modality });
            let outline = Outline { candidate, class, modality };
            let is_here = |place: &Referent| name_of(names, place).is_some_and(|name| event.place.as_ref() == Some(name));
            choices[0].push(ranked(scene.somewhere(outline), event.place.is_none(), is_here));
            let is_then = |when: &When| event.date.as_ref().is_some_and(|date| *date == when.to_string());
            choices[1].push(ranked(scene.sometime(outline), event.date.is_none(), is_then));
        }
        candidates.push((scene.span(candidate), features, told.get(&candidate).copied()));
    }
    let annotated = |e: &GoldEvent| Annotated { class: number(&e.class), places: places(e, text), counts: !e.optional, salient: e.salient };
    let events = gold.events.iter().map(annotated).collect();
    Read { examples, weights, choices, candidates, events, lexicon: lexicon.clone() }
}

fn arguments(event: &GoldEvent, scene: &Scene, candidate: usize, class: u8, names: &BTreeMap<Referent, String>) -> Vec<Example> {
    let label = |referent: &Referent| {
        let name = name_of(names, referent);
        let is_in = |list: &[String]| name.is_some_and(|name| list.contains(name));
        match () {
            () if is_in(&event.agents) => 1,
            () if is_in(&event.targets) => 2,
            () if is_in(&event.participants) => 3,
            () => 0,
        }
    };
    let choices = scene.referents(candidate, class).into_iter();
    choices.map(|choice| Example { label: label(&choice.referent), features: choice.features }).collect()
}

/// The choices with what the annotation says of each; none comes first.
fn ranked<T>(choices: Choices<T>, none: bool, is_right: impl Fn(&T) -> bool) -> Ranked {
    let some = choices.some.into_iter().map(|(what, features)| (features, is_right(&what)));
    Ranked { choices: std::iter::once((choices.none, none)).chain(some).collect() }
}

/// The trigger's place: inside the first occurrence of the evidence.
fn place(event: &GoldEvent, text: &str) -> Option<Span> {
    let start = text.find(&event.evidence)?;
    let at = event.evidence.find(&event.trigger);
    Some(at.map_or(Span::new(start, start + event.evidence.len()), |at| Span::new(start + at, start + at + event.trigger.len())))
}

/// All places where the event may be found, as the scorer sees them.
fn places(event: &GoldEvent, text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices(&event.evidence).take(3) {
        let inner: Vec<Span> = event
            .evidence
            .match_indices(&event.trigger)
            .take(3)
            .map(|(at, _)| Span::new(start + at, start + at + event.trigger.len()))
            .collect();
        if inner.is_empty() { found.push(Span::new(start, start + event.evidence.len())) } else { found.extend(inner) }
    }
    found
}
